/**
 * A verdict to take away: what its page and its Word file show, as data. It is reached by an id that cannot be guessed
 * and ends by itself; it belongs to no conversation and holds no facts but those that the verdict shows.
 */
import { z } from 'zod';
import type { EndingStore } from './ending.ts';

const text = z.string();
const row = z.object({
  section: z.enum(['failed', 'to-confirm', 'missing']),
  title: text,
  /** What is the matter. */
  what: text,
  /** What to do, and who does it. */
  todo: text,
  who: text,
  clauses: z.array(text),
  quotes: z.array(text),
});

export const checklist = z.object({
  schema: z.literal(1),
  /** ISO times. */
  madeAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  language: z.enum(['zh', 'en']),
  verdict: z.enum(['ready', 'fixable', 'needs-confirmation', 'not-eligible']),
  headline: text,
  /** Who and which unit, as far as the verdict says. */
  subtitle: text,
  facts: z.array(z.object({ label: text, value: text })),
  rows: z.array(row),
  /** Lines: what would help, priorities, reminders, what the call leaves open. */
  better: z.array(text),
  priorities: z.array(text),
  advice: z.array(text),
  /** Not in those that were kept before there were any. */
  cautions: z.array(text).default([]),
  met: z.array(z.object({ title: text, clause: text })),
  caveat: text,
});
export type Checklist = z.infer<typeof checklist>;

export type ChecklistStore = EndingStore<Checklist>;
