import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAuditYears } from '../../../knowledge/read/readAuditYears.ts';
import { audits } from './audits.examples.ts';
import { anyTyped, slowest } from './typed.ts';

const asked = [2021, 2022];

describe('a typed answer about audit reports', () => {
  it.each(audits)('「%s」 is read as the table says', (text, expected) => {
    expect(readAuditYears(text, asked)).toEqual(expected);
  });

  it('names each year once, in order, whatever is typed', () => {
    fc.assert(
      fc.property(anyTyped, (text) => {
        const read = readAuditYears(text, asked);
        if (read?.is !== 'value') return;
        const { years } = read.value;
        expect(years).toEqual([...new Set(years)].sort((one, other) => one - other));
        expect(years.every((year) => year >= 2000 && year < 2100)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes at most 50 ms, even for hostile text', () => {
    expect(slowest((text) => readAuditYears(text, asked))).toBeLessThan(50);
  });
});
