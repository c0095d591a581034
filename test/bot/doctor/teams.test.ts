import { describe, expect, test } from 'vitest';
import { checkTeams } from '../../../bot/doctor/teams.ts';
import {
  type Answer,
  envOf,
  failures,
  hanging,
  html,
  json,
  nowhere,
  patience,
  redirected,
  standIn,
  text,
} from './standIn.ts';

const tenant = '11111111-2222-3333-4444-555555555555';
const path = `/${tenant}/oauth2/v2.0/token`;
const app = {
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: 'aaaaaaaa-2222-3333-4444-555555555555',
  MicrosoftAppPassword: 'not-for-anybody-password',
  MicrosoftAppTenantId: tenant,
};
const aToken = json({ token_type: 'Bearer', expires_in: 3599, access_token: 'not-for-anybody-access' });
const error = (code: number, more = {}): Answer =>
  json(
    {
      error: 'invalid_client',
      error_description: `AADSTS${code}: not-for-anybody. Trace ID: 1`,
      error_codes: [code],
      ...more,
    },
    400,
  );
const look = (login: string, more: Record<string, string> = {}) =>
  checkTeams(envOf({ ...app, ...more }), { patience, login: `${login}/`, identity: login });

const signIns: [when: string, answer: Answer, says: RegExp][] = [
  [
    'the password is wrong',
    error(7000215),
    /应用密码不对（AADSTS7000215） \| .*“值”（不是“机密 ID”）填到 MicrosoftAppPassword/,
  ],
  ['the password has expired', error(7000222), /应用密码过期了（AADSTS7000222） \| .*新客户端密码/],
  ['the app is unknown in the tenant', error(700016), /租户里没有这个应用（AADSTS700016） \| .*MicrosoftAppTenantId/],
  ['the app id is no id', error(700038), /应用 ID 的写法不对（AADSTS700038）/],
  ['there is no such tenant', error(90002), /租户 ID 不对，没有这个租户（AADSTS90002）/],
  ['the tenant is no name', error(900023), /租户 ID 不对，没有这个租户（AADSTS900023）/],
  ['the app is of another cloud', error(500011), /应用不在这一朵云里（AADSTS500011） \| BOT_CLOUD/],
  ['the clouds do not know each other', error(900382), /应用不在这一朵云里（AADSTS900382）/],
  ['the app has no principal there', error(7000229), /没有服务主体（AADSTS7000229）/],
  ['a policy is against it', error(53003), /条件访问策略拦住了/],
  ['the number stands in the text only', error(7000215, { error_codes: undefined }), /应用密码不对（AADSTS7000215）/],
  ['the number is one that we do not know', error(12345), /拒绝了（AADSTS12345） \| .*error\?code=12345/],
  ['no number is told', json({ error: 'invalid_request' }, 400), /拒绝了，没有说明原因/],
  ['a page comes', html(), /登录服务 http:\S+ 问不到：回答的是一个网页（200），不是登录服务/],
  ['a token is missing', json({}), /回答的不是登录服务（200）/],
  ['it leads elsewhere', redirected, /回答是跳转（301）/],
  ['nobody answers', hanging, /0.4 秒内没有回答 \| 这台机器要能访问它/],
];

describe('of signing in to Teams the doctor says what to click', () => {
  test.each(signIns)('when %s', async (_when, answer, says) => {
    expect(failures(await look(await standIn({ [path]: answer })))).toEqual([expect.stringMatching(says)]);
  });

  test('when nobody listens there', async () => {
    expect(failures(await look(await nowhere()))).toEqual([expect.stringMatching(/连接被拒绝/)]);
  });

  test('nothing when a token comes, asked for as the bot asks for it', async () => {
    let asked = '';
    const login = await standIn({
      [path]: (req, res, body) => {
        asked = body;
        aToken(req, res, body);
      },
    });
    const checks = await look(login, { BOT_CLOUD: 'china' });
    expect(checks.map(({ status }) => status)).toEqual(['ok', 'off']);
    expect(Object.fromEntries(new URLSearchParams(asked))).toEqual({
      grant_type: 'client_credentials',
      client_id: app.MicrosoftAppId,
      client_secret: app.MicrosoftAppPassword,
      scope: 'https://api.botframework.azure.cn/.default',
    });
  });

  test('nothing when an app of several tenants gets its token from the Bot Framework’s', async () => {
    const login = await standIn({ '/botframework.com/oauth2/v2.0/token': aToken });
    expect(failures(await look(login, { MicrosoftAppType: 'MultiTenant', MicrosoftAppTenantId: '' }))).toEqual([]);
  });
});

describe('of a managed identity the doctor says', () => {
  const asked = '/metadata/identity/oauth2/token';
  const type = { MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppPassword: '' };
  const only = (req: Parameters<Answer>[0], res: Parameters<Answer>[1], body: string): void =>
    (req.headers.metadata === 'true' ? aToken : json({ error: 'invalid_request' }, 400))(req, res, body);

  test('nothing where the machine gives it a token', async () => {
    expect(failures(await look(await standIn({ [asked]: only }), type))).toEqual([]);
  });

  test('that the machine does not have it', async () => {
    const none = await standIn({
      [asked]: json({ error: 'invalid_request', error_description: 'Identity not found' }, 400),
    });
    expect(failures(await look(none, type))).toEqual([
      expect.stringMatching(/没有 MicrosoftAppId 这个托管标识 \| .*“客户端 ID”/),
    ]);
  });

  test('that this is no machine of Azure', async () => {
    expect(failures(await look(await nowhere(), type))).toEqual([
      expect.stringMatching(/问不到托管标识：连接被拒绝.* \| .*SingleTenant/),
    ]);
  });
});

const endpoints: [when: string, answer: Answer, says: RegExp | undefined][] = [
  ['it wants a token', json({ title: '需要 Bot Framework 的令牌', status: 401 }, 401), undefined],
  ['the service runs without an app id', json({ title: '没有这个地址' }, 404), /没有开（404） \| .*MicrosoftAppId/],
  [
    'it answers this machine without a token',
    json({ title: '活动的格式不对' }, 400),
    /没有开（400） \| .*MicrosoftAppId/,
  ],
  ['a page comes', html(404), /到不了：回答的是一个网页（404）/],
  ['a page asks for a password', html(401), /到不了：回答的是一个网页（401）/],
  ['anybody is let in', json({}), /到不了：回答的不是本服务（200）/],
  ['the proxy has nothing behind it', text('', 503), /后面的服务没有回答（503）/],
  ['nobody answers', hanging, /0.4 秒内没有回答/],
];

describe('of the messaging endpoint the doctor says what to do', () => {
  test.each(endpoints)('when %s', async (_when, answer, says) => {
    const login = await standIn({ [path]: aToken });
    const checks = await look(login, { PUBLIC_URL: await standIn({ '/api/messages': answer }) });
    expect(failures(checks)).toEqual(says ? [expect.stringMatching(says)] : []);
  });

  test('when it is not https', async () => {
    const login = await standIn({ [path]: aToken });
    expect(failures(await look(login, { PUBLIC_URL: 'http://bot.example' }))).toEqual([
      expect.stringMatching(/http:\/\/bot\.example\/api\/messages 不是 https，Azure 机器人服务不收/),
    ]);
  });
});

test('without an app id there is nothing to say', async () => {
  expect(await checkTeams(envOf({}), { patience })).toEqual([
    { status: 'off', says: '没有配置（MicrosoftAppId 留空）' },
  ]);
});
