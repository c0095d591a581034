/** Deletes what is older than `RETENTION_DAYS`: when the service starts, and once a day while it runs. */
import { erase } from '../../state/erase.ts';
import type { Store } from '../../state/store.ts';
import { daily } from '../daily.ts';
import type { Hall } from '../hall.ts';
import type { Log } from '../log.ts';
import { type Retired, retainedSince, retireOld } from './retention.ts';

interface RetentionOptions {
  store: Store;
  /** The hall that serves `store`: what it deletes is not being spoken in. */
  hall: Hall;
  /** A store that nobody serves while this runs. */
  also?: Store | undefined;
  days: number;
  now: () => Date;
  log: Log;
}

/** Begins; returns the way to stop, which resolves when nothing is under way. The log gets numbers and hashed names only. */
export function keepRetention({ store, hall, also, days, now, log }: RetentionOptions): () => Promise<void> {
  const retire = async (): Promise<void> => {
    const before = retainedSince(now(), days);
    const told = ({ gone, damaged }: Retired): void => {
      if (gone.length > 0) log.info({ gone: gone.length, days }, 'conversations deleted');
      if (damaged.length > 0) log.warn({ names: damaged.map(({ name }) => name) }, 'damaged conversations stay');
    };
    told(await retireOld(store.shelf, before, ({ name }) => hall.retire(name, before)));
    if (also) told(await retireOld(also.shelf, before, (kept) => erase(also, kept).then(() => true)));
  };
  return daily(retire, log, 'retention failed');
}
