/**
 * The shape of a guide's `openPoints.json`: what the call leaves open, so that the department may settle it once for all. Each option says
 * how the call is then read (`says`, told to people) and what follows for deciding (`effects`, a closed set; none: only an answer).
 */
import { z } from 'zod';
import { cautionCondition } from './cautionSchema.ts';
import { placeCategories } from './places/category.ts';

const text = z.string().min(1);
/** A regular expression on a question in one spelling: lower case, simplified. */
const pattern = z.string().refine(isPattern, '这不是一个正则表达式');
const id = z.string().regex(/^[a-z0-9-]+$/);

const effect = z.discriminatedUnion('kind', [
  /** Whether a deadline takes in its own day (前, 之前). */
  z.strictObject({ kind: z.literal('own-day'), parameter: text, counts: z.boolean() }),
  /** A threshold that was read into the text becomes another day. */
  z.strictObject({ kind: z.literal('parameter'), parameter: text, value: z.iso.date() }),
  /** The category of a country. */
  z.strictObject({ kind: z.literal('category'), country: text, category: z.enum(placeCategories) }),
  /** International organisations belong where their country belongs. */
  z.strictObject({ kind: z.literal('organisations-by-country') }),
  /** Partners of both categories: the chosen direction decides, or there may be none. In which order they stand in the application is not known. */
  z.strictObject({ kind: z.literal('both-categories'), by: z.enum(['direction', 'none']) }),
  /** International organisations may be no partners: their country makes no category. */
  z.strictObject({ kind: z.literal('no-organisations') }),
  /** A value of a rule that is a choice. */
  z.strictObject({ kind: z.literal('choice'), rule: text, value: text, outcome: z.enum(['met', 'unmet']) }),
  /** What a rule leaves to be confirmed; `bar`: it bars then, whatever kind of rule it is; `known`: the fact without which it stays open. */
  z.strictObject({
    kind: z.literal('outcome'),
    rule: text,
    to: z.enum(['met', 'unmet']),
    as: z.literal('bar').optional(),
    known: text.optional(),
  }),
  /** Of a list of years only those are wanted in which the unit was there. */
  z.strictObject({ kind: z.literal('years-since-founding') }),
  /** Rules that do not apply to an enterprise too young to have audits of both years. */
  z.strictObject({ kind: z.literal('audits-waived'), rules: z.array(text).min(1) }),
]);

const option = z.strictObject({
  id,
  label: z.string().min(2).max(40),
  /** What is told to people, without saying who decided it. */
  says: z.string().min(4).max(160),
  /** What to do where it bars: 「换一家……」. */
  todo: text.optional(),
  effects: z.array(effect),
});

const openPointRow = z.strictObject({
  id,
  /** A few characters. */
  title: z.string().min(2).max(30),
  question: z.string().min(4).max(80),
  /** One or several, as in `一 第1段；附5 二（二）`. */
  clause: text,
  quotes: z.array(text).min(1),
  /** How people ask for it; answered by the ruling. */
  ask: z.array(z.string().min(4).max(60)).min(1),
  /** Whom it concerns: all conditions of one group hold; absent: those whose rules are decided otherwise by the ruling. */
  when: z.array(z.array(cautionCondition).min(1)).min(1).optional(),
  /** The rules whose message it explains, if they are decided otherwise. */
  rules: z.array(text).optional(),
  /** Cautions and answers of the guide that say that this is open: the ruling stands in their place. */
  cautions: z.array(text).optional(),
  answers: z.array(text).optional(),
  /** Which questions with one of those answers are about the point; behind the answer to others the ruling is told as something else. */
  about: z
    .strictObject({
      with: pattern,
      without: pattern.optional(),
      /** Of a question that names a day. */
      from: z.iso.date().optional(),
    })
    .optional(),
  /** The country whose category it settles. */
  country: text.optional(),
  options: z.array(option).min(2),
});

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'u').source.length > 0;
  } catch {
    return false;
  }
}

export const openPointsFile = z.array(openPointRow);

export type OpenPoint = z.infer<typeof openPointRow>;
export type OpenPointOption = OpenPoint['options'][number];
export type Effect = OpenPointOption['effects'][number];
