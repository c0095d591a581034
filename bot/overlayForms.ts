/** What is published as documents: each version, which never changes, and the one that names the current. */
import { z } from 'zod';
import type { Overlay } from '../knowledge/overlay.ts';

const text = z.string();
const publisher = z.object({ id: text, name: text });
const unit = z.object({
  id: text,
  questions: z.array(text),
  answer: text,
  clause: text.optional(),
  quote: text.optional(),
  date: z.iso.date(),
  by: text,
});

/** An overlay as it is kept. */
export const storedOverlay: z.ZodType<Overlay> = z.object({
  version: text,
  guide: text,
  units: z.array(unit),
  words: z.array(z.object({ concept: text, word: text })),
  rulings: z.array(z.object({ point: text, choice: text, date: z.iso.date(), by: text, note: text.optional() })),
}) as z.ZodType<Overlay>; // optional fields: absent or undefined is the same to everybody who reads them

const count = z.number().int().nonnegative();
export const publication = z.object({
  at: text,
  by: publisher,
  approvedBy: publisher,
  change: z.object({ units: count, words: count, rulings: count, dropped: count }),
  rolledBackTo: text.optional(),
  ref: text.optional(),
  /** The version before. */
  previous: text.optional(),
  overlay: storedOverlay,
});
export type Publication = z.output<typeof publication>;
export const pointer = z.object({ version: text, number: z.number().int().positive() });
