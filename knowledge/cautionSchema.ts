/**
 * The shape of a guide's `cautions.json`: where the call contradicts itself or is silent, whom it concerns (`when`), and
 * what is told of it. All conditions of `when` must hold; a condition whose facts are not known does not.
 */
import { z } from 'zod';
import { condition, factPath } from './ruleSchema.ts';

const text = z.string().min(1);

/** What must be true of one and the same overseas partner; its country is known. */
const partnerCondition = z.strictObject({
  /** Its country is one of these (`zh` of `places/countries.json`), or none of these. */
  in: z.array(text).min(1).optional(),
  notIn: z.array(text).min(1).optional(),
  on: z.enum(['asia', 'europe', 'americas', 'africa', 'oceania']).optional(),
  /** How 附1 names its country: itself, only through a bloc, not at all. */
  agreement: z
    .array(z.enum(['listed', 'indirect', 'none']))
    .min(1)
    .optional(),
  /** How 附2 names its city. */
  sisterCity: z
    .array(z.enum(['listed', 'within']))
    .min(1)
    .optional(),
  /** Numbers of the entries found in 附1 (`一（一）`) or 附2 (`100`): one of them is found. */
  entries: z.array(text).min(1).optional(),
  /** The Jiangxi side of the pair is not this one. */
  sideIsNot: text.optional(),
  /** Its city has the name of a place of 附2 that lies elsewhere. */
  namesake: z.literal(true).optional(),
});

export const cautionCondition = z.union([
  condition,
  /** A date of which every day that it may mean is in the range, both ends included. */
  z
    .strictObject({ fact: factPath, from: z.iso.date().optional(), to: z.iso.date().optional() })
    .refine(({ from, to }) => from !== undefined || to !== undefined, { error: '缺 from 或 to' }),
  /** An amount below this parameter. */
  z.strictObject({ fact: factPath, below: text }),
  /** One of these rules has one of these outcomes. */
  z.strictObject({
    rules: z.array(text).min(1),
    outcome: z.array(z.enum(['met', 'unmet', 'to-confirm', 'open'])).min(1),
  }),
  z.strictObject({ partner: partnerCondition }),
  /** There are overseas partners in both categories. */
  z.strictObject({ bothCategories: z.literal(true) }),
  /** At least so many overseas partners. */
  z.strictObject({ partners: z.int().positive() }),
  /** The unit is a host of 附3, under the printed name or today's. */
  z.strictObject({ base: z.array(z.enum(['listed', 'renamed'])).min(1) }),
]);

/** `text` may hold `{p:…}` and `{f:…}` (see `fill.ts`), and `{country}`, `{city}`, `{pair}`, `{bloc}` of the partner concerned. */
const words = z.strictObject({ title: z.string().min(2).max(30), text });

export const cautionsFile = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    /** One or several, as in `附4 II.3；二 第3段`. */
    clause: text,
    quotes: z.array(text).min(1),
    when: z.array(cautionCondition).min(1),
    words: z.strictObject({ zh: words, en: words.partial().optional() }),
  }),
);

export type CautionRow = z.infer<typeof cautionsFile>[number];
export type CautionCondition = CautionRow['when'][number];
export type PartnerCondition = z.infer<typeof partnerCondition>;
