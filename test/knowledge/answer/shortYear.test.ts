/** A year typed short is no length of time. */
import { expect, it } from 'vitest';
import { answerTo } from './answerOf.ts';

it.each(['单位020年6月底注册能报吗', '单位020年6月注册能报吗', '单位020年注册能报吗', '单位〇二〇年注册能报吗'])(
  '「%s」 is not counted in months or years',
  (question) => {
    expect(answerTo(question).answer).not.toMatch(/(?:个月|年)前注册/);
  },
);

it('20年6月底 is a date, 20年6个月 a length', () => {
  expect(answerTo('单位20年6月底注册能报吗').answer).toContain('2020年6月早于2022年5月1日');
  expect(answerTo('单位注册20年6个月能报吗').answer).toContain('246个月前');
});
