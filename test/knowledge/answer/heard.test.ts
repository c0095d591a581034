import { describe, expect, it } from 'vitest';
import { answerTo, plain } from './answerOf.ts';
import { heardDirections, heardLists } from './heardLists.examples.ts';

describe('the appendices and the directions, in words heard for the first time', () => {
  it.each([...heardLists, ...heardDirections])('%j', (turns, holds) => {
    const given = plain(answerTo(...turns).answer);
    for (const each of holds) expect(given).toContain(plain(each));
  });
});
