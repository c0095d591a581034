/**
 * Work of the console that takes longer than a request: begun by one, looked at by others until it is done. It lives in this process alone; one
 * that a restart lost is simply unknown, and its page says so.
 */
import { randomUUID } from 'node:crypto';

export interface Progress {
  done: number;
  /** Absent as long as nobody knows. */
  of?: number;
}

/** What is known of a job now. */
export interface Job<Result = unknown> {
  id: string;
  kind: string;
  /** Account of who began it. */
  owner: string;
  begunAt: number;
  progress: Progress;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  /** Of a job that is done. */
  result?: Result;
  /** Of one that failed: for the log, never for a page. */
  error?: unknown;
}

export interface Jobs {
  /** Begins at once. `run` says how far it is, ends early when the signal says so, and gives the result. */
  start<Result>(
    kind: string,
    owner: string,
    run: (report: (progress: Progress) => void, signal: AbortSignal) => Promise<Result>,
  ): Job<Result>;
  /** As it is now; undefined when it never was, or its result is kept no longer. */
  get(id: string): Job | undefined;
  /** Jobs that are running, of everybody or of one owner and kind. */
  running(kind?: string, owner?: string): Job[];
  /** The one of this kind that began last, if it is still known. */
  latest(kind: string): Job | undefined;
  /** Asks a running job to end. */
  cancel(id: string): void;
  /** Cancels everything and waits until it has ended. */
  stop(): Promise<void>;
}

/** Milliseconds that a result is kept, and how many results. */
const keptFor = 60 * 60 * 1000;
const mostKept = 50;

/** Thrown where more jobs are asked for than run at the same time. */
export class TooManyJobsError extends Error {
  constructor() {
    super('too many jobs at the same time');
    this.name = 'TooManyJobsError';
  }
}

/**
 * @param now milliseconds; injected by tests
 * @param most jobs that run at the same time, over all kinds
 */
export function jobs({ now = Date.now, most = 4 }: { now?: () => number; most?: number } = {}): Jobs {
  interface Kept extends Job {
    abort: AbortController;
    ended: Promise<void>;
    endedAt?: number;
  }
  const kept = new Map<string, Kept>();

  function sweep(): void {
    for (const [id, { endedAt }] of kept) if (endedAt !== undefined && now() - endedAt > keptFor) kept.delete(id);
    const over = [...kept.values()].filter(({ endedAt }) => endedAt !== undefined).slice(0, -mostKept);
    for (const { id } of over) kept.delete(id);
  }

  const running = (kind?: string, owner?: string): Kept[] =>
    [...kept.values()].filter(
      (each) =>
        each.state === 'running' &&
        (kind === undefined || each.kind === kind) &&
        (owner === undefined || each.owner === owner),
    );

  return {
    start<Result>(
      kind: string,
      owner: string,
      run: (report: (progress: Progress) => void, signal: AbortSignal) => Promise<Result>,
    ): Job<Result> {
      sweep();
      if (running().length >= most) throw new TooManyJobsError();
      const abort = new AbortController();
      const job: Job<Result> & { endedAt?: number } = {
        id: randomUUID(),
        kind,
        owner,
        begunAt: now(),
        progress: { done: 0 },
        state: 'running',
      };
      const begin = async (): Promise<Result> =>
        run((progress) => {
          job.progress = progress;
        }, abort.signal);
      const ended = begin()
        .then(
          (result) => {
            job.state = abort.signal.aborted ? 'cancelled' : 'done';
            if (job.state === 'done') job.result = result;
          },
          (error: unknown) => {
            job.state = abort.signal.aborted ? 'cancelled' : 'failed';
            job.error = error;
          },
        )
        .finally(() => {
          job.endedAt = now();
        });
      kept.set(job.id, Object.assign(job, { abort, ended }));
      return job;
    },
    get(id) {
      sweep();
      return kept.get(id);
    },
    running: (kind, owner) => running(kind, owner),
    latest(kind) {
      sweep();
      return [...kept.values()].findLast((each) => each.kind === kind);
    },
    cancel: (id) => kept.get(id)?.abort.abort(),
    async stop() {
      const all = running();
      for (const { abort } of all) abort.abort();
      await Promise.all(all.map(({ ended }) => ended));
    },
  };
}
