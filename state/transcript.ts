/** One line of a transcript: what was said, and what it rests on. */
import { z } from 'zod';

export const transcriptLine = z.object({
  /** 1, 2, 3 … in this conversation: the watermark of Direct Line. */
  seq: z.number().int().positive(),
  /** ISO time. */
  at: z.string(),
  /**
   * `staff`: somebody at the help desk. A `message` of theirs is for the person; an `event` (`state/staffAct.ts`) is what they did, and is
   * shown to nobody but staff.
   */
  from: z.enum(['person', 'bot', 'staff']),
  /** The activity as the channel shows it (id, type, text, attachments, suggestedActions, channelData, from …). */
  activity: z.record(z.string(), z.unknown()),
  caseId: z.string().optional(),
  questionId: z.string().optional(),
  /** Fact ids that this message set (never their values). */
  factsSet: z.array(z.string()).optional(),
  answerStatus: z.string().optional(),
  citations: z
    .array(
      z.union([
        z.object({ clause: z.string(), quote: z.string() }),
        /** What staff published (`knowledge/answer/draft.ts`). */
        z.object({ source: z.literal('咨询台答复'), date: z.string(), quote: z.string() }),
      ]),
    )
    .optional(),
  ruleIds: z.array(z.string()).optional(),
  verdict: z.string().optional(),
  guide: z.string(),
  overlay: z.string().nullable(),
  /** Who it was at the help desk. */
  staff: z.object({ id: z.string(), name: z.string() }).optional(),
  /** Numbers of the directions of the case of which the line speaks. */
  directions: z.array(z.number().int()).optional(),
  /** Of a line that is for the person: what is known of its delivery. */
  delivery: z.enum(['pending', 'visible', 'sent', 'failed', 'ambiguous']).optional(),
  /** Why it did not arrive, or may not have, in the channel's words: no names, no texts. Known to whoever reads one conversation. */
  undelivered: z.string().optional(),
});
export type TranscriptLine = z.infer<typeof transcriptLine>;

/** What staff did, which nobody but staff sees: no word of the talk, so that neither searching nor its age knows of it. */
export const isDeed = ({ from, activity }: Pick<TranscriptLine, 'from' | 'activity'>): boolean =>
  from === 'staff' && activity.type === 'event';
