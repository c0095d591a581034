import type { Server } from 'restify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Assess, assessmentsApi } from '../../../bot/api/assessments.ts';
import { createLog } from '../../../bot/log.ts';
import { type Listening, listen } from '../server/listening.ts';

/** Stands in for the rules: a flag that is no flag is wrong, `explode` is our own mistake. */
const assess: Assess = (facts, guide = 'jx-intl-2023', language) => {
  const form = z.object({ ok: z.boolean('要写 true 或 false').optional(), explode: z.boolean().optional() });
  const read = form.safeParse(facts);
  if (!read.success) {
    return {
      problem: read.error.issues.map((issue) => ({ path: `facts.${issue.path.join('.')}`, message: issue.message })),
    };
  }
  if (read.data.explode) throw new Error('ENOENT /srv/secret');
  return {
    assessment: { guide, verdict: read.data.ok ? 'ready' : 'needs-confirmation', ...(language && { language }) },
  };
};

const lines: string[] = [];
const log = createLog('info', { write: (line: string) => void lines.push(line) });
const api = (keys: [string, string][], loopbackOpen: boolean) => (server: Server) =>
  assessmentsApi(server, { assess, keys: new Map(keys), loopbackOpen, log });

const post = async (at: Listening, path: string, body: unknown, headers: Record<string, string> = {}) => {
  const res = await fetch(at.url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const answer = z.record(z.string(), z.unknown()).parse(await res.json());
  return { status: res.status, headers: res.headers, answer };
};

const one = '/api/v1/assessments';
const batch = '/api/v1/assessments/batch';

describe('one assessment', () => {
  let at: Listening;
  beforeAll(async () => {
    at = await listen(api([], true));
  });
  afterAll(() => at.close());

  test('facts come back assessed, under the guide that was named', async () => {
    expect(await post(at, one, { facts: { ok: true } })).toMatchObject({
      status: 200,
      answer: { guide: 'jx-intl-2023', verdict: 'ready' },
    });
    expect((await post(at, one, { facts: {}, guide: 'jx-intl-2024', extra: 1 })).answer).toEqual({
      guide: 'jx-intl-2024',
      verdict: 'needs-confirmation',
    });
  });

  test('the texts come in the language that was asked for; another than zh and en is refused', async () => {
    expect((await post(at, one, { facts: {}, language: 'en' })).answer).toMatchObject({ language: 'en' });
    expect((await post(at, one, { facts: {}, language: 'fr' })).status).toBe(422);
  });

  test.each([
    ['no facts', {}, 'facts'],
    ['facts that are a list', { facts: [] }, 'facts'],
    ['facts that are null', { facts: null }, 'facts'],
    ['a guide that is a number', { facts: {}, guide: 7 }, 'guide'],
    ['a wrong fact', { facts: { ok: 'perhaps' } }, 'facts.ok'],
    ['no object', 7, ''],
    ['null', null, ''],
  ])('%s gets 422 that names the path', async (_what, body, path) => {
    const { status, headers, answer } = await post(at, one, body);
    expect(status).toBe(422);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(answer.errors).toEqual([{ path, message: expect.stringMatching(/\p{Script=Han}/u) }]);
  });

  test('an empty body gets 422', async () => {
    expect((await fetch(at.url + one, { method: 'POST' })).status).toBe(422);
  });

  test('our own mistake gets 500 without its message', async () => {
    const { status, answer } = await post(at, one, { facts: { explode: true } });
    expect(status).toBe(500);
    expect(JSON.stringify(answer)).not.toContain('ENOENT');
  });
});

describe('a batch', () => {
  let at: Listening;
  beforeAll(async () => {
    at = await listen(api([], true));
  });
  afterAll(() => at.close());

  test('every item is answered in its place, and a bad one fails alone', async () => {
    const items = [
      { id: 'a', facts: { ok: true } },
      { id: 'b', facts: { ok: 7 } },
      { facts: {} },
      null,
      { id: 4 },
      { id: 'c', facts: { explode: true } },
      { id: { x: 1 }, facts: {} },
      { id: 'd', facts: {}, guide: 'jx-intl-2024' },
    ];
    const { status, answer } = await post(at, batch, { items });
    const wrong = (status: number, path?: string) =>
      expect.objectContaining(
        path === undefined ? { status } : { status, errors: [expect.objectContaining({ path })] },
      );
    expect(status).toBe(200);
    expect(answer.items).toEqual([
      { id: 'a', assessment: { guide: 'jx-intl-2023', verdict: 'ready' } },
      { id: 'b', problem: wrong(422, 'facts.ok') },
      { assessment: { guide: 'jx-intl-2023', verdict: 'needs-confirmation' } },
      { problem: wrong(422, '') },
      { id: 4, problem: wrong(422, 'facts') },
      { id: 'c', problem: wrong(500) },
      { problem: wrong(422, 'id') },
      { id: 'd', assessment: { guide: 'jx-intl-2024', verdict: 'needs-confirmation' } },
    ]);
    expect(JSON.stringify(answer)).not.toContain('ENOENT');
    expect(lines.join('')).toContain('assessment failed');
  });

  test.each([
    [0, 200],
    [1, 200],
    [500, 200],
    [501, 422],
  ])('a batch of %i items gets %i', async (count, status) => {
    const result = await post(at, batch, { items: Array.from({ length: count }, (_, id) => ({ id, facts: {} })) });
    expect(result.status).toBe(status);
    if (status === 200) expect(result.answer.items).toHaveLength(count);
    else expect(result.answer.errors).toEqual([expect.objectContaining({ path: 'items' })]);
  });

  test('500 items of 4 KB fit into one request, 5 MB do not', async () => {
    const items = (bytes: number) => Array.from({ length: 500 }, () => ({ facts: { note: 'x'.repeat(bytes) } }));
    expect((await post(at, batch, { items: items(4_000) })).status).toBe(200);
    expect((await post(at, batch, { items: items(10_000) })).status).toBe(413);
  });

  test('items that are missing or no list get 422', async () => {
    expect((await post(at, batch, {})).status).toBe(422);
    expect((await post(at, batch, { items: {} })).status).toBe(422);
  });
});

describe('who may ask', () => {
  const holder = { Authorization: 'Bearer k-desk' };
  const proxied = { 'X-Forwarded-For': '10.0.0.1' };
  const keys: [string, string][] = [
    ['desk', 'k-desk'],
    ['zammad', 'k-zammad'],
  ];

  test.each([
    ['no keys, open loopback', [], true, {}, 200],
    ['no keys, open loopback, through a proxy', [], true, proxied, 401],
    ['no keys, not only loopback', [], false, {}, 401],
    ['no keys, not only loopback, some key', [], false, holder, 401],
    ['keys, none given', keys, true, {}, 401],
    ['keys, the first given', keys, true, holder, 200],
    ['keys, the second given, through a proxy', keys, false, { Authorization: 'bearer k-zammad', ...proxied }, 200],
    ['keys, a wrong one', keys, false, { Authorization: 'Bearer k-desk2' }, 401],
    ['keys, a part of one', keys, false, { Authorization: 'Bearer k-des' }, 401],
    ['keys, the name for the key', keys, false, { Authorization: 'Bearer desk' }, 401],
    ['keys, another scheme', keys, false, { Authorization: 'Basic k-desk' }, 401],
    ['keys, an empty one', keys, false, { Authorization: 'Bearer ' }, 401],
  ] as [string, [string, string][], boolean, Record<string, string>, number][])(
    '%s',
    async (_what, given, loopbackOpen, headers, status) => {
      const at = await listen(api(given, loopbackOpen));
      try {
        for (const [path, body] of [
          [one, { facts: {} }],
          [batch, { items: [] }],
        ] as const) {
          const result = await post(at, path, body, headers);
          expect(result.status).toBe(status);
          if (status === 401) expect(result.headers.get('www-authenticate')).toBe('Bearer');
        }
      } finally {
        await at.close();
      }
    },
  );

  test('a large batch of a stranger is refused unread', async () => {
    const at = await listen(api(keys, false));
    try {
      const res = await fetch(at.url + batch, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: `{"items": [${'not JSON at all'.repeat(200_000)}`,
      });
      expect(res.status).toBe(401);
    } finally {
      await at.close();
    }
  });
});
