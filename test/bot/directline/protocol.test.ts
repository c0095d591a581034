import { afterEach, expect, test } from 'vitest';
import { type Ask, ask, type Begun, begin, path, post, read, say } from '../../support/directLineClient.ts';
import { serve, type TestServer } from '../../support/directLineServer.ts';
import { memoryConversations } from '../../support/memoryConversations.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function start(options: Parameters<typeof serve>[0] = {}): Promise<TestServer> {
  const server = await serve(options);
  servers.push(server);
  return server;
}

test('a fresh conversation greets once, and the watermark stays right when the first message stores the greeting', async () => {
  const server = await start();
  const talk = await begin(server);
  const greeting = await read(server, talk);
  expect(greeting.activities.map(({ id }) => id)).toEqual([1, 2].map((n) => `${talk.conversationId}|000000${n}`));
  expect((await read(server, talk, greeting.watermark)).activities).toEqual([]);

  const id = await post(server, talk, { ...say('你好'), channelData: { clientActivityID: 'c1' } });
  await server.conversations.idle();
  const next = await read(server, talk, greeting.watermark);
  expect(next.activities.map(({ text }) => text)).toEqual(['你好', '您说：你好']);
  expect(next.activities[0]).toMatchObject({ id, from: { id: 'me' }, channelData: { clientActivityID: 'c1' } });
  expect(next.activities[1]).toMatchObject({ replyToId: id, from: { role: 'bot' } });
  const whole = await read(server, talk);
  expect(whole.activities.map((activity) => activity.id)).toEqual(
    [1, 2, 3, 4].map((n) => `${talk.conversationId}|000000${n}`),
  );
});

test('a client that calls itself the help desk is shown as the person that it is', async () => {
  const server = await start();
  const talk = await begin(server);
  const from = { id: 'guohe-zixuntai', name: '咨询台', role: 'bot' };
  await post(server, talk, { ...say('已经批准'), from });
  await server.conversations.idle();
  const said = (await read(server, talk)).activities.find(({ text }) => text === '已经批准');
  expect(said?.from).toEqual({ id: 'user', name: '', role: 'user' });
});

test('a reply names the message it answers also when the two were read apart and after a restart', async () => {
  const conversations = memoryConversations();
  const first = await start({ conversations });
  const talk = await begin(first);
  const id = await post(first, talk, say('你好'));
  await conversations.idle();
  const second = await start({ conversations });
  expect((await read(second, talk, '3')).activities[0]?.replyToId).toBe(id);
});

test.each([
  ['id', (key: string) => ({ ...say('你好'), id: key })],
  ['channelData.clientActivityID', (key: string) => ({ ...say('你好'), channelData: { clientActivityID: key } })],
])('a message repeated with the same %s has one effect and gets the same id', async (_field, body) => {
  const server = await start();
  const talk = await begin(server);
  const ids = await Promise.all([1, 2, 3].map(() => post(server, talk, body('k'))));
  expect(new Set(ids).size).toBe(1);
  expect(server.conversations.effects()).toBe(1);
  expect(await post(server, talk, body('other'))).not.toBe(ids[0]);
});

test.each(['', '-', 'abc', '-1', '1e9', '999999999999', '999', '%00'])(
  'the watermark %j means that nothing was seen',
  async (watermark) => {
    const server = await start();
    const talk = await begin(server);
    await post(server, talk, say('你好'));
    await server.conversations.idle();
    expect((await read(server, talk, watermark)).activities).toHaveLength(4);
  },
);

test('tokens and conversations outlive a restart', async () => {
  const conversations = memoryConversations();
  const first = await start({ conversations });
  const talk = await begin(first);
  await post(first, talk, say('你好'));
  await conversations.idle();
  const before = await read(first, talk);
  const second = await start({ conversations });
  expect(await read(second, talk)).toEqual(before);
  const again = await ask(second, 'GET', path(talk.conversationId, '?watermark=2'), { token: talk.token });
  expect(((await again.json()) as Begun).streamUrl).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/.*watermark=2/);
});

