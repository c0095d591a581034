/**
 * What somebody at the help desk does in a conversation. It is kept as a line of the transcript (`from: 'staff'`, an event that nobody but staff
 * sees), in order with what the person says; what follows from it (a message to the person, the talk handed back) are lines of their own.
 */
import { z } from 'zod';

const text = z.string().trim().min(1).max(4000);

export const staffDeed = z.discriminatedUnion('do', [
  /** Has the talk from now on; without effect when somebody else has it. */
  z.object({ do: z.literal('take'), item: z.string() }),
  /** Gives it back to the queue. */
  z.object({ do: z.literal('release'), item: z.string() }),
  /**
   * Says something to the person, and has the talk by that; `close` hands it back to the assistant at once. Without effect when somebody else
   * has the talk, or the item is closed.
   */
  z.object({
    do: z.literal('reply'),
    item: z.string(),
    text,
    clause: z.string().max(60).optional(),
    close: z.boolean(),
  }),
  /** Hands the talk back to the assistant, which asks the open question again. */
  z.object({ do: z.literal('close'), item: z.string() }),
  /** Judges one line (`seq`) or the whole talk; the last judgement of a line stands. `correction`: how it should have been. */
  z.object({
    do: z.literal('mark'),
    seq: z.number().int().positive().optional(),
    mark: z.enum(['wrong', 'corrected', 'reviewed', 'cleared']),
    text: text.optional(),
  }),
  /** A note that only staff see. */
  z.object({ do: z.literal('note'), seq: z.number().int().positive().optional(), text }),
]);
export type StaffDeed = z.infer<typeof staffDeed>;

export const staffAct = z.object({
  /** Unique: a repeated one has no second effect. */
  id: z.string().min(1),
  conversation: z.string(),
  by: z.object({ id: z.string(), name: z.string() }),
  deed: staffDeed,
});
export type StaffAct = z.infer<typeof staffAct>;
