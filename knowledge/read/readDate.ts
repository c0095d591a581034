import type { PartialDate } from '../facts.ts';
import type { Reading } from '../reading.ts';
import { agrees, type DateParts, isAfter, sayDate, toIso } from './calendar.ts';
import { doubt, meant } from './dateClauses.ts';
import { usualForms } from './dateForms.ts';
import { ageDisagrees, type DateHint, dateHint, zodiacDisagrees } from './dateHints.ts';
import { datesIn, type FoundDate } from './datesIn.ts';
import { joined, official, otherCalendar, solar, spaced, withoutQuestions } from './dateText.ts';
import { hanDates } from './hanDates.ts';
import { compact } from './normalise.ts';
import { settledOn } from './secondThoughts.ts';
import { isQuestion, saysUnknown } from './sureness.ts';

/** What a date reader must be told. */
interface DateContext {
  /** Today as an ISO date: no date after it is read, and 去年 counts from it. */
  today: string;
  /** The last date that makes sense where it is earlier than today (a birth date, say). */
  latest?: string;
  /** A two-digit year that may be of this century is (08年成立 → 2008, said back). */
  recent?: true;
  /** What an earlier answer gave (1986, 1986-05): 5月20日 then completes it. */
  known?: PartialDate;
}

type DateReading = Reading<PartialDate>;

const writeDate = '请写成年-月-日，例如 1979-03-12。';
const ask = (hint: string): DateReading => ({ is: 'ask', hint });
const asked = (hint: DateHint): DateReading => ({ is: 'ask', ...hint });

