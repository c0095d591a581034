/** Signing in by scanning with WeChat Work, against WeCom's API on loopback. */
import { expect, it } from 'vitest';
import { openAccounts } from '../../../../bot/staff/accounts/account.ts';
import { staffService } from '../../../support/staffService.ts';
import { visitor } from '../../../support/staffSignIn.ts';
import { wecomStandIn } from '../../../support/wecom/standIn.ts';

async function world() {
  const standIn = await wecomStandIn();
  const codes = new Map([['good', { userid: 'ZhangSan', user_ticket: 't' }]]);
  standIn.answers.set('auth/getuserinfo', ({ query }) => {
    const found = codes.get(query.code ?? '');
    codes.delete(query.code ?? '');
    return found ?? { errcode: 40029, errmsg: 'invalid code' };
  });
  const env = {
    WECOM_CORP_ID: 'wx5823bf96d3bd56c7',
    WECOM_AGENT_ID: '1000002',
    WECOM_SECRET: 'the secret of the app',
    WECOM_TOKEN: 'QDG6eK',
    WECOM_ENCODING_AES_KEY: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
    WECOM_API_BASE: standIn.url,
  };
  return { ...(await staffService({ env })), standIn, codes };
}

it('a member who scans waits for an admin, and then comes in; the id in any case is the same member', async () => {
  const { url, standIn, codes, signedIn, store, clock } = await world();
  const person = visitor(url);
  const gone = new URL((await person.get('/staff/sign-in/wecom?back=/staff/me')).headers.get('location') ?? '');
  expect(`${gone.origin}${gone.pathname}`).toBe(`${standIn.url}/wwlogin/sso/login`);
  const asked = Object.fromEntries(gone.searchParams);
  expect(asked).toMatchObject({ login_type: 'CorpApp', appid: 'wx5823bf96d3bd56c7', agentid: '1000002' });
  expect(asked.redirect_uri).toBe(`${url}/staff/sign-in/wecom/callback`);
  const waiting = await person.get(`/staff/sign-in/wecom/callback?code=good&state=${asked.state}&appid=x`);
  expect([waiting.status, await waiting.text()]).toEqual([403, expect.stringContaining('等待管理员批准')]);
  const [call] = standIn.of('auth/getuserinfo');
  expect(call?.query).toEqual({ code: 'good', access_token: expect.stringContaining('token-') });

  const [one] = await openAccounts(store.documents, () => clock.now).list();
  expect(one).toMatchObject({ name: 'ZhangSan', state: 'waiting', role: 'reader', by: '企业微信' });
  const admin = await signedIn('admin');
  await admin.post(`/staff/accounts/${one?.id}/approve`, { name: '张三', role: 'clerk' });
  codes.set('second', { userid: 'zhangsan', user_ticket: 't' });
  const again = new URL((await person.get('/staff/sign-in/wecom?back=/staff/me')).headers.get('location') ?? '');
  const state = again.searchParams.get('state') ?? '';
  const home = await person.get(`/staff/sign-in/wecom/callback?code=second&state=${state}`);
  expect([home.status, home.headers.get('location')]).toEqual([303, '/staff/me']);
  expect(await (await person.get('/staff/me')).text()).toMatch(/张三<\/a> · 咨询员/);
});

it('another state, a used code, and somebody of another company are not let in', async () => {
  const { url, standIn, codes, log } = await world();
  const person = visitor(url);
  const stateOf = async (): Promise<string> =>
    new URL((await person.get('/staff/sign-in/wecom')).headers.get('location') ?? '').searchParams.get('state') ?? '';
  await stateOf();
  expect((await person.get('/staff/sign-in/wecom/callback?code=good&state=another')).status).toBe(401);
  expect(standIn.of('auth/getuserinfo')).toEqual([]);
  expect((await person.get(`/staff/sign-in/wecom/callback?code=unknown&state=${await stateOf()}`)).status).toBe(401);
  codes.set('outsider', { openid: 'o-1' } as unknown as { userid: string; user_ticket: string });
  expect((await person.get(`/staff/sign-in/wecom/callback?code=outsider&state=${await stateOf()}`)).status).toBe(401);
  expect(person.cookies.has('staff')).toBe(false);
  expect(log()).not.toMatch(/outsider|the secret of the app|token-1/);
});

it('a sign-in that began by one way does not end by the other', async () => {
  const { url } = await world();
  const person = visitor(url);
  const gone = new URL((await person.get('/staff/sign-in/wecom')).headers.get('location') ?? '');
  const state = gone.searchParams.get('state');
  expect((await person.get(`/staff/sign-in/oidc/callback?code=good&state=${state}`)).status).toBe(401);
});

it('a way back is good once, also with another code', async () => {
  const { url, codes } = await world();
  const person = visitor(url);
  const gone = new URL((await person.get('/staff/sign-in/wecom')).headers.get('location') ?? '');
  const state = gone.searchParams.get('state');
  const flow = person.cookies.get('staff-flow') ?? '';
  expect((await person.get(`/staff/sign-in/wecom/callback?code=good&state=${state}`)).status).toBe(403);
  expect(person.cookies.has('staff-flow')).toBe(false);
  codes.set('another', { userid: 'ZhangSan', user_ticket: 't' });
  person.cookies.set('staff-flow', flow);
  expect((await person.get(`/staff/sign-in/wecom/callback?code=another&state=${state}`)).status).toBe(401);
  expect(codes.has('another')).toBe(true);
});
