/** What anybody wrote is shown as text, and the hit in it marked. */
import { describe, expect, it } from 'vitest';
import { excerpt, holds, marked } from '../../../../bot/staff/transcripts/marked.ts';

describe('a hit', () => {
  it.each([
    ['协议要写协议', '协议', '<mark>协议</mark>要写<mark>协议</mark>'],
    ['Nb-Si 和 NB-SI', 'nb-si', '<mark>Nb-Si</mark> 和 <mark>NB-SI</mark>'],
    ['a<b>a', '<b>', 'a<mark>&lt;b&gt;</mark>a'],
    ['a.c abc', 'a.c', '<mark>a.c</mark> abc'],
    // Its small form is two signs long.
    ['İİx', 'x', 'İİ<mark>x</mark>'],
    ['aaa', 'aa', '<mark>aa</mark>a'],
    ['甲\u202e乙', '乙', '甲〔U+202E〕<mark>乙</mark>'],
    ['nothing', 'else', 'nothing'],
    ['nothing', '', 'nothing'],
  ])('in %j of %j is marked, everything else is text', (text, sought, shown) => {
    expect(marked(text, sought).toString()).toBe(shown);
    expect(holds(text, sought)).toBe(shown.includes('<mark>'));
  });

  it('is shown with some words around it, on one line and never with half a sign', () => {
    const text = `${'😀'.repeat(60)}头\n${'长'.repeat(10)}命中${'😀'.repeat(100)}`;
    const shown = excerpt(text, '命中').toString();
    expect(shown).toContain('<mark>命中</mark>');
    expect(shown.length).toBeLessThan(160);
    expect([shown.isWellFormed(), shown.includes('\n'), shown.startsWith('…'), shown.endsWith('…')]).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(excerpt('<i>', 'zz').toString()).toBe('&lt;i&gt;');
  });
});
