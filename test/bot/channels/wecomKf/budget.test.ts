/** What may still be sent after a message of the customer, counted from the transcript. */
import { expect, test } from 'vitest';
import { kfBudget, tooLate, tooMany } from '../../../../bot/channels/wecomKf/budget.ts';
import type { TranscriptLine } from '../../../../state/transcript.ts';

const wrote = Date.parse('2023-05-08T02:00:00Z');
const hours = (n: number): Date => new Date(wrote + n * 3_600_000);

/** One letter a line: p the customer, s sent, a ambiguous, f failed, w waits. */
const transcript = (lines: string): TranscriptLine[] =>
  [...lines].map((each, at) => ({
    seq: at + 1,
    at: new Date(wrote).toISOString(),
    from: each === 'p' ? 'person' : 'bot',
    activity: {},
    guide: 'jx-intl-2023',
    overlay: null,
    ...(each === 's' && { delivery: 'sent' as const }),
    ...(each === 'a' && { delivery: 'ambiguous' as const }),
    ...(each === 'f' && { delivery: 'failed' as const }),
    ...(each === 'w' && { delivery: 'pending' as const }),
  }));

test.each([
  ['pw', undefined],
  ['pssssw', undefined],
  ['psssssw', tooMany],
  ['pssssaw', tooMany],
  ['pssssffw', undefined],
  ['psssssspw', undefined],
  ['sssssspssssw', undefined],
])('after %s', (lines, refused) => {
  expect(kfBudget().refused('c', transcript(lines), hours(1))).toBe(refused);
});

test.each([
  [47.99, undefined],
  [48, tooLate],
  [48.01, tooLate],
])('%f hours after the customer wrote', (n, refused) => {
  expect(kfBudget().refused('c', transcript('pw'), hours(n))).toBe(refused);
});

test('the hours count from when WeCom took the message, not from when it came in', () => {
  const [line] = transcript('p');
  const early = { ...line, activity: { channelData: { sentAt: '2023-05-06T02:00:00.000Z' } } } as TranscriptLine;
  expect(kfBudget().refused('c', [early], hours(0))).toBe(tooLate);
});

test('what was sent late, behind a newer message of the customer, counts for that one', () => {
  const budget = kfBudget();
  const lines = transcript('pwwwwp');
  for (const seq of [2, 3, 4, 5]) budget.spent('c', lines, seq);
  expect(budget.refused('c', [...lines, ...transcript('pwwwwps').slice(6)], hours(0))).toBe(tooMany);
  expect(budget.refused('c', transcript('pwwwwpp'), hours(0))).toBeUndefined();
  expect(budget.refused('another', lines, hours(0))).toBeUndefined();
});
