import type { Next, Request, Response } from 'restify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Problem, sendJson } from '../../../bot/problem.ts';
import { bodyOf, queryValue } from '../../../bot/server.ts';
import { expectAlive, expectProblem, type Listening, listen, post, sendRaw } from './listening.ts';

const internal = 'ENOENT /srv/secret/path of 张三';
let at: Listening;

beforeAll(async () => {
  at = await listen((server) => {
    server.post('/echo', async (req: Request, res: Response) => sendJson(res, 200, { body: bodyOf(req) ?? null }));
    server.get('/query', async (req: Request, res: Response) =>
      sendJson(res, 200, { a: queryValue(req, 'a') ?? null }),
    );
    server.get('/throws/sync', (_req: Request, _res: Response, _next: Next) => {
      throw new Error(internal);
    });
    server.get('/throws/async', async () => {
      throw new Error(internal);
    });
    server.get('/throws/text', async () => {
      throw internal;
    });
    server.get('/throws/nothing', async () => {
      throw undefined;
    });
    server.get('/throws/status', async () => {
      throw Object.assign(new Error(internal), { statusCode: 404 });
    });
    server.get('/throws/next', (_req: Request, _res: Response, next: Next) => next(new Error(internal)));
    server.get('/throws/late', async (_req: Request, res: Response) => {
      res.writeHead(200);
      res.write('half');
      throw new Error(internal);
    });
    server.get('/throws/html', async (_req: Request, res: Response) => {
      res.setHeader('Content-Type', 'text/html');
      throw new Error(internal);
    });
    server.get('/throws/bigint', async (_req: Request, res: Response) => sendJson(res, 200, { n: 1n }));
    server.get('/sends/error', async (_req: Request, res: Response) => {
      res.send(new Error(internal));
    });
    server.get('/sends/text', async (_req: Request, res: Response) => {
      res.status(500);
      res.send(internal);
    });
    server.get('/silent', async () => {});
    server.get('/problem', async () => {
      throw new Problem(422, '有几项不对', undefined, { errors: [{ path: 'a', message: '不对' }] });
    });
    server.get('/room/:id', async (req: Request, res: Response) => sendJson(res, 200, { id: req.params.id }));
  });
});
afterAll(() => at.close());

test.each([
  ['/throws/sync'],
  ['/throws/async'],
  ['/throws/text'],
  ['/throws/nothing'],
  ['/throws/status'],
  ['/throws/next'],
  ['/throws/html'],
  ['/throws/bigint'],
  ['/sends/error'],
  ['/sends/text'],
  ['/silent'],
])('%s gets 500 with a reference number that stands in the log', async (path) => {
  const { reference, detail } = await expectProblem(await fetch(at.url + path), 500);
  expect(at.log()).toContain(`"reference":"${reference}"`);
  expect(detail).toContain(reference);
  await expectAlive(at);
});

test('an answer that fails half way is cut off, not ended as if it were whole', async () => {
  await expect(fetch(`${at.url}/throws/late`).then((res) => res.text())).rejects.toThrow();
  await expectAlive(at);
});

test('a thrown problem arrives with its members', async () => {
  const problem = await expectProblem(await fetch(`${at.url}/problem`), 422);
  expect(problem).toMatchObject({ title: '有几项不对', errors: [{ path: 'a', message: '不对' }] });
});

test('an unknown address gets 404, an unknown method 405 with what is allowed', async () => {
  await expectProblem(await fetch(`${at.url}/nowhere`), 404);
  await expectProblem(await post(at, '/nowhere', '{}'), 404);
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND']) {
    const res = await fetch(`${at.url}/echo`, { method });
    expect(res.headers.get('allow')).toBe('POST');
    await expectProblem(res, 405);
  }
});

