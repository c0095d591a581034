import { describe, expect, it } from 'vitest';
import { corrected } from '../../../knowledge/read/correction.ts';
import { slowest } from './typed.ts';

const takenBack: readonly (readonly [said: string, holds: string])[] = [
  ['高工，呃不对，还是工程师', '还是工程师'],
  ['博士，哦说快了，是硕士', '是硕士'],
  ['两年，说错了三年', '三年'],
  ['80……不是，90万', '90万'],
  ['100万，应该说是95万', '是95万'],
  ['一百五，算了超了是吧，那就一百一十五万', '那就一百一十五万'],
  ['没有……哎，有的，去年报过', '有的，去年报过'],
  ['五年，不对，五年是我另一个项目，这个三年', '这个三年'],
  ['签了。日期写了，不对，日期没写', '签了。日期没写'],
];

const said = [
  '分工、指标、有效期等等，都写了',
  '论文，专利，等等，都有',
  '我们是高校，不是企业',
  '不是，不管项目',
  '日期不对，要重签',
  '三年，不是两年',
  '有，不对。',
  '协议不，对外没有',
];

describe('corrections in mid-sentence', () => {
  it.each(takenBack)('「%s」 says 「%s」', (text, holds) => {
    expect(corrected(text)).toBe(holds);
  });

  it.each(said)('「%s」 takes nothing back', (text) => {
    expect(corrected(text)).toBe(text);
  });

  it('are found within 50 ms, even in a hostile text', () => {
    expect(slowest(corrected)).toBeLessThan(50);
    expect(slowest((text) => corrected(text.replaceAll(/\d/g, '啊，')))).toBeLessThan(50);
  });
});
