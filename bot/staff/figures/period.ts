/** Which conversations are counted: days, a channel, a guide. The address is the filter, as in the list; without days it is the last thirty. */
import type { SummaryFilter } from '../../../state/summary.ts';
import { dayAfter, dayOf, startOfDay } from '../transcripts/days.ts';
import { filterOf, queryOf } from '../transcripts/filter.ts';

export const figuresPath = '/staff/figures';

/** Days that are offered, and what they are called; the first one counts where none is chosen. */
export const periods = [
  { days: 30, label: '近 30 天' },
  { days: 7, label: '近 7 天' },
  { days: 90, label: '近 90 天' },
  { days: undefined, label: '全部' },
] as const;

interface Time {
  now: Date;
  timeZone: string;
}

/** Conditions of the list that are none of these would be counted, and not be seen. */
function only({ since, until, channel, guide }: SummaryFilter): SummaryFilter {
  return {
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(channel !== undefined && { channel }),
    ...(guide !== undefined && { guide }),
  };
}

/** The filter with the last so many days, today included. */
export function lastDays(filter: SummaryFilter, days: number | undefined, { now, timeZone }: Time): SummaryFilter {
  const { since: _since, until: _until, ...rest } = filter;
  if (days === undefined) return rest;
  return { since: startOfDay(dayAfter(dayOf(now.toISOString(), timeZone), 1 - days), timeZone), ...rest };
}

export function figureFilter(query: URLSearchParams, time: Time): SummaryFilter {
  const filter = only(filterOf(query, time.timeZone));
  const chosen = filter.since !== undefined || filter.until !== undefined || query.get('all') === '1';
  return chosen ? filter : lastDays(filter, periods[0].days, time);
}

/** The address of the page with this filter. */
export function figuresOfPath(filter: SummaryFilter, timeZone: string): string {
  const query = new URLSearchParams(queryOf(filter, timeZone));
  if (filter.since === undefined && filter.until === undefined) query.set('all', '1');
  return `${figuresPath}?${query}`;
}
