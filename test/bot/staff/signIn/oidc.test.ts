/** Signing in by a real OpenID Connect provider on loopback: what is let in, and every way in which what comes back may be wrong. */
import { expect, it } from 'vitest';
import { openAccounts } from '../../../../bot/staff/accounts/account.ts';
import { roleIn } from '../../../../bot/staff/signIn/oidc.ts';
import { type Issuer, openIssuer, throughIssuer } from '../../../support/staffIssuer.ts';
import { type StaffWorld, staffService } from '../../../support/staffService.ts';
import { listed, type Visitor, visitor } from '../../../support/staffSignIn.ts';

async function world(
  claims: Record<string, unknown> = { roles: ['clerk'] },
): Promise<StaffWorld & { issuer: Issuer; person: Visitor }> {
  const issuer = await openIssuer();
  issuer.claims = claims;
  const opened = await staffService({ env: issuer.env });
  return { ...opened, issuer, person: visitor(opened.url) };
}

const parts = (path: string): [string, URLSearchParams] => {
  const [head = '', query] = path.split('?');
  return [head, new URLSearchParams(query)];
};

it('the provider is asked with PKCE, state and nonce, and a role of the app opens the page that was wanted', async () => {
  const { url, person } = await world();
  expect(await (await visitor(url).get('/staff/me')).text()).toContain('用统一身份认证登录');
  const asked = new URL((await visitor(url).get('/staff/sign-in/oidc')).headers.get('location') ?? '').searchParams;
  expect(asked.get('code_challenge_method')).toBe('S256');
  for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)?.length).toBeGreaterThanOrEqual(43);
  const home = await person.get(await throughIssuer(person, '/staff/me?x=1'));
  expect([home.status, home.headers.get('location')]).toEqual([303, '/staff/me?x=1']);
  expect(await (await person.get('/staff/me')).text()).toMatch(/王五<\/a> · 咨询员/);
  expect([...person.cookies.keys()]).toEqual(['staff']);
});

it('the same person is the same account, with the role that the provider gives now', async () => {
  const { issuer, person, store, clock } = await world();
  await person.get(await throughIssuer(person));
  issuer.claims = { roles: ['guohe-admin'] };
  await person.get(await throughIssuer(person));
  expect(await (await person.get('/staff/me')).text()).toMatch(/王五<\/a> · 管理员/);
  issuer.claims = {};
  const gone = await person.get(await throughIssuer(person));
  expect([gone.status, await gone.text()]).toEqual([403, expect.stringContaining('等待管理员批准')]);
  expect((await person.get('/staff/me')).status).toBe(401);
  const all = await openAccounts(store.documents, () => clock.now).list();
  expect(all.map(({ role, state }) => [role, state])).toEqual([['reader', 'waiting']]);
});

it('somebody without a role waits until an admin lets them in, by a name that the admin chooses', async () => {
  const { person, signedIn, store, clock } = await world({ name: '<b>管理员\u202e' });
  const waiting = await person.get(await throughIssuer(person));
  expect([waiting.status, waiting.headers.get('set-cookie')]).toEqual([403, expect.not.stringContaining('staff=')]);
  const admin = await signedIn('admin');
  const list = await (await admin.get('/staff/accounts')).text();
  expect(list).toContain('等待批准');
  expect(list).not.toContain('<b>管理员');
  const [one] = await openAccounts(store.documents, () => clock.now)
    .list()
    .then((all) => all.filter(({ state }) => state === 'waiting'));
  await admin.post(`/staff/accounts/${one?.id}/approve`, { name: '赵六', role: 'reviewer' });
  expect((await person.get(await throughIssuer(person))).status).toBe(303);
  expect(await (await person.get('/staff/me')).text()).toMatch(/赵六<\/a> · 审核员/);
  await admin.post(`/staff/accounts/${one?.id}/disable`);
  const refused = await person.get(await throughIssuer(person));
  expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('账号已停用')]);
});

