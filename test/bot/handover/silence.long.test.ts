import { test } from 'vitest';
import { silence } from './silence.ts';

test('in 1,000 orders of events the assistant is silent, each reply arrives once, and the interview stands where it stood', {
  timeout: 300_000,
}, async () => {
  await silence(1000);
});
