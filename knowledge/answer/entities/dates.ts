/** The dates that a question writes, in digits or Chinese numerals, where they stand in it. */
import { toIso } from '../../read/calendar.ts';
import { datesIn, type FoundDate } from '../../read/datesIn.ts';
import { hanDates } from '../../read/hanDates.ts';
import type { Span } from '../asked.ts';
import { spellFeasts } from './feasts.ts';

export interface WrittenDate extends Span {
  /** ISO, possibly partial. */
  value: string;
  how: FoundDate['how'];
}

/** Years written with two digits up to this one are of this century. */
const lastShortYear = 30;
/** 2023年度, 2023年江西省…指南 name the call, and titles of documents name their own years. */
const ofTheCall =
  /^(?:年?(?:度|版|申报|江西|国际|国合|省|指南|的?(?:指南|项目|通知|申报|国合))|\s*(?:guide|call|jiangxi))/;

/** In the order of the text; a day without a year and years of documents are left out. `thisYear` is what 去年 counts from. */
export function datesWithin(text: string, thisYear: number): WrittenDate[] {
  const { text: typed, placeOf } = spellFeasts(englishDates(text));
  const digits = hanDates(typed);
  return datesIn(digits, thisYear).dates.flatMap((found) => {
    const after = digits.slice(found.end);
    if (ofTheCall.test(after) || inTitle(digits, found.start)) return [];
    if (isLength(found, digits.slice(0, found.start), after)) return [];
    const read = isoOf(found);
    if (read === undefined) return [];
    const [start, end] = [found.start, found.end].map((at) => placeOf(placeBefore(typed, digits, at)));
    return [{ value: read, how: found.how, start: start ?? 0, end: end ?? text.length }];
  });
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthFirst = /\b([a-z]{3})[a-z]*\.?( \d{1,2}(?:st|nd|rd|th)?,?)? ((?:19|20)\d\d)\b/g;
const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3})[a-z]*\.? ((?:19|20)\d\d)\b/g;

/** in 2021 - does it: the sign behind the year is made one that ends a date. */
const bareYear =
  /\b((?:in|since|from|before|after|until|est\.?|founded|established|registered|born) (?:19|20)\d\d)[ ,.?!](?!\d)/g;

/** may 5, 1964 → 1964-05-05, padded to the same length. */
function englishDates(text: string): string {
  const pad = (iso: string, whole: string): string => iso.padEnd(whole.length).slice(0, whole.length);
  const number = (name: string): string => String(months.indexOf(name) + 1).padStart(2, '0');
  return text
    .replace(bareYear, '$1,')
    .replace(dayFirst, (whole, day: string, month: string, year: string) =>
      months.includes(month) ? pad(`${year}-${number(month)}-${day.padStart(2, '0')}`, whole) : whole,
    )
    .replace(monthFirst, (whole, month: string, day: string | undefined, year: string) => {
      if (!months.includes(month)) return whole;
      const of = day?.match(/\d+/)?.[0];
      return pad(`${year}-${number(month)}${of === undefined ? '' : `-${of.padStart(2, '0')}`}`, whole);
    });
}

function isoOf({ parts, how }: FoundDate): string | undefined {
  if (how === 'month-day' || how === 'unreadable') return undefined;
  const year = how === 'short' ? parts.year + (parts.year <= lastShortYear ? 2000 : 1900) : parts.year;
  const read = toIso({ ...parts, year });
  return 'iso' in read ? read.iso : undefined;
}

/** 成立10年: so long ago, and not in 2010; 10年成立 and 成立于10年 are years. */
const lasts =
  /(?:成立|创办|开办|建立|设立|存续|经营|运营|(?:注册|登记)(?:了|已经?|都|有|满|快|超过))(?:了|已经?|都|有|满|快|近|超过|大概|差不多|才|刚)?$/;
const dates = /^(?:成立|注册|登记|创办|开办|建立|设立|[初底末春夏秋冬\d]|前后|左右成立)/;
const isLength = ({ parts, how }: FoundDate, before: string, after: string): boolean =>
  how === 'short' && parts.month === undefined && lasts.test(before) && !dates.test(after);

function inTitle(text: string, at: number): boolean {
  return text.lastIndexOf('《', at) > text.lastIndexOf('》', at);
}

/** Where a place of the text in digits stood in the typed one: what is no numeral is the same in both. */
function placeBefore(typed: string, digits: string, at: number): number {
  const numerals = /[\d〇零一二两三四五六七八九十廿卅元o]/;
  let [i, j] = [0, 0];
  while (j < at) {
    if (typed.charAt(i) === digits.charAt(j)) {
      i += 1;
      j += 1;
    } else if (numerals.test(digits.charAt(j))) j += 1;
    else i += 1;
    while (i < typed.length && typed.charAt(i) !== digits.charAt(j) && numerals.test(typed.charAt(i))) i += 1;
  }
  return Math.min(i, typed.length);
}
