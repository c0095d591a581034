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
  ['answers-9.json', 0.9],
  ['answers-10.json', 0.9],
  ['answers-11.json', 0.9],
  ['answers-12.json', 0.9],
];

describe.each(files)('%s: answers as people type them, and what a careful person would record', (file, least) => {
  const graded = typedAnswers(file).map((answer) => ({ ...answer, grade: grade(answer) }));

  it('no answer gives a fact that was not said', () => {
    const wrong = graded.filter((each) => each.grade === 'wrong').map((each) => ({ ...each, took: readTyped(each) }));
    expect(wrong).toEqual([]);
  });

  it(`at least ${least * 100} of a hundred are recorded in full`, () => {
    const left = graded.filter((each) => each.grade !== 'right').map(({ topic, say }) => `${topic}: ${say}`);
    expect(1 - left.length / graded.length, left.join('\n')).toBeGreaterThanOrEqual(least);
  });
});
