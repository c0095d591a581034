/** What is known for a day of a conversation that was deleted: none of its words, only where its numbers go on. */
import { z } from 'zod';
import type { EndingStore } from './ending.ts';
import { transcriptLine } from './transcript.ts';

export const departed = z.object({
  schema: z.literal(1),
  expiresAt: z.iso.datetime(),
  lastSeq: z.number().int().min(0),
  /** Our own lines that tell of it; read until somebody writes again. */
  told: z.array(transcriptLine),
  /** Hashes of the ids of its activities: none has a second effect. */
  taken: z.array(z.string()),
});
export type Departed = z.infer<typeof departed>;

export type DepartedStore = EndingStore<Departed>;

/** Milliseconds for which it is known. */
export const departedFor = 24 * 60 * 60 * 1000;
