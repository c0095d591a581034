/** What the digest keeps of a line: one line of JSON, an array, so that no field's name is found in it. */
import type { Searchable } from '../../transcriptQuery.ts';

/** The time stands first and has a fixed length. */
type Entry = [
  at: string,
  seq: number,
  from: Searchable['from'],
  said: string,
  questionId: string | null,
  answerStatus: string | null,
  ruleIds: readonly string[],
  verdict: string | null,
  guide: string,
];

export function entryText(line: Searchable): string {
  const { at, seq, from, said, questionId, answerStatus, ruleIds, verdict, guide } = line;
  const entry: Entry = [at, seq, from, said, questionId ?? null, answerStatus ?? null, ruleIds, verdict ?? null, guide];
  return `${JSON.stringify(entry)}\n`;
}

export function entryOf(text: string): Searchable {
  // `entryText` wrote it, and the sum of its chunk is right.
  const [at, seq, from, said, questionId, answerStatus, ruleIds, verdict, guide] = JSON.parse(text) as Entry;
  const some = { questionId: questionId ?? undefined, answerStatus: answerStatus ?? undefined };
  return { at, seq, from, said, ...some, ruleIds, verdict: verdict ?? undefined, guide };
}

/** The time of the entry that begins there. */
export const timeAt = (bytes: Buffer, begin: number): string => bytes.toString('latin1', begin + 2, begin + 26);
