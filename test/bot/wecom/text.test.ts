import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, cleanText } from '../../../bot/wecom/clean.ts';
import { bytesOf, cutText, mostBytes } from '../../../bot/wecom/text.ts';

const pieces = fc.constantFrom(
  '国',
  'a',
  '。',
  '\n',
  '\n\n',
  ' ',
  '，',
  '👨‍👩‍👧‍👦',
  '🇨🇳',
  'é',
  '1. ',
  '”',
  '\ud800',
  '\u0007',
  '对外合作',
);
const texts = fc.array(pieces, { maxLength: 1500 }).map((parts) => parts.join(''));

test('parts fit, and together they are the text, in order', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 40, max: 2048 }), (text, most) => {
      const parts = cutText(text, most);
      for (const part of parts) expect(bytesOf(part)).toBeLessThanOrEqual(most);
      const dense = (whole: string) => cleanText(whole).replace(/\s/g, '');
      expect(dense(parts.join(''))).toBe(dense(text));
      expect(parts.every((part) => part.trim() !== '')).toBe(true);
    }),
    { numRuns: 200, seed: 20230508 },
  );
});

test('no sign that people see as one is cut', () => {
  const family = '👨‍👩‍👧‍👦';
  for (const part of cutText(family.repeat(300))) expect(bytesOf(part) % bytesOf(family)).toBe(0);
  for (const part of cutText('é'.repeat(3000))) expect(part.startsWith('é')).toBe(true);
});

test('a sign of thousands of marks is cut all the same', () => {
  const parts = cutText(`e${'\u0301'.repeat(3000)}`);
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.join('')).toHaveLength(3001);
});

describe('where a text is cut', () => {
  const filler = (n: number) => '国'.repeat(n);
  test.each([
    ['between paragraphs', `${filler(400)}\n\n${filler(100)}\n${filler(400)}`, `${filler(400)}\n\n`],
    ['between lines', `${filler(400)}。${filler(100)}\n${filler(400)}`, `${filler(400)}。${filler(100)}\n`],
    ['behind a sentence', `${filler(400)}，${filler(100)}。”${filler(400)}`, `${filler(400)}，${filler(100)}。”`],
    ['behind a part of one', `${filler(400)}，${filler(400)}`, `${filler(400)}，`],
    ['between characters', filler(900), filler(682)],
    ['not so early that a part is nearly empty', `${filler(9)}\n${filler(900)}`, `${filler(9)}\n${filler(673)}`],
    ['not in a decimal', `${filler(600)}3.5${filler(300)}`, `${filler(600)}3.5${filler(81)}`],
  ])('%s', (_where, text, first) => expect(cutText(text)[0]).toBe(first));

  test('exactly 2048 bytes are one message, one more is two', () => {
    expect(cutText('a'.repeat(mostBytes))).toHaveLength(1);
    expect(cutText('a'.repeat(mostBytes + 1))).toHaveLength(2);
  });
});

test('what JSON would escape is gone, line breaks stay', () => {
  const dirty = { text: 'a\u0000b\ud83dc\n\td\u001b👍\u007f\u2028', list: ['\udc00', 1, null, true] };
  const json = JSON.stringify(clean(dirty));
  expect(json).not.toMatch(/\\u/);
  expect(JSON.parse(json)).toEqual({ text: 'abc\n\td👍\u2028', list: ['', 1, null, true] });
});
