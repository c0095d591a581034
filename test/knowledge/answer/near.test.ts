import { describe, expect, it } from 'vitest';
import { ask } from '../../../knowledge/answer/ask.ts';
import { near } from '../../../knowledge/answer/near.ts';
import { read } from '../../../knowledge/answer/readQuestion.ts';
import { loadGuide } from '../../../knowledge/loadGuide.ts';
import { workOf } from '../../support/work.ts';

const guide = loadGuide('jx-intl-2023');
const answerTo = (text: string) => ask({ text, guide, overlay: null, today: '2023-05-08' }).answer;

describe('the questions that are offered when nothing fits', () => {
  it('each is answered by the guide', () => {
    const offered = guide.answers.flatMap(({ ask: question }) => question ?? []);
    expect(offered.length).toBeGreaterThan(100);
    expect(offered.filter((question) => answerTo(question).status !== 'answered')).toEqual([]);
  });

  it('hardly one takes long to find', () => {
    const work = workOf(() => {
      for (let times = 0; times < 50; times += 1) near(read('推荐的事找哪个衙门盖章', guide), [], guide);
    });
    expect(work).toBeLessThan(2_000);
  });
});

describe('the nearest question', () => {
  it.each<[string, string]>([
    ['推荐的事找哪个衙门盖章', '项目由谁推荐'],
    ['年度里得办几场交流，要不要请外人来', '交流活动要有外单位的人参加吗'],
    ['财政少给的那截哪个兜底', '资助少于申请的差额谁出'],
    ['保密那块样板上管几年', '模板的保密义务几年'],
    ['副高当头够不够格', '负责人必须是正高职称吗'],
  ])('%s: %s', (question, offered) => {
    expect(near(read(question, guide), [], guide)).toContain(offered);
  });

  it.each<[string, string]>([
    ['方向十二样车要跑多少公里', '方向十二的考核指标'],
    ['上饶那边的姊妹城市咋样', '上饶市有哪些友城'],
  ])('%s: a thing that is named is asked about by name', (question, offered) => {
    expect(near(read(question, guide), [], guide)).toContain(offered);
  });

  it.each<string>(['那个要多少啊', '我这种情况搞得成啵', '那个到底要几个呀'])(
    '%s: points at nothing, and is asked back',
    (question) => {
      const { status, answer } = answerTo(question);
      expect(status).toBe('clarify');
      expect(answer).toMatch(/请问|请告诉|您想问|哪/);
    },
  );
});
