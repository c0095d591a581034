/** What waits at the help desk, as a list: one entry an item, made of the summaries of the conversations that have one. */
import { sameKey } from '../../../state/sameQuestion.ts';
import type { DeskSpan, Summary } from '../../../state/summary.ts';

export interface Entry {
  conversation: string;
  channel: string;
  span: DeskSpan;
}

/** Entries that ask the same, the oldest first. */
export interface Group {
  first: Entry;
  others: Entry[];
}

export interface Shown {
  /** Waits for somebody. */
  pending: Group[];
  /** Somebody has the talk. */
  held: Entry[];
  /** That closed last first. */
  closed: Entry[];
  counts: { pending: number; held: number; mine: number; closed: number };
}

export const states = ['pending', 'held', 'closed'] as const;

export interface QueueFilter {
  state?: (typeof states)[number];
  channel?: string;
  /** Only what this member has or had. */
  by?: string;
}

/** The closed ones that are listed. */
const mostClosed = 50;

/** All items of these conversations, each once. */
export function entriesOf(summaries: readonly Summary[]): Entry[] {
  const byItem = new Map<string, Entry>();
  for (const { conversation, channel, desk } of summaries)
    for (const span of desk) byItem.set(span.item, { conversation, channel, span });
  return [...byItem.values()];
}

/**
 * @param since ISO time: what was closed before is not listed
 * @param me whose items are counted as mine
 */
export function shownOf(
  entries: readonly Entry[],
  filter: QueueFilter,
  { since, me }: { since: string; me: string },
): Shown {
  const here = entries.filter(({ channel }) => filter.channel === undefined || channel === filter.channel);
  const pending = here.filter(({ span }) => span.state === 'pending').sort(by('askedAt'));
  const held = here.filter(({ span }) => isHeld(span)).sort(by('takenAt'));
  const closed = here
    .filter(({ span }) => span.state === 'closed' && (span.closedAt ?? '') >= since)
    .sort(by('closedAt'))
    .reverse();
  const counts = {
    pending: pending.length,
    held: held.length,
    mine: held.filter(({ span }) => span.by?.id === me).length,
    closed: closed.length,
  };
  const wanted = (state: QueueFilter['state'], list: Entry[]): Entry[] =>
    filter.state === undefined || filter.state === state
      ? list.filter(({ span }) => filter.by === undefined || span.by?.id === filter.by)
      : [];
  return {
    pending: grouped(wanted('pending', pending)),
    held: wanted('held', held),
    closed: wanted('closed', closed).slice(0, mostClosed),
    counts,
  };
}

const isHeld = ({ state }: Pick<DeskSpan, 'state'>): boolean => state === 'taken' || state === 'answered';

/** Entries whose questions are the same, at the place of the oldest. */
export function grouped(entries: readonly Entry[]): Group[] {
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    const key = sameKey(entry.span.question);
    const group = groups.get(key);
    if (group) group.others.push(entry);
    // What asks nothing that could be compared stands by itself.
    else groups.set(key === '' ? entry.span.item : key, { first: entry, others: [] });
  }
  return [...groups.values()];
}

/**
 * Who else waits for an answer to the same question, each conversation once: those that nobody has, or that this member has.
 * @param item the one that is answered
 */
export function askedTheSame(
  entries: readonly Entry[],
  item: Pick<Entry, 'conversation' | 'span'>,
  me: string,
): Entry[] {
  const key = sameKey(item.span.question);
  if (key === '') return [];
  const found = new Map<string, Entry>();
  for (const each of [...entries].sort(by('askedAt'))) {
    const { conversation, span } = each;
    const free = span.state === 'pending' || (isHeld(span) && span.by?.id === me);
    if (!free || conversation === item.conversation || sameKey(span.question) !== key) continue;
    if (!found.has(conversation)) found.set(conversation, each);
  }
  return [...found.values()];
}

const by =
  (field: 'askedAt' | 'takenAt' | 'closedAt') =>
  (one: Entry, other: Entry): number =>
    (one.span[field] ?? '').localeCompare(other.span[field] ?? '') || one.span.item.localeCompare(other.span.item);
