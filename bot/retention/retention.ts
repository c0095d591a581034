/** Which conversations are kept no longer: those whose last word is older than the days of `RETENTION_DAYS`. */
import type { Kept, Shelf } from '../../state/shelf.ts';

const day = 24 * 60 * 60 * 1000;

/** What was last said before this is kept no longer. */
export const retainedSince = (now: Date, days: number): Date => new Date(now.getTime() - days * day);

/** Whether it goes: its last word is known and older, or the person had it deleted. A damaged one stays until somebody has looked at it. */
function isOver({ lastAt, deleting, damaged }: Kept, before: Date): boolean {
  return deleting || (!damaged && lastAt !== undefined && Date.parse(lastAt) < before.getTime());
}

export interface Retired {
  gone: Kept[];
  /** Of these nobody knows how old they are, or a damaged copy lies beside them: they stay. */
  damaged: Kept[];
}

/** Goes along the shelf and deletes what is over; `dryRun` only says what that is. */
export async function retireOld(shelf: Shelf, before: Date, dryRun?: 'dry run'): Promise<Retired> {
  const retired: Retired = { gone: [], damaged: [] };
  const over = (kept: Kept): boolean => isOver(kept, before);
  for await (const kept of shelf.list()) {
    if (over(kept)) {
      if (dryRun || (await shelf.retire(kept.name, over))) retired.gone.push(kept);
    } else if (kept.damaged || kept.lastAt === undefined) retired.damaged.push(kept);
  }
  return retired;
}