test.each([
  ['a malformed host', 'GET /healthz HTTP/1.1\r\nHost: a b[\r\n\r\n', 400],
  ['a host with a bad port', 'GET /healthz HTTP/1.1\r\nHost: x:99999999\r\n\r\n', 400],
  ['no host', 'GET /healthz HTTP/1.1\r\n\r\n', 400],
  ['a broken escape', 'GET /room/%zz HTTP/1.1\r\nHost: x\r\n\r\n', 404],
  ['two slashes', 'GET //evil.example.cn/x HTTP/1.1\r\nHost: x\r\n\r\n', 404],
  ['a whole address', 'GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ['another scheme', 'GET foo:bar HTTP/1.1\r\nHost: x\r\n\r\n', 4],
  ['an unknown verb', 'JUMP / HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ['no HTTP at all', '\x16\x03\x01\x02\x00\r\n\r\n', 400],
  ['an address of 20 KB', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431],
  ['a long address part', `GET /room/${'a'.repeat(5_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 404],
  ['an upgrade to nothing', 'GET /x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n', 404],
  ['an expectation', 'GET /healthz HTTP/1.1\r\nHost: x\r\nExpect: tea\r\n\r\n', 417],
])('%s is answered calmly', async (_what, bytes, status) => {
  expect(await sendRaw(at.port, [bytes])).toMatch(new RegExp(`^HTTP/1\\.1 ${status}`));
  await expectAlive(at);
});

test('a flood of headers gets 431: none is dropped unseen', async () => {
  const flood = (count: number) =>
    `GET /healthz HTTP/1.1\r\nHost: x\r\n${Array.from({ length: count }, (_, n) => `X-${n}: y\r\n`).join('')}\r\n`;
  expect(await sendRaw(at.port, [flood(99)])).toMatch(/^HTTP\/1\.1 200/);
  expect(await sendRaw(at.port, [flood(100)])).toMatch(/^HTTP\/1\.1 431/);
  expect(await sendRaw(at.port, [flood(1_500)])).toMatch(/^HTTP\/1\.1 431/);
  expect(await sendRaw(at.port, [`GET / HTTP/1.1\r\nX: ${'y'.repeat(100_000)}`])).toMatch(/^HTTP\/1\.1 431/);
  await expectAlive(at);
});

test('every answer carries the safe headers and none that names the software', async () => {
  for (const path of ['/healthz', '/nowhere', '/throws/async']) {
    const { headers } = await fetch(at.url + path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.has('server')).toBe(false);
    expect(headers.has('x-powered-by')).toBe(false);
  }
});

test('a repeated query parameter is no value, and no array', async () => {
  const answer = async (query: string) => (await fetch(`${at.url}/query?${query}`)).json();
  expect(await answer('a=1')).toEqual({ a: '1' });
  expect(await answer('a=')).toEqual({ a: '' });
  expect(await answer('a=%E4%B8%80')).toEqual({ a: '一' });
  expect(await answer('')).toEqual({ a: null });
  expect(await answer('a=1&a=2')).toEqual({ a: null });
  expect(await answer('a[b]=1')).toEqual({ a: null });
});

test('the service says that it is alive, and whether it is ready', async () => {
  let ready = true;
  const other = await listen(() => {}, { ready: async () => ready });
  try {
    const readyz = async () => {
      const res = await fetch(`${other.url}/readyz`);
      return [res.status, await res.json()];
    };
    expect(await readyz()).toEqual([200, { ready: true }]);
    ready = false;
    expect(await readyz()).toEqual([503, { ready: false }]);
    expect((await fetch(`${other.url}/healthz`)).status).toBe(200);
  } finally {
    await other.close();
  }
});

test('the log is JSON lines without bodies, addresses or queries', async () => {
  await post(at, '/echo', '{"name":"李四光"}');
  await fetch(`${at.url}/room/wang-wu?token=hunter2`);
  await fetch(`${at.url}/throws/async?token=hunter2`);
  const lines = at.log().trim().split('\n');
  for (const line of lines)
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(String), msg: expect.any(String) });
  expect(at.log()).not.toMatch(/李四光|wang-wu|hunter2/);
  expect(at.log()).toContain('"route":"/room/:id"');
});

test('nothing is left in flight', async () => {
  await expect.poll(() => at.server.inflightRequests()).toBe(0);
});
