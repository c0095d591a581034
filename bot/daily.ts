/** What is done when the service starts, and again and again while it runs. */
import type { Log } from './log.ts';

const day = 24 * 60 * 60 * 1000;

interface Repeated {
  /** Milliseconds from one start to the next. */
  every: number;
  log: Log;
  /** What the log says when the job throws. */
  failed: string;
}

/** Begins; returns the way to stop, which resolves when nothing is under way. A job that may take long looks at its signal. */
export function repeated(
  job: (signal: AbortSignal) => Promise<void>,
  { every, log, failed }: Repeated,
): () => Promise<void> {
  const ending = new AbortController();
  const run = (): Promise<void> => job(ending.signal).catch((error: unknown) => log.error({ err: error }, failed));
  let last = run();
  const timer = setInterval(() => {
    last = last.then(run);
  }, every);
  timer.unref();
  return async () => {
    clearInterval(timer);
    ending.abort();
    await last;
  };
}

/** The same once a day. */
export function daily(job: (signal: AbortSignal) => Promise<void>, log: Log, failed: string): () => Promise<void> {
  return repeated(job, { every: day, log, failed });
}