const idNumber = /\d{15,}|\d{6} ?\d{8} ?\d{3}[\dx]/;
/** Somebody else is to be asked. */
const passedOn = /归[^,。;]{1,4}管|不归我|我不管|问(?:问|一下)?[^,。;]{1,6}(?:吧|去)$/;

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** The full year of a two-digit one: 19xx when 20xx would not have come yet, otherwise it stays open. */
function century({ parts }: FoundDate, text: string, { limit, recent }: { limit: string; recent: boolean }) {
  const yy = parts.year;
  if (recent && 2000 + yy <= yearOf(limit)) return { ...parts, year: 2000 + yy };
  if (2000 + yy <= yearOf(limit)) {
    return { hint: `请写四位数的年份：是 ${1900 + yy} 年还是 ${2000 + yy} 年？` };
  }
  const founded = /\d\d年(?:[在于][^,。;]{1,8}?)?(?:成立|注册|登记|出?生|创|建|设立)/.test(text);
  const alone = yy >= 50 && /(?:^|[是于在:,。、;(生人的他她我师授鼠牛虎兔龙蛇马羊猴鸡狗猪])\d\d年/.test(text);
  const durationLike = parts.month === undefined && !founded && !alone;
  if (durationLike) return { hint: `请写四位数的年份，例如 ${1900 + yy}。` };
  return { ...parts, year: 1900 + yy };
}

function completed({ parts }: FoundDate, known: PartialDate | undefined): DateParts | undefined {
  if (known === undefined || parts.month === undefined) return undefined;
  const [year = 0, month] = known.split('-').map(Number);
  return month === undefined || month === parts.month ? { ...parts, year } : undefined;
}

interface Settled {
  iso: PartialDate;
  echo?: string;
}

/** One found date as ISO, or the hint that says what is wrong with it. */
function settle(found: FoundDate, text: string, context: DateContext): Settled | { hint: string } {
  const limit = context.latest ?? context.today;
  let parts: DateParts | { hint: string } = found.parts;
  // 03/04/1978: day and month may stand either way round, the year is sure.
  if (found.how === 'unreadable') {
    if ((parts.month ?? 0) > 12 || (parts.day ?? 0) > 12) return { hint: writeDate };
    parts = { year: parts.year };
  }
  if (found.how === 'short') parts = century(found, text, { limit, recent: context.recent === true });
  if (found.how === 'month-day') {
    const whole = completed(found, context.known);
    if (whole === undefined) return { hint: '请补上年份，例如 2019-04-10。' };
    parts = whole;
  }
  if ('hint' in parts) return parts;
  const read = toIso(parts);
  if ('wrong' in read) return { hint: `${read.wrong}，请再看一下，${writeDate.slice(1)}` };
  if (isAfter(read.iso, context.today)) return { hint: `${sayDate(read.iso)}还没到，请再看一下年份。` };
  if (isAfter(read.iso, limit)) return { hint: `${sayDate(read.iso)}太晚了，请再看一下年份。` };
  if (found.how === 'full') return { iso: read.iso };
  const question = found.how === 'short' ? `按 ${parts.year} 年记。` : `按 ${sayDate(read.iso)}记。`;
  return { iso: read.iso, echo: question };
}

/** 5.20 or 20号 after 1986 or 1986-05 is known. */
function spelledOut(plain: string, known: PartialDate | undefined): string {
  const pair = /^(\d{1,2})[-/.](\d{1,2})$/.exec(plain);
  if (known !== undefined && pair) return `${pair[1]}月${pair[2]}日`;
  const day = /^(\d{1,2})[日号]?$/.exec(plain)?.[1];
  return known?.length === 7 && day !== undefined ? `${Number(known.slice(5))}月${day}日` : plain;
}

/** Six digits that may be year and month or a two-digit year, month and day. */
function sixDigits(text: string): boolean {
  const six = /(?<![\d.])\d{6}(?![\d万元块])/.exec(text)?.[0];
  if (six === undefined) return false;
  const month = Number(six.slice(2, 4));
  const day = Number(six.slice(4));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

const measured =
  /\d+(?:\.\d+)?(?:周?岁|虚岁|万|元|亿|人|名|家|%|平|亩|个|天|年|号[楼文令]|[届级期次线条位层楼套倍点分项份代后多几余字])|(?<=[离距到满差快刚]|马上)\d\d(?!\d)|第\d+(?:[到至-]\d+)?位|(?<=[年已都])\d\d(?!\d|$)|(?<=今年)\d\d(?!\d)|(?<=[号码]:?)\d+|[a-z][-a-z]*\d+|\d+[a-z]+/g;

/** Digits or numerals left over beside the dates, which may belong to one of them. */
function leftOver(rest: string): string | undefined {
  if (/#[一二三四五六七八九十廿卅](?![次直个家天块起并共路切样年岁])/.test(rest)) return `没看懂这个日期，${writeDate}`;
  const sure = rest
    .split(/[,。;]/)
    .filter((part) => !saysUnknown(part))
    .join(',');
  return /\d/.test(sure.replace(measured, '')) ? `一次只写一个日期，${writeDate}` : undefined;
}

/** 2022年五一那天，就是5月1号: a day without its year that only says again, or more exactly, what was said with it. */
function saidTwice(dates: FoundDate[]): FoundDate[] {
  const [whole, ...more] = dates.filter(({ how }) => how !== 'month-day');
  const again = dates.filter(({ how }) => how === 'month-day');
  if (whole?.how !== 'full' || more.length > 0 || again.length !== 1) return dates;
  const { month, day } = again[0]?.parts ?? {};
  if (month !== whole.parts.month || (whole.parts.day !== undefined && day !== undefined && day !== whole.parts.day))
    return dates;
  return [{ ...whole, parts: { ...whole.parts, ...(day !== undefined && { day }) } }];
}

function readFound(dates: FoundDate[], text: string, rest: string, context: DateContext): DateReading {
  const settled: Settled[] = [];
  for (const found of dates) {
    const one = settle(found, text, context);
    if ('hint' in one) return ask(found.how === 'month-day' && dates.length > 1 ? writeDate : one.hint);
    settled.push(one);
  }
  settled.sort((one, other) => other.iso.length - one.iso.length);
  const [exact, ...others] = settled;
  if (exact === undefined) return ask(writeDate);
  const different = others.find((other) => !agrees(exact.iso, other.iso));
  if (different) return ask(`您写了 ${sayDate(exact.iso)}和 ${sayDate(different.iso)}，请只写一个。`);
  for (const found of dates) {
    const hint = doubt(found, text, rest);
    if (hint !== undefined) return ask(hint);
  }
  const numbers = leftOver(rest);
  if (numbers !== undefined) return ask(numbers);
  const year = yearOf(exact.iso);
  const month = exact.iso.length > 4 ? Number(exact.iso.slice(5, 7)) : undefined;
  if (zodiacDisagrees(rest, year, month)) return ask(`属相和 ${year} 年对不上，${writeDate}`);
  if (ageDisagrees(rest, year, yearOf(context.today))) return ask(`年龄和 ${year} 年对不上，${writeDate}`);
  return { is: 'value', value: exact.iso, ...(exact.echo === undefined ? {} : { echo: exact.echo }) };
}

const amend =
  /(?:(?:^|[,。;是])年份?(?:是|应该?是|为)?(\d{4}|\d{2})年?|(?:月份?(?:是|应该?是))(\d{1,2})月?|(?:日子?|号数?|天)(?:是|应该?是)(\d{1,2})[日号]?|^(?:应该|日期)是(\d{1,2})[日号])$/;

/** 83年6月7号，噢打错了，年份是82: what was put right replaces its part of what stood before. */
function amended(text: string, plain: string, context: DateContext): DateReading | undefined {
  const dayAnew = /^(?:应该|其实|就)?是?(\d{1,2})月(\d{1,2})[日号]?(?:的|生的?)?$/.exec(plain);
  const change = amend.exec(plain);
  const [, year, month = dayAnew?.[1], day = dayAnew?.[2], onlyDay] = change ?? [];
  if (change === null && dayAnew === null) return undefined;
  for (const piece of text.split(/[,，。;；…\s]+/).filter((part) => part.length < text.length)) {
    const head = readDate(piece, context);
    if (head?.is !== 'value' || head.value.length < 7) continue;
    const [yyyy = '', mm = '', dd] = head.value.split('-');
    const newYear = year === undefined ? yyyy : `${year.length === 2 ? yyyy.slice(0, 2) : ''}${year}`;
    const newDay = day ?? onlyDay ?? dd;
    const read = readDate([newYear, month ?? mm, ...(newDay === undefined ? [] : [newDay])].join('-'), context);
    return read?.is === 'value' ? { ...read, echo: `按 ${sayDate(read.value)}记。` } : read;
  }
  return undefined;
}

/**
 * Reads one date, full or partial (`1979-03-12`, `1979-03`, `1979`): the years 700 to today, in Chinese or Arabic numerals,
 * with English months, reign years (昭和62年) and feasts worked out.
 * Ages, zodiac animals, spans and bounds are never turned into a date; two different dates, impossible and future ones are asked about.
 */
export function readDate(text: string, context: DateContext): DateReading | undefined {
  const thisYear = yearOf(context.today);
  const typed = hanDates(compact(spaced(settledOn(text))))
    .replace(/(?<=\d)[·•・](?=\d)/g, '.')
    .replace(/(?<=\p{Script=Han})(?:\.{2,}|…+)/gu, ',')
    // 96年 1996
    .replace(/(?<!\d)(\d\d)(?:年[ ,]*|[ ,]+)(1[89]|20)\1年?(?!\d)/g, '$2$1年')
    // 差一天就1965了
    .replace(/(?:差|再[晚过])[^,。;\d]{0,4}[\d一两几]?天?就[^,。;\d]{0,2}\d{4}年?了?/g, '')
    // 2019年底，12月
    .replace(/年(?:底|末|尾),?(?:是)?(1[0-2]月)/g, '年$1')
    .replace(/年初,?(?:是)?([1-3]月)/g, '年$1')
    // 1980年9月的，23号
    .replace(/(?<=年\d{1,2}月)份?的?,(\d{1,2})(?=[日号](?:$|[,。;]))/g, '$1');
  if (idNumber.test(typed)) return ask('请不要发身份证号或账号，只写日期，例如 1979-03-12。');
  const usual = usualForms(solar(typed));
  const plain = withoutQuestions(spelledOut(official(usual.text), context.known));
  if (plain === '') return undefined;
  const { dates: written, rest } = datesIn(plain, thisYear);
  // 今年虚岁五十 gives no date of this year.
  const dates = /岁|虚|属|退休/.test(rest)
    ? written.filter(({ how, parts }) => how !== 'relative' || parts.month !== undefined)
    : written;
  if (isQuestion(rest)) return undefined;
  if (otherCalendar.test(rest) && !/公历|阳历/.test(rest))
    return asked(dateHint(rest, thisYear) ?? { hint: writeDate });
  if (dates.every(({ how }) => how === 'month-day') && context.known === undefined) {
    const put = amended(text, plain, context);
    if (put !== undefined) return put;
  }
  if (dates.length > 0) {
    if (sixDigits(plain)) return ask(writeDate);
    const read = readFound(saidTwice(joined(meant(dates, plain))), plain, rest, context);
    if (!usual.inferred || read.is !== 'value') return read;
    return { ...read, echo: read.echo ?? `按 ${sayDate(read.value)}记。` };
  }
  if (saysUnknown(rest) || passedOn.test(rest)) return { is: 'unknown' };
  if (sixDigits(plain) && /^\d{6}$/.test(plain)) return ask(writeDate);
  const hint = dateHint(rest, thisYear);
  return hint === undefined ? undefined : asked(hint);
}
