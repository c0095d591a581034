import { describe, expect, it } from 'vitest';
import { answerTo } from './answerOf.ts';
import { lead, partners, type Spoken, units } from './spokenConditions.examples.ts';

function table(rows: readonly Spoken[]): void {
  it.each(rows.map(([turns, ...holds]) => ({ turns, last: turns.join(' → '), holds })))('$last', ({ turns, holds }) => {
    const { answer } = answerTo(...turns);
    for (const each of holds) expect(answer).toMatch(each);
  });
}

describe('who may lead, as people ask it', () => {
  table(lead);
});

describe('which unit may apply, as people ask it', () => {
  table(units);
});

describe('who may be the overseas partner, as people ask it', () => {
  table(partners);
});
