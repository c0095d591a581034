import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compact, normalise, strip } from '../../../knowledge/read/normalise.ts';
import { maxInput } from '../../../knowledge/reading.ts';
import { anyTyped, slowest } from './typed.ts';

const spellings: (readonly [typed: string, plain: string])[] = [
  ['１９７９－０３－１２', '1979-03-12'],
  ['1979—03—12', '1979-03-12'],
  ['1979–03−12', '1979-03-12'],
  ['（含）', '(含)'],
  ['　全角　空格　', '全角 空格'],
  ['100W', '100w'],
  ['80〜120万', '80~120万'],
  ['80～120万', '80~120万'],
  ['二○一九', '二〇一九'],
  ['江西\u200b省', '江西省'],
  ['①', '1'],
  ['中文不变。', '中文不变。'],
];

const fillers: (readonly [typed: string, core: string])[] = [
  ['嗯，3年～', '3年'],
  ['哦，查了一下，1817年', '1817年'],
  ['嗯嗯，是的哈', '是的'],
  ['教授，博导', '教授，博导'],
  ['没有哈～', '没有'],
  ['应该是三年吧。', '应该是三年'],
  ['老师好，南昌市', '南昌市'],
  ['～～～', ''],
  ['哈', ''],
];

describe('typed text', () => {
  it.each(spellings)('「%s」 has the spelling 「%s」', (typed, plain) => {
    expect(normalise(typed)).toBe(plain);
  });

  it.each(fillers)('「%s」 without filler is 「%s」', (typed, core) => {
    expect(strip(typed)).toBe(core);
  });

  it('keeps a space only between digits or Latin letters', () => {
    expect(compact('1979 年 3 月')).toBe('1979年3月');
    expect(compact('24 months 南昌 市')).toBe('24 months南昌市');
  });

  it('is not read at all when it is too long', () => {
    expect(normalise('1'.repeat(maxInput))).toHaveLength(maxInput);
    expect(normalise('1'.repeat(maxInput + 1))).toBe('');
    expect(normalise('\ufdfa'.repeat(maxInput))).toBe('');
  });

  it('comes out the same when it is normalised and stripped again', () => {
    fc.assert(
      fc.property(anyTyped, (text) => {
        const once = compact(text);
        expect(once.length).toBeLessThanOrEqual(2 * maxInput);
        expect(strip(once)).toBe(once);
      }),
    );
  });

  it('takes at most 50 ms, even when hostile', () => {
    expect(slowest(compact)).toBeLessThan(50);
  });
});
