import { expect, test } from 'vitest';
import { disagreements } from './agree.ts';

// `npm run test:long` goes through all of them.
test('the product and the second evaluator agree on every eighth generated set', { timeout: 1_800_000 }, () => {
  const { differing, summary } = disagreements(8);
  expect(differing, summary).toBe(0);
});
