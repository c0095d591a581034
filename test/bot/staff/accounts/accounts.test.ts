/** 账号, 审计, 我: what admins and everybody may change, and what follows from it. */
import { expect, it } from 'vitest';
import { openAccounts } from '../../../../bot/staff/accounts/account.ts';
import { passwordHash } from '../../../../bot/staff/accounts/password.ts';
import { bindCode, linksOf } from '../../../../bot/staff/links.ts';
import { countAttempts } from '../../../../bot/staff/signIn/attempts.ts';
import { inEveryHome } from '../../../support/homes.ts';
import { type StaffWorld, staffService } from '../../../support/staffService.ts';
import { visitor } from '../../../support/staffSignIn.ts';

const password = '一句只有我自己知道的话';
const hashed = passwordHash(password);
const accountsOf = ({ store, clock }: StaffWorld) => openAccounts(store.documents, () => clock.now);
const deedsOf = async ({ store }: StaffWorld): Promise<string[]> =>
  (await store.audit.list({})).items.map(({ deed, by, note }) => `${by.name} ${deed} ${note ?? ''}`.trim());

it('an admin invites by a link that is shown once and never kept', async () => {
  const world = await staffService();
  const admin = await world.signedIn('admin');
  const page = await admin.post('/staff/accounts/invite', { name: '赵国平', role: 'reviewer' });
  const [, link = ''] = />(http[^<]*\/staff\/invite\/[\w.-]+)</.exec(await page.text()) ?? [];
  const person = visitor(world.url);
  const token = link.split('/').at(-1) ?? '';
  expect((await person.post('/staff/invite', { token, password, again: password })).status).toBe(303);
  expect(await (await person.get('/staff/me')).text()).toMatch(/赵国平<\/a> · 审核员/);
  expect(await deedsOf(world)).toEqual([
    '赵国平 session.begin 一次性链接',
    '赵国平 account.made 用一次性链接',
    '王管 account.invite 赵国平，审核员',
  ]);
  expect(JSON.stringify((await world.store.audit.list({})).items)).not.toContain(token.slice(-20));
});

it.each(['', '   ', '<script>', '张\u202e三', '张\u200b三', 'a'.repeat(41), '=cmd|x', "O'); DROP"])(
  'nobody is called %j',
  async (name) => {
    const admin = await (await staffService()).signedIn('admin');
    const answer = await admin.post('/staff/accounts/invite', { name, role: 'clerk' });
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('不能有特殊符号')]);
  },
);

it('a name is one account however it is typed', async () => {
  const world = await staffService();
  await accountsOf(world).add({ name: 'Zhang San', role: 'clerk', state: 'active' });
  const admin = await world.signedIn('admin');
  for (const name of ['Zhang San', 'ZHANGSAN', 'ｚｈａｎｇ　ｓａｎ'])
    expect((await admin.post('/staff/accounts/invite', { name, role: 'clerk' })).status).toBe(422);
});

it('a change of the role says so once, ends the sessions, and stands in the audit log', async () => {
  const world = await staffService();
  const admin = await world.signedIn('admin');
  const clerk = await world.signedIn('clerk');
  const answer = await admin.post(`/staff/accounts/${clerk.member.id}/role`, { role: 'reviewer' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/staff/accounts']);
  expect(await (await admin.get('/staff/accounts')).text()).toContain('角色改为审核员');
  expect((await clerk.get('/staff/me')).status).toBe(401);
  expect(await deedsOf(world)).toEqual(['王管 account.role 陈晓2：咨询员 改为 审核员']);
});

it('the last admin who may sign in cannot be taken away, by nobody and in no way', async () => {
  const world = await staffService();
  const admin = await world.signedIn('admin');
  const other = await world.signedIn('admin');
  await accountsOf(world).change(other.member.id, { state: 'disabled' });
  const mine = `/staff/accounts/${admin.member.id}`;
  for (const answer of [await admin.post(`${mine}/role`, { role: 'clerk' }), await admin.post(`${mine}/disable`)])
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('至少要保留一个')]);
  await admin.post(`/staff/accounts/${other.member.id}/enable`);
  expect((await admin.post(`${mine}/disable`)).status).toBe(303);
});

it('a link to set the password anew ends a lock, and who has no password gets none', async () => {
  const world = await staffService();
  const { id } = await accountsOf(world).add({
    name: '李思远',
    role: 'clerk',
    state: 'active',
    password: await hashed,
  });
  const admin = await world.signedIn('admin');
  const attempts = countAttempts(world.store.documents, () => world.clock.now);
  for (let times = 0; times < 5; times += 1) await attempts.begin('李思远', '203.0.113.9');
  expect((await visitor(world.url).post('/staff/sign-in', { name: '李思远', password })).status).toBe(429);
  const page = await (await admin.post(`/staff/accounts/${id}/reset`)).text();
  const token = /\/staff\/invite\/([\w.-]+)</.exec(page)?.[1] ?? '';
  const another = '换成另外一句没人知道的话';
  await visitor(world.url).post('/staff/invite', { token, password: another, again: another });
  expect((await visitor(world.url).post('/staff/sign-in', { name: '李思远', password: another })).status).toBe(303);
  expect((await admin.post(`/staff/accounts/${admin.member.id}/reset`)).status).toBe(409);
});

