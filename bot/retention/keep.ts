/** Deletes what is older than `RETENTION_DAYS`: when the service starts, and once a day while it runs. */
import { setTimeout as after } from 'node:timers/promises';
import { auditDays } from '../../state/audit.ts';
import type { Store } from '../../state/store.ts';
import { daily } from '../daily.ts';
import type { Log } from '../log.ts';
import { retainedSince, retireOld } from './retention.ts';

interface RetentionOptions {
  /** The homes whose old conversations go. */
  stores: readonly Store[];
  days: number;
  now: () => Date;
  log: Log;
}

/** Milliseconds. */
const breath = 2;

/** Begins; returns the way to stop, which resolves when nothing is under way. The log gets numbers and hashed names only. */
export function keepRetention({ stores, days, now, log }: RetentionOptions): () => Promise<void> {
  const retire = async (signal: AbortSignal): Promise<void> => {
    for (const { shelf, audit } of stores) {
      const { gone, damaged } = await retireOld(shelf, retainedSince(now(), days), unhurried(signal));
      if (gone.length > 0) log.info({ gone: gone.length, days }, 'conversations deleted');
      if (damaged.length > 0) log.warn({ names: damaged.map(({ name }) => name) }, 'damaged conversations stay');
      await audit.prune(retainedSince(now(), Math.max(days, auditDays)));
    }
  };
  return daily(retire, log, 'retention failed');
}

/** People talk meanwhile: after each conversation they come first. */
function unhurried(signal: AbortSignal): () => Promise<boolean> {
  return async () => {
    await after(breath, undefined, { ref: false });
    return !signal.aborted;
  };
}
