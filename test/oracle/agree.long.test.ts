import { expect, test } from 'vitest';
import { disagreements } from './agree.ts';

test('the product and the second evaluator agree on every generated set', () => {
  const { differing, summary } = disagreements(1);
  expect(differing, summary).toBe(0);
});
