import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Request, Response } from 'restify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendJson } from '../../../bot/problem.ts';
import { bodyOf, takeBody } from '../../../bot/server.ts';
import { expectAlive, expectProblem, type Listening, listen, post, sendRaw } from './listening.ts';

let at: Listening;
beforeAll(async () => {
  at = await listen((server) => {
    takeBody(server, '/xml', { text: ['text/xml', 'application/xml'], limit: 1024 });
    for (const path of ['/echo', '/xml']) {
      server.post(path, async (req: Request, res: Response) => sendJson(res, 200, { body: bodyOf(req) ?? null }));
    }
  });
});
afterAll(() => at.close());

/** Posts without a Content-Length. */
function postChunked(path: string, chunks: Iterable<Buffer>): Promise<number> {
  return new Promise((resolve, reject) => {
    const req = request(at.url + path, { method: 'POST', headers: { 'Content-Type': 'application/json' } }, (res) => {
      res.resume();
      resolve(res.statusCode ?? 0);
    });
    req.on('error', reject);
    for (const chunk of chunks) req.write(chunk);
    req.end();
  });
}

test('JSON arrives parsed, and an empty body as nothing', async () => {
  expect(await (await post(at, '/echo', '{"a":[1,"二"]}')).json()).toEqual({ body: { a: [1, '二'] } });
  expect(await (await post(at, '/echo', '\ufeff{"a":1}')).json()).toEqual({ body: { a: 1 } });
  expect(await (await post(at, '/echo', undefined)).json()).toEqual({ body: null });
  expect(
    await (await post(at, '/echo', '{"a":1}', { 'Content-Type': 'Application/JSON; charset=UTF-8' })).json(),
  ).toEqual({
    body: { a: 1 },
  });
});

test.each([
  ['malformed', '{"a":'],
  ['two values', '{} {}'],
  ['not UTF-8', Buffer.from([0x22, 0xd5, 0xc5, 0x22])],
  ['10,000 levels deep', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  ['100,000 objects deep', `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`],
  ['65 levels deep', `${'['.repeat(66)}${']'.repeat(66)}`],
])('JSON that is %s gets 400', async (_what, body) => {
  await expectProblem(await post(at, '/echo', body), 400);
  await expectAlive(at);
});

test('__proto__ is dropped at every depth and changes nothing', async () => {
  const res = await post(
    at,
    '/echo',
    '{"a":{"__proto__":{"admin":true},"b":[{"\\u005f_proto__":1,"c":2}]},"__proto__":null}',
  );
  expect(await res.text()).toBe('{"body":{"a":{"b":[{"c":2}]}}}');
  expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
});

test.each([
  ['text/plain'],
  ['application/x-www-form-urlencoded'],
  ['multipart/form-data; boundary=x'],
  ['application/json; charset=gbk'],
  ['application/jsonp'],
  [''],
])('a JSON route refuses the content type "%s" with 415', async (type) => {
  await expectProblem(await post(at, '/echo', '{"a":1}', { 'Content-Type': type }), 415);
});

test('a text route takes its own types, as a string, up to its own limit', async () => {
  const xml = '<xml><a>一</a></xml>';
  expect(await (await post(at, '/xml', xml, { 'Content-Type': 'text/xml; charset=utf-8' })).json()).toEqual({
    body: xml,
  });
  await expectProblem(await post(at, '/xml', '{}'), 415);
  await expectProblem(await post(at, '/xml', 'x'.repeat(1025), { 'Content-Type': 'text/xml' }), 413);
});

test.each([
  ['a broken gzip body', 'gzip', Buffer.from('not gzip at all')],
  ['a gzip bomb', 'gzip', gzipSync(Buffer.alloc(50 * 1024 * 1024))],
  ['a good gzip body', 'gzip', gzipSync('{"a":1}')],
  ['deflate', 'deflate', Buffer.from('x')],
  ['brotli', 'br', Buffer.from('x')],
  ['two encodings', 'identity, gzip', Buffer.from('x')],
])('%s gets 415', async (_what, encoding, body) => {
  await expectProblem(await post(at, '/echo', body, { 'Content-Encoding': encoding }), 415);
  await expectAlive(at);
});

test('the encoding "identity" is no encoding', async () => {
  expect((await post(at, '/echo', '{}', { 'Content-Encoding': 'identity' })).status).toBe(200);
});

const sized = (bytes: number) => `"${'x'.repeat(bytes - 2)}"`;

test.each([
  [256 * 1024 - 1, 200],
  [256 * 1024, 200],
  [256 * 1024 + 1, 413],
  [10 * 1024 * 1024, 413],
])('a body of %i bytes gets %i, with and without Content-Length', async (bytes, status) => {
  const body = sized(bytes);
  expect((await post(at, '/echo', body)).status).toBe(status);
  const chunks = Array.from({ length: Math.ceil(bytes / 65_536) }, (_, n) =>
    Buffer.from(body.slice(n * 65_536, (n + 1) * 65_536)),
  );
  expect(await postChunked('/echo', chunks)).toBe(status);
  await expectAlive(at);
});

test('a 413 is a problem', async () => {
  await expectProblem(await post(at, '/echo', sized(300_000)), 413);
});

test('a false Content-Length, or two lengths, get an answer below 500', async () => {
  const start = 'POST /echo HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n';
  for (const rest of [
    'Content-Length: -1\r\n\r\n{}',
    'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
    'Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}',
    'Transfer-Encoding: gzip\r\n\r\n{}',
    'Transfer-Encoding: chunked\r\n\r\nzz\r\n',
    'Content-Length: 99999999999999999999\r\n\r\n{}',
  ]) {
    expect(await sendRaw(at.port, [start + rest]), rest).toMatch(/^HTTP\/1\.1 4\d\d /);
  }
  await expectAlive(at);
});

test('a caller who sends the body too slowly is cut off, and the others are served', async () => {
  const slow = await listen(
    (server) => server.post('/echo', async (req: Request, res: Response) => sendJson(res, 200, { body: bodyOf(req) })),
    { receiveTimeout: 300 },
  );
  try {
    const head =
      'POST /echo HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{';
    const begun = performance.now();
    const answer = await sendRaw(slow.port, [head], 5_000);
    expect(performance.now() - begun).toBeLessThan(3_000);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect((await fetch(`${slow.url}/healthz`)).status).toBe(200);
  } finally {
    await slow.close();
  }
});

test('a caller who hangs up in the middle leaves nothing behind', async () => {
  const head =
    'POST /echo HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{';
  await Promise.all(Array.from({ length: 20 }, () => sendRaw(at.port, [head], 50)));
  await expectAlive(at);
  await expect.poll(() => at.server.inflightRequests()).toBe(0);
});
