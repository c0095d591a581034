import { isValid, parseISO } from '../dateFns.ts';
import type { PartialDate } from '../facts.ts';

/** A date as parts; the month and the day may be missing. */
export interface DateParts {
  year: number;
  month?: number;
  day?: number;
}

/** The oldest universities and works that anybody here can mean; before that a number is no year. */
const oldestYear = 700;

/** The ISO form of the parts, or one Chinese half sentence saying why there is no such date. */
export function toIso({ year, month, day }: DateParts): { iso: PartialDate } | { wrong: string } {
  if (year < oldestYear) return { wrong: `${year} 年太早了` };
  if (year > 9999) return { wrong: '年份要写四位数' };
  const yyyy = String(year).padStart(4, '0');
  if (month === undefined) return { iso: yyyy };
  if (month < 1 || month > 12) return { wrong: `没有 ${month} 月` };
  const mm = String(month).padStart(2, '0');
  if (day === undefined) return { iso: `${yyyy}-${mm}` };
  const iso = `${yyyy}-${mm}-${String(day).padStart(2, '0')}`;
  if (day < 1 || day > 31 || !isValid(parseISO(iso))) return { wrong: `${year} 年 ${month} 月没有 ${day} 日` };
  return { iso };
}

/** 1986-05-20 → 1986 年 5 月 20 日. */
export function sayDate(date: PartialDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return [`${year} 年`, month === undefined ? '' : ` ${month} 月`, day === undefined ? '' : ` ${day} 日`].join('');
}

/** The whole period that the partial date names lies after `limit` (ISO, full or partial). */
export function isAfter(date: PartialDate, limit: PartialDate): boolean {
  const length = Math.min(date.length, limit.length);
  return date.slice(0, length) > limit.slice(0, length);
}

/** One date says the same as the other, only less exactly. */
export function agrees(one: PartialDate, other: PartialDate): boolean {
  return one.startsWith(other) || other.startsWith(one);
}
