import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { assessInput } from '../../knowledge/assessInput.ts';

const ids = z.array(z.string());
const preference = z.strictObject({
  kind: z.string(),
  entry: z.string(),
  status: z.string(),
  list: z.string(),
  nos: ids,
});
const examples = z.object({
  schema: z.object({ equivalences: z.array(ids) }),
  scenarios: z.array(
    z.object({
      id: z.string(),
      tags: ids,
      facts: z.record(z.string(), z.unknown()),
      expected: z.object({
        verdict: z.string(),
        failedRules: ids,
        missingItems: ids,
        toConfirm: ids,
        preferences: z.array(preference),
        category: z.string(),
        directionAllowed: z.union([z.boolean(), z.literal('unclear')]),
      }),
    }),
  ),
});
const file = new URL('../eval/scenarios-examples.json', import.meta.url);
const { schema, scenarios } = examples.parse(JSON.parse(readFileSync(file, 'utf8')));

/** A set of ids, each of those that count as one named by the first of them. */
function asSet(rules: readonly string[]): string[] {
  const named = rules.map((id) => schema.equivalences.find((same) => same.includes(id))?.[0] ?? id);
  return [...new Set(named)].sort();
}

const byEntry = (one: { entry: string }, other: { entry: string }): number => (one.entry < other.entry ? -1 : 1);

test('there are twelve worked cases', () => {
  expect(scenarios).toHaveLength(12);
});

describe.each(scenarios)('the worked case $id ($tags)', ({ facts, expected }) => {
  const found = assessInput(facts);

  test('comes to its verdict, with the sets that make it', () => {
    expect(found.verdict).toBe(expected.verdict);
    expect(asSet(found.failedRules)).toEqual(asSet(expected.failedRules));
    expect(asSet(found.missingItems)).toEqual(asSet(expected.missingItems));
    expect(asSet(found.toConfirm)).toEqual(asSet(expected.toConfirm));
  });

  test('has its category, and its direction belongs there or does not', () => {
    expect(found.category).toBe(expected.category);
    expect(found.directionAllowed).toBe(expected.directionAllowed);
  });

  test('has its priorities, word for word', () => {
    expect([...found.preferences].sort(byEntry)).toEqual([...expected.preferences].sort(byEntry));
  });
});
