/** Threads that judge cases side by side; one that gets into an endless loop is ended, and its case counts as killed. */
import { Worker } from 'node:worker_threads';
import type { Case, Judgement } from './judge.ts';
import type { Work } from './worker.ts';

type Told = { ready?: true; expecting?: number; judgement?: Judgement };

export interface Pool {
  /** Judges all cases; `done` is told of each, in the order in which they are done. */
  judge<Item>(
    items: readonly Item[],
    caseOf: (item: Item) => Case,
    done: (item: Item, judgement: Judgement) => void,
  ): Promise<void>;
}

/** How long a thread may take to start. */
const start = 120_000;

export function pool(work: Work, threads: number): Pool {
  return {
    async judge(items, caseOf, done) {
      const left = [...items.entries()].reverse();
      const thread = async (): Promise<void> => {
        let hand: Hand | undefined;
        for (let next = left.pop(); next; next = left.pop()) {
          hand ??= await handOf(work);
          const [, item] = next;
          const judgement = await hand.judge(caseOf(item));
          done(item, judgement ?? { is: 'killed', by: 'time' });
          if (!judgement) hand = undefined;
        }
        await hand?.end();
      };
      await Promise.all(Array.from({ length: threads }, thread));
    },
  };
}

interface Hand {
  /** `undefined`: it took too long, and the thread has ended. */
  judge(asked: Case): Promise<Judgement | undefined>;
  end(): Promise<unknown>;
}

async function handOf(work: Work): Promise<Hand> {
  const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: work });
  const told = (asked: Case | undefined): Promise<Told | undefined> =>
    new Promise((resolve, reject) => {
      let clock = setTimeout(tooLong, start);
      const settle = (answer: Told | undefined): void => {
        clearTimeout(clock);
        // By name: the thread has listeners of its own, without which no message comes.
        worker.removeAllListeners('message').removeAllListeners('error');
        resolve(answer);
      };
      function tooLong(): void {
        void worker.terminate().then(() => settle(undefined));
      }
      worker.on('error', (error) => {
        clearTimeout(clock);
        reject(error);
      });
      worker.on('message', (message: Told) => {
        if (message.expecting === undefined) return settle(message);
        clearTimeout(clock);
        clock = setTimeout(tooLong, message.expecting);
      });
      if (asked) worker.postMessage(asked);
    });
  if (!(await told(undefined))) throw new Error('a thread of the mutation test did not start');
  return { judge: async (asked) => (await told(asked))?.judgement, end: () => worker.terminate() };
}
