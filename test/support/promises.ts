/** What outsiders may rely on in the messages of a whole interview. */
import { expect } from 'vitest';
import { topics } from '../../knowledge/topics.ts';
import type { Interview } from './applicant.ts';

/** Topics from the list, a total that never grows, and an assessment in the message that ends the interview alone. */
export function expectPromises({ heard, assessment }: Interview): void {
  let total = Number.POSITIVE_INFINITY;
  for (const { channelData } of heard) {
    const { question } = channelData ?? {};
    if (!question) continue;
    expect(topics).toContain(question.topic);
    expect(question.index).toBeLessThanOrEqual(question.total);
    expect(question.total).toBeLessThanOrEqual(total);
    ({ total } = question);
  }
  expect(heard.filter(({ channelData }) => channelData?.assessment)).toEqual([heard.at(-1)]);
  expect(heard.at(-1)?.channelData?.question).toBeUndefined();
  expect(assessment).toBeDefined();
}
