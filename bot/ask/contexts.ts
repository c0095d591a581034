/** What each caller's conversations last asked, in memory: bounded in number, forgotten after half an hour of silence. */
import type { Memory } from '../../knowledge/answer/follow.ts';
import { bounded, isFresh } from '../../state/consulted.ts';

export interface Contexts {
  /** What the conversation last asked; undefined when it is new or was silent for too long. */
  recall(conversation: string): Memory | undefined;
  keep(conversation: string, memory: Memory): void;
  readonly size: number;
}

const mostKept = 10_000;

/**
 * @param now the clock
 * @param most conversations kept; beyond them the one that was silent longest is forgotten
 */
export function contexts(now: () => Date, most = mostKept): Contexts {
  // In the order of their last question: a conversation that asks again goes to the end.
  const kept = new Map<string, { at: Date; memory: Memory }>();
  return {
    recall(conversation) {
      const known = kept.get(conversation);
      return known && isFresh(known.at, now()) ? known.memory : undefined;
    },
    keep(conversation, memory) {
      const at = now();
      kept.delete(conversation);
      kept.set(conversation, { at, memory: bounded(memory) });
      for (const [oldest, each] of kept) {
        if (kept.size <= most && isFresh(each.at, at)) break;
        kept.delete(oldest);
      }
    },
    get size() {
      return kept.size;
    },
  };
}
