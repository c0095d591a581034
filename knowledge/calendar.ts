/** Comparing calendar dates that may be partial (`2022`, `2022-05`), as values: no clock, no time zone. */
import type { PartialDate } from './facts.ts';

const shape = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?$/;

/**
 * Whether the text is a real calendar date, possibly partial. Every stored date is checked in every turn, and a library
 * that makes a `Date` of each costs more than all else that is checked; the tests compare the two.
 */
export function isPartialDate(text: string): boolean {
  if (!shape.test(text)) return false;
  if (text.length !== 10) return true;
  const day = Number(text.slice(8));
  return day >= 1 && day <= daysIn(text);
}

/** How many days the month of a date has. */
function daysIn(date: PartialDate): number {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** The first day that a partial date may mean. */
export function firstDay(date: PartialDate): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** The last day that a partial date may mean. */
function lastDay(date: PartialDate): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 10) return date;
  return `${date}-${daysIn(date)}`;
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
