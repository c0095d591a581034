import { test } from 'vitest';
import { randomTalks } from './randomTalks.ts';

test('the total never grows, one question is open at a time, and skipping always ends in a verdict', () => {
  randomTalks(60);
});
