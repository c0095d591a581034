/** A person's line to the service over Direct Line: says things under ids of their own, and reads the whole talk. */
import { z } from 'zod';

const opened = z.object({ conversationId: z.string(), token: z.string() });
const posted = z.object({ id: z.string() });
const activitySet = z.object({
  activities: z.array(
    z.looseObject({
      id: z.string(),
      from: z.looseObject({ role: z.string() }),
      text: z.string().optional(),
      timestamp: z.string(),
      replyToId: z.string().optional(),
    }),
  ),
});
export type Shown = z.infer<typeof activitySet>['activities'][number];

export interface Line {
  conversation: string;
  /** Resolves with the id under which the message is shown, once it is acknowledged; throws `Refused` or what fetch throws. */
  say(id: string, text: string): Promise<string>;
  /** Everything that is shown, oldest first. */
  read(): Promise<Shown[]>;
}

/** An answer that is no success. */
export class Refused extends Error {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  constructor(status: number, type: string, body: string) {
    super(`${status} ${body}`);
    this.status = status;
    this.type = type;
    this.body = body;
  }
}

/** Begins a talk; `at` gives the address of the service, or one of its addresses, for each request. */
export async function openLine(at: () => string): Promise<Line & { token: string }> {
  const begun = await json(fetch(`${at()}/v3/directline/conversations`, { method: 'POST' }));
  const { conversationId, token } = opened.parse(begun);
  return { ...lineOf(at, conversationId, token), token };
}

/** The line of a talk that was begun; on loopback it may do without a token. */
export function lineOf(at: () => string, conversation: string, token?: string): Line {
  const activities = () => `${at()}/v3/directline/conversations/${conversation}/activities`;
  const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) };
  return {
    conversation,
    async say(id, text) {
      const body = JSON.stringify({ type: 'message', id, from: { id: 'me' }, text });
      return posted.parse(await json(fetch(activities(), { method: 'POST', headers, body }))).id;
    },
    read: async () => activitySet.parse(await json(fetch(activities(), { headers }))).activities,
  };
}

async function json(asked: Promise<Response>): Promise<unknown> {
  const response = await asked;
  if (!response.ok)
    throw new Refused(response.status, response.headers.get('Content-Type') ?? '', await response.text());
  return response.json();
}
