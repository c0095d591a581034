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

/** A text that every nth conversation holds; tells in how many conversations it was looked for. `indexed`: an index knows of rare ones. */
function heldByEvery(nth: number, indexed = false) {
  const looked: (number | 'index')[] = [];
  const among = async (some: readonly string[]): Promise<Set<string>> => {
    looked.push(some.length);
    return new Set(some.filter((name) => Number(name.slice(1)) % nth === 0));
  };
  const rare = async (): Promise<Set<string> | undefined> => {
    looked.push('index');
    return nth < 100 ? undefined : new Set(names.filter((name) => Number(name.slice(1)) % nth === 0));
  };
  return { looked, holding: { among, everywhere: () => among(names), ...(indexed && { rare }) } };
}

test('the newest that hold the text are found as if all had been looked at', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3000 }),
      fc.nat(5000),
      fc.option(fc.integer({ min: 1, max: 600 }), { nil: undefined }),
      fc.boolean(),
      async (nth, length, most, indexed) => {
        const found = talks.slice(0, length);
        const all = found.filter(({ conversation }) => Number(conversation.slice(1)) % nth === 0);
        expect(await holdingText(found, heldByEvery(nth, indexed).holding, most)).toEqual(all.slice(0, most));
      },
    ),
    { numRuns: 80 },
  );
});

test('a text in most conversations is looked for in the newest alone, a rare one everywhere, and in few conversations only in those', async () => {
  const [often, rare, few] = [heldByEvery(2), heldByEvery(1000), heldByEvery(2)];
  await holdingText(talks, often.holding, 201);
  await holdingText(talks, rare.holding, 201);
  await holdingText(talks.slice(0, 700), few.holding);
  expect([often.looked, rare.looked, few.looked]).toEqual([[2000], [2000, 5000], [700]]);
});

test('where an index knows rare texts, a frequent one is looked for in fewer, and a rare one is not looked for at all', async () => {
  const [often, some, rare, all] = [1, 7, 1000, 1000].map((nth) => heldByEvery(nth, true));
  for (const { holding } of [often, some, rare].flatMap((each) => each ?? [])) await holdingText(talks, holding, 201);
  await holdingText(talks, all?.holding ?? heldByEvery(1).holding);
  expect([often, some, rare, all].map((each) => each?.looked)).toEqual([
    [400],
    [400, 'index', 2000],
    [400, 'index'],
    ['index'],
  ]);
});
