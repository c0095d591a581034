import { afterEach, expect, test } from 'vitest';
import { makeTokens } from '../../../bot/channels/directline/tokens.ts';
import { ask, type Begun, begin, path, post, read, say } from '../../support/directLineClient.ts';
import { serve, signingKey, type TestServer } from '../../support/directLineServer.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function start(options: Parameters<typeof serve>[0] = {}): Promise<TestServer> {
  const server = await serve(options);
  servers.push(server);
  return server;
}

test('a token opens its own conversation only', async () => {
  const server = await start();
  const [mine, other] = [await begin(server), await begin(server)];
  for (const [method, rest] of [
    ['GET', ''],
    ['GET', '/activities'],
    ['POST', '/activities'],
    ['POST', '/upload'],
  ] as const) {
    const response = await ask(server, method, path(other.conversationId, rest), { token: mine.token });
    expect(response.status).toBe(403);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  }
  expect(server.conversations.effects()).toBe(0);
});

test('forged and mangled tokens get 403, and a resume key is no token', async () => {
  const server = await start();
  const talk = await begin(server);
  const resume = makeTokens(signingKey, Date.now).issue('resume', talk.conversationId);
  const stranger = makeTokens('another key', Date.now).issue('token', talk.conversationId);
  const [head, body, mac] = talk.token.split('.');
  const wrong = ['x', 'undefined', 'dl1.', 'dl1..', 'dl1.e30.x', `${talk.token}x`, `${head}.x${body}.${mac}`, resume];
  for (const token of [...wrong, stranger]) {
    expect((await ask(server, 'GET', path(talk.conversationId), { token })).status).toBe(403);
    expect((await ask(server, 'POST', '/v3/directline/tokens/refresh', { token })).status).toBe(403);
  }
});

test('a token lasts half an hour and can be refreshed until then; afterwards it gets 403', async () => {
  let now = Date.parse('2023-05-08T01:00:00Z');
  const server = await start({ now: () => now });
  const talk = await begin(server);
  expect(talk.expires_in).toBe(1800);
  now += 1_799_000;
  const refreshed = await ask(server, 'POST', '/v3/directline/tokens/refresh', { token: talk.token });
  const fresh = (await refreshed.json()) as Begun;
  expect(fresh).toMatchObject({ conversationId: talk.conversationId, expires_in: 1800 });
  now += 1_000;
  for (const [method, where] of [
    ['GET', path(talk.conversationId)],
    ['POST', path(talk.conversationId)],
    ['GET', path(talk.conversationId, '')],
    ['POST', '/v3/directline/tokens/refresh'],
    ['POST', '/v3/directline/conversations'],
  ] as const) {
    const response = await ask(server, method, where, { token: talk.token });
    expect([where, response.status]).toEqual([where, 403]);
    expect(await response.json()).toMatchObject({ error: { code: 'TokenExpired' } });
  }
  expect((await ask(server, 'GET', path(talk.conversationId), { token: fresh.token })).status).toBe(200);
});

test('with a secret nothing is free: 401 without it, 403 with a wrong one', async () => {
  const server = await start({ secret: 'the secret' });
  for (const where of ['/v3/directline/conversations', '/v3/directline/tokens/generate']) {
    const none = await ask(server, 'POST', where);
    expect(none.status).toBe(401);
    expect(none.headers.get('www-authenticate')).toContain('Bearer');
    expect((await ask(server, 'POST', where, { token: 'a guess' })).status).toBe(403);
  }
  const generated = await ask(server, 'POST', '/v3/directline/tokens/generate', { token: 'the secret' });
  const { token, conversationId } = (await generated.json()) as Begun;
  expect((await begin(server, { token })).conversationId).toBe(conversationId);
  expect((await ask(server, 'GET', path(conversationId), { token: 'the secret' })).status).toBe(200);
  expect((await ask(server, 'GET', path(conversationId))).status).toBe(401);
});

test.each([{ 'X-Forwarded-For': '127.0.0.1' }, { Forwarded: 'for=127.0.0.1' }])(
  'a forwarded request is never free: %j',
  async (headers) => {
    const server = await start();
    for (const where of ['/v3/directline/conversations', '/v3/directline/tokens/generate', '/chat/token']) {
      expect((await ask(server, 'POST', where, { headers })).status).toBe(401);
    }
    expect((await ask(await start({ loopbackOpen: false }), 'POST', '/v3/directline/conversations')).status).toBe(401);
  },
);

test('a conversation that nobody was given does not exist', async () => {
  const server = await start();
  for (const id of ['x', 'dl-guess', `dl-${'A'.repeat(33)}`, '19:teams@thread', '..%2f', '%']) {
    expect((await ask(server, 'GET', path(id))).status).toBe(404);
  }
});

test('the page gets a token without the secret, and gets back into its conversation the next day', async () => {
  let now = Date.parse('2023-05-08T01:00:00Z');
  const server = await start({ secret: 'the secret', now: () => now });
  const chatToken = async (body: unknown) =>
    (await (await ask(server, 'POST', '/chat/token', { body })).json()) as Begun;
  const talk = await chatToken({});
  await post(server, talk, say('你好'));
  await server.conversations.idle();
  now += 24 * 3600_000;
  const back = await chatToken({ resume: talk.resume });
  expect(back.conversationId).toBe(talk.conversationId);
  expect((await read(server, back)).activities).toHaveLength(4);
  for (const resume of [talk.token, 'x', 7]) {
    expect((await chatToken({ resume })).conversationId).not.toBe(talk.conversationId);
  }
});
