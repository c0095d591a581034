import type { Reading } from '../reading.ts';
import { amountsIn, spans } from './amountsIn.ts';
import type { DateParts } from './calendar.ts';
import { toIso } from './calendar.ts';
import { datesIn } from './datesIn.ts';
import { hanDates } from './hanDates.ts';
import { compact } from './normalise.ts';
import { isQuestion, isRough, saysUnknown } from './sureness.ts';

type MonthsReading = Reading<number>;

const ask = (hint: string): MonthsReading => ({ is: 'ask', hint });
const oneSpan = ask('请写一个确定的时长，例如 3 年或者 36 个月。');
const longest = 120;

const bound =
  /最[长短]|之内|以上|以下|以内|至少|至多|最多|最少|不少于|不超过|不止|起码|超过|不到|不满|出头|将近|接近|[年月]多|[年月]余|多[年个]|几[年个]|[年月]内/;
const past =
  /都有|都没|审|报告|年了|月了|已经?|合作|以前|之前|[年月][前后]|干了|做了|认识|成立|每|第[\d一二三四五六七八九十]/;
const negated = /不是|没有|并非|不做|不想|不用/;
const guide = /指南|按要求|规定/;

const hanNumber = '[一二两三四五六七八九十廿卅]{1,3}';
const piece = new RegExp(
  `(?<![\\d.])(?!0\\d)(\\d{1,3}(?:\\.\\d)?|${hanNumber}|半)个?(半)? ?(周年|整年|年度?|years?|yrs?|y|个?月|months?|mos?)(?![a-z代级])(半|零|又|加|,)?`,
  'g',
);

/** One length in months: 3年, 两年半, 36个月, 半年, 24 months. */
function monthsOf([whole, amount = '', half, unit = '', after]: RegExpMatchArray): number | undefined {
  const value = amount === '半' ? 0.5 : amountsIn(amount)[0]?.value;
  if (value === undefined || /^[一二三四五六七八九]{2,}$/.test(amount)) return undefined;
  if (unit === '月' && !whole.includes('个') && value < 12) return undefined;
  const years = /年|y/.test(unit);
  const months = (value + (half || (years && after === '半') ? 0.5 : 0)) * (years ? 12 : 1);
  return Number.isInteger(months) ? months : undefined;
}

/** 2年6个月 is one length; 3年（36个月） says the same twice; two different lengths are none. */
function lengths(text: string): { months: number | undefined; rest: string } | undefined {
  const found = [...text.matchAll(piece)];
  const [first] = found;
  if (first === undefined) return undefined;
  const rest = text.replace(piece, (whole) => '#'.repeat(whole.length));
  const each = found.map(monthsOf);
  if (each.some((months) => months === undefined)) return { months: undefined, rest };
  const [one = 0, two] = each;
  if (two === undefined) return { months: one, rest };
  const together = /^#+$/.test(rest.slice(first.index, (found[1]?.index ?? 0) + (found[1]?.[0].length ?? 0)));
  if (each.length === 2 && together && one % 12 === 0 && two < 12) return { months: one + two, rest };
  return { months: each.every((months) => months === one) ? one : undefined, rest };
}

/** Months from the first to the last day or month, both included; `undefined` where the ends may be meant otherwise. */
function between(from: DateParts, to: DateParts): number | undefined {
  if (from.month === undefined || to.month === undefined) return undefined;
  const apart = (to.year - from.year) * 12 + to.month - from.month;
  if (from.day === undefined && to.day === undefined) return apart > 0 && apart % 12 !== 0 ? apart + 1 : undefined;
  if (from.day === undefined || to.day === undefined || apart < 0) return undefined;
  if (from.day === to.day + 1) return apart > 0 ? apart : undefined;
  const next = toIso({ year: to.year, month: to.month, day: to.day + 1 });
  return from.day === 1 && 'wrong' in next ? apart + 1 : undefined;
}

