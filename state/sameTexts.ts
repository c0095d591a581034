/** Many summaries hold the same few words and lists of words: each is kept in memory once. */
import type { Summary } from './summary.ts';

/** Different ones that are remembered; what comes then is kept by itself. */
const most = 50_000;

/** Gives the way to make an equal summary of parts that are shared. */
export function sameTexts(): (summary: Summary) => Summary {
  const words = new Map<string, string>();
  const lists = new Map<string, readonly (string | number)[]>();
  const records = new Map<string, Readonly<Record<string, number>>>();

  function once<T>(known: Map<string, T>, key: string, value: T): T {
    const same = known.get(key);
    if (same !== undefined) return same;
    if (known.size < most) known.set(key, value);
    return value;
  }
  const word = (text: string): string => once(words, text, text);
  function list<T extends string | number>(things: readonly T[]): readonly T[] {
    // Texts and numbers have different keys, so that a list has the kind that was asked for.
    return once(lists, JSON.stringify(things), things) as readonly T[];
  }

  return (summary) => ({
    ...summary,
    channel: word(summary.channel),
    guide: word(summary.guide),
    questions: list(summary.questions.map(word)),
    rules: list(summary.rules.map(word)),
    directions: list(summary.directions),
    unanswered: summary.unanswered.length === 0 ? none : summary.unanswered,
    desk: summary.desk.length === 0 ? none : summary.desk,
    answered: once(records, JSON.stringify(summary.answered), summary.answered),
    ...(summary.step !== undefined && { step: word(summary.step) }),
    ...(summary.verdict !== undefined && { verdict: word(summary.verdict) }),
  });
}

const none: never[] = [];
