import { describe, expect, it } from 'vitest';
import { answerTo } from './answerOf.ts';

describe('a unit that is old enough, and registered elsewhere', () => {
  it.each([
    '我单位2015年成立，注册在湖南，能不能报',
    '我们公司在广东2018年注册的，能申报不',
    '北京2010年成立的研究所可以牵头申报吗',
    '我们是武汉的高校，1950年建校，能申报吗',
    '公司2016年成立，总部和注册都在杭州，想牵头行吗',
    '公司成立5年了，注册地深圳，行吗',
  ])('「%s」: it may not apply', (question) => {
    const { answer } = answerTo(question);
    expect(answer).toMatch(/^不能：申报单位须在江西省注册/);
    expect(answer).not.toContain('符合注册时间');
  });

  it.each(['公司2021年在深圳注册，2022年8月迁到赣州，算满1年吗', '我们公司2015年成立，总公司在上海，能报吗'])(
    '「%s」: the place is open',
    (question) => {
      const { answer } = answerTo(question);
      expect(answer).toMatch(/^看注册地/);
      expect(answer).not.toContain('符合注册时间');
    },
  );

  it.each([
    '公司2015年注册在南昌，总部在北京，能报吗',
    '公司2018年成立，在南昌，可以申报吗',
    '我们公司2018年注册，外方2010年成立于慕尼黑，能报吗',
  ])('「%s」: early enough', (question) => {
    expect(answerTo(question).answer).toContain('符合注册时间要求');
  });

  it('the same in English', () => {
    expect(answerTo('Our company was founded in Shenzhen in 2015, can we apply?').answer).toMatch(/^No/);
  });
});
