import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMonths } from '../../../knowledge/read/readMonths.ts';
import { months } from './months.examples.ts';
import { anyTyped, slowest } from './typed.ts';

describe('a typed length of a project', () => {
  it.each(months)('「%s」 is read as the table says', (text, expected) => {
    expect(readMonths(text)).toEqual(expected);
  });

  it('counts from this year where the years are not written out', () => {
    expect(readMonths('从今年10月1号做到后年9月底', '2023-05-08')).toMatchObject({ is: 'value', value: 24 });
  });

  it('is a whole number of months up to ten years, whatever is typed', () => {
    fc.assert(
      fc.property(anyTyped, (text) => {
        const read = readMonths(text);
        if (read?.is !== 'value') return;
        expect(Number.isSafeInteger(read.value)).toBe(true);
        expect(read.value).toBeGreaterThan(0);
        expect(read.value).toBeLessThanOrEqual(120);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes at most 50 ms, even for hostile text', () => {
    expect(slowest(readMonths)).toBeLessThan(50);
  });
});
