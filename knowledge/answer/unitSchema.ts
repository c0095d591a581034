import { z } from 'zod';

const concept = z.string().regex(/^[a-z@][a-z0-9@-]*$/);
const words = z.strictObject({ say: z.string().min(2).max(400) });

/** Longest question that is offered. */
const longestAsk = 24;

/**
 * An answer as data. `ask`: a question that it surely answers, offered when nothing fits well. `all`: each must be touched; an array inside means one of these. `any`: also answered to, not required. `not`: never
 * when one of these is touched. `@direction`, `@country` … stand for a thing that the question names. `quotes` are word for word in the
 * guide. `anywhere`: what it requires may stand in any clause (做到一半外方走了, 能换吗), not only in the one that asks. `nearest`: for what the guide does not say, the id of the unit whose rule is nearest; it is told too.
 */
export const unitRow = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9.-]*$/),
  ask: z.string().min(2).max(longestAsk).optional(),
  status: z.enum(['answered', 'clarify', 'not-in-guide', 'declined']).optional(),
  clause: z.string().optional(),
  quotes: z.array(z.string()).optional(),
  all: z.array(z.union([concept, z.array(concept).min(2)])).min(1),
  any: z.array(concept).optional(),
  not: z.array(concept).optional(),
  anywhere: z.literal(true).optional(),
  nearest: z.string().optional(),
  bonus: z.number().min(-2).max(3).optional(),
  words: z.strictObject({ zh: words, en: words.optional() }),
  suggest: z.array(z.string()).max(3).optional(),
});

/** `also`: what every unit of the file answers to besides its own `any`. */
export const unitFile = z.strictObject({ also: z.array(concept).optional(), units: z.array(unitRow).min(1) });

export type UnitRow = z.infer<typeof unitRow>;