it.each<[string, Record<string, unknown>]>([
  ['another nonce', { nonce: 'another' }],
  ['no nonce', { nonce: undefined }],
  ['another audience', { aud: 'somebody-else' }],
  ['another issuer', { iss: 'https://evil.example' }],
  ['an end in the past', { exp: Math.floor(Date.now() / 1000) - 3600 }],
  ['no subject', { sub: undefined }],
])('a token with %s lets nobody in', async (_what, claims) => {
  const { person, issuer, store, log } = await world();
  issuer.claims = { roles: ['admin'], ...claims };
  const answer = await person.get(await throughIssuer(person));
  expect([answer.status, await answer.text()]).toEqual([401, expect.stringContaining('没有登录成功')]);
  expect(person.cookies.has('staff')).toBe(false);
  expect(await listed(store.documents.list('staff-account'))).toEqual([]);
  expect(log()).toContain('sign-in elsewhere refused');
});

it('a token that another key has signed lets nobody in', async () => {
  const { person, issuer } = await world();
  await issuer.signWithUnknownKey();
  expect((await person.get(await throughIssuer(person))).status).toBe(401);
});

it('another state, no state, two states, no code, and the code of somebody else let nobody in', async () => {
  const { url } = await world();
  const bend: ((query: URLSearchParams) => void)[] = [
    (query) => query.set('state', 'A'.repeat(43)),
    (query) => query.delete('state'),
    (query) => query.append('state', 'B'),
    (query) => query.delete('code'),
    (query) => query.set('error', 'access_denied'),
  ];
  for (const change of bend) {
    const person = visitor(url);
    const [path, query] = parts(await throughIssuer(person));
    change(query);
    expect((await person.get(`${path}?${query}`)).status).toBe(401);
    expect(person.cookies.has('staff')).toBe(false);
  }
  // A link with the sign-in of an attacker, opened by somebody who never began one, or began another one.
  const attackers = await throughIssuer(visitor(url));
  expect((await visitor(url).get(attackers)).status).toBe(401);
  const victim = visitor(url);
  await throughIssuer(victim);
  expect((await victim.get(attackers)).status).toBe(401);
});

it('what came back once is good no second time, and none after ten minutes', async () => {
  const { url, clock, person } = await world();
  const cookies = new Map(person.cookies);
  const path = await throughIssuer(person);
  for (const [name, value] of person.cookies) cookies.set(name, value);
  expect((await person.get(path)).status).toBe(303);
  const again = visitor(url);
  for (const [name, value] of cookies) again.cookies.set(name, value);
  expect((await again.get(path)).status).toBe(401);
  const late = visitor(url);
  const latePath = await throughIssuer(late);
  clock.now = new Date(clock.now.getTime() + 10 * 60_000);
  expect((await late.get(latePath)).status).toBe(401);
});

it('one address may go to and fro only so often', async () => {
  const { url, store } = await world();
  let status = 0;
  for (let times = 0; times <= 60; times += 1)
    ({ status } = await visitor(url).get('/staff/sign-in/oidc/callback?code=x&state=y'));
  expect(status).toBe(429);
  expect((await visitor(url).get('/staff/sign-in/oidc')).status).toBe(429);
  expect(await listed(store.documents.list('staff-flow'))).toEqual([]);
});

it('a provider that does not answer is a calm page, and it is asked again the next time', async () => {
  const { issuer, url } = await world();
  await issuer.stop();
  const answer = await visitor(url).get('/staff/sign-in/oidc');
  expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('暂时不能这样登录')]);
});

it('where it is not configured there is no such way', async () => {
  const { url } = await staffService();
  expect(await (await visitor(url).get('/staff/sign-in')).text()).not.toContain('统一身份认证');
  expect((await visitor(url).get('/staff/sign-in/oidc')).status).toBe(401);
  expect((await visitor(url).get('/staff/sign-in/wecom/callback?code=x&state=y')).status).toBe(401);
});

it.each([
  [['clerk'], [], 'clerk'],
  [['reader', 'Reviewer'], [], 'reviewer'],
  [['guohe-admin'], [], 'admin'],
  [['Mail.Read', 'superadmin'], [], undefined],
  [[], ['admin', 'clerk', 'domain-admin'], undefined],
  [[], ['guohe-clerk', 'admin'], 'clerk'],
  [[], ['GUOHE-admin'], undefined],
])('roles %j and groups %j of the provider mean %s', (roles, groups, role) => {
  expect(roleIn({ roles, groups })).toBe(role);
});
