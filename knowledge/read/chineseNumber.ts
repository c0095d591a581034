/** The body of a character class: every sign that may stand in a number written in Chinese. */
export const hanNumeral = '〇零一二两三四五六七八九十廿卅百千万亿壹贰叁肆伍陆柒捌玖拾佰仟兩萬億';

const spelling: Record<string, string> = {
  零: '〇',
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
  兩: '两',
  萬: '万',
  億: '亿',
  廿: '二十',
  卅: '三十',
  w: '万',
};
const digits = '〇一二三四五六七八九';
const small: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const large: Record<string, number> = { 万: 10_000, 亿: 100_000_000 };

function digit(sign: string): number | undefined {
  if (sign === '两') return 2;
  const at = digits.indexOf(sign);
  return at < 0 ? undefined : at;
}

/** A row of digits without any unit: 一九七九 → 1979. */
function digitRow(text: string): number | undefined {
  let value = 0;
  for (const sign of text) {
    const next = sign === '两' && text.length > 1 ? undefined : digit(sign);
    if (next === undefined) return undefined;
    value = value * 10 + next;
  }
  return value;
}

type Token = { is: 'literal'; value: number; plain: boolean } | { is: 'unit'; value: number } | { is: 'zero' };

function tokens(text: string): Token[] | undefined {
  const found: Token[] = [];
  const pattern = /(\d+(?:\.\d+)?)|([一二两三四五六七八九]点[〇一二三四五六七八九]+)|([十百千万亿])|(〇)|(.)/gu;
  for (const [, arabic, point, unit, zero, other] of text.matchAll(pattern)) {
    if (/^0\d/.test(arabic ?? '')) return undefined;
    if (arabic !== undefined) found.push({ is: 'literal', value: Number(arabic), plain: false });
    else if (point !== undefined) {
      const fraction = [...point.slice(2)].map(digit).join('');
      found.push({ is: 'literal', value: Number(`${digit(point.charAt(0))}.${fraction}`), plain: false });
    } else if (unit !== undefined) found.push({ is: 'unit', value: small[unit] ?? large[unit] ?? 0 });
    else if (zero !== undefined) found.push({ is: 'zero' });
    else {
      const value = digit(other ?? '');
      if (value === undefined) return undefined;
      found.push({ is: 'literal', value, plain: true });
    }
  }
  return found;
}

/** Units must fall inside a section (千 百 十) and between sections (亿 万); anything else is not one number. */
function evaluate(found: Token[]): number | undefined {
  let total = 0;
  let section = 0;
  let literal: number | undefined;
  let lastUnit = Number.POSITIVE_INFINITY;
  let lastLarge = Number.POSITIVE_INFINITY;
  let zeroBefore = false;
  let shorthand = false;
  /** The literal last seen is a single Han digit (true also where none is pending: 十五). */
  let plain = true;
  for (const [index, token] of found.entries()) {
    if (token.is === 'zero') {
      if (literal !== undefined || index === 0 || index === found.length - 1) return undefined;
      zeroBefore = true;
    } else if (token.is === 'literal') {
      if (literal !== undefined) return undefined;
      literal = token.value;
      plain = token.plain;
      shorthand = token.plain && !zeroBefore && index === found.length - 1;
      zeroBefore = false;
    } else if (token.value < 10_000) {
      if (token.value >= lastUnit && section > 0) return undefined;
      const coefficient = literal ?? (token.value === 10 ? 1 : undefined);
      if (coefficient === undefined || (token.value === 10 && !plain)) return undefined;
      if (coefficient >= (token.value === 100 && section === 0 ? 100 : 10)) return undefined;
      section += coefficient * token.value;
      literal = undefined;
      lastUnit = token.value;
      plain = true;
    } else {
      if (token.value >= lastLarge) return undefined;
      // 一百五万: 105 or 150? Not one number.
      if (section > 0 && literal !== undefined && lastUnit > 10 && !hasZeroBefore(found, index)) return undefined;
      const value = section + (literal ?? 0);
      if (value === 0) return undefined;
      total += value * token.value;
      section = 0;
      literal = undefined;
      lastLarge = token.value;
      lastUnit = token.value;
    }
  }
  if (literal !== undefined) {
    const before = found.at(-2);
    if (before?.is === 'unit' && before.value > 10 && shorthand) {
      // 一百五 = 150, 两万五 = 25,000; 一百二十万五 is no number anybody says
      const coefficient = found.at(-3);
      const single = found.length === 3 && coefficient?.is === 'literal' && coefficient.value < 10;
      if (!single) return undefined;
      literal *= before.value / 10;
    } else if (
      before?.is === 'unit' &&
      (literal >= before.value || literal < before.value / 10 || !(plain || before.value >= 10_000))
    ) {
      // 1万5000 is one number, 100万5 is not
      return undefined;
    }
    section += literal;
  }
  return round(total + section);
}

function hasZeroBefore(found: Token[], index: number): boolean {
  return found[index - 2]?.is === 'zero';
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/**
 * The number that the whole text writes, in Arabic or Chinese numerals or mixed (一百二十万, 两千, 廿, 二〇一九, 1.5万, 100w, 一百五).
 * `undefined` for anything else, and for what two people would read differently (三五十, 一百五万, 几百).
 */
export function chineseNumber(text: string): number | undefined {
  if (text === '' || text.length > 40) return undefined;
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  const plain = [...text].map((sign) => spelling[sign] ?? sign).join('');
  if (/^[〇一二两三四五六七八九]+$/.test(plain)) return digitRow(plain);
  const found = tokens(plain);
  return found === undefined || found.length === 0 ? undefined : evaluate(found);
}
