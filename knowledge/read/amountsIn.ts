import { chineseNumber, hanNumeral } from './chineseNumber.ts';

/** One number found in a text with what stands right behind it. */
export interface Amount {
  /** Undefined for what is no single number (三五十, 一百五万). */
  value: number | undefined;
  /** The number as typed, a unit 万 or 亿 in it included. */
  typed: string;
  /** `yuan`: 万元, 元, 块 or a number that says 万; `other`: another unit (年, 个月, %); `none`: a bare number. */
  unit: 'yuan' | 'foreign' | 'other' | 'none';
  start: number;
  end: number;
}

/** 六十来万 is one amount, though no exact one. */
const number = new RegExp(
  `(?:\\d+(?:\\.\\d+)?|[点${hanNumeral}]|(?<=[十百千\\d])[来多余几](?=[万百千]))+(?:w(?![a-z]))?`,
  'g',
);
const foreign = /^(?:美元|美金|美刀|欧元|日元|英镑|港币|港元|澳元|卢布|韩元|usd|eur|jpy|刀|€|\$)/;
const yuan = /^(?:元|圆|块|人民币|rmb|cny)/;
const otherUnit =
  /^(?:周?岁|年|个|月|日|号|家|人|项|次|份|倍|%|％|比|:|期|名|位|成|折|篇|点|分|层|楼|号|轮|笔|方|部分|步|批|手|套|台|张|场|口)/;
/** Two numbers glued by one of these are a span. */
const spanSign = /^(?:-|~|到|至|、|或|\/)$/;

/** Words with a numeral in them that say no number. */
const words = /[那这哪]一|一[共起定般下些直样并旦半栏块边]|[统唯单第]一|十分|万一|千万[别不要]|([看想压降减调试])一\1/g;

/** All numbers of a text, left to right; thousands separators have been taken out before. */
export function amountsIn(text: string): Amount[] {
  const blanked = text.replace(words, (word) => '#'.repeat(word.length));
  return [...blanked.matchAll(number)]
    .filter(([typed]) => !/^点+$/.test(typed))
    .map((match) => {
      const [typed] = match;
      const start = match.index;
      const end = start + typed.length;
      const after = text.slice(end, end + 3);
      const large = /[万亿萬億w]$/.test(typed);
      const unit = foreign.test(after)
        ? 'foreign'
        : yuan.test(after) || large
          ? 'yuan'
          : otherUnit.test(after)
            ? 'other'
            : 'none';
      return { value: chineseNumber(typed), typed, unit, start, end };
    });
}

/** Two of the numbers are the ends of a span: 80-120万, 八十到一百万. */
export function spans(amounts: Amount[], text: string): boolean {
  return amounts.some((amount, index) => {
    const next = amounts[index + 1];
    if (next === undefined || amount.unit === 'other') return false;
    const between = text.slice(amount.end, next.start).replace(/^[元块]/, '');
    return spanSign.test(between);
  });
}