it('one changes one’s own password with the old one; then every session ends, and guessing here is limited too', async () => {
  const world = await staffService();
  await accountsOf(world).add({ name: '李思远', role: 'clerk', state: 'active', password: await hashed });
  const [person, elsewhere] = [visitor(world.url), visitor(world.url)];
  for (const each of [person, elsewhere]) await each.post('/staff/sign-in', { name: '李思远', password });
  const csrf = /name="csrf" value="([^"]+)"/.exec(await (await person.get('/staff/me')).text())?.[1] ?? '';
  const another = '换成另外一句没人知道的话';
  const change = (now: string, next = another): Promise<Response> =>
    person.post('/staff/me/password', { csrf, now, password: next, again: next });
  expect(await (await change(password, 'short')).text()).toContain('至少要 10 个字符');
  expect(await (await change('wrong one')).text()).toContain('现在的密码不对');
  expect((await change(password)).status).toBe(303);
  for (const each of [person, elsewhere]) expect((await each.get('/staff/me')).status).toBe(401);
  expect((await visitor(world.url).post('/staff/sign-in', { name: '李思远', password: another })).status).toBe(303);
});

it('signing out everywhere ends the sessions of all devices, and those of nobody else', async () => {
  const world = await staffService();
  const [clerk, other] = [await world.signedIn('clerk'), await world.signedIn('clerk')];
  await clerk.post('/staff/me/sign-out-everywhere');
  expect((await clerk.get('/staff/me')).status).toBe(401);
  expect((await other.get('/staff/me')).status).toBe(200);
});

it('a code links a chat account to a clerk, who can unlink it again, and nobody else can', async () => {
  const { store, clock, ...world } = await staffService();
  const [clerk, other] = [await world.signedIn('clerk'), await world.signedIn('clerk')];
  const shown = await (await clerk.post('/staff/me/code')).text();
  const code = /绑定 (\w{8})/.exec(shown)?.[1] ?? '';
  const who = { channel: 'wecom', user: '<b>zhang</b>' };
  await bindCode(store.documents, code, who, clock.now);
  const mine = await (await clerk.get('/staff/me')).text();
  expect(mine).toContain('&lt;b&gt;zhang&lt;/b&gt;');
  await other.post('/staff/me/unlink', who);
  expect(await linksOf(store.documents, clerk.member.id)).toHaveLength(1);
  await clerk.post('/staff/me/unlink', who);
  expect(await linksOf(store.documents, clerk.member.id)).toEqual([]);
});

it('the audit log is read in pages, newest first, and filtered by the address', async () => {
  const world = await staffService();
  const admin = await world.signedIn('admin');
  for (let n = 1; n <= 60; n += 1) {
    const by = n % 2 ? { id: 'a', name: '甲 <b>' } : { id: 'b', name: '乙' };
    await world.store.audit.add({
      at: new Date(Date.parse('2023-05-08') + n * 1000).toISOString(),
      by,
      deed: 'transcript.read',
      about: `talk-${n}`,
      note: `第 ${n} 次`,
    });
  }
  const first = await (await admin.get('/staff/audit')).text();
  expect(first.match(/第 \d+ 次/g)).toHaveLength(50);
  expect(first.indexOf('第 60 次')).toBeLessThan(first.indexOf('第 59 次'));
  expect(first).not.toContain('甲 <b>');
  const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect((await (await admin.get(next)).text()).match(/第 \d+ 次/g)).toHaveLength(10);
  expect((await (await admin.get('/staff/audit?by=a')).text()).match(/第 \d+ 次/g)).toHaveLength(30);
  expect((await (await admin.get('/staff/audit?about=talk-7')).text()).match(/第 \d+ 次/g)).toEqual(['第 7 次']);
  expect(await (await admin.get('/staff/audit?deed=account.role')).text()).toContain('没有符合的记录');
  expect((await admin.get('/staff/audit?next=nonsense')).status).toBe(404);
});

inEveryHome((empty) => {
  it('two who take the same name at the same moment: one has it, and nothing is left of the other', async () => {
    const { store } = await empty();
    const accounts = openAccounts(store.documents, () => new Date('2023-05-08T02:00:00Z'));
    const made = { name: '张三', role: 'clerk', state: 'active' } as const;
    const ends = await Promise.allSettled([
      accounts.add(made),
      accounts.add(made),
      accounts.add({ ...made, name: '张 三' }),
    ]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await accounts.list()).toHaveLength(1);
    expect((await accounts.byName('张三'))?.id).toBe((await accounts.list())[0]?.id);
  });
});
