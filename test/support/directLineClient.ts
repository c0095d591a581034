/** Plain requests to the Direct Line routes, as a client without a library makes them. */
import { expect } from 'vitest';
import type { TestServer } from './directLineServer.ts';

export interface Activity {
  id: string;
  text?: string;
  from: { id: string; role: string };
  replyToId?: string;
  channelData?: { clientActivityID?: string };
}
export interface Begun {
  conversationId: string;
  token: string;
  expires_in: number;
  streamUrl: string;
  resume: string;
}

export interface Ask {
  token?: string;
  body?: unknown;
  raw?: string;
  headers?: Record<string, string>;
}
export function ask(server: TestServer, method: string, path: string, { token, body, raw, headers }: Ask = {}) {
  return fetch(`${server.url}${path}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(method === 'POST' ? { 'Content-Type': 'application/json' } : {}),
      ...headers,
    },
    ...(method === 'POST' ? { body: raw ?? JSON.stringify(body ?? {}) } : {}),
  });
}
export const begin = async (server: TestServer, more: Ask = {}): Promise<Begun> =>
  (await (await ask(server, 'POST', '/v3/directline/conversations', more)).json()) as Begun;
export const path = (id: string, rest = '/activities') => `/v3/directline/conversations/${id}${rest}`;
export const say = (text: string, id?: string) => ({
  type: 'message',
  text,
  from: { id: 'me' },
  ...(id ? { id } : {}),
});

export async function read(server: TestServer, { conversationId, token }: Begun, watermark = '') {
  const response = await ask(server, 'GET', path(conversationId, `/activities?watermark=${watermark}`), { token });
  expect(response.status).toBe(200);
  return (await response.json()) as { activities: Activity[]; watermark: string };
}
export async function post(server: TestServer, { conversationId, token }: Begun, body: unknown): Promise<string> {
  const response = await ask(server, 'POST', path(conversationId), { token, body });
  expect(response.status).toBe(200);
  return ((await response.json()) as { id: string }).id;
}
