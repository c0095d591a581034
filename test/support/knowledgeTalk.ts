/** What tests of the knowledge room do over HTTP: propose, compare, approve, ask. */
import { expect } from 'vitest';
import { z } from 'zod';
import type { StaffClient, StaffWorld } from './staffService.ts';

const said = z.object({ status: z.string(), answer: z.string(), overlay: z.string().nullable() });
const opened = z.object({ conversationId: z.string(), token: z.string() });

export const question = '推荐函能不能用电子章？';
export const answer = '可以用电子印章，盖章后扫描上传即可。';
export const unit = { kind: 'unit', questions: `${question}\n电子印章的推荐函行吗？`, answer };

export async function asked(world: StaffWorld, text: string): Promise<z.output<typeof said>> {
  const response = await fetch(`${world.url}/api/v1/ask`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question: text }),
  });
  return said.parse(await response.json());
}

/** Somebody writes in the chat. */
export async function chats(world: StaffWorld, conversation: string, ...texts: string[]): Promise<void> {
  const base = `${world.url}/v3/directline/conversations`;
  const { conversationId, token } = opened.parse(await (await fetch(base, { method: 'POST' })).json());
  for (const text of texts) {
    await fetch(`${base}/${conversationId}/activities`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ type: 'message', from: { id: conversation }, text }),
    });
  }
}

export const pathOf = (response: Response): string => response.headers.get('location') ?? '';

export async function proposed(client: StaffClient, fields: Record<string, string> = unit): Promise<string> {
  const response = await client.post('/staff/knowledge/new', { ...fields, act: 'propose' });
  expect(response.status, await response.clone().text()).toBe(303);
  return pathOf(response);
}

/** Compares the proposal with past conversations and waits until that is done; the page of the result. */
export async function compared(
  client: StaffClient,
  path: string,
  period = { since: '2023-01-01', until: '2023-12-31' },
): Promise<string> {
  const begun = await client.post(`${path}/compare`, period);
  expect(begun.status).toBe(303);
  return expect
    .poll(async () => (await client.get(pathOf(begun))).text(), { timeout: 60_000, interval: 200 })
    .not.toContain('正在')
    .then(async () => (await client.get(pathOf(begun))).text());
}

const seenIn = (page: string): string => /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? '';

export async function approved(client: StaffClient, path: string): Promise<Response> {
  const page = await (await client.get(path)).text();
  return client.post(`${path}/approve`, { seen: seenIn(page) });
}
