/** Near misses that are made of the very words of a published question, and paraphrases beside them. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ask } from '../../../knowledge/answer/ask.ts';
import { loadGuide } from '../../../knowledge/loadGuide.ts';
import { published } from '../../support/published.ts';

const guide = loadGuide('jx-intl-2023');

const cases = z.array(
  z.object({
    id: z.string(),
    answer: z.string(),
    questions: z.array(z.string()),
    /** Asked otherwise, and the same. */
    same: z.array(z.string()),
    /** Other roles, another party, figure, modal or side. */
    other: z.array(z.string()),
  }),
);
const read = (name: string) =>
  cases.parse(JSON.parse(readFileSync(new URL(`${name}.cases.json`, import.meta.url), 'utf8')));

const sets: readonly [name: string, least: number][] = [
  ['publishedNear', 0.8],
  ['publishedNearer', 0.7],
  ['publishedNearest', 0.7],
];

test.each(sets)('a published answer is given to none of %s that differs by one side', (name, least) => {
  const units = read(name);
  const overlay = published(guide, { units: units.map(({ questions, answer }) => ({ questions, answer })) });
  const given = (text: string) => ask({ text, guide, overlay, today: '2026-11-23' }).answer;
  const wrong = units.flatMap(({ other }) =>
    other.filter((question) => given(question).citations.some((each) => 'source' in each)),
  );
  expect(wrong).toEqual([]);
  const same = units.flatMap((unit) => unit.same.map((question) => given(question).answer.includes(unit.answer)));
  expect(same.filter(Boolean).length / same.length).toBeGreaterThanOrEqual(least);
});
