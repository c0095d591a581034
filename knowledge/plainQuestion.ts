/** A plain question as data: a guide may add one for a rule of a usual kind without any code. */
import { z } from 'zod';
import { topics } from './topics.ts';

const sentence = z.string().min(2).max(120);

const wording = z.strictObject({
  ask: z.string().min(4).max(60),
  why: sentence.optional(),
  retry: z.tuple([sentence, sentence, sentence]),
  choices: z.array(z.string().min(1).max(8)).max(8).optional(),
});

export const plainQuestions = z.strictObject({
  id: z.string().regex(/^[a-zA-Z]+(\.[a-zA-Z0-9]+)+$/),
  topic: z.enum(topics),
  /** The question it is asked after. */
  after: z.string(),
  /** The one fact that it settles. */
  fact: z.string().regex(/^[a-zA-Z]+\.[a-zA-Z]+$/),
  reader: z.enum(['yes-no', 'date', 'money', 'months', 'count']),
  wording: z.strictObject({ zh: wording, en: wording.partial().optional() }),
  /** Worked examples: typed text and the value that comes out; null: asked again. */
  examples: z.array(z.tuple([z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])])).min(3),
});

export type PlainQuestion = z.infer<typeof plainQuestions>;
