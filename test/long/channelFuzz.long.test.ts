/** 10,000 odd callbacks and activities, the same ones every time, on the whole service. */
import { expect, test } from 'vitest';
import { fuzzed } from '../support/channelTalkFuzz.ts';

test('of 10,000 none ends with a fault of ours, hangs, or has an effect without a signature', async () => {
  const { posted } = await fuzzed(2000);
  expect(posted).toBe(10_000);
});
