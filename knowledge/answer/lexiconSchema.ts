import { z } from 'zod';

/**
 * A concept and the words that people use for it. `weight`: 1 for what a question is about, 0 for how it asks (几个, 吗, 要不要),
 * something between for words that nearly every question holds (项目, 单位). Words are plain strings, in the one spelling of `normalise`.
 */
export const conceptRow = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  weight: z.number().min(0).max(3).optional(),
  words: z.array(z.string().min(1).max(24)).min(1),
});

export const lexiconFile = z.strictObject({ concepts: z.array(conceptRow).min(1) });

export type ConceptRow = z.infer<typeof conceptRow>;
