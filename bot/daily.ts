/** What is done when the service starts, and once a day while it runs. */
import type { Log } from './log.ts';

const day = 24 * 60 * 60 * 1000;

/** Begins; returns the way to stop, which resolves when nothing is under way. `failed` is what the log says when it throws. */
export function daily(job: () => Promise<void>, log: Log, failed: string): () => Promise<void> {
  const run = (): Promise<void> => job().catch((error: unknown) => log.error({ err: error }, failed));
  let last = run();
  const timer = setInterval(() => {
    last = last.then(run);
  }, day);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await last;
  };
}
