import { describe, expect, it } from 'vitest';
import { answerTo } from './answerOf.ts';

describe('what is told beside a question', () => {
  it.each([
    ['我们去年有个人被认定科研严重失信，惩戒期没过，让他当负责人行吗', /不能|不得/],
    ['咱公司去年六一儿童节那天注册的，就差几天满一年，能报不', /2022年6月1日晚了/],
    ['公司2021年国庆节领的执照，可以申报吗', /符合注册时间要求/],
    ['我们厂去年教师节才拿的营业执照，能报吗', /2022年9月10日晚了/],
    ['硕士毕业，工程师，四十岁，公司让我牵头，条件够吗', /不能当负责人|不够/],
    ['去年一共立了多少个项目', /指南没有写往年/],
    ['去年的指南年龄要求一样吗', /指南没有写往年/],
  ])('%s', (question, holds) => {
    expect(answerTo(question).answer).toMatch(holds);
  });
});

describe('what a second question goes back to', () => {
  it.each([
    [['主要是用卫星加无人机盯着林子，看火会往哪边烧。', '那靠得上哪一条？'], /方向二/],
    [['无机膜材料那个基地是哪家的？', '他们还有别的基地吗？'], /网络化支撑软件/],
    [['美国萨凡纳是不是九江的友城', '那九江在同一个国家还有没有另外一个？'], /路易维尔/],
    [['江西师范大学是不是也有？有的话是哪两块'], /无机膜.*网络化支撑软件/],
  ])('%j', (turns, holds) => {
    expect(answerTo(...turns).answer).toMatch(holds);
  });
});
