/** The link to a person's own data: it names a conversation and holds nothing of it, so that what is deleted is gone from it too. */
import { z } from 'zod';
import type { EndingStore } from './ending.ts';

export const exportLink = z.object({
  schema: z.literal(1),
  conversation: z.string(),
  /** ISO times. */
  madeAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type ExportLink = z.infer<typeof exportLink>;

export type ExportStore = EndingStore<ExportLink>;
