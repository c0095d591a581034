import { describe, expect, it } from 'vitest';
import { ask } from '../../../knowledge/answer/ask.ts';
import type { Memory } from '../../../knowledge/answer/follow.ts';
import { loadGuide } from '../../../knowledge/loadGuide.ts';

const guide = loadGuide('jx-intl-2023');

/** The answers to questions asked one after the other. */
function talk(...questions: string[]): string[] {
  let memory: Memory | undefined;
  return questions.map((text) => {
    const given = ask({ text, guide, overlay: null, today: '2023-05-08', memory });
    memory = given.memory;
    return given.answer.answer;
  });
}

describe('a follow-up leans on what was asked before', () => {
  it.each<[string, string[], RegExp]>([
    [
      '那八呢 keeps the indicator and changes the direction',
      ['方向七的细节分辨力是多少', '那八呢'],
      /^方向八.*3um分辨率/,
    ],
    ['它 keeps the direction', ['方向七的细节分辨力是多少', '它的研究内容'], /^方向七.*研究内容/],
    ['a bare word about the direction that was spoken of', ['方向八的研究内容', '论文呢'], /^方向八.*论文10篇以上/],
    ['another country', ['芬兰有协议吗', '德国呢'], /德国/],
    ['another question about the same country', ['芬兰有协议吗', '德国呢', '那它的友城有哪些'], /3对友城/],
    ['another sum', ['申请100万企业要配多少', '那120万呢'], /至少120万元/],
    ['another kind of unit', ['申请100万企业要配多少', '高校呢'], /只要求企业|高校.*没有/],
  ])('%s', (_what, questions, last) => {
    expect(talk(...questions).at(-1)).toMatch(last);
  });

  it('a whole question of its own leans on nothing', () => {
    const [alone] = talk('负责人年龄有什么要求');
    const [, after] = talk('方向七的考核指标', '负责人年龄有什么要求');
    expect(after).toBe(alone);
  });
});