test.each<[string, unknown]>([
  ['a text that is a number', { ...say(''), text: 5 }],
  ['an id that is a number', { ...say(''), id: 5 }],
  ['an id of 201 characters', say('', 'x'.repeat(201))],
  ['a from that is a string', { type: 'message', from: 'me' }],
  ['a from.id that is a number', { type: 'message', from: { id: 1 } }],
  ['a client id that is an object', { ...say(''), channelData: { clientActivityID: {} } }],
  ['channelData that is a list', { ...say(''), channelData: [1] }],
  ['a timestamp that is a number', { ...say(''), timestamp: 1 }],
  ['no type', { text: 'x', from: { id: 'me' } }],
  ['an unknown type', { type: 'endOfConversation', from: { id: 'me' } }],
  ['attachments that are no list', { ...say(''), attachments: {} }],
  ['a list', []],
  ['null', null],
  ['a string', 'text'],
])('%s is refused with 400 and has no effect', async (_what, body) => {
  const server = await start();
  const talk = await begin(server);
  const response = await ask(server, 'POST', path(talk.conversationId), {
    token: talk.token,
    raw: JSON.stringify(body),
  });
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect(server.conversations.effects()).toBe(0);
});

test('malformed JSON is 400; too much is 413; files are 415; nothing of it is kept', async () => {
  const server = await start();
  const talk = await begin(server);
  const where = path(talk.conversationId);
  const status = async (more: Ask, to = where) =>
    (await ask(server, 'POST', to, { token: talk.token, ...more })).status;
  expect(await status({ raw: '{"type":' })).toBe(400);
  expect(await status({ raw: '' })).toBe(400);
  expect(await status({ body: say('长'.repeat(300_000)) })).toBe(413);
  expect(await status({ body: { ...say('x'), value: 'x'.repeat(20_000) } })).toBe(413);
  expect(await status({ body: { ...say('x'), channelData: { a: 'x'.repeat(20_000) } } })).toBe(413);
  expect(await status({ body: {} }, path(talk.conversationId, '/upload'))).toBe(415);
  const form = new FormData();
  form.append('file', new Blob(['x']), 'a.txt');
  const upload = await fetch(`${server.url}${path(talk.conversationId, '/upload')}`, { method: 'POST', body: form });
  expect(upload.status).toBe(415);
  expect(server.conversations.effects()).toBe(0);
});

test('a long text goes through to the bot, and what is known of an activity comes back as it was sent', async () => {
  const server = await start();
  const talk = await begin(server);
  const channelData = { clientActivityID: 'c', mark: { a: [1] } };
  await post(server, talk, { ...say('长'.repeat(4001)), channelData, from: { id: '甲|乙', name: '黄' }, spoof: 1 });
  const [said] = (await read(server, talk, '2')).activities;
  expect(said).toMatchObject({ text: '长'.repeat(4001), channelData, from: { id: '甲|乙', name: '黄', role: 'user' } });
  expect(said).not.toHaveProperty('spoof');
});

test('when the store fails, reading says that nothing is new and writing asks to try again', async () => {
  const broken = { ...memoryConversations(), read: () => Promise.reject(new Error('disk')) };
  const errors: unknown[] = [];
  const reader = await start({ conversations: broken, onError: (error) => errors.push(error) });
  expect(await read(reader, await begin(reader), '7')).toEqual({ activities: [], watermark: '7' });

  const full = { ...memoryConversations(), accept: () => Promise.reject(new Error('disk full at /data')) };
  const writer = await start({ conversations: full, onError: (error) => errors.push(error) });
  const talk = await begin(writer);
  const refused = await ask(writer, 'POST', path(talk.conversationId), { token: talk.token, body: say('x') });
  expect(refused.status).toBe(503);
  expect(await refused.text()).not.toContain('disk');
  expect(errors).toHaveLength(2);
});
