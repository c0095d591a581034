import { test } from 'vitest';
import { toldInTwoWays } from './metamorphic.ts';

test('order, corrections, digressions, packing and splitting never change the verdict, in thousands of talks', () => {
  toldInTwoWays(2_000);
});
