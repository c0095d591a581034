/**
 * The HTTP API and the ticket system's webhook under odd bodies: right ones with odd things in them, torn texts, anything at all. Each is taken or
 * refused in a form that callers know; nothing is a fault of ours, and nothing is kept of what was refused.
 */
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect } from 'vitest';
import { personas } from '../support/applicant.ts';
import { openHouse } from '../support/channelTalk.ts';
import { bent, torn } from '../support/channelTalkOdd.ts';

const seed = 20230508;
const secret = 'a secret that Zammad knows';

const question = { question: '负责人年龄有什么要求？', conversation: 'c', externalId: 'ticket' };
const assessment = { facts: personas[0]?.facts ?? {}, guide: 'jx-intl-2023' };
const batch = {
  items: personas.slice(0, 3).map(({ id, facts }) => ({ id, facts })),
};
const ticket = {
  ticket: { id: 81, number: '20081', title: '申报咨询', customer: { firstname: '三', roles: ['Customer'] } },
  article: {
    id: 104,
    ticket_id: 81,
    sender: 'Customer',
    sender_id: 2,
    internal: false,
    content_type: 'text/html',
    body: '<p>负责人年龄有什么要求？</p>',
  },
};

interface Route {
  path: string;
  whole: object;
  headers?: (body: string) => Record<string, string>;
}

const signed = (body: string): Record<string, string> => ({
  'X-Hub-Signature': `sha1=${createHmac('sha1', secret).update(body).digest('hex')}`,
});
const routes: readonly Route[] = [
  { path: '/api/v1/ask', whole: question },
  { path: '/api/v1/assessments', whole: assessment },
  { path: '/api/v1/assessments/batch', whole: batch },
  { path: '/api/v1/webhooks/zammad', whole: ticket, headers: signed },
];

const types = fc.oneof(
  { weight: 6, arbitrary: fc.constant('application/json') },
  { weight: 1, arbitrary: fc.constantFrom('text/plain', 'application/xml', 'application/json; charset=gbk', 'x/y') },
);

/** What is posted: mostly in the right form, with odd things in it. */
function bodyFor(whole: object): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: bent(whole).map((value) => JSON.stringify(value)) },
    { weight: 2, arbitrary: torn(JSON.stringify(whole)) },
    { weight: 2, arbitrary: fc.json({ maxDepth: 4 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', '[]', 'null', '"x"', '{"facts":', '['.repeat(5000), '{"a":'.repeat(3000)),
    },
  );
}

export interface Counted {
  posted: number;
  statuses: Map<number, number>;
}

/** Posts so many to each route, the same ones every time. */
export async function postAnything(each: number): Promise<Counted> {
  const house = await openHouse({ env: { HELPDESK_WEBHOOK_SECRET: secret } });
  const statuses = new Map<number, number>();
  let taken = 0;
  let posted = 0;
  for (const { path, whole, headers } of routes) {
    const property = fc.asyncProperty(bodyFor(whole), types, async (text, type) => {
      const body = text.toWellFormed();
      const response = await fetch(house.url + path, {
        method: 'POST',
        headers: { 'Content-Type': type, ...headers?.(body) },
        body,
      });
      const said = await response.text();
      const { status } = response;
      posted += 1;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const about = `${path} ${status} ${body.slice(0, 1500)}\n${said.slice(0, 500)}`;
      expect(status >= 200 && status < 500, about).toBe(true);
      expect(said, about).not.toMatch(/TypeError|RangeError|Cannot read|node_modules|ENOENT|ZodError|"status":5\d\d/);
      if (status >= 400) expect(response.headers.get('content-type'), about).toContain('application/problem+json');
      if (status === 200 && /"externalId"|"article"/.test(body)) taken += 1;
    });
    await fc.assert(property, { numRuns: each, seed, endOnFailure: true });
  }
  // Kept is what was answered, whole, and nothing else.
  let kept = 0;
  for await (const { value } of house.store.documents.list('apiAnswer')) {
    expect(value).toMatchObject({ at: expect.any(String), what: expect.any(String), answer: expect.any(Object) });
    kept += 1;
  }
  expect(kept).toBeLessThanOrEqual(taken);
  expect(house.log()).not.toMatch(/TypeError|RangeError|assessment failed|"level":(?:50|60)/);
  for (const { path, whole, headers } of routes) {
    const body = JSON.stringify(whole);
    const again = await fetch(house.url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers?.(body) },
      body,
    });
    expect([path, again.status]).toEqual([path, 200]);
  }
  return { posted, statuses };
}
