import fc from 'fast-check';
import { workOf } from '../../support/work.ts';

const pieces = [
  ...'0123456789〇零一二三四五六七八九十百千万亿两廿年月日号元块个家岁度的有没全缺第到至-/.,，。~～ ',
  '方向',
  '去年',
  '前年',
  '万元',
  '个月',
  '2021',
  '2022',
  '1979',
  '两年',
  '三张表',
  '现金流量表',
  '不知道',
  '左右',
  '以上',
  '自有',
  '稀土',
  '成立',
  '\ufdfa',
];

/** Anything that may be typed: all of Unicode, and rows of the very pieces that the readers look for. */
export const anyTyped = fc.oneof(
  fc.string({ maxLength: 400, unit: 'binary' }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map((parts) => parts.join('')),
);

const hostile = [
  ...pieces,
  ' ',
  '1,',
  '1 ',
  '12',
  '1.',
  '1-',
  '一百',
  '一万',
  '1979年',
  '1979-',
  '3月',
  '要',
  '没有',
  '缺',
  '属',
  '\ufdfa',
  '嗯，',
  '查了一下',
  '方向一',
  '第1个',
  '2021年',
  '3年',
  '100万',
].flatMap((piece) => [
  piece.repeat(Math.floor(400 / piece.length)),
  `${piece.repeat(Math.floor(390 / piece.length))}x`,
  `不${piece.repeat(Math.floor(390 / piece.length))}查`,
]);

/** The most work in ms that a reader has with one of the hostile texts (all 400 characters long), at the best of three. */
export function slowest(read: (text: string) => unknown): number {
  let worst = 0;
  for (const text of hostile) {
    worst = Math.max(worst, Math.min(...[1, 2, 3].map(() => workOf(() => read(text)))));
  }
  return worst;
}
