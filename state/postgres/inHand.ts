/**
 * What this process has in hand of conversations in which somebody just spoke: it spares asking for it, and reading it again. Another
 * process may know better, and nothing rests on it: the database compares.
 */
import type { TranscriptLine } from '../transcript.ts';

/** Conversations of which it is kept; what was not heard of for longest goes first. */
const most = { numbers: 10_000, documents: 500 };

/** By the hash of the conversation's id. */
export interface InHand {
  /** The last number of a conversation of which something is kept. */
  numbers: Kept<number>;
  /** The text of the document as this process committed it last. */
  documents: Kept<string>;
  /** What this process accepted and no turn has looked for yet; of several the latest. */
  arrived: Map<string, TranscriptLine>;
}

interface Kept<T> {
  get(name: string): T | undefined;
  set(name: string, thing: T): void;
  forget(name: string): void;
}

export const inHand = (): InHand => ({
  numbers: kept(most.numbers),
  documents: kept(most.documents),
  arrived: new Map(),
});

function kept<T>(atMost: number): Kept<T> {
  const things = new Map<string, T>();
  return {
    get: (name) => things.get(name),
    set(name, thing) {
      things.delete(name);
      things.set(name, thing);
      if (things.size <= atMost) return;
      const [oldest = name] = things.keys();
      things.delete(oldest);
    },
    forget: (name) => void things.delete(name),
  };
}
