import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCount } from '../../../knowledge/read/readCount.ts';
import { counts } from './counts.examples.ts';
import { anyTyped, slowest } from './typed.ts';

describe('a typed count', () => {
  it.each(counts)('「%s」 is read as the table says', (text, expected) => {
    expect(readCount(text)).toEqual(expected);
  });

  it('is a whole number from 0 to 99, whatever is typed', () => {
    fc.assert(
      fc.property(anyTyped, (text) => {
        const read = readCount(text);
        if (read?.is !== 'value') return;
        expect(Number.isSafeInteger(read.value)).toBe(true);
        expect(read.value).toBeGreaterThanOrEqual(0);
        expect(read.value).toBeLessThanOrEqual(99);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes at most 50 ms, even for hostile text', () => {
    expect(slowest(readCount)).toBeLessThan(50);
  });
});
