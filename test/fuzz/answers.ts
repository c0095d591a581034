/**
 * Questions of every kind, whole ones and what becomes of them when they are cut, joined, doubled and mixed with anything that can be typed:
 * whatever is asked, the answer is one, says only what the guide says, and counts with no figure of its own.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect } from 'vitest';
import { z } from 'zod';
import { inventedIn } from '../../bot/ask/report.ts';
import { ask } from '../../knowledge/answer/ask.ts';
import type { Memory } from '../../knowledge/answer/follow.ts';
import { loadGuide } from '../../knowledge/loadGuide.ts';
import { figuresFor } from '../support/figures.ts';

const guide = loadGuide('jx-intl-2023');
const today = '2023-05-08';

const set = z.array(z.looseObject({ question: z.string() }));
const questionsIn = (name: string): string[] =>
  set
    .parse(JSON.parse(readFileSync(new URL(`../eval/${name}.json`, import.meta.url), 'utf8')))
    .map(({ question }) => question);
const questions = ['qa-dev', 'qa-decline-dev', 'near-1', 'questions-1', 'questions-10'].flatMap(questionsIn);

const whole = fc.constantFrom(...questions);
const cutAt = fc.nat(60);
const piece = fc
  .tuple(whole, cutAt, cutAt)
  .map(([text, from, length]) => text.slice(from % text.length).slice(0, length));
const sign = fc.constantFrom(
  ...'？?。，,；;、：“”（）()《》 \n\u3000…～!@#%&*+=|<>/\\0123456789０１２３一二十百万年月日元'.split(''),
);
const odd = fc.string({ unit: 'binary', maxLength: 40 });

/** A message as it may be typed. */
const message = fc.oneof(
  { weight: 3, arbitrary: whole },
  {
    weight: 3,
    arbitrary: fc.array(fc.oneof(piece, sign), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
  },
  { weight: 2, arbitrary: fc.array(whole, { minLength: 2, maxLength: 8 }).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: fc.tuple(piece, odd, piece).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: odd },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.oneof(piece, sign), fc.integer({ min: 2, max: 900 }))
      .map(([text, n]) => text.repeat(n).slice(0, 4000)),
  },
);

/** Asks so many conversations of up to three messages, the same ones every time. */
export function askAnything(talks: number): void {
  fc.assert(
    fc.property(fc.array(message, { minLength: 1, maxLength: 3 }), (messages) => {
      let memory: Memory | undefined;
      const before: string[] = [];
      for (const text of messages) {
        const given = ask({ text, guide, overlay: null, today, memory });
        memory = given.memory;
        before.push(text);
        const { answer } = given;
        expect(['answered', 'clarify', 'not-in-guide', 'declined']).toContain(answer.status);
        expect(answer.answer.trim()).not.toBe('');
        expect(answer.answer.length).toBeLessThanOrEqual(longest);
        expect(answer.suggestions.length).toBeLessThanOrEqual(3);
        for (const cited of answer.citations) expect(guide.source, text).toContain(cited.quote);
        expect(inventedIn(answer.answer, figuresFor(guide, before)), text).toEqual([]);
      }
    }),
    { numRuns: talks, seed: 20230508 },
  );
}
/** Five answers to five questions of one message. */
const longest = 5 * 1200;
