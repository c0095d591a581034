/** A gate through which only so many go at once; the others wait in the order in which they came. */

export interface Gate {
  /** Runs the job when its turn has come. Throws what `late` gives if that takes longer than the gate's patience. */
  pass<T>(job: () => Promise<T>): Promise<T>;
}

/** `patience` in milliseconds; without it everybody waits as long as it takes. */
export function gate(most: number, late: () => Error, patience?: number): Gate {
  const waiting = new Set<() => void>();
  let inside = 0;

  function enter(): Promise<void> {
    if (inside < most) {
      inside += 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const come = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer =
        patience === undefined
          ? undefined
          : setTimeout(() => {
              waiting.delete(come);
              reject(late());
            }, patience);
      waiting.add(come);
    });
  }

  /** Gives the place to the next one. */
  function leave(): void {
    const [next] = waiting;
    if (!next) {
      inside -= 1;
      return;
    }
    waiting.delete(next);
    next();
  }

  return {
    async pass(job) {
      await enter();
      try {
        return await job();
      } finally {
        leave();
      }
    },
  };
}
