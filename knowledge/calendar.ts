/** Comparing calendar dates that may be partial (`2022`, `2022-05`), as values: no clock, no time zone. */
import { isValid, lastDayOfMonth, parseISO } from './dateFns.ts';
import type { PartialDate } from './facts.ts';

const shape = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** Whether the text is a real calendar date, possibly partial. */
export function isPartialDate(text: string): boolean {
  if (!shape.test(text)) return false;
  return isValid(parseISO(firstDay(text)));
}

/** The first day that a partial date may mean. */
export function firstDay(date: PartialDate): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** The last day that a partial date may mean. */
function lastDay(date: PartialDate): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 10) return date;
  const last = lastDayOfMonth(parseISO(`${date}-01`));
  return `${date}-${String(last.getDate()).padStart(2, '0')}`;
}

/** Whether every day that `date` may mean is before `limit`; `undefined` when that depends on the day. */
export function isBefore(date: PartialDate, limit: string): boolean | undefined {
  if (lastDay(date) < limit) return true;
  return firstDay(date) >= limit ? false : undefined;
}

/** Whether every day that `date` may mean is after `limit`; `undefined` when that depends on the day. */
export function isAfter(date: PartialDate, limit: string): boolean | undefined {
  if (firstDay(date) > limit) return true;
  return lastDay(date) <= limit ? false : undefined;
}

/** `1965-06-01` → `1965年6月1日`, `1965-06` → `1965年6月`. */
export function inChinese(date: PartialDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`;
}
