/** Signing in with a name and a password: what is let in, what is refused, and how long it lasts. */
import { expect, it } from 'vitest';
import { openAccounts } from '../../../../bot/staff/accounts/account.ts';
import { passwordHash } from '../../../../bot/staff/accounts/password.ts';
import type { Role } from '../../../../bot/staff/route.ts';
import { countAttempts } from '../../../../bot/staff/signIn/attempts.ts';
import { type StaffWorld, staffService } from '../../../support/staffService.ts';
import { visitor } from '../../../support/staffSignIn.ts';

const password = '一句只有我自己知道的话';
// Once: each costs half a second and 128 MB.
const hashed = passwordHash(password);

async function worldWith(name = '张三', role: Role = 'clerk'): Promise<StaffWorld & { id: string }> {
  const world = await staffService();
  const accounts = openAccounts(world.store.documents, () => world.clock.now);
  const { id } = await accounts.add({ name, role, state: 'active', password: await hashed });
  return { ...world, id };
}

const accountsOf = ({ store, clock }: StaffWorld) => openAccounts(store.documents, () => clock.now);
const pass = ({ clock }: StaffWorld, minutes: number): void => {
  clock.now = new Date(clock.now.getTime() + minutes * 60_000);
};
const right = { name: '张三', password };
const wrong = { name: '张三', password: 'something else' };

it('the right password opens the page that was asked for, and nothing outside the console', async () => {
  const { url } = await worldWith();
  const asked = await (await visitor(url).get('/staff/me?x=1&y=%E4%B8%AD')).text();
  expect(asked).toContain('<input type="hidden" name="back" value="/staff/me?x=1&amp;y=%E4%B8%AD">');
  const person = visitor(url);
  const entered = await person.post('/staff/sign-in', { ...right, back: '/staff/me?x=1' });
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/staff/me?x=1']);
  expect((await person.get('/staff/me')).status).toBe(200);
  const away = await visitor(url).post('/staff/sign-in', { ...right, back: 'https://evil.example/staff' });
  expect(away.headers.get('location')).toBe('/staff');
});

it('the name may be typed in any width, case and spacing', async () => {
  const { url } = await worldWith('Ｚhang San');
  const entered = await visitor(url).post('/staff/sign-in', { name: ' zhangsan ', password });
  expect(entered.status).toBe(303);
});

it('a wrong password, an unknown name and an account without a password get the same answer', async () => {
  const world = await worldWith();
  await accountsOf(world).add({ name: '李四', role: 'admin', state: 'active' });
  const said = async (name: string): Promise<string> => {
    const answer = await visitor(world.url).post('/staff/sign-in', { name, password: 'not this one' });
    return `${answer.status} ${(await answer.text()).replaceAll(name, 'NAME')}`;
  };
  const one = await said('张三');
  expect(one).toMatch(/^401 .*/);
  expect(one).toContain('名字或密码不对');
  expect(await said('没有的人')).toBe(one);
  expect(await said('李四')).toBe(one);
});

it('a session that was there before signing in is worth nothing afterwards, and the new one is new', async () => {
  const { url } = await worldWith();
  const person = visitor(url);
  person.cookies.set('staff', 'B'.repeat(43));
  await person.post('/staff/sign-in', right);
  const first = person.cookies.get('staff') ?? '';
  expect(first).not.toBe('B'.repeat(43));
  await person.post('/staff/sign-in', right);
  expect(person.cookies.get('staff')).not.toBe(first);
  const thief = visitor(url);
  thief.cookies.set('staff', first);
  expect((await thief.get('/staff/me')).status).toBe(401);
});

it('five wrong passwords lock the name for a quarter of an hour, also for the right one, also many at once', async () => {
  const world = await worldWith();
  const tries = await Promise.all(Array.from({ length: 8 }, () => visitor(world.url).post('/staff/sign-in', wrong)));
  const statuses = tries.map(({ status }) => status).sort();
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
  expect((await visitor(world.url).post('/staff/sign-in', right)).status).toBe(429);
  pass(world, 14);
  expect((await visitor(world.url).post('/staff/sign-in', right)).status).toBe(429);
  pass(world, 2);
  expect((await visitor(world.url).post('/staff/sign-in', right)).status).toBe(303);
});

/** Wrong ones of before, without the half second that each takes. */
async function wrongBefore({ store, clock }: StaffWorld, name: string, times: number): Promise<void> {
  const attempts = countAttempts(store.documents, () => clock.now);
  for (let time = 0; time < times; time += 1) await attempts.begin(name, '203.0.113.9');
}

it('a name that nobody has is locked in the same way', async () => {
  const world = await worldWith();
  const nobody = { name: '没有的人', password: 'something else' };
  await wrongBefore(world, nobody.name, 4);
  expect((await visitor(world.url).post('/staff/sign-in', nobody)).status).toBe(401);
  expect((await visitor(world.url).post('/staff/sign-in', nobody)).status).toBe(429);
});

