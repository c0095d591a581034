import { test } from 'vitest';
import { randomTalks } from './randomTalks.ts';

test('one question is open at a time, no fact is lost, every message is answered, and there is always a way to the verdict', () => {
  randomTalks(50);
});
