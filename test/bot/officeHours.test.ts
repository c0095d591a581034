import { describe, expect, test } from 'vitest';
import { officeHours, told } from '../../bot/officeHours.ts';

/** In Jiangxi; 8 May 2023 is a Monday. */
const at = (day: number, time: string): Date => new Date(`2023-05-${String(day).padStart(2, '0')}T${time}:00+08:00`);
const openAt = (text: string, day: number, time: string) => officeHours(text, 'Asia/Shanghai').isOpen(at(day, time));

const usual = '周一至周五 8:30—12:00、14:00—17:30';

describe('office hours are read', () => {
  test.each([
    [8, '08:29', false],
    [8, '08:30', true],
    [8, '11:59', true],
    [8, '12:00', false],
    [8, '14:00', true],
    [8, '17:29', true],
    [8, '17:30', false],
    [12, '09:00', true],
    [13, '09:00', false],
    [14, '09:00', false],
  ])('on 5月%i日 at %s: %s', (day, time, open) => {
    expect(openAt(usual, day, time)).toBe(open);
  });
  test.each([
    'Mon-Fri 08:30-12:00,14:00-17:30',
    'Monday to Friday: 8:30-12:00, 14:00-17:30',
    '周一到周五 8:30-12:00 14:00-17:30',
    '周一至五，8：30—12：00，14：00—17：30',
    '星期一至星期五 上午8:30～12:00，下午14:00～17:30',
    '工作日 8:30-12:00；14:00-17:30',
    '工作日：8点半至12点，14点到17点30分',
    '周一、周二、周三、周四、周五 8:30–12:00、14:00–17:30',
  ])('%s', (text) => {
    const open = [8, 9, 10, 11, 12, 13, 14].flatMap((day) =>
      ['08:00', '08:30', '11:59', '13:00', '14:30', '17:30'].map((time) => openAt(text, day, time)),
    );
    const day = [false, true, true, false, true, false];
    expect(open).toEqual([...[1, 2, 3, 4, 5].flatMap(() => day), ...[6, 7].flatMap(() => day.map(() => false))]);
  });
  test.each<[string, number, string, boolean]>([
    ['每天 9:00-21:00', 14, '20:00', true],
    ['9:00-21:00', 14, '20:00', true],
    ['周一到周六 9:00-17:00', 13, '10:00', true],
    ['周一到周六 9:00-17:00', 14, '10:00', false],
    ['周一至周五 9:00-17:00；周六 9:00-12:00', 13, '11:00', true],
    ['周一至周五 9:00-17:00；周六 9:00-12:00', 13, '13:00', false],
    ['周末 10:00-12:00', 14, '11:00', true],
    ['周六至周一 10:00-12:00', 8, '11:00', true],
    ['周六至周一 10:00-12:00', 9, '11:00', false],
  ])('%s, 5月%i日 %s: %s', (text, day, time, open) => {
    expect(openAt(text, day, time)).toBe(open);
  });
  test.each([
    '',
    '看心情',
    '上班时间',
    '周一至周五',
    '周一至周五 8:30—12:00（法定节假日除外）',
    '25:00-26:00',
    '12:00-8:00',
    '8:30',
  ])('“%s” is only shown', (text) => {
    const hours = officeHours(text, 'Asia/Shanghai');
    expect(hours.isOpen(at(8, '09:00'))).toBeUndefined();
    expect(told(hours, at(8, '09:00'))).toEqual({ text });
  });
  test('whatever is written ends at once', () => {
    const began = performance.now();
    for (const part of ['周一', '8:30-', '1', '-', '：', '至', 'Mon', '、，'])
      officeHours(part.repeat(1000), 'Asia/Shanghai');
    expect(performance.now() - began).toBeLessThan(500);
  });
});

test('what counts of a wait is office hours; where they cannot be read, every hour', () => {
  const friday = at(12, '17:00');
  expect(officeHours(usual, 'Asia/Shanghai').between(friday, at(15, '09:00')) / 60_000).toBe(60);
  expect(officeHours('看心情', 'Asia/Shanghai').between(friday, at(12, '18:00')) / 60_000).toBe(60);
  expect(officeHours(usual, 'Asia/Shanghai').between(at(15, '09:00'), friday)).toBe(0);
});
