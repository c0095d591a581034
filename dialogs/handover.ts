/** What becomes of the help desk's item by what somebody there does: pending → taken → answered → closed. Pure. */
import type { DeskItem } from '../state/deskItem.ts';
import type { StaffDeed } from '../state/staffAct.ts';

export type DeskState = DeskItem['state'] | 'closed';

/** What happened to the item, for programs: names nobody. */
export interface DeskChange {
  item: string;
  /** Afterwards. */
  state: DeskState;
  /** Of a new item: what is to be answered, why it was handed over, and the number of the line in which it was asked. */
  question?: string;
  why?: DeskItem['why'];
  seq?: number;
}

export interface Dealt {
  /** The item afterwards; undefined when it is closed. */
  item: DeskItem | undefined;
  /** What happened, in order: a reply may hand the talk back at once. */
  states: readonly DeskState[];
}

type Member = NonNullable<DeskItem['by']>;

/** Whether somebody at the help desk has the talk, and the assistant is silent. */
export const hasTalk = (item: DeskItem | undefined): item is DeskItem => item !== undefined && item.state !== 'pending';

/**
 * The item after a deed; undefined where the deed has no effect: it comes too late, somebody else has the talk, it was done before, or it is no
 * matter of the item (a mark, a note).
 *
 * @param at ISO time
 */
export function dealt(item: DeskItem | undefined, deed: StaffDeed, by: Member, at: string): Dealt | undefined {
  if (!item || !('item' in deed) || deed.item !== item.id) return undefined;
  const theirs = item.state !== 'pending' && item.by?.id === by.id;
  switch (deed.do) {
    case 'take':
      return item.state === 'pending'
        ? { item: { ...item, state: 'taken', by, takenAt: at }, states: ['taken'] }
        : undefined;
    case 'release':
      return theirs ? { item: released(item), states: ['pending'] } : undefined;
    case 'reply': {
      if (item.state !== 'pending' && !theirs) return undefined;
      const answered = { ...item, state: 'answered' as const, by, takenAt: item.takenAt ?? at, answeredAt: at };
      return deed.close
        ? { item: undefined, states: ['answered', 'closed'] }
        : { item: answered, states: ['answered'] };
    }
    case 'close':
      return theirs ? { item: undefined, states: ['closed'] } : undefined;
  }
}

/** Waits for anybody again. */
export function released({ by: _by, takenAt: _taken, answeredAt: _answered, ...item }: DeskItem): DeskItem {
  return { ...item, state: 'pending' };
}

/** Milliseconds without a word of the help desk after which the person's next message ends the silence. */
const longest = 24 * 60 * 60 * 1000;

/** Whether the help desk has said nothing for so long that the assistant speaks again. */
export function isGivenUp({ askedAt, takenAt, answeredAt }: DeskItem, now: Date): boolean {
  return now.getTime() - Date.parse(answeredAt ?? takenAt ?? askedAt) >= longest;
}
