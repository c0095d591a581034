import type { PartialDate } from '../facts.ts';
import type { Reading } from '../reading.ts';
import { agrees, type DateParts, isAfter, sayDate, toIso } from './calendar.ts';
import { ageDisagrees, dateHint, writtenInEnglish, zodiacDisagrees } from './dateHints.ts';
import { datesIn, type FoundDate } from './datesIn.ts';
import { hanDates } from './hanDates.ts';
import { compact } from './normalise.ts';
import { isQuestion, isRough, saysUnknown } from './sureness.ts';

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

const idNumber = /\d{15,}|\d{6} ?\d{8} ?\d{3}[\dx]/;
const boundAfter =
  /^[\])]?(?:当天|当日)?(?:\(?含\)?)?(?:以前|之前|前(?![身任])|以后|之后|后(?![勤来])|往前|往后|前后|上下|左右)/;
const boundBefore = /(?:不是|并非|没有|不到|没到|早于|晚于|迟于|先于|不早|不晚|除了|最[早晚迟])(?:[于在是])?$/;
const otherEvent =
  /毕业|入职|工作|参加|培养|合作|往来|互访|结婚|评上|评的|聘|拿到|获得|更名|改名|迁|搬|改制|上市|校庆|审计|年会|退休/;
const denied = /没(?!问题|错)|[未尚]|不(?!过|错)/;
const single = '请只写要填的那个日期，例如 2019-08-02。';
const thisEvent =
  /[拿领发办]的?(?:了|到)?(?:营业)?执?照|出生|生于|#生|生日|生人|成立|注册|登记|创|建(?!立合作|立联系)|设立|开办|办学|有了/;

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
  const founded = /\d\d年(?:成立|注册|登记|出?生|创|建|设立)/.test(text);
  const alone = yy >= 50 && /(?:^|[是于在:,。、;生人的他她我])\d\d年/.test(text);
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
  if (found.how === 'unreadable') return { hint: writeDate };
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

/** Six digits may be year and month or a two-digit year, month and day. */
function sixDigits(text: string): boolean {
  const six = /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0];
  if (six === undefined) return false;
  const month = Number(six.slice(2, 4));
  const day = Number(six.slice(4));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** What stands around the only date may take its meaning away. */
function doubt(text: string, rest: string, { start, end }: FoundDate): string | undefined {
  const after = text.slice(end);
  const before = text.slice(Math.max(0, start - 6), start);
  if (boundAfter.test(after) || boundBefore.test(before))
    return '请写具体的那一天，例如 2019-08-02；只记得年份也可以。';
  const clause = `${/[^,。;]*$/.exec(text.slice(0, start))?.[0] ?? ''}#${/^[^,。;]*/.exec(after)?.[0] ?? ''}`;
  if (denied.test(clause) && !saysUnknown(clause)) return single;
  if (otherEvent.test(clause) && !thisEvent.test(clause)) return single;
  if (isRough(rest)) return '拿不准的日期先不记，请写证件上的日期，例如 2019-08-02；只记得年份也可以。';
  if (saysUnknown(rest) && !/[几哪][年月号天日]|月日|月和日|日期|具体|日子/.test(rest))
    return '能确定的只写年份就行，例如 1998；不知道就回复“不知道”。';
  if (/#[一二三四五六七八九十廿卅]/.test(rest)) return `没看懂这个日期，${writeDate}`;
  const numbers = rest.replace(/\d{1,3}周?岁|\d+(?:\.\d+)?(?:万|元|亿|人|名|家|%|平|亩)/g, '');
  if (/\d/.test(numbers)) return `一次只写一个日期，${writeDate}`;
  return undefined;
}

/** 换发、改名、核准: dates of something else, as are those of people or units that take no part. */
const elsewhere =
  /换过|换了|新执照|换发|换证|新证|发证|核准|改过|改名|更名|(?:家里人|别人|老人|父母)说|其实|不参加|不参与|子公司|团队|前身|校庆|改制|增资|变更|复审|年检/;

/** 按身份证来: only what is said of the identity card counts. */
function official(text: string): string {
  if (!/(?:按|以|照)(?:着)?身份证/.test(text)) return text;
  const own = text.split(/[,。;]/).filter((part) => /身份证/.test(part) && /\d/.test(part));
  return own.length === 1 && !/老身份证|旧身份证/.test(text) ? (own[0] ?? text) : text;
}

/** Of several dates those that stand beside the word for what is asked, when the others stand beside something else. */
function meant(dates: FoundDate[], text: string): FoundDate[] {
  if (dates.length < 2) return dates;
  const parted = text.replace(/不过|但是|后来|然后/g, ',,');
  const clauseOf = ({ start, end }: FoundDate) =>
    `${/[^,。;]*$/.exec(parted.slice(0, start))?.[0] ?? ''}#${/^[^,。;]*/.exec(parted.slice(end))?.[0] ?? ''}`;
  const own = dates.filter((found) => !elsewhere.test(clauseOf(found)));
  return own.length > 0 && own.length < dates.length ? own : dates;
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
    const hint = doubt(text, rest, found);
    if (hint !== undefined) return ask(hint);
  }
  const year = yearOf(exact.iso);
  const month = exact.iso.length > 4 ? Number(exact.iso.slice(5, 7)) : undefined;
  if (zodiacDisagrees(rest, year, month)) return ask(`属相和 ${year} 年对不上，${writeDate}`);
  if (ageDisagrees(rest, year, yearOf(context.today))) return ask(`年龄和 ${year} 年对不上，${writeDate}`);
  return { is: 'value', value: exact.iso, ...(exact.echo === undefined ? {} : { echo: exact.echo }) };
}

/**
 * Reads one date, full or partial (`1979-03-12`, `1979-03`, `1979`): the years 700 to today, in Chinese or Arabic numerals.
 * Ages, zodiac animals, spans and bounds are never turned into a date; two different dates, impossible and future ones are asked about.
 */
export function readDate(text: string, context: DateContext): DateReading | undefined {
  const plain = spelledOut(official(hanDates(compact(text)).replace(/(?<=\d)[·•・](?=\d)/g, '.')), context.known);
  if (plain === '') return undefined;
  if (idNumber.test(plain)) return ask('请不要发身份证号或账号，只写日期，例如 1979-03-12。');
  const { dates, rest } = datesIn(plain, yearOf(context.today));
  if (isQuestion(rest)) return undefined;
  if (
    /农历|阴历|旧历|腊月|正月|初[一二三四五六七八九十](?!\D?[中级])|闰|民国|明治|大正|昭和|平成|令和|光绪|宣统|同治|康熙|乾隆|年代|世纪/.test(
      rest,
    ) ||
    writtenInEnglish(rest)
  ) {
    return ask(dateHint(rest) ?? writeDate);
  }
  if (dates.length > 0) {
    if (sixDigits(plain)) return ask(writeDate);
    return readFound(meant(dates, plain), plain, rest, context);
  }
  if (saysUnknown(rest)) return { is: 'unknown' };
  if (sixDigits(plain) && /^\d{6}$/.test(plain)) return ask(writeDate);
  const hint = dateHint(rest);
  return hint === undefined ? undefined : ask(hint);
}
