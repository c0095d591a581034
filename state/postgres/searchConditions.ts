/** What a query of transcripts asks, as conditions on the table `searched`. */
import { hashOf } from '../hash.ts';
import type { TranscriptQuery } from '../transcripts.ts';
import { clean } from './lineRows.ts';

export interface Conditions {
  /** Every one must hold; they name values by number. */
  where: string[];
  values: unknown[];
}

/** Text in which nothing is a wildcard. */
const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** The pattern of texts that hold this one, which is of a plain query. */
export const likeOf = (text: string): string => `%${literally(clean(text))}%`;

/** Of a plain query. */
export function conditionsOf(query: TranscriptQuery): Conditions {
  const values: unknown[] = [];
  const where: string[] = [];
  const add = (value: unknown, condition: (number: string) => string): void => {
    if (value !== undefined) where.push(condition(`$${values.push(value)}`));
  };
  const equals = (column: string, value: string | undefined): void =>
    add(value === undefined ? undefined : clean(value), (number) => `${column} = ${number}`);
  const { conversation, from, text, ruleId } = query;
  add(
    conversation === undefined ? undefined : hashOf(conversation),
    (name) => `key = (SELECT key FROM talks WHERE name = ${name})`,
  );
  equals('channel', query.channel);
  add(from === undefined ? undefined : from === 'person', (value) => `person = ${value}`);
  if (from === 'bot') where.push('NOT staff');
  if (from === 'staff') where.push('staff');
  add(query.since, (value) => `at >= ${value}::timestamptz`);
  add(query.until, (value) => `at < ${value}::timestamptz`);
  const wanted = text ? clean(text) : undefined;
  // The same form as in `said`; LIKE is several times as fast as ILIKE.
  add(wanted === undefined ? undefined : likeOf(wanted), (value) => `said LIKE ${value}`);
  // Trigrams find no word of two characters; in one conversation no index is needed.
  const pair = conversation === undefined && wanted !== undefined && [...wanted].length === 2 ? [wanted] : undefined;
  add(pair, (value) => `pairs(said) @> ${value}::text[]`);
  equals('question_id', query.questionId);
  equals('answer_status', query.answerStatus);
  add(ruleId === undefined ? undefined : clean(ruleId), (value) => `${value} = ANY(rule_ids)`);
  equals('verdict', query.verdict);
  equals('guide', query.guide);
  return { where, values };
}