function fromDates(text: string): MonthsReading | undefined {
  const { dates, rest } = datesIn(text, 0);
  const [from, to] = dates;
  if (from === undefined || dates.some(({ how }) => how !== 'full')) return undefined;
  const both = to !== undefined && dates.length === 2;
  if (!both || /\d/.test(rest) || !/^(?:-|~|到|至|起?至|开始到|起到)$/.test(rest.slice(from.end, to.start))) {
    return ask('请写时长，例如 3 年或者 36 个月。');
  }
  const months = [from, to].every(({ parts }) => 'iso' in toIso(parts)) ? between(from.parts, to.parts) : undefined;
  if (months === undefined || months < 1 || months > longest) return ask('这段时间一共多少个月？例如 36 个月。');
  return { is: 'value', value: months, echo: `按 ${months} 个月记。` };
}

/** A bare number: 1–6 can only be years, from 12 to 72 months. */
function bare(text: string): MonthsReading | undefined {
  const whole = amountsIn(text)[0];
  if (whole === undefined || whole.typed !== text || whole.value === undefined) return undefined;
  const { value } = whole;
  if (!Number.isInteger(value) || value > 1000) return undefined;
  if (value >= 1 && value <= 6)
    return { is: 'value', value: value * 12, echo: `按 ${value} 年（${value * 12} 个月）记。` };
  if (value >= 12 && value <= 72) return { is: 'value', value, echo: `按 ${value} 个月记。` };
  return ask('请带上单位，例如 3 年或者 36 个月。');
}

/** 协议24个月，申报书36个月: the period of the application counts where both are named. */
function ownPeriod(text: string): string {
  const parts = text.split(/[,。;]/);
  const own = parts.filter((part) => !/协议|合同|以前|上一[个期]|原来/.test(part));
  return own.length < parts.length && own.some((part) => /申报书|项目|实施期/.test(part) && /[年月]/.test(part))
    ? own.join(',')
    : text;
}

/**
 * Reads how long a project runs, in months: 3年, 两年半, 36个月, 24 months, 2023年6月到2026年5月 (counted, said back).
 * Spans, bounds and lengths that are over already are asked about.
 */
export function readMonths(text: string): MonthsReading | undefined {
  const plain = ownPeriod(hanDates(compact(text)));
  if (plain === '' || isQuestion(plain)) return undefined;
  const about = /[年月]|month|year|期/.test(plain) && !/周?岁|出生/.test(plain);
  if (saysUnknown(plain)) return /\d|年/.test(plain) ? oneSpan : { is: 'unknown' };
  const alone = bare(plain);
  if (alone !== undefined) return alone;
  const counted = fromDates(plain);
  if (!about && counted === undefined) return undefined;
  if (isRough(plain) || bound.test(plain) || negated.test(plain) || spans(amountsIn(plain), plain)) {
    return counted ?? oneSpan;
  }
  const said = lengths(plain.replace(/\d{4}年\d{0,2}月?|[〇零一二三四五六七八九]{4}年/g, '#'));
  if (said === undefined) {
    if (counted !== undefined) return counted;
    return guide.test(plain) || /年|个月/.test(plain) ? ask('请写时长，例如 3 年或者 36 个月。') : undefined;
  }
  if (past.test(plain)) return ask('这里问的是项目实施期，请写时长，例如 3 年。');
  if (/^(?:\d|[一二三四五六七八九十])月$/.test(plain)) return ask('是几个月吗？请写成 3 年或者 36 个月。');
  if (/#(?:半|[一二三四五六七八九十])|[\d一二两三四五六七八九十廿卅]#/.test(said.rest) || /个半年/.test(plain))
    return oneSpan;
  if (said.months === undefined || /\d/.test(said.rest) || said.months < 1 || said.months > longest) return oneSpan;
  if (counted?.is === 'value' && counted.value !== said.months) return oneSpan;
  return { is: 'value', value: said.months };
}
