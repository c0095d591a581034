import { test } from 'vitest';
import { silence } from './silence.ts';

test('in 120 orders of events the assistant is silent, each reply arrives once, and the interview stands where it stood', async () => {
  await silence(120);
});
