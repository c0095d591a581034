import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAfter, isBefore, isPartialDate } from '../../knowledge/calendar.ts';
import { isValid, parseISO } from '../../knowledge/dateFns.ts';

const two = (count: number): string => String(count).padStart(2, '0');

test.each([
  ['2022', true],
  ['2022-05', true],
  ['2022-00', false],
  ['2022-13', false],
  ['2022-04-30', true],
  ['2022-04-31', false],
  ['2022-12-31', true],
  ['2022-12-32', false],
  ['2022-12-00', false],
  ['2023-02-28', true],
  ['2023-02-29', false],
  ['2024-02-29', true],
  ['2024-02-30', false],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['0000-02-29', true],
  ['22', false],
  ['20222', false],
  ['2022-5', false],
  ['2022-05-1', false],
  ['2022-05-01T00:00', false],
  ['2022-05-01\n', false],
  [' 2022', false],
  ['２０２２', false],
  ['', false],
])('「%s」 is a real date: %s', (text, real) => {
  expect(isPartialDate(text)).toBe(real);
});

test('a whole date is real where the library of dates says so', () => {
  const anyDay = fc.tuple(fc.nat({ max: 9999 }), fc.nat({ max: 19 }), fc.nat({ max: 39 }));
  fc.assert(
    fc.property(anyDay, ([year, month, day]) => {
      const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
      expect(isPartialDate(text), text).toBe(isValid(parseISO(text)));
    }),
    { seed: 20230508, numRuns: 20_000 },
  );
});

test.each([
  ['2022-04', '2022-05-01', true],
  ['2022-04', '2022-04-30', undefined],
  ['2024-02', '2024-02-29', undefined],
  ['2024-02', '2024-03-01', true],
  ['2023-02', '2023-02-28', undefined],
  ['2022', '2022-12-31', undefined],
  ['2022', '2023-01-01', true],
  ['2022-05-01', '2022-05-01', false],
])('every day of %s is before %s: %s', (date, limit, before) => {
  expect(isBefore(date, limit)).toBe(before);
});

test.each([
  ['2024-02', '2024-01-31', true],
  ['2024-02', '2024-02-28', undefined],
  ['2024-02', '2024-02-29', false],
  ['2023-02', '2023-02-28', false],
  ['2022', '2021-12-31', true],
  ['2022', '2022-12-31', false],
])('every day of %s is after %s: %s', (date, limit, after) => {
  expect(isAfter(date, limit)).toBe(after);
});
