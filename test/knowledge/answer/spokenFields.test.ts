import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../knowledge/answer/compose.ts';
import { outlineOf, wordsOf } from '../../../knowledge/check/outline.ts';
import { answerTo, guide, plain } from './answerOf.ts';
import { spokenAbout, spokenBeyond } from './spokenDirections.examples.ts';
import { spokenLists } from './spokenLists.examples.ts';
import { spokenForeign, spokenTopics } from './spokenTopics.examples.ts';

const outline = outlineOf(wordsOf(guide.source));

function expectHolds({ answer, citations }: Answer, holds: readonly string[]): void {
  for (const each of holds) expect(plain(answer)).toContain(plain(each));
  for (const { clause, quote } of citations.flatMap((each) => ('clause' in each ? each : []))) {
    const row = /^(附[23]) 第\d+[对个]$/.exec(clause)?.[1];
    expect(outline.get(row ?? clause), clause).toContain(quote);
  }
}

describe('questions as people speak', () => {
  it.each(spokenAbout)('%j is answered from the directions', (turns, holds) => {
    const given = answerTo(...turns);
    expect(given.status).toBe('answered');
    expectHolds(given, holds);
  });

  it.each(spokenBeyond)('%j goes beyond the directions', (turns, holds) => {
    const given = answerTo(...turns);
    expect(given.status).toBe('not-in-guide');
    expectHolds(given, holds);
  });

  it.each(spokenTopics)('「%s」 finds direction %i', (question, number) => {
    const title = guide.directions.find((each) => each.number === number)?.title ?? '';
    const given = answerTo(question);
    expect(given.answer).toMatch(new RegExp(`${title}|direction ${number}\\b`));
    expectHolds(given, []);
  });

  it.each(spokenForeign)('「%s」 has no direction', (question) => {
    expect(answerTo(question).answer).toMatch(/没有对应|没有专门写|[Nn]o direction/);
  });

  it.each(spokenLists)('%j is answered from the appendices', (turns, holds) => {
    expectHolds(answerTo(...turns), holds);
  });
});
