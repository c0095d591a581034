import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseNumber } from '../../../knowledge/read/chineseNumber.ts';
import { numbers } from './numbers.examples.ts';
import { anyTyped } from './typed.ts';

const digits = '零一二三四五六七八九';

/** 12,050 → 一万二千零五十, as a bank clerk reads it. */
function spoken(value: number): string {
  const units = ['', '十', '百', '千', '万'];
  const row = String(value);
  const text = [...row]
    .map((digit, at) => (digit === '0' ? '零' : `${digits.charAt(Number(digit))}${units[row.length - 1 - at]}`))
    .join('');
  return text.replace(/零+/g, '零').replace(/(?<=.)零$/, '');
}

describe('a number in Chinese numerals', () => {
  it.each(numbers)('「%s」 is %s', (text, number) => {
    expect(chineseNumber(text)).toBe(number);
  });

  it('reads back every number up to 99,999 from its spoken form', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), (value) => {
        expect([spoken(value), chineseNumber(spoken(value))]).toEqual([spoken(value), value]);
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws, and gives a finite number that is not negative or nothing', () => {
    fc.assert(
      fc.property(anyTyped, (text) => {
        const number = chineseNumber(text);
        expect(number === undefined || (Number.isFinite(number) && number >= 0)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
