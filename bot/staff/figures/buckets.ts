/** Conversations over time: by days, or by as many days as leave the bars apart. Each belongs to the day of its last message, as in the list. */
import type { Summary, SummaryFilter } from '../../../state/summary.ts';
import { dayAfter, dayOf, startOfDay } from '../transcripts/days.ts';
import type { Figure } from './figure.ts';

export interface Bucket {
  /** The first and the last ISO day. */
  from: string;
  to: string;
}

const mostBuckets = 46;
const dayLong = 24 * 60 * 60 * 1000;

interface Time {
  now: Date;
  timeZone: string;
}

/** No gaps and no end that is missing: together they hold every summary. */
export function bucketsOf(
  summaries: readonly Summary[],
  filter: SummaryFilter,
  { now, timeZone }: Time,
): (Figure & Bucket)[] {
  const { first, last } = ends(summaries);
  const earliest = filter.since ?? first;
  if (earliest === undefined) return [];
  const begin = dayOf(earliest, timeZone);
  const latest = dayOf(lastOf(last ?? '', now.toISOString()), timeZone);
  const until = filter.until === undefined ? latest : dayOf(justBefore(filter.until), timeZone);
  const end = until < latest ? until : latest;
  if (end < begin) return [];
  const length = (Date.parse(end) - Date.parse(begin)) / dayLong + 1;
  const size = sizeFor(length);
  const made = Array.from({ length: Math.ceil(length / size) }, (_, at) => {
    const from = dayAfter(begin, at * size);
    const next = dayAfter(begin, Math.min(length, (at + 1) * size));
    const since = lastOf(filter.since ?? '', startOfDay(from, timeZone));
    const before = startOfDay(next, timeZone);
    const own = { since, until: filter.until !== undefined && filter.until < before ? filter.until : before };
    return { from, to: dayAfter(next, -1), count: 0, filter: { ...filter, ...own } };
  });
  const begins = made.map(({ filter: own }) => own.since);
  for (const { lastAt } of summaries) {
    const bucket = made[placeOf(lastAt, begins)];
    if (bucket) bucket.count += 1;
  }
  return made;
}

/** The last of the ascending times that is not after this one: asking the calendar for each would take a hundred times as long. */
function placeOf(time: string, begins: readonly string[]): number {
  let low = 0;
  let high = begins.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((begins[middle] ?? '') <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}

function ends(summaries: readonly Summary[]): { first?: string; last?: string } {
  const [one] = summaries;
  if (!one) return {};
  let [first, last] = [one.lastAt, one.lastAt];
  for (const { lastAt } of summaries) {
    if (lastAt < first) first = lastAt;
    if (lastAt > last) last = lastAt;
  }
  return { first, last };
}

/** Days in one bar: one, a week, or what leaves few enough. */
function sizeFor(days: number): number {
  if (days <= mostBuckets) return 1;
  return days <= 7 * mostBuckets ? 7 : Math.ceil(days / mostBuckets);
}

const lastOf = (one: string, other: string): string => (one > other ? one : other);
const justBefore = (time: string): string => new Date(Date.parse(time) - 1).toISOString();
