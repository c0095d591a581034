/** What is different between two ways of replying to the same message: answers, verdicts, and the rules that move a verdict. */

import type { Reply, VerdictShown } from '../../dialogs/reply.ts';
import type { Answer } from '../../knowledge/answer/compose.ts';
import type { Assessment, Finding } from '../../knowledge/assess.ts';
import type { Played } from './player.ts';

/** Characters of a text that are kept. */
const longestText = 2000;

export interface Cited {
  /** The clause; 咨询台答复 with its day where the help desk says it. */
  of: string;
  quote: string;
}

export interface AnswerShown {
  status: string;
  text: string;
  citations: Cited[];
}

export interface VerdictSeen {
  verdict: string;
  failedRules: string[];
  missingItems: string[];
  toConfirm: string[];
}

/** A rule that is decided otherwise; `none`: there is no such rule. */
export interface Moved {
  rule: string;
  title: string;
  clause: string;
  before: string;
  after: string;
}

/**
 * - `answer`: what a question was answered with.
 * - `verdict`: what an interview ended with, or what its rules came to. Absent on one side: the interview does not end there.
 * - `wording`: the verdict is the same, only what is said of it is not.
 */
export type Difference =
  | { what: 'answer'; before?: AnswerShown; after?: AnswerShown }
  | { what: 'verdict'; before?: VerdictSeen; after?: VerdictSeen; moved: Moved[]; otherwise: string[] }
  | { what: 'wording'; verdict: string; before: string; after: string };

/** What differs in the replies to one message; `said`: something else that was said does, and nothing of these. */
export function differences(before: Played, after: Played): { found: Difference[]; said: boolean } {
  const found = [...answerDifference(before, after), ...verdictDifference(before, after)];
  return { found, said: found.length === 0 && textOf(before) !== textOf(after) };
}

const textOf = (played: Played): string => (played ?? []).map(withoutCaveat).join('\n');

/** The last line names the version of what is published, which is always another one. */
const withoutCaveat = ({ text, verdict }: Reply): string => (verdict ? text.replace(verdict.caveat, '') : text);

function lastOf<T>(played: Played, of: (reply: Reply) => T | undefined): T | undefined {
  return (played ?? []).flatMap((reply) => of(reply) ?? []).at(-1);
}

function answerDifference(before: Played, after: Played): Difference[] {
  const [one, other] = [before, after].map((played) => {
    const answer = lastOf(played, (reply) => reply.answer);
    return answer && shown(answer);
  });
  if (JSON.stringify(one) === JSON.stringify(other)) return [];
  return [{ what: 'answer', ...(one && { before: cut(one) }), ...(other && { after: cut(other) }) }];
}

function shown({ status, answer, citations }: Answer): AnswerShown {
  return { status, text: answer, citations: citations.map(citedIn) };
}

function citedIn(cited: Answer['citations'][number]): Cited {
  if ('source' in cited) return { of: `${cited.source} ${cited.date}`, quote: cited.quote };
  return { of: cited.clause, quote: cited.quote };
}

const shortened = (text: string): string => (text.length > longestText ? `${text.slice(0, longestText)}……` : text);

const cut = ({ status, text, citations }: AnswerShown): AnswerShown => ({
  status,
  text: shortened(text),
  citations: citations.slice(0, 20).map(({ of, quote }) => ({ of, quote: shortened(quote) })),
});

function verdictDifference(before: Played, after: Played): Difference[] {
  const [one, other] = [before, after].map((played) => lastOf(played, ({ verdict }) => verdict && seenOf(verdict)));
  if (!one && !other) return [];
  const moved = one && other ? movedRules(one.findings, other.findings) : [];
  const otherwise = one && other ? otherParts(one, other) : [];
  const seen = { ...(one && { before: setsOf(one) }), ...(other && { after: setsOf(other) }) };
  const isMoved = !one || !other || JSON.stringify(setsOf(one)) !== JSON.stringify(setsOf(other));
  if (isMoved || moved.length > 0 || otherwise.length > 0) return [{ what: 'verdict', ...seen, moved, otherwise }];
  if (one.text === other.text) return [];
  return [{ what: 'wording', verdict: one.verdict, before: shortened(one.text), after: shortened(other.text) }];
}

function seenOf({ assessment, caveat }: VerdictShown): Assessment {
  return { ...assessment, text: assessment.text.replace(caveat, '').trimEnd() };
}

const setsOf = ({ verdict, failedRules, missingItems, toConfirm }: Assessment): VerdictSeen => ({
  verdict,
  failedRules,
  missingItems,
  toConfirm,
});

/** Parts of a verdict that no rule decides. */
function otherParts(one: Assessment, other: Assessment): string[] {
  const parts = ['preferences', 'category', 'directionAllowed'] as const;
  return parts.filter((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]));
}

/** Rules whose outcome is another one, in the order of the guide. */
function movedRules(before: readonly Finding[], after: readonly Finding[]): Moved[] {
  const was = new Map(before.map((each) => [each.rule, each]));
  const is = new Map(after.map((each) => [each.rule, each]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((rule) => {
    const [one, other] = [was.get(rule), is.get(rule)];
    const known = other ?? one;
    if (!known || one?.status === other?.status) return [];
    const { title, clause } = known;
    return [{ rule, title, clause, before: one?.status ?? 'none', after: other?.status ?? 'none' }];
  });
}
