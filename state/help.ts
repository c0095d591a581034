/** What a conversation keeps around the help desk's item: what may be handed over next, and what of the desk's is not known to have arrived. */
import { z } from 'zod';

export const help = z.object({
  /** The last question that got no answer. */
  unanswered: z
    .object({
      /** The number of its line. */
      seq: z.number().int(),
      question: z.string(),
      why: z.enum(['not-in-guide', 'declined', 'clarify']),
      /** ISO time. */
      at: z.string(),
    })
    .optional(),
  /** What the next message may be: a yes to being handed over, or the words of the question. */
  awaits: z.enum(['yes', 'question']).optional(),
  /** Said while somebody had the talk, and to be met when the assistant speaks again. */
  wish: z.enum(['delete', 'show']).optional(),
  /** Ids of the desk's messages of which it is not known that they arrived: one that did not is said again. */
  owed: z.array(z.string()).optional(),
});
export type Help = z.infer<typeof help>;
