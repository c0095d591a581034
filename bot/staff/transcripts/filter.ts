/**
 * The filter of conversations as it stands in the address: the address is the filter. What a figure counts and what a list shows is the same
 * `SummaryFilter`, so that a figure's link opens a list of exactly that many rows.
 */
import type { SummaryFilter } from '../../../state/summary.ts';
import { dayAfter, dayBegunAt, isDay, startOfDay } from './days.ts';

/** Where the list of conversations stands. */
export const listPath = '/staff/transcripts';

/** Characters of a condition; more is cut off. */
const longest = 200;

/** What each condition may be, in the order of the address. */
const words = ['channel', 'guide', 'verdict', 'step', 'rule', 'question', 'text'] as const;
const flags = ['unanswered', 'declined', 'corrected', 'flagged', 'reviewed', 'started', 'completed'] as const;
const satisfactions = ['good', 'bad', 'none'] as const;
const desks = ['any', 'pending', 'taken', 'answered', 'closed'] as const;

export type Flag = (typeof flags)[number];

/**
 * Reads a filter from an address or a form. Conditions that are empty or mean nothing are left out.
 *
 * `since` and `until` are days of the zone, both included, or ISO times (from … on, before …). Conditions of yes and no are `1` and `0`.
 */
export function filterOf(query: URLSearchParams, timeZone = 'Asia/Shanghai'): SummaryFilter {
  const filter: SummaryFilter = {};
  const since = timeOf(query.get('since'), timeZone, 0);
  if (since !== undefined) filter.since = since;
  const until = timeOf(query.get('until'), timeZone, 1);
  if (until !== undefined) filter.until = until;
  for (const name of words) {
    const value = plain(query.get(name));
    if (value !== '') filter[name] = value;
  }
  const direction = Number(query.get('direction') || Number.NaN);
  if (Number.isInteger(direction) && direction >= 0 && direction < 1000) filter.direction = direction;
  for (const name of flags) {
    const value = query.get(name);
    if (value === '1' || value === '0') filter[name] = value === '1';
  }
  const satisfaction = satisfactions.find((each) => each === query.get('satisfaction'));
  if (satisfaction) filter.satisfaction = satisfaction;
  const desk = desks.find((each) => each === query.get('desk'));
  if (desk) filter.desk = desk;
  return filter;
}

/**
 * The filter as the query of an address, without `?`; empty when there is no condition. `filterOf` gives back the same filter.
 *
 * @param timeZone the zone that `filterOf` will be given, if that is known: times at which a day begins are then written as days
 */
export function queryOf(filter: SummaryFilter, timeZone?: string): string {
  const query = new URLSearchParams();
  const { since, until, direction, satisfaction, desk } = filter;
  if (since !== undefined) query.set('since', (timeZone && dayBegunAt(since, timeZone)) || since);
  if (until !== undefined) {
    const day = timeZone && dayBegunAt(until, timeZone);
    query.set('until', day ? dayAfter(day, -1) : until);
  }
  for (const name of words) if (filter[name] !== undefined) query.set(name, filter[name]);
  if (direction !== undefined) query.set('direction', String(direction));
  for (const name of flags) if (filter[name] !== undefined) query.set(name, filter[name] ? '1' : '0');
  if (satisfaction !== undefined) query.set('satisfaction', satisfaction);
  if (desk !== undefined) query.set('desk', desk);
  return query.toString();
}

/** The path of the list with this filter. */
export function listOf(filter: SummaryFilter, timeZone?: string): string {
  const query = queryOf(filter, timeZone);
  return query === '' ? listPath : `${listPath}?${query}`;
}

/**
 * The path of one conversation's transcript. Any id may stand in it.
 *
 * @param options the filter to which 上一段 and 下一段 belong, as a query; the line to jump to; the page of a long one; another form of it
 */
export function transcriptPath(
  conversation: string,
  options: {
    filter?: string;
    line?: number | undefined;
    page?: number | undefined;
    part?: 'print' | 'transcript';
  } = {},
): string {
  const { filter = '', line, page, part = '' } = options;
  const query = new URLSearchParams(filter);
  const { segment, named } = pathId(conversation);
  if (named !== undefined) query.set('id', named);
  if (line !== undefined) query.set('line', String(line));
  if (page !== undefined) query.set('page', String(page));
  const path = `${listPath}/${segment}${part && `/${part}`}`;
  return `${path}${query.size > 0 ? `?${query}` : ''}${line === undefined ? '' : `#L${line}`}`;
}

/** An id as it stands in a path. Browsers take dots out of paths, encoded or not: such a one stands in the query or the form as `id`. */
export function pathId(conversation: string): { segment: string; named: string | undefined } {
  const named = /^(\.{1,2}|-)$/.test(conversation) ? conversation : undefined;
  return { segment: named === undefined ? encodeURIComponent(conversation.toWellFormed()) : '-', named };
}

/** The id that a path means. */
export const idFrom = (params: Readonly<Record<string, string>>, query: URLSearchParams): string =>
  (params.id === '-' ? query.get('id') : undefined) ?? params.id ?? '';

function timeOf(text: string | null, timeZone: string, daysBehind: number): string | undefined {
  if (text === null || text.length > longest) return undefined;
  if (isDay(text)) return startOfDay(dayAfter(text, daysBehind), timeZone);
  if (!/^\d{4}-\d\d-\d\dT/.test(text) || Number.isNaN(Date.parse(text))) return undefined;
  return new Date(text).toISOString();
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what no text holds that anybody typed, and PostgreSQL refuses
const controls = /[\u0000-\u001f\u007f]+/g;

function plain(text: string | null): string {
  const cleaned = (text ?? '').toWellFormed().replace(controls, ' ').trim();
  return [...cleaned.slice(0, longest * 2)].slice(0, longest).join('');
}
