/** The shape of a guide's `rules.json`: every rule's words, and the rules of the usual kinds whole. */
import { z } from 'zod';

export const factPath = z.string().regex(/^[a-zA-Z]+(\[\])?(\.[a-zA-Z]+)*$/);
const parameter = z.string();
const value = z.union([z.string(), z.number(), z.boolean()]);

/** A condition of "applies when"; three-valued, like everything here: not known while its fact is not known. */
export const condition = z.union([
  z.strictObject({ fact: factPath, in: z.array(value).min(1) }),
  z.strictObject({ fact: factPath, any: z.array(value).min(1) }),
  z.strictObject({ fact: factPath, nonEmpty: z.literal(true) }),
]);

const check = z.discriminatedUnion('kind', [
  /** Every one of these facts must be `is`. */
  z.strictObject({ kind: z.literal('flags'), facts: z.array(factPath).min(1), is: z.boolean() }),
  /** A date before, on or before, or on or after a parameter; `sameDay` and `confirmUntil` say what to confirm. */
  z.strictObject({
    kind: z.literal('date'),
    fact: factPath,
    op: z.enum(['before', 'on-or-before', 'on-or-after']),
    parameter,
    sameDay: z.literal('to-confirm').optional(),
    confirmUntil: parameter.optional(),
  }),
  /** An amount of at least `min` and at most `max`, both inclusive. */
  z.strictObject({ kind: z.literal('amount'), fact: factPath, min: parameter.optional(), max: parameter.optional() }),
  /** An amount of at least `times` times another amount. */
  z.strictObject({ kind: z.literal('times'), fact: factPath, of: factPath, times: parameter }),
  /** All of these items of a list are written. */
  z.strictObject({ kind: z.literal('written'), fact: factPath, items: z.array(z.string()).min(1) }),
  z.strictObject({
    kind: z.literal('choice'),
    fact: factPath,
    met: z.array(value).min(1),
    unmet: z.array(value).optional(),
    toConfirm: z.array(value).optional(),
  }),
  /** Told, never decided: advice and information. */
  z.strictObject({ kind: z.literal('told') }),
  /** Decided by the object of this id under `knowledge/rules/`. */
  z.strictObject({ kind: z.literal('code') }),
]);

const words = z.strictObject({
  /** A few characters: what the rule is about. */
  title: z.string().min(2).max(30),
  /** What the checklist says when it is met / not met / not known / to be confirmed; `{p:…}` and `{f:…}` are filled in. */
  met: z.string().optional(),
  unmet: z.string().optional(),
  open: z.string().optional(),
  toConfirm: z.string().optional(),
  /** What to do about it, and who does it. */
  todo: z.string().optional(),
  who: z.string().optional(),
  /** The way out of a bar, said at once with it. */
  wayOut: z.string().optional(),
  /** How this rule is named inside a row that it shares with others. */
  item: z.string().optional(),
});

export const ruleRow = z.strictObject({
  id: z.string().regex(/^[a-z]+\.[a-z0-9-]+$/),
  clause: z.string(),
  quotes: z.array(z.string()).min(1),
  kind: z.enum(['bar', 'remedy', 'preference', 'advice', 'info']),
  appliesWhen: z.array(condition).optional(),
  /** While only this fact of "applies when" is not known, list it all the same (附5 四（二）: the language). */
  openWhenUnsure: factPath.optional(),
  /** While this fact of "applies when" is not known, ask for it, though the rule is not listed. */
  askWhenUnsure: factPath.optional(),
  check,
  /** Advice that is told beside the checklist where it applies. */
  remind: z.literal(true).optional(),
  /** Rules of one row id share one row of the checklist. */
  row: z.string().optional(),
  words: z.strictObject({ zh: words, en: words.partial().optional() }),
});

export const rowWords = z.strictObject({
  id: z.string(),
  zh: z.strictObject({ title: z.string(), what: z.string().optional(), todo: z.string(), who: z.string().optional() }),
});

export const rulesFile = z.strictObject({ rules: z.array(ruleRow).min(1), rows: z.array(rowWords) });

export type RuleRow = z.infer<typeof ruleRow>;
export type RuleCheck = RuleRow['check'];
export type Condition = z.infer<typeof condition>;
export type RowWords = z.infer<typeof rowWords>;
