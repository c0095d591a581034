import { expect, test } from 'vitest';
import { dayIn } from '../../bot/dayIn.ts';

const minute = 60 * 1000;

/** Zones whose days begin on the hour, on the half and on a quarter of one, in summer time too. */
test.each([
  'Asia/Shanghai',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Eucla',
  'Pacific/Chatham',
  'America/New_York',
])('the day in %s changes in the minute in which it does', (timeZone) => {
  const day = dayIn(timeZone);
  const whole = new Intl.DateTimeFormat('sv-SE', { timeZone });
  for (const start of ['2023-03-11T12:00:00Z', '2023-11-04T12:00:00Z']) {
    for (let at = 0; at < 48 * 60; at += 1) {
      const time = new Date(Date.parse(start) + at * minute - 1);
      expect(day(time), time.toISOString()).toBe(whole.format(time));
    }
  }
});

test('a moment before the last one is told as well', () => {
  const day = dayIn('Asia/Shanghai');
  expect(day(new Date('2023-05-08T16:00:00Z'))).toBe('2023-05-09');
  expect(day(new Date('2023-05-08T15:59:59.999Z'))).toBe('2023-05-08');
});
