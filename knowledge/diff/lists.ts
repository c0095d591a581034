/** 附1, 附2 and 附3 of two guides. */
import type { Guide } from '../guide.ts';
import { type Change, matched } from './change.ts';

interface Listed {
  clause: string;
  /** What the entry is known by in both guides. */
  key: string;
  /** As it is cited: `第29对`. */
  no: string;
  name: string;
  /** What else stands in it. */
  rest: string;
}

function listChanges(before: readonly Listed[], after: readonly Listed[]): Change[] {
  const { pairs, added, dropped } = matched(before, after, ({ key }) => key);
  return [
    ...added.map(
      ({ clause, no, name, rest }): Change => ({ how: 'added', what: name, clause, after: spoken(no, rest) }),
    ),
    ...pairs.flatMap(([old, now]): Change[] => [
      ...(old.rest === now.rest
        ? []
        : [{ how: 'changed' as const, what: now.name, clause: now.clause, before: old.rest, after: now.rest }]),
      ...(old.no === now.no
        ? []
        : [{ how: 'renumbered' as const, what: now.name, clause: now.clause, before: old.no, after: now.no }]),
    ]),
    ...dropped.map(
      ({ clause, no, name, rest }): Change => ({ how: 'dropped', what: name, clause, before: spoken(no, rest) }),
    ),
  ];
}

const spoken = (no: string, rest: string): string => (rest === '' ? no : `${no}，${rest}`);

export function agreementChanges(before: Guide, after: Guide): Change[] {
  const [old, now] = [before, after].map(({ agreements }) =>
    agreements.map(({ no, party, documents, ours }) => ({
      clause: '附1',
      key: party ?? ours.label,
      no,
      name: party ?? ours.label,
      rest: documents.map((each) => `《${each.replace(/^《|》$/g, '')}》`).join(''),
    })),
  );
  return listChanges(old ?? [], now ?? []);
}

export function pairChanges(before: Guide, after: Guide): Change[] {
  const [old, now] = [before, after].map(({ sisterCities }) =>
    sisterCities.map(({ no, jiangxiSide, foreignPlace, country }) => {
      const name = `${jiangxiSide}—${foreignPlace}（${country}）`;
      return { clause: '附2', key: name, no: `第${no}对`, name, rest: '' };
    }),
  );
  return listChanges(old ?? [], now ?? []);
}

export function baseChanges(before: Guide, after: Guide): Change[] {
  const [old, now] = [before, after].map(({ bases }) =>
    bases.map(({ no, name, type, host }) => ({
      clause: '附3',
      key: name,
      no: `第${no}个`,
      name,
      rest: `${type}，${host}`,
    })),
  );
  return listChanges(old ?? [], now ?? []);
}
