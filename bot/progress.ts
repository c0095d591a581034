/** Which conversations wait for an answer, and since when one of them got none: how long the queue is, and how old. */

export interface Waiting {
  /** Turns that wait or run, and those that are tried again. */
  length: number;
  /** Seconds since the conversation that waits longest last got on; 0 when nothing waits. */
  oldest: number;
}

export interface Progress {
  begin(conversation: string): void;
  /** A message of it was answered. */
  went(conversation: string): void;
  end(conversation: string): void;
  /** It failed, and waits until it is tried again. */
  stuck(conversation: string): void;
  /** Turns that wait or run now. */
  running(): number;
  waiting(): Waiting;
}

export function progress(): Progress {
  const all = new Map<string, { since: number; turns: number }>();
  let running = 0;

  function left(conversation: string): { since: number; turns: number } | undefined {
    running -= 1;
    const own = all.get(conversation);
    if (own) own.turns -= 1;
    return own;
  }

  return {
    begin(conversation) {
      running += 1;
      const own = all.get(conversation);
      if (own) own.turns += 1;
      else all.set(conversation, { since: performance.now(), turns: 1 });
    },
    went(conversation) {
      const own = all.get(conversation);
      if (own) own.since = performance.now();
    },
    end(conversation) {
      if (left(conversation)?.turns === 0) all.delete(conversation);
    },
    stuck: (conversation) => void left(conversation),
    running: () => running,
    waiting() {
      const at = performance.now();
      const waits = [...all.values()];
      return {
        length: waits.reduce((sum, { turns }) => sum + Math.max(turns, 1), 0),
        oldest: waits.reduce((most, { since }) => Math.max(most, (at - since) / 1000), 0),
      };
    },
  };
}
