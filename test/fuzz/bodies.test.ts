import { expect, test } from 'vitest';
import { postAnything } from './bodies.ts';

test('whatever is posted to the API and the webhook is answered or refused, and only answers are kept', async () => {
  const { statuses } = await postAnything(60);
  // Both what is taken and what is refused was among them.
  expect(statuses.get(200)).toBeGreaterThan(30);
  expect([...statuses].filter(([status]) => status >= 400).length).toBeGreaterThan(2);
});
