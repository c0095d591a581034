import { test } from 'vitest';
import { randomTalks } from './randomTalks.ts';

test('over a thousand talks the total never grows, one question is open, and skipping ends in a verdict', () => {
  randomTalks(1_000);
});
