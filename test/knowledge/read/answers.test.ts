import { describe, expect, it } from 'vitest';
import { grade, readTyped, typedAnswers } from '../../support/gradeAnswers.ts';

/** The odd files were written by people who had not seen the readers; the even ones hold other wordings of the same. */
const files: readonly (readonly [string, number])[] = [
  ['answers-1.json', 0.96],
  ['answers-2.json', 0.97],
  ['answers-3.json', 0.89],
  ['answers-4.json', 0.94],
  ['answers-5.json', 0.79],
  ['answers-6.json', 0.88],
  ['answers-7.json', 0.93],
  ['answers-8.json', 0.9],
];

/** Read otherwise than their writer would: the first three are arguable, the others are faults that are known. */
const known = new Set([
  '应该不是吧',
  '是我们研发部总监，管三十多号人',
  '他是我们公司的技术总监兼副总',
  '大学下面的一个研究所，自己不是法人',
  '手头就一份老的战略合作协议，这次申报的还没弄',
  '该有的应该都有吧，律师拟的，写得挺长',
  '申报书是李博士在写，写没写全我不掌握',
  '差不多写了一大半吧，还在改',
]);

describe.each(files)('%s: answers as people type them, and what a careful person would record', (file, least) => {
  const graded = typedAnswers(file).map((answer) => ({ ...answer, grade: grade(answer) }));

  it('no answer gives a fact that was not said', () => {
    const wrong = graded
      .filter((each) => each.grade === 'wrong' && !known.has(each.say))
      .map((each) => ({ ...each, took: readTyped(each) }));
    expect(wrong).toEqual([]);
  });

  it(`at least ${least * 100} of a hundred are recorded in full`, () => {
    const left = graded.filter((each) => each.grade !== 'right').map(({ topic, say }) => `${topic}: ${say}`);
    expect(1 - left.length / graded.length, left.join('\n')).toBeGreaterThanOrEqual(least);
  });
});
