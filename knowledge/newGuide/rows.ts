/** Rows written for the old call (rules, cautions, answers, open points), each as far as it holds for the new one. */
import type { Outline } from '../check/outline.ts';
import { inEnglish } from './english.ts';
import { type Became, compareFigures, figuresOf, refigured, staleIn } from './figures.ts';
import { placed } from './places.ts';

/** What both calls say, as far as a row needs it. */
export interface Calls {
  outline: Outline;
  oldOutline: Outline;
  /** Forms of every figure in the old call and in the new one. */
  oldFigures: ReadonlySet<string>;
  newFigures: ReadonlySet<string>;
  /** What figures became, each time that they stand in a rule. */
  became: Became;
  /** Words that stood in sentences that are gone, and less often or nowhere now. */
  goneWords: readonly string[];
  /** Words of sentences that are new: what was said not to be written may be now. */
  newWords: readonly string[];
  /** A corrected publication of the same year's call: what follows from its days still does. */
  sameYear: boolean;
  /** What things of the lists are called now (方向五 → 方向三, 附2 第29对 → 附2 第21对); undefined: not there any more. */
  renamed(text: string): { text: string; gone: string[] };
}

export interface QuotedRow {
  clause?: string | undefined;
  quotes?: readonly string[] | undefined;
}

/** A row as it holds, or why it does not. */
export type Carried<R> = { row: R; changes: ReadonlyMap<string, string> } | { why: string };

/** Fields whose texts are ids, patterns or concepts, never told to anybody. */
const notTold = new Set([
  'id',
  'kind',
  'all',
  'any',
  'not',
  'nearest',
  'fact',
  'facts',
  'rules',
  'rule',
  'cautions',
  'answers',
  'parameter',
  'topic',
  'reader',
  'quote',
]);
/** Fields that may be left out where they do not hold. */
const leftOut = new Set(['en', 'suggest', 'ask']);

/** Carries one row over: its quotes are found again, its figures are those of the new call, and nothing in it is of the old one. */
export function carried<R extends QuotedRow>(row: R, calls: Calls): Carried<R> {
  const quoted = requoted(row, calls);
  if ('why' in quoted) return quoted;
  const own = figuresOf(quoted.became);
  // what the row itself quotes says what its figures are now
  const figures = figuresOf(calls.became, quoted.became);
  const stale: string[] = [];
  const texts = (value: unknown, key: string): unknown => {
    if (key === 'quotes' || key === 'clause' || notTold.has(key)) return value;
    if (typeof value === 'string') {
      const { text, unsure } = refigured(value, figures);
      const named = calls.renamed(text);
      const found = [
        ...unsure,
        ...named.gone,
        ...staleIn(named.text, {
          old: calls.oldFigures,
          now: calls.newFigures,
          strict: own.changes.size > 0 || text !== value,
          sameYear: calls.sameYear,
        }),
      ];
      stale.push(...found);
      return named.text;
    }
    if (Array.isArray(value))
      return leftOut.has(key) ? value.flatMap((each) => optional(each, key)) : value.map((each) => texts(each, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, inner]) =>
        leftOut.has(name) && !Array.isArray(inner)
          ? optional(inner, name).map((each) => [name, each])
          : [[name, texts(inner, name)]],
      ),
    );
  };
  /** What holds of it, or nothing. */
  function optional(value: unknown, key: string): unknown[] {
    const before = stale.length;
    const now = key === 'en' ? inEnglish(value, figures, own.changes) : texts(value, 'said');
    const holds = stale.length === before && now !== undefined;
    stale.length = before;
    return holds ? [now] : [];
  }
  const now = { ...(texts(row, '') as R), ...quoted.row }; // the same row with other texts
  // a rule whose quote still stands holds, whatever words it shares with one that is gone
  stale.push(...contradicted(row, calls));
  if (own.changes.has('1倍') && asMuch.test(JSON.stringify(row))) stale.push('按“1倍”说的话');
  if (stale.length > 0) return { why: `里面有新指南没有的：${[...new Set(stale)].join('、')}` };
  return { row: now, changes: own.changes };
}

/** 1倍 in other words, which no figure gives away. */
const asMuch = /一比一|1[:：∶]1|等额|同额|同样多|不(?:少|低)于申[请报]额|same amount|as much/;

type Requoted = { row: QuotedRow; became: Became } | { why: string };

/** The quotes as the new call has them, and the clauses in which they stand. */
function requoted({ clause, quotes = [] }: QuotedRow, { outline, oldOutline, renamed }: Calls): Requoted {
  const became: Became = new Map();
  if (clause === undefined) return { row: {}, became };
  const now: string[] = [];
  const clauses = new Map(clause.split('；').map((name): [string, string | undefined] => [name, undefined]));
  for (const quote of quotes) {
    const found = placed(quote, clause, outline);
    if (!found) return { why: `原文没有这句话了：“${quote}”` };
    now.push(found.quote);
    compareFigures(quote, found.quote, became);
    const stood = [...clauses.keys()].find((name) => oldOutline.get(name)?.includes(quote)) ?? found.clause;
    if (!outline.get(clauses.get(stood) ?? stood)?.includes(found.quote)) clauses.set(stood, found.clause);
  }
  const lists = /^附[123] /;
  const names = [...clauses].flatMap(([name, now]) => {
    if (now !== undefined) return [now];
    const { text, gone } = renamed(name);
    if (gone.length > 0) return [];
    return outline.has(text) || !oldOutline.has(name) || lists.test(text) ? [text] : [];
  });
  if (names.length === 0) return { why: `原文没有这一条了：${clause}` };
  return { row: { clause: [...new Set(names)].join('；'), ...(quotes.length > 0 && { quotes: now }) }, became };
}

/** Words of sentences that are gone, or of new ones where the row says that nothing is written. */
function contradicted(row: QuotedRow, { goneWords, newWords }: Calls): string[] {
  const said = told(row);
  const silent = /没有?写|没有规定/.test(said) ? newWords.find((words) => said.includes(words)) : undefined;
  // a rule whose quote still stands holds, whatever words it shares with one that is gone
  const gone = ('check' in row || 'against' in row ? [] : goneWords).find(
    (words) => said.includes(words) && !row.quotes?.some((quote) => quote.includes(words)),
  );
  return [
    ...(silent === undefined ? [] : [`说没有写，新写的句子里却有“${silent}”`]),
    ...(gone === undefined ? [] : [`没有了的句子里的话“${gone}”`]),
  ];
}

/** What a row tells people. */
function told(row: object): string {
  const { words = '', title = '', question = '', ours = '' } = row as Record<string, unknown>; // any row is an object
  return JSON.stringify([words, title, question, ours]);
}
