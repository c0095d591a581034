/** What is recorded in a case, as people read it: 「职称：副教授」, and what a change makes of it: 「讲师 → 副教授」. */
import type { Facts } from './facts.ts';
import { factWords } from './factWords.ts';
import { valueText } from './fill.ts';
import type { Guide } from './guide.ts';
import { itemName } from './itemNames.ts';
import { inLanguage, type Language, phraseIn, say, type Texts } from './language.ts';

export interface Entry {
  /** `lead.birthDate`, `partners[0].country`. */
  path: string;
  name: string;
  /** The value in words; two that read the same are the same. */
  value: string;
}

/** A value before and after a change; `before` is absent when nothing was known, `after` when it is open again. */
export interface Change {
  path: string;
  name: string;
  before?: string | undefined;
  after?: string | undefined;
}

const words: Texts<Record<'nth' | 'written' | 'notWritten' | 'rest' | 'none' | 'and' | 'beside', string>> = {
  name: 'recorded',
  zh: {
    nth: '第{n}家{name}',
    written: '写了{items}',
    notWritten: '没写{items}',
    rest: '其他',
    none: '没有',
    and: '、',
    beside: '，',
  },
};

/**
 * Every known fact, in the order of the facts; the title's text stands for its level.
 * @param of only of these facts
 */
export function entriesOf(
  facts: Facts,
  guide: Guide,
  language: Language,
  of: (id: string) => boolean = () => true,
): Entry[] {
  const names = factWords(language);
  return Object.entries(facts).flatMap(([id, value]): Entry[] => {
    if (!of(id) || value === undefined || (id === 'lead.titleLevel' && facts['lead.titleText'] !== undefined))
      return [];
    if (id === 'partners' || id === 'domesticPartners') return listEntries(id, value, guide, language);
    const name = names[id]?.name ?? titleOf(id, guide, language);
    return name === undefined ? [] : [{ path: id, name, value: valueInWords(id, value, guide, language) }];
  });
}

function listEntries(id: string, list: unknown, guide: Guide, language: Language): Entry[] {
  const { nth, none } = inLanguage(words, language);
  const names = factWords(language);
  if (!Array.isArray(list)) return [];
  if (!list.length) return [{ path: id, name: names[`${id}[].name`]?.name ?? id, value: none }];
  return list.flatMap((item: unknown, at) =>
    Object.entries(item ?? {}).flatMap(([field, value]): Entry[] => {
      const own = names[`${id}[].${field}`]?.name;
      if (own === undefined || value === undefined) return [];
      const name = at === 0 ? own : say(nth, { n: at + 1, name: own });
      return [{ path: `${id}[${at}].${field}`, name, value: valueInWords(`${id}[].${field}`, value, guide, language) }];
    }),
  );
}

/** A fact that only the guide knows is called as the rule that asks for it. */
function titleOf(id: string, guide: Guide, language: Language): string | undefined {
  const asking = guide.rules.find(({ rule }) => rule.asks.includes(id));
  return asking && inLanguage(asking.row.words, language).title;
}

function valueInWords(path: string, value: unknown, guide: Guide, language: Language): string {
  const said = factWords(language)[path]?.says?.[String(value)];
  if (said !== undefined) return said;
  if (path === 'direction') {
    const title = guide.directions.find(({ number }) => number === value)?.title;
    return title === undefined ? String(value) : phraseIn(title, language);
  }
  if (Array.isArray(value))
    return value.length ? value.join(inLanguage(words, language).and) : inLanguage(words, language).none;
  if (typeof value === 'object' && value !== null) return itemsInWords(path, { ...value }, language);
  if (typeof value === 'boolean')
    return factWords(language)['process.duplicate']?.says?.[String(value)] ?? String(value);
  return valueText(path, value, guide, language);
}

function itemsInWords(path: string, items: Record<string, unknown>, language: Language): string {
  const { written, notWritten, rest, and, beside } = inLanguage(words, language);
  const named = (wanted: boolean): string =>
    Object.entries(items)
      .filter(([, value]) => value === wanted)
      .map(([item]) => (item === 'rest' ? rest : itemName(path, item, language)))
      .join(and);
  const parts = [
    [written, named(true)],
    [notWritten, named(false)],
  ] as const;
  return parts.flatMap(([text, list]) => (list ? [say(text, { items: list })] : [])).join(beside);
}

/** What differs between two states of a case. */
export function changesBetween(before: Facts, after: Facts, guide: Guide, language: Language): Change[] {
  const differs = (id: string): boolean => !Object.is(factOf(before, id), factOf(after, id));
  // The title's level is told where its text is not.
  const told = (id: string): boolean => differs(id) || (id === 'lead.titleLevel' && differs('lead.titleText'));
  const old = new Map(entriesOf(before, guide, language, told).map((each) => [each.path, each]));
  const now = new Map(entriesOf(after, guide, language, told).map((each) => [each.path, each]));
  const paths = [...new Set([...old.keys(), ...now.keys()])];
  return paths.flatMap((path): Change[] => {
    const [was, is] = [old.get(path), now.get(path)];
    if (was?.value === is?.value) return [];
    return [{ path, name: (is ?? was)?.name ?? path, before: was?.value, after: is?.value }];
  });
}

const factOf = (facts: Facts, id: string): unknown => (facts as Record<string, unknown>)[id];
