/** `/api/messages` without an app id: the real service, and a loopback server that stands in for the Bot Framework's. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageOf, openQuestion } from '../support/applicant.ts';
import { connector, teamsMessage } from '../support/connector.ts';
import { dataFolder, pathsIn } from '../support/hallTalk.ts';
import { postJson, realService } from '../support/realService.ts';

async function teams(env: Record<string, string> = {}) {
  const folder = await dataFolder();
  const service = await realService(folder, env);
  const { received, serviceUrl } = await connector();
  const send = (activity: unknown, headers: Record<string, string> = {}) =>
    postJson(`${service.url}/api/messages`, activity, headers);
  return { ...service, folder, received, serviceUrl, send };
}

test('a message from this machine is answered where it came from, and once when it comes twice', async () => {
  const { send, received, serviceUrl } = await teams();
  expect((await send(teamsMessage(serviceUrl, '开始自查', 'a1'))).status).toBe(200);
  await expect.poll(() => received.length).toBe(2);
  expect(received[0]?.activity.text).toContain('对话会保存');
  expect(received[0]?.path).toBe('/v3/conversations/c1/activities/a1');
  expect(openQuestion(received.map(({ activity }) => messageOf(activity)))?.id).toBe('behalf');
  expect((await send(teamsMessage(serviceUrl, '开始自查', 'a1'))).status).toBe(200);
  expect(received).toHaveLength(2);
  expect((await send(teamsMessage(serviceUrl, '负责人本人', 'a2'))).status).toBe(200);
  await expect.poll(() => received.length).toBe(3);
  expect(JSON.stringify(received.at(-1)?.activity)).toContain('高校');
});

test('who joins is greeted, and nothing is kept of it', async () => {
  const { send, received, serviceUrl, folder } = await teams();
  const joined = {
    ...teamsMessage(serviceUrl, '', 'a0'),
    type: 'conversationUpdate',
    membersAdded: [{ id: 'bot' }, { id: 'u1' }],
  };
  expect((await send(joined)).status).toBe(200);
  expect(received.map(({ activity }) => activity.text.includes('开始自查'))).toEqual([true]);
  expect((await send({ ...joined, membersAdded: [{ id: 'bot' }] })).status).toBe(200);
  expect(received).toHaveLength(1);
  expect(await pathsIn(folder)).toEqual(['signing-key.json']);
});

describe('who may not', () => {
  test.each([
    { 'X-Forwarded-For': '10.0.0.1' },
    { Forwarded: 'for=10.0.0.1' },
    { 'X-Forwarded-Host': 'bot.example.cn' },
  ])('a forwarded request finds no such address: %j', async (headers) => {
    const { send, received, serviceUrl } = await teams();
    expect((await send(teamsMessage(serviceUrl, '开始自查', 'a1'), headers)).status).toBe(404);
    expect(received).toEqual([]);
  });

  test.each([
    'https://smba.trafficmanager.net/apac/',
    'http://10.0.0.1/',
    'http://127.0.0.1.example.cn/',
    'http://localhost.example.cn/',
    'http://127.0.0.1@example.cn/',
    'http://0x0a000001/',
    'file:///etc/passwd',
    'ftp://127.0.0.1/',
    'not a url',
    '',
  ])('an answer would go to “%s”: refused', async (serviceUrl) => {
    const { send, folder } = await teams();
    expect((await send(teamsMessage(serviceUrl, '开始自查', 'a1'))).status).toBe(400);
    expect(await pathsIn(folder)).toEqual(['signing-key.json']);
  });

  test.each([undefined, 'Bearer x.y.z', 'Bearer ', 'Basic abc'])(
    'with an app id a stranger gets 401: %s',
    async (authorization) => {
      const { send, received, serviceUrl } = await teams({
        MicrosoftAppId: '11111111-2222-3333-4444-555555555555',
        MicrosoftAppPassword: 'a password',
      });
      const headers: Record<string, string> = authorization === undefined ? {} : { Authorization: authorization };
      const { status, text } = await send(teamsMessage(serviceUrl, '开始自查', 'a1'), headers);
      expect([status, received]).toEqual([401, []]);
      expect(text).not.toMatch(/JwtToken|jwt|Error|at \//);
    },
  );
});

test('whatever shape comes, the answer is no fault of ours, and the service goes on', async () => {
  const { send, received, serviceUrl, url, log } = await teams();
  const whole = teamsMessage(serviceUrl, '开始自查', 'a1');
  const paths = Object.entries(whole).flatMap(([key, value]) => [
    [key],
    ...(typeof value === 'object' ? Object.keys(value).map((inner) => [key, inner]) : []),
  ]);
  // A service URL of this machine on which nobody listens would only make the test wait.
  const odd = fc.oneof(
    fc.constantFrom(
      undefined,
      null,
      true,
      0,
      -1,
      Number.MAX_VALUE,
      '',
      [],
      {},
      [[]],
      { id: {} },
      '\u0000',
      'x'.repeat(5000),
      '\ud800',
    ),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const changes = fc.array(fc.tuple(fc.constantFrom(...paths), odd), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(changes, async (mutations) => {
      const activity = structuredClone(whole) as Record<string, unknown>;
      for (const [[key = '', inner], value] of mutations) {
        const outer = activity[key];
        if (inner !== undefined && typeof outer === 'object' && outer !== null)
          Object.assign(outer, { [inner]: value });
        else activity[key] = value;
      }
      const { status, text } = await send(activity);
      expect(status).toBeLessThan(500);
      expect(text).not.toMatch(/TypeError|Cannot read|node_modules|ENOENT/);
    }),
    { numRuns: 200, seed: 20230508 },
  );
  for (const body of [null, [], 7, '"x"', {}, { type: 'message' }, { conversation: 'c1' }]) {
    expect((await send(body)).status).toBe(400);
  }
  for (const membersAdded of [7, 'x', [null], [7], {}, null]) {
    const { status } = await send({ ...whole, type: 'conversationUpdate', membersAdded });
    expect(status).toBeLessThan(500);
  }
  expect(log()).not.toMatch(/TypeError/);
  received.length = 0;
  expect((await send({ ...whole, id: 'last', conversation: { id: 'c2' } })).status).toBe(200);
  await expect.poll(() => received.filter(({ path }) => path.includes('/c2/')).length).toBe(2);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});
