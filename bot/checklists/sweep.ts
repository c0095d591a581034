/** Drops checklists and export links that have ended: when the service starts, and once a day while it runs. */
import type { Store } from '../../state/store.ts';
import { daily } from '../daily.ts';
import type { Log } from '../log.ts';

/** Begins; returns the way to stop, which resolves when nothing is under way. */
export function sweepEnded({ checklists, exports }: Store, now: () => Date, log: Log): () => Promise<void> {
  const sweep = async (): Promise<void> => {
    const dropped = (await checklists.sweep(now())) + (await exports.sweep(now()));
    if (dropped > 0) log.info({ dropped }, 'checklists dropped');
  };
  return daily(sweep, log, 'checklists not swept');
}
