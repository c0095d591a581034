/** The dates, ages, amounts, durations and titles that a text names. */
import { amountsIn } from '../../read/amountsIn.ts';
import { chineseNumber } from '../../read/chineseNumber.ts';
import type { Mention } from '../asked.ts';
import { datesWithin } from './dates.ts';
import { titlesWithin } from './titles.ts';

/** A bare year says something only beside words for birth or registration, or in a short follow-up. */
const dated =
  /生(?!效|产|物|态|命|猪)|出生|年龄|岁|注册|成立|登记|设立|创办|创立|开办|组建|开业|建立|建的|办的|开的|执照|工商|年限|\b(?:born|registered|founded|established|set up|incorporated)\b/;
const shortFollowUp = 14;

export function quantityMentions(text: string): Mention[] {
  const dates = datesWithin(text, 0)
    .filter(
      ({ value, how }) => how !== 'relative' && (value.length > 4 || dated.test(text) || text.length <= shortFollowUp),
    )
    .map(({ value, start, end }): Mention => ({ is: 'date', value, start, end }));
  const free = ({ start, end }: Mention): boolean => !dates.some((date) => start < date.end && date.start < end);
  return [...dates, ...[...ages(text), ...amounts(text), ...durations(text), ...titlesWithin(text)].filter(free)];
}

const numeral = '[\\d〇零一二两三四五六七八九十]';
const agePattern = new RegExp(
  `(${numeral}{2,3})(?:多|几|来)?(?:周岁|岁|虚岁)|(?:年过|年满|年近|上了|奔|快到?|刚过|刚满)(${numeral}{2,3})(?=$|[,。?!;了的还能可行])|(?:今年|年龄|刚满|刚过|已经|都|快|马上|快要|虚岁|周岁|过完年)(?:是|才|就|都|已经|也)?(${numeral}{2,3})(?=$|[,。?!;了的啦啊呀吗就能还可也整出多挂冒好])|(?:[我他她咱俺爸妈爷]|老师|教授|院士|厂长|所长|院长|主任|老板|负责人|师傅)(?:都|也|已经|今年|快|刚)*(${numeral}{2,3})(?=了|能|还能|可以|行|够|报|,)|\\b(\\d{2})(?: |-)years?(?: |-)old\\b|\\bi am (\\d{2})\\b|\\baged? (\\d{2})\\b|\\b(?:is|turned|turning|turns|turn|will be|am|i'm|he's|she's) (?:already |now |just |nearly |almost )?([4-7]\\d)(?=$|[,.?!;]| and| now| this| next| last| but| in| or| soon| when| by)`,
  'g',
);

function ages(text: string): Mention[] {
  return [...text.matchAll(agePattern)].flatMap((match): Mention[] => {
    const typed = match.slice(1).find((group) => group !== undefined);
    const years = typed === undefined ? undefined : chineseNumber(typed);
    if (years === undefined || years < 18 || years > 99) return [];
    return [{ is: 'age', years, start: match.index, end: match.index + match[0].length }];
  });
}

/** RMB 900,000; 1.2 million yuan. */
const english =
  /(?:\b(?:rmb|cny|yuan|cn¥)|¥|￥)? ?\b(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?(?= ?(?:million|mil\b|m\b|k\b)))(?: ?(million|mil|m|k)\b)?/g;

function englishAmounts(text: string): Mention[] {
  return [...text.matchAll(english)].flatMap((match): Mention[] => {
    const [typed, digits = '', unit] = match;
    const value = Number(digits.replaceAll(',', '')) * (unit === undefined ? 1 : unit === 'k' ? 1000 : 1_000_000);
    return value < 1000 || !Number.isInteger(value)
      ? []
      : [{ is: 'amount', yuan: value, start: match.index, end: match.index + typed.length }];
  });
}

function amounts(text: string): Mention[] {
  const written = englishAmounts(text);
  const found = plainAmounts(text).filter(
    ({ start, end }) => !written.some((each) => start < each.end && each.start < end),
  );
  return [...written, ...found].toSorted((one, other) => one.start - other.start);
}

function plainAmounts(text: string): Mention[] {
  return amountsIn(text).flatMap(({ value, unit, start, end }): Mention[] => {
    if (/[几数]$/.test(text.slice(0, start))) return [];
    if (unit !== 'yuan' || value === undefined || value < 1000 || !Number.isInteger(value)) return [];
    return [{ is: 'amount', yuan: value, start, end }];
  });
}

const durationPattern = new RegExp(
  `(${numeral}{1,3}|半)(?:个)?(年半|年|月|months?|years?)(?!生|底|初|末|中|度|级|代|前成立|\\d|${numeral})|(\\d{1,2})[ -](months?|years?(?! old|-old))`,
  'g',
);

/** 一年零三个月, 2年6个月; 20年6月底 is a date. */
const compound = new RegExp(
  `(${numeral}{1,3})年(?:零|又|加|外加|多)?(${numeral}{1,2})(?:个月|月(?![份初中底末上下]|${numeral}|\\d))`,
  'g',
);

/** 2020年, 第3年, 每年 count no length; nor does 020年, a year typed short. */
const inCalendar = (text: string, { 0: typed, index }: RegExpExecArray): boolean =>
  /[\d第每]/.test(text.charAt(index - 1)) || /^[0〇零].*年/.test(typed);

function compounds(text: string): Mention[] {
  return [...text.matchAll(compound)].flatMap((match): Mention[] => {
    const [typed, years = '', rest = ''] = match;
    const [whole, more] = [chineseNumber(years), chineseNumber(rest)];
    if (whole === undefined || more === undefined || whole > 60 || whole <= 0 || inCalendar(text, match)) return [];
    return [{ is: 'duration', months: whole * 12 + more, start: match.index, end: match.index + typed.length }];
  });
}

function durations(text: string): Mention[] {
  const long = compounds(text);
  const short = plainDurations(text).filter(
    ({ start, end }) => !long.some((each) => start < each.end && each.start < end),
  );
  return [...long, ...short].toSorted((one, other) => one.start - other.start);
}

function plainDurations(text: string): Mention[] {
  return [...text.matchAll(durationPattern)].flatMap((match): Mention[] => {
    const [typed = '', count, unit, other, word] = match;
    const number = count === '半' ? 0.5 : chineseNumber(count ?? other ?? '');
    const per = /年|year/.test(unit ?? word ?? '') ? 12 : 1;
    const calendar = (unit === '月' && !typed.includes('个')) || inCalendar(text, match) || (number ?? 0) > 60;
    if (number === undefined || number <= 0 || calendar) return [];
    const months = Math.round(number * per) + (unit === '年半' ? 6 : 0);
    return months === 0 ? [] : [{ is: 'duration', months, start: match.index, end: match.index + typed.length }];
  });
}
