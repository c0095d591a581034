import { describe, expect, it } from 'vitest';
import { isQuestion } from '../../../knowledge/read/sureness.ts';
import { statements } from '../../../knowledge/read/tidy.ts';

describe('a remark is no question, whatever particle ends it', () => {
  it.each([
    '宜春那药厂还没签，人家老总出差呢',
    '正在走流程呢',
    '没啥',
    '啥都没有',
    '3年吧 指南不是写死3年么',
    '不是早就签了吗',
    '我问了外方有没有意见，都说没有',
    '不管有没有都填了',
    '有没有联合实验室，没有',
    '哪里轮得到他管',
    '没有什么联合实验室',
    '跟谁都没重复',
  ])('%s', (text) => {
    expect(isQuestion(text)).toBe(false);
  });
});

describe('a question is one also without a question mark', () => {
  it.each([
    '有吗',
    '要盖章么',
    '为什么',
    '推荐函找谁开',
    '章呢',
    '外方呢',
    '算不算法人',
    '怎么标',
    '请问联合实验室是什么',
    '没有会怎么样',
    '三年行不行',
  ])('%s', (text) => {
    expect(isQuestion(text)).toBe(true);
  });
});

describe('what is stated before a question or a supposition stays', () => {
  it.each([
    ['没做这个，是硬性要求吗', ['没做这个']],
    ['标了，如果不够清楚再标一次', ['标了']],
    ['推荐函的话，已经开了', ['推荐函的话,已经开了']],
    ['项目组主要是我们的人', ['项目组主要是我们的人']],
    ['有章有账户，算独立法人吗', undefined],
    ['没有的话怎么办', undefined],
  ])('%s', (text, said) => {
    expect(statements(text)).toEqual(said);
  });
});
