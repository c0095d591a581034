import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMoney } from '../../../knowledge/read/readMoney.ts';
import { amounts, labelled } from './money.examples.ts';
import { anyTyped, slowest } from './typed.ts';

describe('a typed amount of money', () => {
  it.each(amounts)('「%s」 is read as the table says', (text, expected) => {
    expect(readMoney(text)).toEqual(expected);
  });

  it.each(labelled)('「%s」 when the %s amount is asked for', (text, about, expected) => {
    expect(readMoney(text, about === undefined ? {} : { about })).toEqual(expected);
  });

  it('is a whole number of yuan between nothing and a thousand million, whatever is typed', () => {
    fc.assert(
      fc.property(anyTyped, (text) => {
        const read = readMoney(text);
        if (read?.is !== 'value') return;
        expect(Number.isSafeInteger(read.value)).toBe(true);
        expect(read.value).toBeGreaterThanOrEqual(0);
        expect(read.value).toBeLessThanOrEqual(1_000_000_000);
      }),
      { numRuns: 2000 },
    );
  });

  it('is no laughter', () => {
    expect(readMoney('2333万')).toMatchObject({ is: 'value', value: 23_330_000 });
  });

  it('reads back the same from each way of writing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (wan) => {
        const yuan = wan * 10_000;
        const grouped = yuan.toLocaleString('en-US');
        // 2023 alone looks like a year
        const bare = wan > 1900 && wan < 2100 ? [] : [String(wan)];
        for (const written of [`${wan}万`, `${wan}w`, `申请${wan}万元。`, `${yuan}元`, `${grouped}元`, ...bare]) {
          expect([written, readMoney(written)]).toMatchObject([written, { is: 'value', value: yuan }]);
        }
      }),
      { numRuns: 300, examples: [[233], [2333]] },
    );
  });

  it('takes at most 50 ms, even for hostile text', () => {
    expect(slowest(readMoney)).toBeLessThan(50);
  });
});
