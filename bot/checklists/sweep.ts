/** Drops checklists that have ended: when the service starts, and once a day while it runs. */
import type { ChecklistStore } from '../../state/checklists.ts';
import type { Log } from '../log.ts';

const day = 24 * 60 * 60 * 1000;

/** Begins; returns the way to stop, which resolves when nothing is under way. */
export function sweepChecklists(store: ChecklistStore, now: () => Date, log: Log): () => Promise<void> {
  const sweep = async (): Promise<void> => {
    try {
      const dropped = await store.sweep(now());
      if (dropped > 0) log.info({ dropped }, 'checklists dropped');
    } catch (error) {
      log.error({ err: error }, 'checklists not swept');
    }
  };
  let last = sweep();
  const timer = setInterval(() => {
    last = last.then(sweep);
  }, day);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await last;
  };
}
