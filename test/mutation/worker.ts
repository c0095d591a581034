/** One thread that judges: told a case, it answers with the judgement; before each step it says how long that may take. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Case, Judge } from './judge.ts';
import { Library } from './modules.ts';
import type { Known } from './reach.ts';

export interface Work {
  root: string;
  judges: readonly string[];
  known: readonly Known[];
  /** How many milliseconds a test may take beside twenty times what it takes; half a minute without it. */
  patience?: number;
}

const { root, judges, known, patience = 30_000 } = workerData as Work; // what pool.ts gives it
const library = new Library(root);
await library.add(judges);
const judge = new Judge(library, known, (milliseconds) =>
  parentPort?.postMessage({ expecting: milliseconds * 20 + patience }),
);
parentPort?.on('message', (asked: Case) => {
  void judge.judge(asked).then((judgement) => parentPort?.postMessage({ judgement }));
});
parentPort?.postMessage({ ready: true });
