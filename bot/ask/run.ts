/** A question set put to the answerer: in this process, or to a service by HTTP. */
import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import type { Asking, Desk } from './desk.ts';
import { type SetItem, turnsOf } from './questionSet.ts';

/** Asks somebody: the answer's text. */
export type Respondent = (asking: Pick<Asking, 'question' | 'conversation'>) => Promise<string>;

export const byDesk =
  (desk: Desk): Respondent =>
  async (asking) =>
    desk(asking).answer;

const answered = z.object({ answer: z.string() });

/** @param url where the service listens */
export function byHttp(url: string, key?: string): Respondent {
  const route = new URL('/api/v1/ask', url);
  return async (asking) => {
    const ask = () =>
      fetch(route, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...(key !== undefined && { Authorization: `Bearer ${key}` }) },
        body: JSON.stringify(asking),
      });
    let response = await ask();
    // A service with keys takes so many a minute, and says when there is room again.
    while (response.status === 429) {
      await after(1000 * Math.max(1, Number(response.headers.get('Retry-After')) || 1));
      response = await ask();
    }
    const body = await response.text();
    if (!response.ok) throw new Error(`${route} 答复 ${response.status}：${body.slice(0, 400)}`);
    return answered.parse(JSON.parse(body)).answer;
  };
}

/** The answer to each item's last turn, by id; every item is a conversation of its own. */
export async function answersTo(set: readonly SetItem[], respond: Respondent): Promise<Map<string, string>> {
  const run = randomUUID();
  const answers = new Map<string, string>();
  for (const [at, item] of set.entries()) {
    for (const question of turnsOf(item))
      answers.set(item.id, await respond({ question, conversation: `eval-${run}-${at}` }));
  }
  return answers;
}
