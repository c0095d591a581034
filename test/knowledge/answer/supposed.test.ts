import { describe, expect, it } from 'vitest';
import { answerTo } from './answerOf.ts';

describe('a figure that somebody takes for the guide’s is put right', () => {
  it.each<[string, RegExp]>([
    ['为什么限制55岁', /不是这个数，而是项目负责人不超过58周岁.*没有写/],
    ['为啥女的要55岁以下', /不超过58周岁.*没有写因性别/],
    ['听说负责人不能超过60岁', /不是这个数，而是项目负责人不超过58周岁/],
    ['负责人要45岁以下吧', /不是这个数，而是项目负责人不超过58周岁/],
    ['凭什么只给58岁以下的报', /^是的，.*不超过58周岁/],
    ['不是说外方必须注册5年吗', /不是这个数，而是外方合作单位在中国境外注册3年以上/],
    ['为什么要求外方注册10年', /不是这个数，而是外方合作单位在中国境外注册3年以上/],
    ['申报单位不是要满3年吗', /不是这个数，而是申报单位在江西省注册1年以上/],
    ['项目周期是2年吧', /不是这个数，而是项目实施期为3年/],
    ['不是说资助200万吗', /不是这个数，而是每项80-120万元/],
    ['为什么企业要配套2倍', /不是这个数，而是.*1倍以上/],
    ['一共18个方向对吧', /一共19个选题方向/],
    ['江西有100对友城是吗', /一共108对友城/],
    ['国合基地不是12家吗', /一共15家/],
  ])('%s', (question, said) => {
    expect(answerTo(question).answer).toMatch(said);
  });

  it.each<[string, RegExp]>([
    ['我今年55岁，为什么不能报', /55岁不超过58周岁/],
    ['天然小分子那个方向是不是必须培养十个人', /10人以上/],
    ['选题方向的考核指标是不是必须全部完成 方向七', /要全部完成/],
  ])('%s: a figure of one’s own is judged, and another one is left alone', (question, said) => {
    expect(answerTo(question).answer).toMatch(said);
    expect(answerTo(question).answer).not.toContain('不是这个数');
  });
});
