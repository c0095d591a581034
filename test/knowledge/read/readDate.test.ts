import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isValid, parseISO } from '../../../knowledge/dateFns.ts';
import { chosenOffer } from '../../../knowledge/read/chosenOffer.ts';
import { readDate } from '../../../knowledge/read/readDate.ts';
import { dates, datesAfter1986 } from './dates.examples.ts';
import { anyTyped, slowest } from './typed.ts';

const today = '2023-04-20';

describe('a typed date', () => {
  it.each(dates)('「%s」 is read as the table says', (text, expected) => {
    expect(readDate(text, { today })).toEqual(expected);
  });

  it.each(datesAfter1986)('「%s」 completes the year 1986', (text, expected) => {
    expect(readDate(text, { today, known: '1986' })).toEqual(expected);
  });

  it('completes a known month with a day', () => {
    expect(readDate('20号', { today, known: '1986-05' })).toMatchObject({ is: 'value', value: '1986-05-20' });
    expect(readDate('6月1号', { today, known: '1986-05' })).toMatchObject({ is: 'ask' });
  });

  it('is not later than the last date that makes sense', () => {
    const latest = '2005-12-31';
    expect(readDate('2006-01-01', { today, latest })).toEqual({
      is: 'ask',
      hint: '2006 年 1 月 1 日太晚了，请再看一下年份。',
    });
    expect(readDate('2005-12-31', { today, latest })).toMatchObject({ is: 'value', value: latest });
  });

  it('is always a real day that has come, whatever is typed', () => {
    fc.assert(
      fc.property(anyTyped, (text) => {
        const read = readDate(text, { today });
        if (read?.is !== 'value') return;
        expect(read.value).toMatch(/^\d{4}(-\d{2}){0,2}$/);
        expect(isValid(parseISO(read.value))).toBe(true);
        expect(read.value <= today).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back the same from each way of writing it', () => {
    const day = fc.date({ min: new Date('1701-01-01'), max: new Date('2023-04-20'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        for (const written of waysToWrite(iso)) {
          expect([written, readDate(written, { today })]).toEqual([written, { is: 'value', value: iso }]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['1978', '1978年'],
    ['78', '1978年'],
    ['78年的', '1978年'],
    ['七八年', '1978年'],
    ['后面那个', '1978年'],
    ['第二个', '1978年'],
    ['前者', '1977年'],
    ['79年', undefined],
    ['不知道', undefined],
  ])('「%s」 after 「1977 或 1978 年？」 chooses %s', (text, year) => {
    const found = chosenOffer(text, ['1977年', '1978年']);
    const full = /^\d{4}/.exec(text)?.[0];
    expect(full === undefined ? found : `${full}年`).toBe(year);
  });

  it('takes at most 50 ms, even for hostile text', () => {
    expect(slowest((text) => readDate(text, { today }))).toBeLessThan(50);
  });
});

function waysToWrite(iso: string): string[] {
  const [year = '', month = '', day = ''] = iso.split('-');
  const [m, d] = [Number(month), Number(day)];
  const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  const row = (text: string) => text.replace(/\d/g, (sign) => '〇一二三四五六七八九'.charAt(Number(sign)));
  const spoken = (value: number) =>
    value < 10
      ? row(String(value))
      : `${value < 20 ? '' : row(String(Math.floor(value / 10)))}十${value % 10 ? row(String(value % 10)) : ''}`;
  return [
    iso,
    `${year}/${m}/${d}`,
    `${year}.${m}.${d}`,
    `${year}年${m}月${d}日`,
    `嗯，${year}年${month}月${day}号～`,
    `${year} 年 ${m} 月 ${d} 日`,
    wide(`${year}-${month}-${day}`),
    `${row(year)}年${spoken(m)}月${spoken(d)}日`,
    ...(Number(year) >= 1800 ? [`${year}${month}${day}`] : []),
  ];
}
