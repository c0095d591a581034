/** Small builders that the questions share: parts answered by yes or no, and answers kept as facts. */
import type { Facts, PartialDate, Partner } from '../facts.ts';
import type { AnswerContext, Part, Patch } from '../question.ts';
import { readDate } from '../read/readDate.ts';
import { readYesNo } from '../read/readYesNo.ts';
import type { Reading } from '../reading.ts';

/** A reading whose value is turned into facts; fields that are absent are left out. */
export function asFacts<T>(reading: Reading<T> | undefined, facts: (value: T) => Patch): Reading<Patch> | undefined {
  if (reading?.is !== 'value') return reading;
  const patch = Object.fromEntries(Object.entries(facts(reading.value)).filter(([, value]) => value !== undefined));
  if (Object.keys(patch).length === 0) return undefined;
  return { is: 'value', value: patch, ...(reading.echo !== undefined && { echo: reading.echo }) };
}

/** Yes and no as facts. "Not yet" and "partly" count as no: the thing is not there. */
export function yesNo(text: string, yes: Patch, no: Patch): Reading<Patch> | undefined {
  return asFacts(readYesNo(text), (value) => (value === 'yes' ? yes : no));
}

/** A part-question answered by yes or no. */
export function flagPart(
  ask: string,
  id: keyof Facts,
  options: { yes?: boolean; choices?: readonly string[] } = {},
): Part {
  const yes = options.yes ?? true;
  return {
    ask,
    choices: options.choices ?? ['是', '不是', '不确定'],
    read: (text) => yesNo(text, { [id]: yes }, { [id]: !yes }),
  };
}

/** The `partners` list with some fields of the partner asked about set. */
export function withPartner(
  { facts, index }: AnswerContext,
  fields: { [K in keyof Partner]?: Partner[K] | undefined },
): Patch {
  const partners = [...(facts.partners ?? [])];
  while (partners.length <= index) partners.push({});
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  partners[index] = { ...partners[index], ...Object.fromEntries(known) };
  return known.length ? { partners } : {};
}

/** The same three retries for every yes-or-no question. */
export const yesNoRetry = [
  '请回复“是”或“不是”；不确定就回复“不知道”。',
  '没看懂。有、办好了就回复“是”，没有、还没办就回复“不是”。',
  '这一题先放着，最后再补。',
] as const;

/** The first reading that understood the text. */
export function firstOf(...readings: (Reading<Patch> | undefined)[]): Reading<Patch> | undefined {
  return readings.find((each) => each?.is === 'value') ?? readings.find((each) => each !== undefined);
}

/** A date in the past; after a year or month was given, what is missing may come alone (「5月20」). */
export function dateAnswer(
  text: string,
  today: string,
  known: PartialDate | undefined,
): Reading<PartialDate> | undefined {
  return readDate(text, { today, latest: today, ...(known !== undefined && known.length < 10 && { known }) });
}
