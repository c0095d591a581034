import { describe, expect, it } from 'vitest';
import { corrected, takenBack } from '../../../knowledge/read/correction.ts';
import { slowest } from './typed.ts';

const putRight: readonly (readonly [said: string, holds: string])[] = [
  ['高工，呃不对，还是工程师', '还是工程师'],
  ['博士，哦说快了，是硕士', '是硕士'],
  ['两年，说错了三年', '三年'],
  ['80……不是，90万', '90万'],
  ['100万，应该说是95万', '是95万'],
  ['一百五，算了超了是吧，那就一百一十五万', '那就一百一十五万'],
  ['没有……哎，有的，去年报过', '有的，去年报过'],
  ['五年，不对，五年是我另一个项目，这个三年', '这个三年'],
  ['签了。日期写了，不对，日期没写', '签了。日期没写'],
  ['一百万哦不对昨天开会改了是一百一十万', '昨天开会改了是一百一十万'],
  ['75年8月10号哎不对那是我爱人的我是74年8月10号', '我是74年8月10号'],
  ['1972年不是不是1927年', '1927年'],
  ['150万，改了，现在是120万', '现在是120万'],
  ['2003年……等等我看下执照，是2004年6月9日', '是2004年6月9日'],
  ['在宜春登记的，98年……哎不对，98年那是搬新楼，证上写的是1996年8月8号', '在宜春登记的，证上写的是1996年8月8号'],
  ['就有一份老协议，那份俩学校……不是，医院和大学都签了字', '就有一份老协议，医院和大学都签了字'],
];

const said = [
  '分工、指标、有效期等等，都写了',
  '论文，专利，等等，都有',
  '我们是高校，不是企业',
  '不是，不管项目',
  '日期不对，要重签',
  '三年，不是两年',
  '有，不对。',
  '没有啊不是公务员也不管项目',
  '协议改了，双方又签了一遍',
  '分工、经费，等等，都写了',
  '协议不，对外没有',
];

describe('corrections in mid-sentence', () => {
  it.each(putRight)('「%s」 says 「%s」', (text, holds) => {
    expect(corrected(text)).toBe(holds);
  });

  it.each(said)('「%s」 takes nothing back', (text) => {
    expect(corrected(text)).toBe(text);
  });

  it('leave what stood before them to be looked up', () => {
    expect(takenBack('新余，二一年，不对，二二年')).toBe('新余，二一年');
    expect(takenBack('新余，二一年')).toBe('');
  });

  it('are found within 50 ms, even in a hostile text', () => {
    expect(slowest(corrected)).toBeLessThan(50);
    expect(slowest((text) => corrected(text.replaceAll(/\d/g, '啊，')))).toBeLessThan(50);
  });
});
