import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { serve, type TestServer } from '../../support/directLineServer.ts';

interface Begun {
  conversationId: string;
  token: string;
  streamUrl: string;
}
interface Listening {
  socket: WebSocket;
  heard: string[];
  watermark(): string;
}

const servers: TestServer[] = [];
const sockets: WebSocket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  for (const server of servers.splice(0)) await server.close();
});

async function start(options: Parameters<typeof serve>[0] = {}): Promise<TestServer> {
  const server = await serve(options);
  servers.push(server);
  return server;
}
const begin = async (server: TestServer): Promise<Begun> =>
  (await (await fetch(`${server.url}/v3/directline/conversations`, { method: 'POST' })).json()) as Begun;

async function listen(url: string): Promise<Listening> {
  const socket = new WebSocket(url);
  sockets.push(socket);
  const heard: string[] = [];
  let watermark = '';
  socket.on('message', (data) => {
    const set = JSON.parse(String(data)) as { activities: { text: string }[]; watermark: string };
    heard.push(...set.activities.map(({ text }) => text));
    watermark = set.watermark;
  });
  await once(socket, 'open');
  return { socket, heard, watermark: () => watermark };
}
const say = (server: TestServer, { conversationId, token }: Begun, text: string) =>
  fetch(`${server.url}/v3/directline/conversations/${conversationId}/activities`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ type: 'message', text, from: { id: 'me' } }),
  });
const until = (check: () => void) => vi.waitFor(check, { timeout: 5000 });

async function refusedWith(url: string): Promise<number> {
  const socket = new WebSocket(url);
  socket.on('error', () => {});
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];
  return response.statusCode;
}

test('the stream brings the greeting once, then every line once and in order, and resumes from a watermark', async () => {
  const server = await start();
  const talk = await begin(server);
  const first = await listen(talk.streamUrl);
  await until(() => expect(first.heard).toHaveLength(2));
  for (const text of ['一', '二', '三']) await say(server, talk, text);
  await until(() => expect(first.heard).toHaveLength(8));
  expect(first.heard.filter((text) => text.startsWith('您说'))).toEqual(['您说：一', '您说：二', '您说：三']);
  expect(first.watermark()).toBe('8');

  const second = await listen(talk.streamUrl.replace('watermark=-', 'watermark=7'));
  await until(() => expect(second.heard).toEqual(first.heard.slice(7)));
  await sleep(50);
  expect(first.heard).toHaveLength(8);
});

test('a stream without a right token is refused, and a strange path as well', async () => {
  const server = await start();
  const [mine, other] = [await begin(server), await begin(server)];
  const query = (talk: Begun, t: string) => talk.streamUrl.replace(/t=.*/, `t=${t}`);
  expect(await refusedWith(query(mine, other.token))).toBe(403);
  expect(await refusedWith(query(mine, 'x'))).toBe(403);
  expect(await refusedWith(mine.streamUrl.replace(mine.conversationId, 'dl-guess'))).toBe(403);
  expect(await refusedWith(mine.streamUrl.replace('/stream?', '/nowhere?'))).toBe(404);
});

test('a conversation keeps a bounded number of streams, and so does the service', async () => {
  const server = await start({ limits: { perConversation: 2, total: 3 } });
  const talk = await begin(server);
  const oldest = await listen(talk.streamUrl);
  const closed = once(oldest.socket, 'close');
  await listen(talk.streamUrl);
  await listen(talk.streamUrl);
  expect((await closed)[0]).toBe(1008);
  await listen((await begin(server)).streamUrl);
  expect(await refusedWith((await begin(server)).streamUrl)).toBe(503);
});

test('a client that answers pings stays, one that does not is dropped', async () => {
  const server = await start({ limits: { pingEvery: 40 } });
  const lively = await listen((await begin(server)).streamUrl);
  const dead = new WebSocket((await begin(server)).streamUrl, { autoPong: false });
  sockets.push(dead);
  const [code] = (await once(dead, 'close')) as [number];
  expect(code).toBe(1006);
  await sleep(150);
  expect(lively.socket.readyState).toBe(WebSocket.OPEN);
});

test('a client that sends too much is dropped and the service goes on', async () => {
  const server = await start();
  const talk = await begin(server);
  const { socket } = await listen(talk.streamUrl);
  socket.send('');
  socket.send('x'.repeat(100_000));
  await once(socket, 'close');
  expect((await say(server, talk, '还在吗')).status).toBe(200);
});
