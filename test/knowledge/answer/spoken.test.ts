import { describe, expect, it } from 'vitest';
import { answerOf } from './answerOf.ts';
import { spoken } from './spoken.examples.ts';

describe('questions about conditions, agreements, money and steps as people say them', () => {
  it.each(spoken)('%s', (question, ...holds) => {
    const answer = answerOf(question).replace(/\s/g, '');
    for (const each of holds) expect(answer).toMatch(new RegExp(each));
  });
});
