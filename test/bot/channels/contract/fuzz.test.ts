/** A share of what `npm run test:long` goes through (`test/long/channelFuzz.long.test.ts`). */
import { expect, test } from 'vitest';
import { fuzzed } from '../../../support/channelTalkFuzz.ts';

test('whatever callbacks and activities hold, nothing ends with a fault of ours, and what nobody signed has no effect', async () => {
  const { posted, statuses } = await fuzzed(120);
  expect(posted).toBe(600);
  // Both what is taken and what is refused was among them.
  expect(statuses.get(200)).toBeGreaterThan(50);
  expect(statuses.get(400)).toBeGreaterThan(50);
});
