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

/** Begins; returns the way to stop, which resolves when nothing is under way. */
export function repeated(job: () => Promise<void>, { every, log, failed }: Repeated): () => Promise<void> {
  const run = (): Promise<void> => job().catch((error: unknown) => log.error({ err: error }, failed));
  let last = run();
  const timer = setInterval(() => {
    last = last.then(run);
  }, every);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await last;
  };
}

/** The same once a day. */
export function daily(job: () => Promise<void>, log: Log, failed: string): () => Promise<void> {
  return repeated(job, { every: day, log, failed });
}
