/** Who of the staff did and read what: only added to, kept apart from conversations and their deletion. */

import { z } from 'zod';
import { inUtc } from './transcriptQuery.ts';

export interface AuditEntry {
  /** ISO time. */
  at: string;
  /** Account and name; `system` where nobody is signed in. */
  by: { id: string; name: string };
  /** `transcript.read`, `account.role` …: what, in words that do not change. */
  deed: string;
  /** What it was done to: an id, never what was said. */
  about?: string;
  /** Plain words for people, without personal data of applicants. */
  note?: string;
}

const kept = z.object({
  at: z.iso.datetime({ offset: true }),
  by: z.object({ id: z.string(), name: z.string() }),
  deed: z.string(),
  about: z.string().optional(),
  note: z.string().optional(),
});

/** An entry as every home keeps it: its time in UTC, its fields in this order, nothing besides; undefined for what is none. */
export function auditEntry(value: unknown): AuditEntry | undefined {
  const read = kept.safeParse(value).data;
  if (!read) return undefined;
  const { at, by, deed, about, note } = read;
  return {
    at: inUtc(at),
    by: { id: by.id, name: by.name },
    deed,
    ...(about !== undefined && { about }),
    ...(note !== undefined && { note }),
  };
}

/** The same of an entry that is to be added. Throws RangeError for a time that is none. */
export function entryToAdd(given: AuditEntry): AuditEntry {
  const entry = auditEntry(given);
  if (!entry) throw new RangeError('the time of an audit entry is none');
  return entry;
}

/** The month of an entry, in UTC: `2026-11`. */
export const monthOf = (at: string): string => inUtc(at).slice(0, 7);

/** Days for which entries are kept at least; as long as conversations where that is longer. */
export const auditDays = 180;

export interface Audit {
  /** When it resolves, it survives a crash. Rejects with RangeError for a time that is none. */
  add(entry: AuditEntry): Promise<void>;
  /** Newest first. A `next` that is none of ours throws RangeError. */
  list(
    filter: { by?: string; deed?: string; about?: string },
    page?: { most?: number; next?: string },
  ): Promise<{ items: AuditEntry[]; next?: string }>;
  /** Drops the months that lie wholly before this time. */
  prune(before: Date): Promise<void>;
}
