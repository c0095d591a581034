/** A person on Direct Line whose service dies now and then: sends again what was not acknowledged, and sometimes what was. */
import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import { messageOf } from '../support/applicant.ts';
import { gist, type Step } from './script.ts';

export interface Talk {
  conversation: string;
  /** How many messages were acknowledged, and how many were sent once more on purpose. */
  acknowledged: number;
  repeated: number;
  /** What is not as it would be without any kill; empty when all is well. */
  faults: string[];
}

const opened = z.object({ conversationId: z.string(), token: z.string() });
const posted = z.object({ id: z.string() });
const activitySet = z.object({
  activities: z.array(
    z.looseObject({ id: z.string(), from: z.looseObject({ role: z.string() }), replyToId: z.string().optional() }),
  ),
});

/** Milliseconds between two looks. */
const pause = 25;
/** A reply that takes longer, kills and starts included, is lost. */
const patience = 60_000;

/** Goes through the whole script; `chance` gives numbers from 0 to 1. */
export async function talk(url: string, script: readonly Step[], chance: () => number): Promise<Talk> {
  const { conversationId, token } = await untilDone(async () =>
    opened.parse(await json(await fetch(`${url}/v3/directline/conversations`, { method: 'POST' }))),
  );
  const at = `${url}/v3/directline/conversations/${conversationId}/activities`;
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const send = async (id: string, text: string) =>
    posted.parse(
      await json(
        await fetch(at, {
          method: 'POST',
          headers,
          body: JSON.stringify({ type: 'message', id, from: { id: 'me' }, text }),
        }),
      ),
    );
  const read = async () => activitySet.parse(await json(await fetch(at, { headers }))).activities;
  const told: Talk = { conversation: conversationId, acknowledged: 0, repeated: 0, faults: [] };
  const ids: string[] = [];
  for (const [number, { text }] of script.entries()) {
    const { id } = await untilDone(() => send(`m${number}`, text));
    ids.push(id);
    told.acknowledged += 1;
    if (chance() < 0.2) {
      told.repeated += 1;
      const again = await untilDone(() => send(`m${number}`, text));
      if (again.id !== id) told.faults.push(`m${number} is ${id} and ${again.id}`);
    }
    await untilDone(async () => {
      if (!(await read()).some(({ replyToId }) => replyToId === id)) throw new Error(`m${number} is not answered yet`);
    });
  }
  const all = await untilDone(read);
  const mine = all.filter(({ from }) => from.role === 'user').map(({ id }) => id);
  if (mine.join() !== ids.join()) told.faults.push(`heard ${mine.join()}, acknowledged ${ids.join()}`);
  for (const [number, { answered }] of script.entries()) {
    const replies = all.filter(({ replyToId }) => replyToId === ids[number]).map((each) => gist(messageOf(each)));
    if (replies.join('\n') !== answered.join('\n'))
      told.faults.push(`m${number}: ${replies.join(' / ').slice(0, 200)}`);
  }
  return told;
}

async function json(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
}

/** Tries again until it works: the service may be dead just now. */
async function untilDone<T>(attempt: () => Promise<T>): Promise<T> {
  const end = performance.now() + patience;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > end) throw error;
      await after(pause);
    }
  }
}
