import { describe, expect, it } from 'vitest';
import { answerTo } from './answerOf.ts';

describe('the only sister city of a country', () => {
  it.each<[question: string, told: RegExp]>([
    ['江西的德国友城是不是只有黑森州', /^不是只有这一个.*还有派尼区.*沃尔泽伦市/],
    ['日本的友城只有高松一个对吗', /^不是只有这一个.*岐阜县/],
    ['Is Hessen the only German sister city?', /^Not the only one.*Peine/],
    ['德国的友城有黑森州吗', /^是的/],
  ])('「%s」', (question, told) => {
    expect(answerTo(question).answer).toMatch(told);
  });
});

it('a host that only takes part: whether the priority counts the guide does not say', () => {
  expect(answerTo('江西师范大学作为参与单位，牵头是我们公司，能享受基地优先吗').answer).toContain(
    '它只作参与单位时算不算，指南没有写',
  );
  expect(answerTo('江西师范大学有基地吗').answer).not.toContain('参与单位');
});

it('a unit that is named again and again is spoken of once', () => {
  const { answer } = answerTo('交通大学在15家'.repeat(500));
  expect(answer.match(/不在附3的15家/g)?.length).toBeLessThanOrEqual(2);
  const again = answerTo('华东交通大学在15家里吗，'.repeat(100)).answer;
  expect(again.match(/不在附3的15家/g)).toHaveLength(1);
});
