import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAuditYears, readStatements } from '../../../knowledge/read/readAuditYears.ts';
import { audits } from './audits.examples.ts';
import { anyTyped, slowest } from './typed.ts';

const asked = [2021, 2022];

describe('a typed answer about audit reports', () => {
  it.each(audits)('「%s」 is read as the table says', (text, expected) => {
    expect(readAuditYears(text, asked)).toEqual(expected);
  });

  it.each([
    ['前年和去年的事务所都审过了，全套报表都在里头', [2021, 2022]],
    ['去年的审了，前年的没审', [2022]],
    ['公司上年9月先开，所以得2022年一份，会计师楼审嘅，三张表齐晒', [2022]],
  ])('「%s」 counts from today', (text, years) => {
    expect(readAuditYears(text, asked, '2023-05-08')).toMatchObject({ is: 'value', value: { years } });
  });

  it.each([
    ['资产负债表和利润表有，现金流量表没有', false],
    ['只有两张', undefined],
    ['三张表一张不落', true],
    ['表齐不齐我没看', undefined],
  ])('of the statements alone 「%s」 says %s', (text, complete) => {
    const read = readStatements(text);
    expect(read?.is === 'value' ? read.value : undefined).toBe(complete);
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
