import { test } from 'vitest';
import { randomTalks } from './randomTalks.ts';

test('over ten thousand talks one question is open at a time, no fact is lost, and there is always a way to the verdict', () => {
  randomTalks(10_000);
});
