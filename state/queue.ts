/** One queue per conversation: jobs of one run in order, those of different ones side by side. */
export interface Queues {
  /** Runs the job when all earlier ones of this key have ended, however they ended. */
  run<T>(key: string, job: () => Promise<T>): Promise<T>;
  /** Resolves when no job of this key (of any) is waiting or running. */
  idle(key?: string): Promise<void>;
}

export function queues(): Queues {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(key, job) {
      const before = tails.get(key) ?? Promise.resolve();
      const result = before.then(job, job);
      const tail = result.then(
        () => {},
        () => {},
      );
      tails.set(key, tail);
      void tail.then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
      return result;
    },
    async idle(key) {
      const left = (): Promise<unknown>[] =>
        [...tails].flatMap(([each, tail]) => (key === undefined || each === key ? [tail] : []));
      for (let waiting = left(); waiting.length; waiting = left()) await Promise.all(waiting);
    },
  };
}
