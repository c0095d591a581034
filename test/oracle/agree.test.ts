import { expect, test } from 'vitest';
import { disagreements } from './agree.ts';

// `npm run test:long` goes through all of them.
test('the product and the second evaluator agree on every third generated set', { timeout: 1_800_000 }, () => {
  const { differing, summary } = disagreements(3);
  expect(differing, summary).toBe(0);
});
