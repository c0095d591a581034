/** Trying again what failed, more and more slowly: the disk is full, the database is away, and comes back. */

/** Milliseconds until the first try, and at most. */
const wait = { first: 250, most: 15_000 };

export interface Retrying {
  /** It failed: it is tried again after a while, longer each time. */
  later(key: string): void;
  /** It is done. */
  done(key: string): void;
}

export function retrying(attempt: (key: string) => void): Retrying {
  const tries = new Map<string, number>();
  const timed = new Set<string>();
  return {
    later(key) {
      if (timed.has(key)) return;
      const before = tries.get(key) ?? 0;
      tries.set(key, before + 1);
      timed.add(key);
      const again = (): void => {
        timed.delete(key);
        attempt(key);
      };
      setTimeout(again, Math.min(wait.most, wait.first * 2 ** Math.min(before, 10))).unref();
    },
    done: (key) => void tries.delete(key),
  };
}
