import { test } from 'vitest';
import { askAnything } from './answers.ts';

test('whatever is asked is answered, with quotes and figures of the guide alone', () => {
  askAnything(150);
});
