import { describe, expect, it } from 'vitest';
import { answerTo } from './answerOf.ts';
import { asked } from './spokenAgreement.examples.ts';

describe('questions on agreement, template, money, steps and common indicators, in many manners', () => {
  it.each(asked.map(([turns, ...holds]) => ({ name: turns.join(' → '), turns, holds })))(
    '$name',
    ({ turns, holds }) => {
      const answer = answerTo(...turns)
        .answer.normalize('NFKC')
        .replace(/\s/g, '');
      for (const each of holds) expect(answer).toMatch(new RegExp(each.normalize('NFKC').replace(/\s/g, ''), 'i'));
    },
  );
});
