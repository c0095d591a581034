/** What a conversation last asked about the guide: for half an hour a follow-up (那方向八呢) leans on it. */
import { z } from 'zod';
import type { Mention, Thing } from '../knowledge/answer/asked.ts';
import type { Memory } from '../knowledge/answer/follow.ts';

/** How long a context is kept after the last question. */
const keptMinutes = 30;
/** A follow-up leans on a few things; what a long message named besides is not kept. */
const most = 60;

const span = { start: z.number().int().min(0), end: z.number().int().min(0) };
const text = z.string();
const forms = {
  direction: z.object({ is: z.literal('direction'), number: z.number(), ...span }),
  party: z.object({ is: z.literal('party'), no: text, ...span }),
  country: z.object({ is: z.literal('country'), code: text, ...span }),
  continent: z.object({ is: z.literal('continent'), name: text, ...span }),
  place: z.object({
    is: z.literal('place'),
    name: text,
    countries: z.array(text),
    pairs: z.array(z.number()),
    ...span,
  }),
  side: z.object({ is: z.literal('side'), name: text, listed: z.boolean(), ...span }),
  host: z.object({ is: z.literal('host'), name: text, ...span }),
  base: z.object({ is: z.literal('base'), nos: z.array(z.number()), ...span }),
  unit: z.object({ is: z.literal('unit'), name: text, ...span }),
  date: z.object({ is: z.literal('date'), value: text, ...span }),
  age: z.object({ is: z.literal('age'), years: z.number(), ...span }),
  amount: z.object({ is: z.literal('amount'), yuan: z.number(), ...span }),
  duration: z.object({ is: z.literal('duration'), months: z.number(), ...span }),
  title: z.object({ is: z.literal('title'), name: text, ...span }),
  person: z.object({ is: z.literal('person'), ...span }),
} satisfies Record<Thing['is'], z.ZodType<Mention>>;

/** Every field of a memory: a new one that is missing here does not compile. */
const fields = {
  concepts: z.array(text).exactOptional(),
  mentions: z.array(z.union(Object.values(forms))).exactOptional(),
  draft: text.exactOptional(),
  guide: text.exactOptional(),
} satisfies Record<keyof Memory, z.ZodType>;

export const consulted = z.object({
  /** When it was asked (ISO). */
  at: z.string(),
  memory: z.object(fields),
  /** Questions that were offered with the answer: a number alone chooses one. */
  offered: z.array(text).default([]),
});
export type Consulted = z.infer<typeof consulted>;

/** The memory as it is kept: no longer than a follow-up needs. */
export function bounded(memory: Memory): Consulted['memory'] {
  const { concepts, mentions, draft, guide } = memory;
  return {
    ...(concepts && { concepts: concepts.slice(0, most) }),
    ...(mentions && { mentions: mentions.slice(0, most).map(plain) }),
    ...(draft !== undefined && { draft }),
    ...(guide !== undefined && { guide }),
  };
}

type Kept = NonNullable<Consulted['memory']['mentions']>[number];

/** A mention with lists of its own. */
function plain(mention: Mention): Kept {
  if (mention.is === 'place')
    return { ...mention, countries: [...mention.countries], pairs: mention.pairs.slice(0, most) };
  if (mention.is === 'base') return { ...mention, nos: mention.nos.slice(0, most) };
  return mention;
}

/** Whether what was asked then is still spoken of. */
export function isFresh(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() < keptMinutes * 60_000;
}
