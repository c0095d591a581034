/** What the help desk is asked to answer in a conversation; it stands in the conversation's document, so that taking it is a turn like any other. */
import { z } from 'zod';

const member = z.object({ id: z.string(), name: z.string() });

export const deskItem = z.object({
  /** Unique; the conversation may have had others before. */
  id: z.string(),
  /**
   * `pending`: waits for somebody, the assistant goes on answering. `taken`: somebody has the talk, the assistant is silent. `answered`: they
   * have replied and still have it. What is closed stands in the transcript only.
   */
  state: z.enum(['pending', 'taken', 'answered']),
  /** ISO time. */
  askedAt: z.string(),
  /** The person's message that is to be answered: its line, and its words. */
  seq: z.number().int(),
  question: z.string(),
  /** Why it stopped: the person wants a person, the guide does not say, or it is no matter of the guide. */
  why: z.enum(['person', 'not-in-guide', 'declined', 'clarify']),
  by: member.optional(),
  takenAt: z.string().optional(),
  answeredAt: z.string().optional(),
});
export type DeskItem = z.infer<typeof deskItem>;
