import { describe, expect, it } from 'vitest';
import { grade, readTyped, typedAnswers } from '../../support/gradeAnswers.ts';

/** The first file was written by somebody who had not seen the readers; the second holds other wordings of the same. */
const files: readonly (readonly [string, number])[] = [
  ['answers-1.json', 0.96],
  ['answers-2.json', 0.97],
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
