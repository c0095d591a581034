/** On a phone many type a space where others type a comma. */
import { describe, expect, it } from 'vitest';
import { readQuestionSet, turnsOf } from '../../../bot/ask/questionSet.ts';
import { answerOf } from './answerOf.ts';

const sets = ['qa-dev', 'qa-generated', 'qa-decline-dev'];
const withCommas = sets
  .flatMap((name) => readQuestionSet(new URL(`../../eval/${name}.json`, import.meta.url).pathname))
  .flatMap(turnsOf)
  .filter((question) => /\p{Script=Han}{2}[，,]\p{Script=Han}{4}/u.test(question));

describe('questions with spaces for commas', () => {
  it('get the same answers, but for a few of hundreds', () => {
    const others = withCommas.filter((question) => answerOf(question.replace(/[，,]/g, ' ')) !== answerOf(question));
    expect(withCommas.length).toBeGreaterThan(150);
    expect(others.length, others.join('\n')).toBeLessThan(withCommas.length / 50);
  });

  it.each([
    ['国企 能跟两个推荐单位都报一下吗 提高中标率', /不得多头申报/],
    ['外方公司成立10年 负责人57岁可以吗', /58周岁[\s\S]*10年已满3年/],
    ['欧盟协议过期 还能用吗', /没有写到期/],
  ])('%s', (question, holds) => {
    expect(answerOf(question)).toMatch(holds);
  });

  it('a word that is typed apart is one word all the same', () => {
    for (const [apart, whole] of [
      ['申 报 条 件 有哪些', '申报条件有哪些'],
      ['方向 七 的考核 指标', '方向七的考核指标'],
    ] as const)
      expect(answerOf(apart)).toBe(answerOf(whole));
  });
});

describe('how long somebody has been there', () => {
  it.each([
    ['外方成立20年，行吗', /20年已满3年/],
    ['外方是10年成立的，可以吗', /2010年注册/],
    ['我们公司成立三年了能报吗', /3年前注册/],
  ])('%s', (question, holds) => {
    expect(answerOf(question)).toMatch(holds);
  });
});
