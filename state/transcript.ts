/** One line of a transcript: what was said, and what it rests on. */
import { z } from 'zod';

export const transcriptLine = z.object({
  /** 1, 2, 3 … in this conversation: the watermark of Direct Line. */
  seq: z.number().int().positive(),
  /** ISO time. */
  at: z.string(),
  from: z.enum(['person', 'bot']),
  /** The activity as the channel shows it (id, type, text, attachments, suggestedActions, channelData, from …). */
  activity: z.record(z.string(), z.unknown()),
  caseId: z.string().optional(),
  questionId: z.string().optional(),
  /** Fact ids that this message set (never their values). */
  factsSet: z.array(z.string()).optional(),
  answerStatus: z.string().optional(),
  citations: z.array(z.object({ clause: z.string(), quote: z.string() })).optional(),
  ruleIds: z.array(z.string()).optional(),
  verdict: z.string().optional(),
  guide: z.string(),
  overlay: z.string().nullable(),
  /** Of a bot line: what is known of its delivery. */
  delivery: z.enum(['pending', 'visible', 'sent', 'failed', 'ambiguous']).optional(),
});
export type TranscriptLine = z.infer<typeof transcriptLine>;
