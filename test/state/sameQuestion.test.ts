/** Which questions count as the same one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameKey } from '../../state/sameQuestion.ts';

test.each([
  ['请问超过50岁可以申报吗？', '超过50岁可以申报'],
  ['您好，我想问一下：博士后能不能当负责人呢', '博士后能不能当负责人'],
  ['老师您好，请问联合声明要不要盖章啊？谢谢！', '联合声明要不要盖章'],
  ['ＡＰＰ 里怎么交　材料', 'app里怎么交材料'],
  ['Can I apply? Thanks', 'can i apply'],
  ['经费1.5万以下呢', '经费 1.5 万以下'],
  ['解释一下', '解释'],
])('「%s」 is the same question as 「%s」', (one, other) => {
  expect(sameKey(one)).toBe(sameKey(other));
  expect(sameKey(one)).not.toBe('');
});

test.each([
  ['老师可以申报吗', '可以申报吗'],
  ['在不在清单里', '清单里'],
  ['经费1.5万', '经费15万'],
  ['附件2怎么填', '附件3怎么填'],
  ['history of it', 'story of it'],
  ['不可以吗', '可以吗'],
])('「%s」 is not the same question as 「%s」', (one, other) => {
  expect(sameKey(one)).not.toBe(sameKey(other));
});

test('nothing is asked by signs alone, and courtesy alone is itself', () => {
  expect(sameKey(' ？？！…')).toBe('');
  expect(sameKey('\u202e\u0000')).toBe('');
  expect(sameKey('您好')).toBe('您好');
});

test('a key is bounded, and the key of a key is the key', () => {
  expect(sameKey('长'.repeat(100_000))).toHaveLength(1000);
  expect([...sameKey('\u{20000}'.repeat(3000))]).toHaveLength(1000);
  const words = fc.constantFrom(
    '请问',
    '您好',
    '吗',
    '吧',
    '一下',
    '1',
    '.',
    '-',
    '，',
    '国',
    'e',
    '\u0301',
    '﷽',
    'İ',
    'Ⅷ',
    ' ',
    '\u{1F600}',
  );
  const texts = fc.oneof(
    fc.array(words, { maxLength: 12 }).map((each) => each.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
  fc.assert(
    fc.property(texts, (text) => sameKey(sameKey(text)) === sameKey(text)),
    { numRuns: 3000 },
  );
});
