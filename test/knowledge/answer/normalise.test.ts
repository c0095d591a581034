import { describe, expect, it } from 'vitest';
import { longestQuestion, normalise } from '../../../knowledge/answer/normalise.ts';

describe('one spelling for a question', () => {
  it.each([
    ['請問與芬蘭合作，項目負責人年齡有限制嗎？', '请问与芬兰合作,项目负责人年龄有限制吗?'],
    ['方向７要几篇　论文', '方向7要几篇论文'],
    ['80—120 万', '80-120万'],
    ['Nb-Si 合金', 'nb-si合金'],
    ['冇得高级职称咋个办', '没有高级职称咋个办'],
    ['  Can  WE   apply? ', 'can we apply?'],
    ['芬\u200b兰', '芬兰'],
  ])('%s', (typed, one) => {
    expect(normalise(typed)).toBe(one);
  });

  it('what is longer than a message may be is not looked at', () => {
    expect(normalise('问'.repeat(longestQuestion + 500)).length).toBeLessThanOrEqual(longestQuestion);
  });
});
