/** The client that web pages and bots' testers use, `botframework-directlinejs`, by stream and by polling. */
import { createRequire } from 'node:module';
import { DirectLine } from 'botframework-directlinejs';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { makeTokens } from '../../../bot/channels/directline/tokens.ts';
import { serve, signingKey, type TestServer } from '../../support/directLineServer.ts';
import { memoryConversations } from '../../support/memoryConversations.ts';

beforeAll(() => {
  const load = createRequire(import.meta.url);
  Object.assign(globalThis, { XMLHttpRequest: load('xhr2') as unknown, WebSocket });
});

const servers: TestServer[] = [];
const clients: Client[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) client.leave();
  for (const server of servers.splice(0)) await server.close();
});

async function start(options: Parameters<typeof serve>[0] = {}): Promise<TestServer> {
  const server = await serve(options);
  servers.push(server);
  return server;
}

type Options = Partial<ConstructorParameters<typeof DirectLine>[0]>;
interface Client {
  heard: string[];
  line: DirectLine;
  say(text: string): Promise<string>;
  leave(): void;
}

function connect(server: TestServer, options: Options = {}): Client {
  // Reconnects wait 3 s and a random part of 12 s more; a test waits for the 3 s only.
  const services = { random: () => 0, timeout: 2000 };
  const line = new DirectLine({
    domain: `${server.url}/v3/directline`,
    pollingInterval: 200,
    ...services,
    ...options,
  } as Options);
  const heard: string[] = [];
  const subscription = line.activity$.subscribe(
    (activity) => {
      if (activity.type === 'message') heard.push(`${activity.from.role === 'bot' ? '' : '> '}${activity.text}`);
    },
    () => heard.push('(refused)'),
  );
  const client: Client = {
    heard,
    line,
    say: (text) =>
      new Promise((resolve, reject) =>
        line.postActivity({ type: 'message', text, from: { id: 'me' } }).subscribe(resolve, reject),
      ),
    leave: () => {
      subscription.unsubscribe();
      line.end();
    },
  };
  clients.push(client);
  return client;
}

const heard = (client: Client) => expect.poll(() => client.heard, { timeout: 15_000, interval: 30 });
const greeting = [expect.stringContaining('国合申报助手'), '想先做什么？'];
const ways: [string, Options][] = [
  ['by stream', { webSocket: true }],
  ['by polling', { webSocket: false }],
];

test.each(ways)('a whole conversation %s', async (_way, options) => {
  const server = await start();
  const client = connect(server, options);
  await heard(client).toEqual(greeting);
  expect(await client.say('开始自查')).toMatch(/^dl-[\w-]+\|0000003$/);
  await heard(client).toEqual([...greeting, '> 开始自查', '好的。', '申报单位是哪一类？']);
  await client.say('企业');
  await heard(client).toEqual([...greeting, '> 开始自查', '好的。', '申报单位是哪一类？', '> 企业', '您说：企业']);
});

test.each(ways)('a client with a token and a conversation goes on where it was %s', async (_way, options) => {
  const server = await start({ secret: 'the secret' });
  const first = connect(server, { ...options, secret: 'the secret' });
  await first.say('你好');
  await heard(first).toHaveLength(4);
  const { conversationId = '' } = first.line as unknown as { conversationId?: string };
  const token = makeTokens(signingKey, Date.now).issue('token', conversationId);
  first.leave();

  const all = connect(server, { ...options, token, conversationId });
  await heard(all).toEqual([...greeting, '> 你好', '您说：你好']);
  const rest = connect(server, { ...options, token, conversationId, watermark: '3' });
  await heard(rest).toEqual(['您说：你好']);
});

test.each(ways)('a restart of the service in mid-conversation loses and repeats nothing %s', async (way, options) => {
  const conversations = memoryConversations();
  const before = await start({ conversations });
  const client = connect(before, options);
  await client.say('一');
  await heard(client).toHaveLength(4);
  const { port } = before;
  await before.close();
  servers.splice(servers.indexOf(before), 1);
  const after = await start({ conversations, port });
  // A poller ends for good when nobody listens; whoever uses it makes a new one with token and watermark.
  const { conversationId = '', token, watermark } = client.line as unknown as Record<string, string>;
  const polls = way === 'by polling';
  const next = polls ? connect(after, { ...options, conversationId, token, watermark } as Options) : client;
  expect(await next.say('二')).toMatch(/\|0000005$/);
  const said = ['> 二', '您说：二'];
  await heard(next).toEqual(polls ? said : [...greeting, '> 一', '您说：一', ...said]);
});

test.each(ways)('an expired token shows as such, and a fresh one goes on %s', async (_way, options) => {
  const server = await start();
  const now = Date.now() - 3600_000;
  const old = makeTokens(signingKey, () => now);
  const conversationId = old.newConversation();
  const client = connect(server, { ...options, token: old.issue('token', conversationId), conversationId });
  const statuses: number[] = [];
  client.line.connectionStatus$.subscribe((status) => statuses.push(status));
  // The client says "failed to connect" (4) for whatever refuses its first request.
  await expect.poll(() => statuses).toContain(4);
  expect(client.heard).toEqual(['(refused)']);
  const token = makeTokens(signingKey, Date.now).issue('token', conversationId);
  await heard(connect(server, { ...options, token, conversationId })).toEqual(greeting);
});
