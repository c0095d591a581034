/** How English writes what is worked out: dates, money, spans, clauses of a guide. */
import type { PartialDate } from '../facts.ts';

/** The names of the months, the first one first. */
export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `1965-06-01` → `1 June 1965`, `1965-06` → `June 1965`. */
export function englishDate(date: PartialDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return [day, month === undefined ? undefined : months[month - 1], year].filter(Boolean).join(' ');
}

/** `RMB 1,200,000`. */
export const englishYuan = (yuan: number): string => `RMB ${yuan.toLocaleString('en-US')}`;

/** `3 years`, `18 months`. */
export function englishMonths(count: number): string {
  const whole = count > 0 && count % 12 === 0;
  const n = whole ? count / 12 : count;
  return `${n} ${whole ? 'year' : 'month'}${n === 1 ? '' : 's'}`;
}

/** `2021 and 2022`. */
export function englishList(list: readonly (string | number)[]): string {
  return list.length < 2 ? list.join('') : `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`;
}

const digits = '零一二三四五六七八九';

/** 一 to 九十九 as a number. */
export function numberOf(numeral: string): number {
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['零', numeral];
  return (tens === '' ? 1 : digits.indexOf(tens ?? '零')) * 10 + (ones ? digits.indexOf(ones) : 0);
}

const roman = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

const numeral = '[一二三四五六七八九十]{1,3}';
const clauseParts: readonly [RegExp, (...found: string[]) => string][] = [
  [/附(\d) 第([\d、]+)对/g, (_, annex, no) => `Annex ${annex}, pair no. ${no?.replace(/、/g, ', ')}`],
  [/附(\d) 第([\d、]+)个/g, (_, annex, no) => `Annex ${annex}, no. ${no?.replace(/、/g, ', ')}`],
  [/附(\d)(?= ?\S)(?![；，。)）])/g, (_, annex) => `Annex ${annex},`],
  [/附(\d)/g, (_, annex) => `Annex ${annex}`],
  [new RegExp(`(?:选题)?方向(${numeral})`, 'g'), (_, number = '') => `direction ${numberOf(number)}`],
  [
    new RegExp(`(?<![一-龥])(${numeral})（(${numeral})）`, 'g'),
    (_, part = '', sub = '') => `${roman[numberOf(part)]} (${numberOf(sub)})`,
  ],
  [new RegExp(`（(${numeral})）`, 'g'), (_, sub = '') => ` (${numberOf(sub)})`],
  [new RegExp(`(?<![一-龥])(${numeral})(?=[\\s；，,]|$)`, 'g'), (_, part = '') => `${roman[numberOf(part)]},`],
  [/第(\d+)段/g, (_, number) => `para. ${number}`],
  [/首段/g, () => 'opening paragraph'],
  [/末行/g, () => ', last line'],
  [/（研究内容）/g, () => ' (research content)'],
  [/（考核指标）/g, () => ' (indicators)'],
];

/** 「附5 二（一）」 → `Annex 5, II (1)`; several stay apart. */
export function englishClause(clause: string): string {
  return clause
    .split('；')
    .map((each) =>
      clauseParts
        .reduce((text, [pattern, written]) => text.replace(pattern, written), each)
        .replace(/\s*,\s*,?\s*/g, ', ')
        .replace(/\s+/g, ' ')
        .replace(/[,\s]+$/, ''),
    )
    .join('; ');
}
