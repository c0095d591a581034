/** Where the words of the old call stand in the new one: the same, or the same but for figures. */
import type { Outline } from '../check/outline.ts';
import { type Became, compareFigures } from './figures.ts';

/** A quote as the new call has it. */
export interface Placed {
  clause: string;
  quote: string;
}

const figure = /\d+(?:\.\d+)?/g;

/** Matches the quote with any figures in the place of its own. */
function butForFigures(quote: string): RegExp {
  const words = quote.split(figure).map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const before = /^\d/.test(quote) ? '(?<![\\d.])' : '';
  const after = /\d$/.test(quote) ? '(?![\\d.])' : '';
  return new RegExp(`${before}${words.join('\\d+(?:\\.\\d+)?')}${after}`, 'u');
}

/**
 * Finds the quote in the new call, first in the clause of the same name, then in the smallest clause that has it.
 * @param clauses as a row names them: `一 第1段；附5 二（二）`
 */
export function placed(quote: string, clauses: string, outline: Outline): Placed | undefined {
  const named = clauses.split('；');
  const others = [...outline.keys()].sort((one, other) => sizeOf(one, outline) - sizeOf(other, outline));
  const order = [...named.filter((name) => outline.has(name)), ...others];
  const same = order.find((name) => outline.get(name)?.includes(quote));
  if (same !== undefined) return { clause: same, quote };
  if (quote.search(figure) < 0) return undefined;
  const pattern = butForFigures(quote);
  for (const clause of order) {
    const [found] = pattern.exec(outline.get(clause) ?? '') ?? [];
    if (found !== undefined) return { clause, quote: found };
  }
  return undefined;
}

const sizeOf = (name: string, outline: Outline): number => outline.get(name)?.length ?? 0;

export const sentencesOf = (text: string): string[] =>
  [...text.matchAll(/[^。\n]+。?/gu)].map(([sentence]) => sentence.trim()).filter((sentence) => sentence !== '');

/** Clauses that say a rule: 一 to 四 and 附5, without the headings above them. */
function ruling(outline: Outline): [clause: string, text: string][] {
  return [...outline].filter(
    ([name]) => /^[一二三四](?: |（)/.test(name) || /^附5 (?:首段|[一二三四五六七八九十]+(?: |（))/.test(name),
  );
}

/** A sentence of the old call and what became of it. */
export interface Sentence {
  clause: string;
  before: string;
  after?: string;
  /** Where it stands now, if elsewhere. */
  now?: string;
}

export interface Compared {
  /** Sentences with other figures, in another clause, or gone. */
  changed: Sentence[];
  /** Sentences that the old call does not have. */
  added: { clause: string; text: string }[];
  became: Became;
}

/** Compares the rules of two calls sentence by sentence. */
export function compareCalls(before: Outline, after: Outline): Compared {
  const changed: Sentence[] = [];
  const kept = new Set<string>();
  const became: Became = new Map();
  for (const [clause, text] of ruling(before))
    for (const sentence of sentencesOf(text)) {
      const found = placed(sentence, clause, after);
      if (!found) changed.push({ clause, before: sentence });
      else {
        kept.add(found.quote);
        if (found.quote !== sentence) changed.push({ clause, before: sentence, after: found.quote, now: found.clause });
        else if (found.clause !== clause)
          changed.push({ clause, before: sentence, after: sentence, now: found.clause });
        compareFigures(sentence, found.quote, became);
      }
    }
  const added = ruling(after).flatMap(([clause, text]) =>
    sentencesOf(text).flatMap((sentence) => (kept.has(sentence) ? [] : [{ clause, text: sentence }])),
  );
  return { changed, added, became };
}

/** Words that only join others. */
const joining = /[的和及与等将在各须或由为其请]/u;

const runsIn = (text: string): string[] =>
  [...text.matchAll(/(?=(\p{Script=Han}{4}))/gu)].map(([, run = '']) => run).filter((run) => !joining.test(run));

/** A call that is new throughout is compared in part: its old rows do not hold anyway. */
const mostRuns = 5000;

/** Runs of four Chinese characters in sentences that the new call adds, which the old one nowhere has. */
export function newWordsIn({ added }: Pick<Compared, 'added'>, oldWords: string): string[] {
  return [...new Set(added.flatMap(({ text }) => runsIn(text)))]
    .slice(0, mostRuns)
    .filter((run) => !oldWords.includes(run));
}

/** Runs of four Chinese characters in sentences that are gone, of which the new call has fewer. */
export function goneWordsIn({ changed }: Pick<Compared, 'changed'>, before: Outline, after: Outline): string[] {
  const [old, now] = [before, after].map((outline) =>
    ruling(outline)
      .map(([, text]) => text)
      .join('\n'),
  );
  const count = (text: string | undefined, words: string): number => (text ?? '').split(words).length - 1;
  const runs = changed.flatMap(({ before: sentence, after: same }) => (same === undefined ? runsIn(sentence) : []));
  return [...new Set(runs)]
    .slice(0, mostRuns)
    .filter((run) => !joining.test(run) && count(old, run) <= 3 && count(now, run) < count(old, run));
}
