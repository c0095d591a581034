/** 附1 of a call: each entry with its documents. What is known of a party by hand goes along while its documents are the same. */
import { linesOf } from '../check/outline.ts';
import type { Agreement, GuideFiles } from '../guideSchema.ts';
import { countryByName } from '../places/country.ts';

interface Read {
  agreements: Agreement[];
  /** What a person should look at, in Chinese. */
  notes: string[];
}

export function agreementsOf(words: string, old: GuideFiles): Read {
  const lines = linesOf(words.slice(words.search(/^\s*附1$/m), words.search(/^\s*附2$/m)));
  const notes: string[] = [];
  let section = '';
  const agreements = lines.flatMap((line): Agreement[] => {
    if (/^[一二三]、/.test(line)) section = line;
    const item = /^（[一二三四五六七八九十]+）/.exec(line)?.[0] ?? '';
    if (section === '' || (item === '' && !line.startsWith('《'))) return [];
    const rest = line.slice(item.length);
    const party = /^([^《：]{1,20})：/.exec(rest)?.[1];
    const documents = documentsOf(rest.slice(party === undefined ? 0 : party.length + 1));
    const head = { no: `${section.slice(0, 1)}${item}`, section, item, ...(party !== undefined && { party }) };
    const before = old.agreements.find((each) =>
      party === undefined ? each.party === undefined && each.documents[0] === documents[0] : each.party === party,
    );
    return [{ ...head, documents, ours: oursOf({ ...head, documents }, before, notes) }];
  });
  const gone = old.agreements.filter(({ ours }) => !agreements.some((each) => each.ours.label === ours.label));
  if (gone.length > 0) notes.push(`不再列：${gone.map(({ ours }) => ours.label).join('、')}。`);
  return { agreements, notes };
}

/** Documents stand between 、; a 、 inside 《》 does not part them. */
function documentsOf(text: string): string[] {
  let depth = 0;
  let last = '';
  const documents: string[] = [];
  for (const sign of text) {
    depth += sign === '《' ? 1 : sign === '》' ? -1 : 0;
    if (sign === '、' && depth === 0) {
      documents.push(last);
      last = '';
    } else last += sign;
  }
  return [...documents, last].filter((title) => title !== '');
}

const categories: readonly (readonly [string, 'europe-americas' | 'other-countries-regions'])[] = [
  ['欧洲、美洲', 'europe-americas'],
  ['亚洲、非洲', 'other-countries-regions'],
];

function oursOf(
  entry: Pick<Agreement, 'section' | 'party' | 'documents'>,
  before: Agreement | undefined,
  notes: string[],
): Agreement['ours'] {
  const { section, party, documents } = entry;
  const categoryId = categories.find(([heading]) => section.slice(2) === heading)?.[1];
  const duplicates = documents.flatMap((title, at) => {
    const first = documents.indexOf(title);
    return first < at ? [{ document: at + 1, duplicateOf: first + 1 }] : [];
  });
  const marked = { ...(categoryId && { categoryId }), ...(duplicates.length > 0 && { duplicates }) };
  if (!before) {
    const isCountry = party !== undefined && countryByName(party) !== undefined;
    const label = party ?? '';
    notes.push(
      isCountry
        ? `新列：${label}。需要时在 ours.scope 写领域、在 ours.note 写提醒。`
        : `新列“${label || documents[0]}”：不是国家。请在 agreements.json 写 ours.label、ours.kind 和成员 ours.members。`,
    );
    return { label, kind: isCountry ? 'country' : 'regional-organisation', ...marked };
  }
  const { label, kind, members, scope, years, note } = before.ours;
  const same =
    before.documents.length === documents.length && before.documents.every((title, at) => title === documents[at]);
  if (members) notes.push(`${label}的成员沿用上一份指南的 ${members.length} 个，请核对。`);
  if (!same) notes.push(`${label}的文件变了：领域、年限和提醒没有带过来，需要时在 ours 里写。`);
  return {
    label,
    kind,
    ...marked,
    ...(members && { members }),
    ...(same && scope && { scope }),
    ...(same && years && { years }),
    ...(same && note && { note }),
  };
}
