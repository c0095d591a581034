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

/** Goes along the shelf and deletes what is over, as long as `goOn` says so. */
export async function retireOld(
  shelf: Shelf,
  before: Date,
  goOn: () => Promise<boolean> = async () => true,
): Promise<Retired> {
  const over = (kept: Kept): boolean => isOver(kept, before);
  return gone(shelf, over, goOn, ({ name }) => shelf.retire(name, over));
}

/** What `retireOld` would delete. */
export function wouldRetire(shelf: Shelf, before: Date): Promise<Retired> {
  const all = async (): Promise<boolean> => true;
  return gone(shelf, (kept) => isOver(kept, before), all, all);
}

async function gone(
  shelf: Shelf,
  over: (kept: Kept) => boolean,
  goOn: () => Promise<boolean>,
  retire: (kept: Kept) => Promise<boolean>,
): Promise<Retired> {
  const retired: Retired = { gone: [], damaged: [] };
  for await (const kept of shelf.list()) {
    if (over(kept)) {
      if (await retire(kept)) retired.gone.push(kept);
    } else if (kept.damaged || kept.lastAt === undefined) retired.damaged.push(kept);
    if (!(await goOn())) return retired;
  }
  return retired;
}
