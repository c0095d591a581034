/** Where a text is looked for, compared with looking everywhere. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { summarise } from '../../state/summarise.ts';
import type { Summary } from '../../state/summary.ts';
import { holdingText } from '../../state/summaryText.ts';
import { at, line } from '../support/saying.ts';

const talks: Summary[] = Array.from(
  { length: 5000 },
  (_, number) =>
    summarise(undefined, `t${number}`, 'wecom', [{ ...line(1, 'person', '在'), at: at(number % 60) }]).summary,
);
const names = talks.map(({ conversation }) => conversation);

/** A text that every nth conversation holds; counts how many conversations were looked at. */
function heldByEvery(nth: number) {
  const looked: number[] = [];
  const holding = async (among: readonly string[] = names): Promise<Set<string>> => {
    looked.push(among.length);
    return new Set(among.filter((name) => Number(name.slice(1)) % nth === 0));
  };
  return { looked, holding };
}

test('the newest that hold the text are found as if all had been looked at', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3000 }),
      fc.nat(5000),
      fc.option(fc.integer({ min: 1, max: 600 }), { nil: undefined }),
      async (nth, length, most) => {
        const found = talks.slice(0, length);
        const all = found.filter(({ conversation }) => Number(conversation.slice(1)) % nth === 0);
        expect(await holdingText(found, heldByEvery(nth).holding, most)).toEqual(all.slice(0, most));
      },
    ),
    { numRuns: 40 },
  );
});

test('a text in most conversations is looked for in the newest alone, a rare one everywhere, and in few conversations only in those', async () => {
  const [often, rare, few] = [heldByEvery(2), heldByEvery(1000), heldByEvery(2)];
  await holdingText(talks, often.holding, 201);
  await holdingText(talks, rare.holding, 201);
  await holdingText(talks.slice(0, 700), few.holding);
  expect([often.looked, rare.looked, few.looked]).toEqual([[2000], [2000, 5000], [700]]);
});
