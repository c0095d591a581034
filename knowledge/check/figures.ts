/** Whether a Chinese text and its English name the same figures: dates, amounts, counts, whatever the order. */

import { months, numberOf } from '../languages/english.ts';

const digits = '零一二三四五六七八九十';
const small = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** 80-120万元 names two amounts, 6月 a month; 方向五 counts, 一是 does not. */
function inChinese(text: string): string[] {
  const plain = text
    .replace(
      /(\d[\d.]*)[-至](\d[\d.]*)万元/g,
      (_, low: string, high: string) => `${Number(low) * 10_000} ${Number(high) * 10_000}`,
    )
    .replace(/(\d[\d.]*)万元/g, (_, wan: string) => String(Number(wan) * 10_000))
    .replace(/(?:选题)?方向([一二三四五六七八九十]{1,3})/g, (_, numeral: string) => ` ${numberOf(numeral)} `)
    // Where something stands is no figure of it.
    .replace(/附\d(?: [一二三四]（[一二三四]）)?|[一二三四]（[一二三四]）|[一二三] 第\d段/g, ' ');
  return figuresOf(plain);
}

function inEnglish(text: string): string[] {
  const plain = text
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(new RegExp(`\\b(${months.join('|')})\\b`, 'g'), (name) => String(months.indexOf(name) + 1))
    .replace(/Annex \d|\b[IVX]+ \(\d\)|\b[IVX]+, para\. \d/g, ' ');
  return figuresOf(plain);
}

const figuresOf = (text: string): string[] => (text.match(/\d+(?:\.\d+)?/g) ?? []).sort();

/** English may write a small count as a word where Chinese writes 一家 or 三处; a figure that only one of both has must be such a word of the other. */
export function sameFigures(zh: string, english: string): boolean {
  const [left, right] = [inChinese(zh), inEnglish(english)];
  const rest = [...right];
  const missing = left.filter((figure) => {
    const at = rest.indexOf(figure);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  const asWord = (figure: string): boolean => new RegExp(`\\b${small[Number(figure)] ?? '-'}\\b`, 'i').test(english);
  const asNumeral = (figure: string): boolean => {
    const numeral = digits[Number(figure)];
    return numeral !== undefined && (zh.includes(numeral) || (figure === '2' && zh.includes('两')));
  };
  return missing.every(asWord) && rest.every(asNumeral);
}
