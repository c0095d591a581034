/** Who may speak as Teams: tokens of an issuer on loopback, each wrong in one thing. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dataFolder, keptIn } from '../../../support/hallTalk.ts';
import { realService } from '../../../support/realService.ts';
import { teamsActivities } from '../../../support/teamsActivities.ts';
import { type Claims, strangersKey, unendorsedKey } from '../../../support/teamsIssuer.ts';
import { ownToken, teamsService } from '../../../support/teamsService.ts';

/** Everything that the process prints as an error, the SDK included. */
const printed: unknown[][] = [];
const { error } = console;
beforeEach(() => {
  printed.length = 0;
  console.error = (...said: unknown[]) => void printed.push(said);
});
afterEach(() => {
  console.error = error;
});

const said = '这一句谁也不该看到';
const soon = () => Math.floor(Date.now() / 1000);

test('what the issuer signed is taken, and the reply carries the bot’s own token', async () => {
  const { post, received, serviceUrl, issuer } = await teamsService({ folder: await dataFolder() });
  const { message } = teamsActivities(serviceUrl);
  expect((await post(message('开始自查'))).status).toBe(200);
  await expect.poll(() => received.length).toBe(1);
  expect(received[0]?.authorization).toBe(`Bearer ${ownToken}`);
  expect((await post(message('负责人本人'))).status).toBe(200);
  expect(issuer.asked()).toBe(1);
  expect(printed).toEqual([]);
});

const tampered = (header: string): string => {
  const [start = '', , signature] = header.split('.');
  const claims = Buffer.from(JSON.stringify({ iss: 'https://api.botframework.example', aud: 'x' })).toString(
    'base64url',
  );
  return [start, claims, signature].join('.');
};

type Bearer = (claims?: Claims, how?: { kid?: string; alg?: string; key?: typeof strangersKey }) => string;
const wrong: [string, (bearer: Bearer) => string | undefined][] = [
  ['none at all', () => undefined],
  ['an empty one', () => 'Bearer '],
  ['another scheme', (bearer) => bearer().replace('Bearer', 'Basic')],
  ['no token', () => 'Bearer a.b.c'],
  ['another audience', (bearer) => bearer({ aud: '22222222-2222-3333-4444-555555555555' })],
  ['no audience', (bearer) => bearer({ aud: undefined })],
  ['a list as audience', (bearer) => bearer({ aud: ['11111111-2222-3333-4444-555555555555'] as unknown as string })],
  ['another issuer', (bearer) => bearer({ iss: 'https://api.botframework.com' })],
  [
    'the emulator’s issuer',
    (bearer) =>
      bearer({
        iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
        ver: '1.0',
        appid: '11111111-2222-3333-4444-555555555555',
      }),
  ],
  ['no issuer', (bearer) => bearer({ iss: undefined })],
  ['another bot’s', (bearer) => bearer({ ver: '1.0', appid: '33333333-2222-3333-4444-555555555555' })],
  ['one that has expired', (bearer) => bearer({ exp: soon() - 600 })],
  ['one that is not valid yet', (bearer) => bearer({ nbf: soon() + 600 })],
  ['a key that is not endorsed for Teams', (bearer) => bearer({}, { kid: 'unendorsed', key: unendorsedKey })],
  ['a key that nobody knows', (bearer) => bearer({}, { kid: 'unknown', key: strangersKey })],
  ['a stranger’s key under a known name', (bearer) => bearer({}, { key: strangersKey })],
  ['changed claims', (bearer) => tampered(bearer())],
  ['a cut signature', (bearer) => bearer().slice(0, -8)],
  ['no signature', (bearer) => bearer({}, { alg: 'none' })],
  ['a signature by the public key as a secret', (bearer) => bearer({}, { alg: 'HS256' })],
  ['another service URL', (bearer) => bearer({ serviceurl: 'https://smba.trafficmanager.net/apac/' })],
  ['no service URL', (bearer) => bearer({ serviceurl: undefined })],
];

test.each(wrong)('%s: 401, nothing is told, printed or kept', async (_what, header) => {
  const folder = await dataFolder();
  const { post, received, serviceUrl, issuer, log } = await teamsService({ folder });
  const { message } = teamsActivities(serviceUrl);
  const authorization = header((claims, how) => issuer.bearer(serviceUrl, claims, how));
  const headers = { Authorization: authorization ?? '' };
  const { status, text, body } = await post(message(said), headers);
  expect([status, body.title]).toEqual([401, '需要 Bot Framework 的令牌']);
  expect(text).not.toMatch(/jwt|token|expired|audience|issuer|signature|endorse|node_modules|Error|at \//i);
  expect(`${text}${log()}`).not.toContain(said);
  expect(received).toEqual([]);
  expect(printed).toEqual([]);
  expect(await keptIn(folder)).toEqual([]);
});

test.each<[string, Record<string, unknown>]>([
  ['no channel', { channelId: undefined }],
  ['an empty channel', { channelId: ' ' }],
  ['a channel that is a number', { channelId: 7 }],
  ['another channel', { channelId: 'webchat' }],
  ['the channel that has keys of its own', { channelId: 'AseChannel' }],
  ['no service URL', { serviceUrl: undefined }],
  ['an empty service URL', { serviceUrl: '' }],
  ['another service URL', { serviceUrl: 'http://127.0.0.1:1/' }],
])('a valid token beside an activity with %s: 401', async (_what, fields) => {
  const folder = await dataFolder();
  const { post, received, serviceUrl, issuer } = await teamsService({ folder });
  const { message } = teamsActivities(serviceUrl);
  const { status } = await post(message(said, fields), { Authorization: issuer.bearer(serviceUrl) });
  expect([status, received, printed]).toEqual([401, [], []]);
  expect(await keptIn(folder)).toEqual([]);
});

test('while the keys cannot be fetched nobody is known, and the log says why', async () => {
  const folder = await dataFolder();
  const service = await teamsService({ folder });
  const { issuer } = service;
  const lost = { ...issuer, cloud: { ...issuer.cloud, openId: 'http://127.0.0.1:1/openid' } };
  const { post, serviceUrl, log } = await teamsService({ folder: await dataFolder(), issuer: lost });
  expect((await post(teamsActivities(serviceUrl).message(said))).status).toBe(401);
  expect(log()).toContain('keys of the channel service not fetched');
  expect(printed).toEqual([]);
});

test('no setting of the environment leads to other keys', async () => {
  const { issuer, serviceUrl } = await teamsService({ folder: await dataFolder() });
  const names = [
    'ToBotFromChannelOpenIdMetadataUrl',
    'BotOpenIdMetadata',
    'ToBotFromChannelTokenIssuer',
    'ChannelService',
  ];
  const [openId, old, name, service] = names as [string, string, string, string];
  Object.assign(process.env, {
    [openId]: issuer.cloud.openId,
    [old]: issuer.cloud.openId,
    [name]: issuer.cloud.issuer,
    [service]: issuer.cloud.issuer,
  });
  const credentials = { MicrosoftAppId: '11111111-2222-3333-4444-555555555555', MicrosoftAppPassword: 'p' };
  const { url } = await realService(await dataFolder(), credentials);
  for (const each of names) delete process.env[each];
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: issuer.bearer(serviceUrl) },
    body: JSON.stringify(teamsActivities(serviceUrl).message(said)),
  });
  expect([response.status, issuer.asked()]).toEqual([401, 0]);
});
