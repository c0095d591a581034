/**
 * Answers about several things at once: clause by clause, with who is said to be there and who is not.
 * 「日期没写，章也没盖」「除了3都有」「写了分工和指标，没写经费比例」「都有：…」「只差收益」「1 2 4」.
 */
import { maxInput, type Reading } from '../reading.ts';
import type { Aspect, Said, Token } from './aspects.ts';
import { AspectTally } from './aspectTally.ts';
import { marks } from './aspectWords.ts';
import { type Words, wordAt, words } from './scan.ts';
import { ask, saysProbably, statements, tidy, unknown, value } from './tidy.ts';

/** Which aspects hold; one that is neither named nor covered by an all-word (都、除了、只、缺) is absent. */
export function readAspects<Id extends string>(
  text: string,
  aspects: readonly Aspect<Id>[],
): Reading<Partial<Record<Id, boolean>>> | undefined {
  const said = sayAspects(text, aspects);
  if (said === undefined) return undefined;
  if (said.problem === 'unknown') return unknown;
  if (said.problem === 'contradiction') return ask('前后说法不一致，请再写一遍哪几项有、哪几项没有。');
  if (said.problem === 'vague') return ask('请写明哪几项有、哪几项没有，例如“除了第3项都有”。');
  const read: Partial<Record<Id, boolean>> = { ...said.named };
  if (said.others !== undefined) for (const { id } of aspects) if (!said.unknown.includes(id)) read[id] ??= said.others;
  if (Object.keys(read).length === 0) return said.unknown.length > 0 ? unknown : ask('请写明是哪几项。');
  return saysProbably(tidy(text) ?? '') ? value(read, '先按您说的记，请再核对一下。') : value(read);
}

/** The raw sayings, for readers that need to know what was named and what only implied. */
function sayAspects<Id extends string>(
  text: string,
  aspects: readonly Aspect<Id>[],
  lists: 'said' | 'ignored' = 'said',
): Said<Id> | undefined {
  if (text.length > maxInput) return undefined;
  const table = aspectTable(aspects);
  const said = statements(masked(text, aspects));
  if (said === undefined) return undefined;
  const tokens = said.flatMap((sentence): Token<Id>[] => [...tokenise(sentence, table, aspects), { is: 'stop' }]);
  return new AspectTally<Id>(lists).read(tokens);
}

/** 经费怎么分 is a name here, no question. */
function masked<Id extends string>(text: string, aspects: readonly Aspect<Id>[]): string {
  let out = text;
  for (const { words: names } of aspects)
    for (const name of names) if (/怎么|如何|哪/.test(name)) out = out.replaceAll(name, names[0] ?? name);
  return out
    .replace(/不是没有?(?=[写签盖标填提约做])/g, '都')
    .replace(/没有(?:一[项条个]|哪[项条个]|什么)?(?:没有?|不)([写签盖标填提约做])的?/g, '都$1了')
    .replace(/没有没有/g, '没有')
    .replace(/([对全齐够])不\1/g, '');
}

const common = words(marks());
const tables = new WeakMap<object, Words<readonly string[]>>();

function aspectTable<Id extends string>(aspects: readonly Aspect<Id>[]): Words<readonly string[]> {
  const known = tables.get(aspects);
  if (known !== undefined) return known;
  const ids = new Map<string, string[]>();
  for (const aspect of aspects)
    for (const name of aspect.words) ids.set(name.toLowerCase(), [...(ids.get(name.toLowerCase()) ?? []), aspect.id]);
  const table = words(ids);
  tables.set(aspects, table);
  return table;
}

const unit = /^\s*(?:年|月|日|号|份|万|%|方|家|天|周|张|人|个月|元|\.\d|:\d|\/\d)/;
/** 六项都有, 10项: how many, not which. */
const counting = /^(\d+|[两二三四五六七八九十])\s*[项条点类](?=\s*(?:都|全|均|有|没|写|也|内容|$))/;

function tokenise<Id extends string>(
  sentence: string,
  table: Words<readonly string[]>,
  aspects: readonly Aspect<Id>[],
): Token<Id>[] {
  const text = sentence.replace(/(\d+)\s*(?:到|至|-|~)\s*(\d+)/g, (range, from: string, to: string) =>
    spread(range, +from, +to),
  );
  const tokens: Token<Id>[] = [];
  for (let at = 0; at < text.length; ) {
    const amount = counting.exec(text.slice(at, at + 12));
    if (amount !== null && !/[第\d、,和与 ]/.test(text.charAt(at - 1))) {
      const all = aspects.filter(({ id }) => id !== '?').length;
      tokens.push({ is: howMany(amount[1]) === all ? 'whole' : 'count' });
      at += amount[0].length;
      continue;
    }
    const number = /^\d+/.exec(text.slice(at, at + 8))?.[0];
    if (number !== undefined) {
      const aspect = aspects[Number(number) - 1];
      const after = text.charAt(at + number.length);
      const counted =
        !/^[\s、,.;:()第了有没缺差除写和及与是选填少只就无\d]?$/.test(text.charAt(at - 1)) ||
        !/^[\s、,.;:()项条点都没有写缺也是无不还的号未全漏和及与跟]?$/.test(after) ||
        unit.test(text.slice(at + number.length, at + number.length + 4)) ||
        /[a-z.]/.test(text.charAt(at - 1));
      if (!counted)
        tokens.push(aspect === undefined ? { is: 'count' } : { is: 'aspect', ids: [aspect.id], numbered: true });
      at += number.length;
      continue;
    }
    const named = wordAt(text, at, table);
    const word = wordAt(text, at, common);
    if (named !== undefined && (word === undefined || named.text.length >= word.text.length)) {
      const ids = aspects.filter(({ id }) => named.means.includes(id)).map(({ id }) => id);
      tokens.push({ is: 'aspect', ids, numbered: false });
      at += named.text.length;
      if (/^(?:了|过|好了)/.test(text.slice(at, at + 2))) tokens.push({ is: 'done' });
    } else if (word !== undefined) {
      const cut = cutShort(text, at, word.text.length, table);
      const is =
        cut < word.text.length ? (wordAt(text.slice(0, at + cut), at, common)?.means ?? word.means) : word.means;
      if (is !== 'skip') tokens.push({ is });
      at += cut;
    } else {
      if (text.charAt(at) === ' ' && tokens.at(-1)?.is === 'aspect') tokens.push({ is: 'space' });
      else if (
        text.charAt(at) === '不' &&
        (wordAt(text, at + 1, table) ?? wordAt(text, at + 1, common)?.means === 'verb')
      )
        tokens.push({ is: 'no' });
      else if (/[\p{Script=Han}a-z]/u.test(text.charAt(at))) tokens.push({ is: 'other' });
      at += 1;
    }
  }
  return tokens;
}

/** 没盖章 is 没 + 盖章 where 盖章 is an aspect: a word ends where an aspect begins that reaches beyond it. */
function cutShort(text: string, at: number, length: number, table: Words<readonly string[]>): number {
  for (let within = 1; within < length; within += 1) {
    const named = wordAt(text, at + within, table);
    if (named !== undefined && within + named.text.length > length) return within;
  }
  return length;
}

function howMany(text = ''): number {
  return /^\d+$/.test(text) ? Number(text) : text === '两' ? 2 : '零一二三四五六七八九十'.indexOf(text);
}

function spread(range: string, from: number, to: number): string {
  if (from < 1 || to <= from || to > 12) return range;
  return Array.from({ length: to - from + 1 }, (_, i) => from + i).join('、');
}
