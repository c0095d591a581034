/** What a text that gives a date is cleared of before it is read, and dates that belong together. */
import { maxInput } from '../reading.ts';
import type { FoundDate } from './datesIn.ts';
import { isQuestion } from './sureness.ts';

export const otherCalendar =
  /农历|阴历|旧历|腊月|正月|初[一二三四五六七八九十](?!\D?[中级])|闰|民国|明治|大正|昭和|平成|令和|光绪|宣统|同治|康熙|乾隆|年代|世纪/;

/** 按身份证来: only what is said of the identity card counts. */
export function official(text: string): string {
  if (!/(?:按|以|照)(?:着)?身份证/.test(text)) return text;
  const own = text.split(/[,。;]/).filter((part) => /身份证/.test(part) && /\d/.test(part));
  return own.length === 1 && !/老身份证|旧身份证/.test(text) ? (own[0] ?? text) : text;
}

/** 6月1号，1977年的: the one year and the one day without a year belong together. */
export function joined(found: FoundDate[]): FoundDate[] {
  // 96年 1996: the short year is said in full beside it.
  const dates = found.filter(
    ({ how, parts }) =>
      how !== 'short' ||
      parts.month !== undefined ||
      !found.some((other) => other.how === 'full' && other.parts.year % 100 === parts.year),
  );
  const years = dates.filter(({ how, parts }) => how !== 'month-day' && parts.month === undefined);
  const days = dates.filter(({ how }) => how === 'month-day');
  const [year] = years;
  const month = days[0]?.parts.month;
  const day = days.every(({ parts }) => parts.month === month) ? days.toSorted(byDay)[0] : undefined;
  if (year === undefined || day === undefined || dates.length !== days.length + 1 || year.how === 'rough') {
    const full = dates.filter(({ how, parts }) => how !== 'month-day' && parts.month !== undefined);
    const told = (one: FoundDate) =>
      one.how === 'month-day' &&
      full.some(({ parts }) => parts.month === one.parts.month && (one.parts.day ?? parts.day) === parts.day);
    return dates.filter((one) => !told(one));
  }
  const parts = { ...day.parts, year: year.parts.year };
  return [
    { ...year, parts },
    { ...day, parts, how: year.how },
  ];
}

const byDay = (one: FoundDate, other: FoundDate): number => (other.parts.day ?? 0) - (one.parts.day ?? 0);

/** 腊月生的，公历是1980年1月20号: what is said in the other calendar is dropped beside the official date. */
export function solar(text: string): string {
  const parts = text.split(/(?<=[,。;])/);
  const own = parts.filter((part) => !otherCalendar.test(part.replace(/(?:民国|昭和|平成|令和)[^,]*年/, '')));
  const dated = own.filter((part) => /\d{4}|\d年/.test(part)).join('');
  const centuries = parts.every((part) => own.includes(part) || /年代|世纪/.test(part));
  return own.length < parts.length && dated !== '' && (centuries || /[公阳新]历|证|换算/.test(dated))
    ? own.join('')
    : text;
}

/** A question behind the date (2022年4月30日登记的，行不行？) leaves the date an answer. */
export function withoutQuestions(text: string): string {
  if (!isQuestion(text)) return text;
  const parts = text.split(/(?<=[,。;!?])/);
  const supposed = /如果|要是|假如|假设|万一/.test(text);
  const said = parts.filter((part) => !isQuestion(part.replace(/[,。;!]$/, '')));
  return supposed || said.length === 0 || !/\d/.test(said.join('')) ? text : said.join('');
}

/** Spaces between Chinese words part clauses as commas do. */
export function spaced(text: string): string {
  return text
    .slice(0, maxInput + 1)
    .replace(/(?<=[^年月日号\P{L}])\s+(?=[^年月日号\P{L}])/gu, (gap, at: number) =>
      /\p{Script=Han}/u.test(text.charAt(at - 1)) && /\p{Script=Han}/u.test(text.charAt(at + gap.length)) ? ',' : gap,
    );
}
