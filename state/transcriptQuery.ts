/** What a query of transcripts means: in one spelling for every home, and as a condition on one line. */
import { folded, saidIn } from './said.ts';
import { isDeed, type TranscriptLine } from './transcript.ts';
import type { TranscriptQuery } from './transcripts.ts';

/** What is searched of a line. */
export interface Searchable {
  /** ISO time in UTC, to the millisecond. */
  at: string;
  seq: number;
  from: TranscriptLine['from'];
  /** What a person saw, folded. */
  said: string;
  questionId: string | undefined;
  answerStatus: string | undefined;
  ruleIds: readonly string[];
  verdict: string | undefined;
  guide: string;
}

/**
 * The query with its times in UTC to the millisecond and its text folded; conditions that are absent or empty are left out.
 *
 * @throws RangeError for a time that is none.
 */
export function plainQuery(query: TranscriptQuery): TranscriptQuery {
  const { since, until, text } = query;
  const plain = {
    ...query,
    since: since === undefined ? undefined : inUtc(since),
    until: until === undefined ? undefined : inUtc(until),
    text: text && folded(text),
  };
  return Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined && value !== ''));
}

/** Whether a line is what a plain query asks for; of which conversation and channel it is, the caller looks at. */
export function fits(line: Searchable, query: TranscriptQuery): boolean {
  const { from, since, until, text, questionId, answerStatus, ruleId, verdict, guide } = query;
  return (
    (from === undefined || line.from === from) &&
    (since === undefined || line.at >= since) &&
    (until === undefined || line.at < until) &&
    (questionId === undefined || line.questionId === questionId) &&
    (answerStatus === undefined || line.answerStatus === answerStatus) &&
    (ruleId === undefined || line.ruleIds.includes(ruleId)) &&
    (verdict === undefined || line.verdict === verdict) &&
    (guide === undefined || line.guide === guide) &&
    (text === undefined || line.said.includes(text))
  );
}

/**
 * What is searched of a line as it was kept; undefined for what is no line (a header, a mark, something damaged), and for what staff did:
 * nothing is said in it.
 */
export function searchableOf(kept: unknown): Searchable | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { at, seq, from, activity, questionId, answerStatus, ruleIds, verdict, guide }: Record<string, unknown> = {
    ...kept,
  };
  if (typeof at !== 'string' || typeof seq !== 'number') return undefined;
  if (from !== 'person' && from !== 'bot' && from !== 'staff') return undefined;
  if (typeof activity !== 'object' || activity === null || Number.isNaN(Date.parse(at))) return undefined;
  if (isDeed({ from, activity: { ...activity } })) return undefined;
  return {
    at: inUtc(at),
    seq,
    from,
    said: folded(saidIn({ ...activity })),
    questionId: word(questionId),
    answerStatus: word(answerStatus),
    ruleIds: Array.isArray(ruleIds) ? ruleIds.map(String) : [],
    verdict: word(verdict),
    guide: word(guide) ?? '',
  };
}

const word = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const utc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
/** In UTC to the millisecond: the comparison of texts is then that of times. Throws RangeError for what is none. */
export const inUtc = (time: string): string => (utc.test(time) ? time : new Date(time).toISOString());
