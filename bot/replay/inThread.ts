/**
 * Replays talks in a thread of its own, a batch at a time, so that neither the service's loop nor its memory feels how many there are. Reading
 * goes on while the thread works, one batch ahead.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PastTalk } from './pastTalk.ts';
import type { Change } from './replay.ts';
import type { Done, Given } from './worker.ts';

/** What a replay found, of all talks. */
export interface Report {
  talks: number;
  turns: number;
  /** Turns with another answer; with another verdict; with another wording of the same verdict; with something else that is said otherwise. */
  answers: number;
  verdicts: number;
  wordings: number;
  said: number;
  failed: number;
  /** Talks left out, since their guide is not there any more. */
  skipped: number;
  /** There were more talks than are replayed. */
  cut: boolean;
  /** How many verdicts each rule moves, the most first. */
  movers: { rule: string; title: string; clause: string; before: string; after: string; verdicts: number }[];
  /** The first ones, in the order of the talks. */
  changes: Change[];
  /** Milliseconds that it took. */
  took: number;
}

interface Options extends Given {
  talks: AsyncIterable<PastTalk>;
  signal?: AbortSignal;
  /** Told after each batch: what was replayed so far. */
  report?: (done: { talks: number; turns: number }) => void;
  /** Turns that are replayed at most. */
  most?: number;
}

/** Turns of a batch, and changes that are kept word for word; of more the number is told. */
const batchTurns = 150;
const mostChanges = 500;

export async function replayInThread({ talks, signal, report, most = 200_000, ...given }: Options): Promise<Report> {
  signal?.throwIfAborted();
  const began = performance.now();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: given satisfies Given,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 700 },
  });
  const end = (): void => void worker.terminate();
  signal?.addEventListener('abort', end);
  try {
    const found = await through(worker, { talks, most, report });
    return { ...found, took: performance.now() - began };
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', end);
    await worker.terminate();
  }
}

async function through(
  worker: Worker,
  { talks, most, report }: { talks: Options['talks']; most: number; report: Options['report'] },
): Promise<Omit<Report, 'took'>> {
  const totals = counting();
  let open: Promise<Done> | undefined;
  let given = 0;
  let cut = false;
  const settle = async (): Promise<void> => {
    if (!open) return;
    totals.add(await open);
    report?.({ talks: totals.report.talks, turns: totals.report.turns });
  };
  const send = async (batch: readonly PastTalk[]): Promise<void> => {
    await settle();
    open = answerOf(worker);
    // Awaited at the next batch: until then nobody else hears that it failed.
    open.catch(() => {});
    worker.postMessage(batch);
  };
  let batch: PastTalk[] = [];
  let waiting = 0;
  for await (const talk of talks) {
    if (given + talk.turns.length > most) {
      cut = true;
      break;
    }
    batch.push(talk);
    given += talk.turns.length;
    waiting += talk.turns.length;
    if (waiting < batchTurns) continue;
    await send(batch);
    batch = [];
    waiting = 0;
  }
  if (batch.length > 0) await send(batch);
  await settle();
  return { ...totals.report, cut, movers: totals.movers() };
}

async function answerOf(worker: Worker): Promise<Done> {
  const abort = new AbortController();
  const { signal } = abort;
  try {
    // Rejects when the thread fails; one that ends by itself says so by its end.
    const answer = once(worker, 'message', { signal });
    const gone = once(worker, 'exit', { signal }).then(() => {
      throw new Error('回放的线程中止了');
    });
    gone.catch(() => {});
    const [done] = await Promise.race([answer, gone]);
    return done;
  } finally {
    abort.abort();
  }
}

function counting() {
  const report = { talks: 0, turns: 0, answers: 0, verdicts: 0, wordings: 0, said: 0, failed: 0, skipped: 0 };
  const changes: Change[] = [];
  const moved = new Map<string, Report['movers'][number]>();
  return {
    report: { ...report, changes } as typeof report & { changes: Change[] },
    add(done: Done): void {
      this.report.talks += done.talks;
      this.report.turns += done.turns;
      this.report.said += done.said;
      this.report.failed += done.failed;
      this.report.skipped += done.skipped;
      for (const change of done.changes) {
        const has = (what: string): number => (change.differences.some((each) => each.what === what) ? 1 : 0);
        this.report.answers += has('answer');
        this.report.verdicts += has('verdict');
        this.report.wordings += has('wording');
        for (const each of change.differences) if (each.what === 'verdict') each.moved.forEach(count);
        if (changes.length < mostChanges) changes.push(change);
      }
    },
    movers: () => [...moved.values()].sort((one, other) => other.verdicts - one.verdicts),
  };

  function count(each: Report['movers'][number] | Omit<Report['movers'][number], 'verdicts'>): void {
    const key = `${each.rule} ${each.before} ${each.after}`;
    const known = moved.get(key) ?? { ...each, verdicts: 0 };
    known.verdicts += 1;
    moved.set(key, known);
  }
}
