/** How much an address and a key may ask in a minute, over HTTP. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { byHttp } from '../../../bot/ask/run.ts';
import { readEnv } from '../../../bot/env.ts';
import { createLog } from '../../../bot/log.ts';
import { openService } from '../../../bot/service.ts';
import { postgresStore } from '../../../state/postgres/index.ts';
import { dataFolder, today } from '../../support/hallTalk.ts';
import { hasPostgres } from '../../support/postgres.ts';
import { postJson, realService } from '../../support/realService.ts';
import { dropDatabase, newDatabase, sharedServer } from '../../support/sharedPostgres.ts';

const secret = 'a secret for tests';
const open = async (env: Record<string, string>) =>
  realService(await dataFolder(), { DIRECTLINE_SECRET: secret, ...env });
const from = (address: string) => ({ 'X-Forwarded-For': address });
const token = async (url: string, headers: Record<string, string> = {}) =>
  (await postJson(`${url}/chat/token`, {}, headers)).status;
const ask = async (url: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/api/v1/ask`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ question: '负责人年龄有什么要求？' }),
  });

test('an address gets so many tokens a minute, each answer says how many are left, the next one is 429', async () => {
  const { url } = await open({ RATE_PER_IP: '3' });
  const answers = [];
  for (let at = 0; at < 4; at += 1) answers.push(await fetch(`${url}/chat/token`, { method: 'POST' }));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
  expect(answers.map(({ headers }) => headers.get('ratelimit-remaining'))).toEqual(['2', '1', '0', '0']);
  expect(answers.map(({ headers }) => headers.get('ratelimit-limit'))).toEqual(['3', '3', '3', '3']);
  const [first, , , last] = answers;
  expect(first?.headers.get('retry-after')).toBeNull();
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(last?.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(await last?.json()).toMatchObject({
    status: 429,
    title: '请求太频繁',
    detail: expect.stringMatching(/^请在 \d+ 秒后再试$/),
  });
  // Other requests of this address: what costs something is refused, the page and the monitors are not.
  expect((await fetch(`${url}/checklists/${'a'.repeat(32)}`)).status).toBe(429);
  expect((await fetch(`${url}/exports/${'a'.repeat(32)}.json`)).status).toBe(429);
  for (const path of ['/', '/page/page.js', '/healthz', '/readyz', '/staff/sign-in'])
    expect((await fetch(url + path)).status, path).toBe(200);
});

test('nobody gets more by writing another address into X-Forwarded-For', async () => {
  const { url, log } = await open({ RATE_PER_IP: '2' });
  const statuses = [];
  for (let at = 0; at < 4; at += 1) statuses.push(await token(url, from(`203.0.113.${at}`)));
  expect(statuses).toEqual([200, 200, 429, 429]);
  expect(log().match(/没有设置 TRUST_PROXY/g)).toHaveLength(1);
  expect(log()).not.toContain('203.0.113');
});

test('behind one proxy people count by the address that it heard, whatever they wrote before it', async () => {
  const { url } = await open({ RATE_PER_IP: '2', TRUST_PROXY: '1' });
  const statuses = [];
  for (let at = 0; at < 3; at += 1) statuses.push(await token(url, from(`198.51.100.${at}, 203.0.113.9`)));
  expect(statuses).toEqual([200, 200, 429]);
  expect(await token(url, from('203.0.113.10'))).toBe(200);
  // One line of an IPv6 customer has a whole /64.
  expect(await token(url, from('2001:db8:1:2::1'))).toBe(200);
  expect(await token(url, from('2001:db8:1:2:ffff::9'))).toBe(200);
  expect(await token(url, from('2001:db8:1:2::3'))).toBe(429);
  expect(await token(url, from('2001:db8:1:3::1'))).toBe(200);
});

test('a proxy that is not among the trusted networks speaks for nobody', async () => {
  const { url } = await open({ RATE_PER_IP: '1', TRUST_PROXY: '10.0.0.0/8' });
  expect(await token(url, from('203.0.113.1'))).toBe(200);
  expect(await token(url, from('203.0.113.2'))).toBe(429);
});

test('a key counts by itself wherever it comes from; a wrong one counts as its address', async () => {
  const { url } = await open({
    HELPDESK_API_KEYS: 'tickets:k1,portal:k2',
    RATE_PER_KEY: '2',
    RATE_PER_IP: '2',
    TRUST_PROXY: '1',
  });
  const by = async (key: string, address: string) =>
    (await ask(url, { Authorization: `Bearer ${key}`, ...from(address) })).status;
  expect([await by('k1', '203.0.113.1'), await by('k1', '203.0.113.2'), await by('k1', '203.0.113.3')]).toEqual([
    200, 200, 429,
  ]);
  expect(await by('k2', '203.0.113.3')).toBe(200);
  const guesses = [];
  for (const key of ['x1', 'x2', 'x3']) guesses.push(await by(key, '203.0.113.66'));
  expect(guesses).toEqual([401, 401, 429]);
  expect(await by('k2', '203.0.113.66')).toBe(200);
  const limited = await ask(url, { Authorization: 'Bearer k1' });
  expect(limited.headers.get('ratelimit-policy')).toBe('2;w=60');
  expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('who has the secret of Direct Line speaks for many people, and is counted by conversation only', async () => {
  const { url } = await open({ RATE_PER_IP: '1' });
  const headers = { Authorization: `Bearer ${secret}` };
  for (let at = 0; at < 4; at += 1)
    expect((await postJson(`${url}/v3/directline/conversations`, {}, headers)).status).toBe(201);
});

test('reading activities 20 times a second is not limited', async () => {
  const { url } = await open({ RATE_PER_IP: '1', RATE_PER_PERSON: '1' });
  const { token: own, conversationId } = (await postJson(`${url}/chat/token`, {})).body;
  const path = `${url}/v3/directline/conversations/${String(conversationId)}/activities`;
  const statuses = new Set<number>();
  for (let at = 0; at < 200; at += 1)
    statuses.add((await fetch(path, { headers: { Authorization: `Bearer ${String(own)}` } })).status);
  expect([...statuses]).toEqual([200]);
});

test('streams count, too: one more than the address may ask for is refused', async () => {
  const { url } = await open({ RATE_PER_IP: '2' });
  const { token: own, conversationId } = (await postJson(`${url}/chat/token`, {})).body;
  const connect = () =>
    new Promise<string>((resolve) => {
      const path = `/v3/directline/conversations/${String(conversationId)}/stream?t=${String(own)}`;
      const socket = new WebSocket(url.replace('http', 'ws') + path);
      socket.on('open', () => {
        socket.terminate();
        resolve('open');
      });
      socket.on('error', (error) => resolve(error.message));
    });
  expect([await connect(), await connect()]).toEqual(['open', 'Unexpected server response: 429']);
});

test.skipIf(!hasPostgres)('two processes on one database count an address together', async () => {
  const server = await sharedServer();
  const DATABASE_URL = await newDatabase(server);
  onTestFinished(() => dropDatabase(server, DATABASE_URL));
  const process = async (): Promise<string> => {
    const own = { PORT: '0', DATA_DIR: await dataFolder(), DATABASE_URL, DIRECTLINE_SECRET: secret, RATE_PER_IP: '3' };
    const read = readEnv(own);
    if ('faults' in read) throw new Error(read.faults.join('\n'));
    const store = await postgresStore(DATABASE_URL);
    const service = await openService({ env: read.ok, log: createLog('silent'), store, now: () => today });
    onTestFinished(() => service.close());
    return service.listen();
  };
  const [one, other] = [await process(), await process()];
  const statuses = [];
  for (const url of [one, other, one, other, one]) statuses.push(await token(url));
  expect(statuses).toEqual([200, 200, 200, 429, 429]);
});

test('npm run eval waits for its turn where a key may ask only so often', async () => {
  let refused = 0;
  const server = createServer((_req, res) => {
    refused += 1;
    if (refused === 1) {
      // restify's writeHead gives nothing back.
      res.writeHead(429, { 'Retry-After': '1' });
      res.end('{}');
      return;
    }
    res.setHeader('Content-Type', 'application/json').end('{"answer":"有"}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const begun = performance.now();
  expect(await byHttp(`http://127.0.0.1:${port}`, 'k1')({ question: '有吗？', conversation: 'c' })).toBe('有');
  expect(performance.now() - begun).toBeGreaterThan(900);
});
