/** Directions of two guides: the same research under another number or title is one direction. */
import type { Guide } from '../guide.ts';
import type { Direction } from '../guideSchema.ts';
import { alike } from './alike.ts';
import { type Change, matched } from './change.ts';

/** Titles and contents as alike as this are of one direction. */
const same = 0.6;

/** By the old number the direction of the new guide that goes on with it; those that nothing goes on with are missing. */
export function continued(before: Guide, after: Guide): ReadonlyMap<number, Direction> {
  const found = new Map<number, Direction>();
  const { pairs, added, dropped } = matched(before.directions, after.directions, ({ title }) => title);
  for (const [old, now] of pairs) found.set(old.number, now);
  const candidates = dropped
    .flatMap((old) => added.map((now) => ({ old, now, how: likeness(old, now) })))
    .filter(({ how }) => how >= same)
    .sort((one, other) => other.how - one.how);
  const taken = new Set<number>();
  for (const { old, now } of candidates) {
    if (found.has(old.number) || taken.has(now.number)) continue;
    found.set(old.number, now);
    taken.add(now.number);
  }
  return found;
}

const likeness = (old: Direction, now: Direction): number =>
  Math.max(alike(old.title, now.title), (alike(old.title, now.title) + alike(old.content, now.content)) / 2);

export function directionChanges(before: Guide, after: Guide): Change[] {
  const goesOn = continued(before, after);
  const old = new Map(
    [...goesOn].map(([number, now]) => [now.number, before.directions.find((each) => each.number === number)]),
  );
  const dropped = before.directions.filter(({ number }) => !goesOn.has(number));
  return [
    ...after.directions.flatMap((now) => changesOf(old.get(now.number), now)),
    ...dropped.map((each): Change => ({ how: 'dropped', what: nameOf(each), clause: '五', before: each.title })),
  ];
}

const nameOf = ({ numeral }: Direction): string => `方向${numeral}`;

function changesOf(old: Direction | undefined, now: Direction): Change[] {
  const what = nameOf(now);
  const clause = '五';
  if (!old) return [{ how: 'added', what, clause, after: `${now.title}（${now.category}，拟立项${now.quota}个）` }];
  const differing = (part: string, before: string, after: string): Change[] =>
    before === after ? [] : [{ how: 'changed', what: `${what}${part}`, clause, before, after }];
  return [
    ...(old.number === now.number
      ? []
      : [{ how: 'renumbered' as const, what: now.title, clause, before: nameOf(old), after: what }]),
    ...(old.title === now.title
      ? []
      : [{ how: 'renamed' as const, what, clause, before: old.title, after: now.title }]),
    ...differing('的类别', old.category, now.category),
    ...differing('的研究内容', old.content, now.content),
    ...differing('的拟立项数', `${old.quota}个`, `${now.quota}个`),
    ...indicatorChanges(old, now),
  ];
}

/** An indicator that says nearly the same is a changed one (不低于200项 → 不低于300项); the most alike go together. */
function indicatorChanges(old: Direction, now: Direction): Change[] {
  const about = { what: `${nameOf(now)}的考核指标`, clause: '五' };
  const { added, dropped } = matched(old.indicators, now.indicators, ({ text }) => text);
  const likely = added
    .flatMap((is) => dropped.map((was) => ({ is, was, how: alike(withoutFigures(was.text), withoutFigures(is.text)) })))
    .filter(({ how }) => how >= same)
    .sort((one, other) => other.how - one.how);
  const became = new Map<Indicator, Indicator>();
  const gone = new Set(dropped);
  for (const { is, was } of likely) {
    if (became.has(is) || !gone.has(was)) continue;
    became.set(is, was);
    gone.delete(was);
  }
  return [
    ...added.map((is): Change => {
      const was = became.get(is);
      return { how: was ? 'changed' : 'added', ...about, ...(was && { before: was.text }), after: is.text };
    }),
    ...[...gone].map(({ text }): Change => ({ how: 'dropped', ...about, before: text })),
  ];
}

type Indicator = Direction['indicators'][number];

const withoutFigures = (text: string): string => text.replace(/[\d.]+/g, '');
