import { test } from 'vitest';
import { toldInTwoWays } from './metamorphic.ts';

test('order, corrections, digressions, packing and splitting never change the verdict', () => {
  toldInTwoWays(100);
}, 600_000);
