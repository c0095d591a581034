/** What a query of transcripts asks, as conditions on the table `lines l`. */
import { hashOf } from '../hash.ts';
import { folded } from '../said.ts';
import type { TranscriptQuery } from '../transcripts.ts';
import { clean } from './lineRows.ts';

export interface Conditions {
  /** Every one must hold; they name values by number. */
  where: string[];
  values: unknown[];
}

/** Text in which nothing is a wildcard. */
const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

function timeOf(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw new RangeError(`不是时间：${text}`);
  return time;
}

/** @throws RangeError for times that are none. */
export function conditionsOf(query: TranscriptQuery): Conditions {
  const values: unknown[] = [];
  const where = ['NOT l.told'];
  const add = (value: unknown, condition: (number: string) => string): void => {
    if (value !== undefined) where.push(condition(`$${values.push(value)}`));
  };
  const equals = (column: string, value: string | undefined): void =>
    add(value === undefined ? undefined : clean(value), (number) => `l.${column} = ${number}`);
  const { conversation, from, text, ruleId } = query;
  add(conversation === undefined ? undefined : hashOf(conversation), (name) => `l.key = (SELECT key FROM talks WHERE name = ${name})`);
  equals('channel', query.channel);
  add(from === undefined ? undefined : from === 'person', (value) => `l.person = ${value}`);
  add(timeOf(query.since), (value) => `l.at >= ${value}`);
  add(timeOf(query.until), (value) => `l.at < ${value}`);
  // The same form as in `said`; LIKE is several times as fast as ILIKE.
  add(text ? `%${literally(clean(folded(text)))}%` : undefined, (value) => `l.said LIKE ${value}`);
  equals('question_id', query.questionId);
  equals('answer_status', query.answerStatus);
  add(ruleId === undefined ? undefined : clean(ruleId), (value) => `${value} = ANY(l.rule_ids)`);
  equals('verdict', query.verdict);
  equals('guide', query.guide);
  return { where, values };
}
