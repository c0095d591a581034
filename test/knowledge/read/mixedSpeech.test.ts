import { describe, expect, it } from 'vitest';
import { inChinese } from '../../../knowledge/read/mixedSpeech.ts';
import { slowest } from './typed.ts';

const mixed: readonly (readonly [said: string, means: string])[] = [
  ['也不 manage 科技计划项目', '也不管科技计划项目'],
  ['not a civil servant', '不是公务员'],
  ["he isn't a civil servant", 'he 不是公务员'],
  ['也 no blacklist', '也没有黑名单'],
  ['never been blacklisted', '从来没有黑名单'],
  ['clean record', '信用记录干净'],
  ['date 也有', '日期也有'],
  ['kyoto university', 'kyoto university'],
  ['update 了', 'update 了'],
  ['36 months', '36 months'],
];

describe('English words in a Chinese sentence', () => {
  it.each(mixed)('「%s」 means 「%s」', (said, means) => {
    expect(inChinese(said)).toBe(means);
  });

  it('are found within 50 ms, even in a hostile text', () => {
    expect(slowest((text) => inChinese(`${text} date no not never been `))).toBeLessThan(50);
  });
});
