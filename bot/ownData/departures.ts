/** Conversations that were deleted, in memory only: the numbers go on, so that whoever watches one sees what follows. */
import type { TranscriptLine } from '../../state/transcript.ts';

export interface Departed {
  lastSeq: number;
  /** What is said of the deletion: it is read until somebody writes again, and kept nowhere. */
  told: readonly TranscriptLine[];
  /** Ids of activities taken in before: none has a second effect. */
  taken: ReadonlySet<string>;
}

export interface Departures {
  add(conversation: string, departed: Departed): void;
  get(conversation: string): Departed | undefined;
  told(conversation: string): readonly TranscriptLine[];
  /** Somebody has written again. */
  moveOn(conversation: string): void;
}

/** More than are ever watched at once. */
const most = 2000;

export function departures(): Departures {
  const all = new Map<string, Departed>();
  return {
    add(conversation, departed) {
      if (all.size >= most) all.delete(String(all.keys().next().value));
      all.set(conversation, departed);
    },
    get: (conversation) => all.get(conversation),
    told: (conversation) => all.get(conversation)?.told ?? [],
    moveOn(conversation) {
      const departed = all.get(conversation);
      if (departed) all.set(conversation, { ...departed, told: [] });
    },
  };
}
