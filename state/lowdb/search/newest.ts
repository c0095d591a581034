/** The first few of many places, newest first, behind the place where the page before ended. */
import { newestFirst, type Place } from '../../paging.ts';

export interface Newest {
  /** Whether what is not later than this time may still be among them. */
  wants(latest: string): boolean;
  /** A place that was added before counts once. */
  add(place: Place): void;
  /** Them, in order. */
  places(): Place[];
}

export function newest(most: number, after?: Place): Newest {
  let kept: Place[] = [];
  /** Nothing older is wanted. */
  let floor = '';

  function cut(): void {
    kept = kept
      .sort(newestFirst)
      .filter((place, at, all) => at === 0 || newestFirst(place, all[at - 1] ?? place) !== 0)
      .slice(0, most);
    if (kept.length === most) floor = kept.at(-1)?.at ?? '';
  }

  return {
    wants: (latest) => latest >= floor,
    add(place) {
      if (place.at < floor || (after && newestFirst(place, after) <= 0)) return;
      kept.push(place);
      if (kept.length >= 2 * most) cut();
    },
    places() {
      cut();
      return kept;
    },
  };
}
