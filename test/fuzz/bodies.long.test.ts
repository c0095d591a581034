import { test } from 'vitest';
import { postAnything } from './bodies.ts';

test('whatever is posted to the API and the webhook is answered or refused, in thousands of posts', async () => {
  await postAnything(3_000);
});