it('four wrong ones and a right one are forgotten', async () => {
  const world = await worldWith();
  await wrongBefore(world, '张三', 4);
  expect((await visitor(world.url).post('/staff/sign-in', right)).status).toBe(303);
  expect((await visitor(world.url).post('/staff/sign-in', wrong)).status).toBe(401);
});

it('a form of another site signs nobody in', async () => {
  const { url } = await worldWith();
  for (const headers of [{ Origin: 'https://evil.example' }, { 'Sec-Fetch-Site': 'cross-site' }]) {
    const answer = await visitor(url).post('/staff/sign-in', right, headers);
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null]);
  }
  expect(
    (await visitor(url).post('/staff/sign-in', right, { Origin: url, 'Sec-Fetch-Site': 'same-origin' })).status,
  ).toBe(303);
});

it('half an hour without a request ends a session, and so do eight hours with them', async () => {
  const world = await worldWith();
  const idle = await world.signedIn('reader');
  const busy = await world.signedIn('reader');
  for (let minutes = 0; minutes < 8 * 60 - 20; minutes += 20) {
    expect((await busy.get('/staff/me')).status).toBe(200);
    pass(world, 20);
  }
  expect((await idle.get('/staff/me')).status).toBe(401);
  expect((await busy.get('/staff/me')).status).toBe(200);
  pass(world, 20);
  expect((await busy.get('/staff/me')).status).toBe(401);
});

it('signing out, another role and a disabled account end a session at once', async () => {
  const world = await worldWith();
  const accounts = accountsOf(world);
  const [out, role, disabled] = await Promise.all([
    world.signedIn('clerk'),
    world.signedIn('clerk'),
    world.signedIn('clerk'),
  ]);
  const answer = await out.post('/staff/sign-out');
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/staff/sign-in']);
  await accounts.change(role.member.id, { role: 'admin' });
  await accounts.change(disabled.member.id, { state: 'disabled' });
  for (const client of [out, role, disabled]) expect((await client.get('/staff/me')).status).toBe(401);
  await accounts.change(disabled.member.id, { state: 'active' });
  expect((await disabled.get('/staff/me')).status).toBe(401);
});

it('who is disabled is not let in with the right password', async () => {
  const world = await worldWith();
  await accountsOf(world).change(world.id, { state: 'disabled' });
  expect((await visitor(world.url).post('/staff/sign-in', right)).status).toBe(401);
});

it('signing in and failing stand in the audit log, without what was typed; nothing secret is in the log', async () => {
  const world = await worldWith();
  const person = visitor(world.url);
  await person.post('/staff/sign-in', { name: 'my password 8f3k', password: 'another' });
  await person.post('/staff/sign-in', wrong);
  await person.post('/staff/sign-in', right);
  const { items } = await world.store.audit.list({});
  expect(items.map(({ deed, by }) => [deed, by.name])).toEqual([
    ['session.begin', '张三'],
    ['session.refused', '张三'],
    ['session.refused', '未登录'],
  ]);
  const kept = JSON.stringify(items) + world.log();
  for (const secret of ['8f3k', password, 'something else', person.cookies.get('staff') ?? '?'])
    expect(kept).not.toContain(secret);
});

it('what is stored of a session does not open one', async () => {
  const { url, store, signedIn } = await worldWith();
  const { cookie } = await signedIn('admin');
  for await (const { id, value } of store.documents.list('staff-session')) {
    expect(JSON.stringify({ id, value })).not.toContain(cookie.slice('staff='.length));
    const thief = visitor(url);
    thief.cookies.set('staff', id.slice(0, 43));
    expect((await thief.get('/staff/me')).status).toBe(401);
  }
});

it('over https the cookie is for this host alone; in a Teams tab it is one that tabs may keep', async () => {
  const env = { PUBLIC_URL: 'https://guohe.example.cn', DIRECTLINE_SECRET: 'a'.repeat(40) };
  const world = await staffService({ env });
  await accountsOf(world).add({ name: '张三', role: 'clerk', state: 'active', password: await hashed });
  const cookie = async (headers: Record<string, string>): Promise<string> =>
    (await visitor(world.url).post('/staff/sign-in', right, headers)).headers.get('set-cookie') ?? '';
  const origin = { Origin: 'https://guohe.example.cn' };
  expect(await cookie(origin)).toMatch(/^__Host-staff=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
  expect(await cookie({ ...origin, 'Sec-Fetch-Dest': 'iframe' })).toMatch(
    /^__Host-staff=[\w-]{43}; Path=\/; HttpOnly; SameSite=None; Partitioned; Secure$/,
  );
});
