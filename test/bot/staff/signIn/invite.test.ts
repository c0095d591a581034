/** `npm run staff:invite` and the links of admins: real processes, over both homes. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { makeInvite, readInvite } from '../../../../bot/staff/accounts/invites.ts';
import { postgresStore } from '../../../../state/postgres/index.ts';
import { dataFolder } from '../../../support/hallTalk.ts';
import { hasPostgres } from '../../../support/postgres.ts';
import { newDatabase, sharedServer } from '../../../support/sharedPostgres.ts';
import { staffService } from '../../../support/staffService.ts';
import { visitor } from '../../../support/staffSignIn.ts';

const password = '一句只有我自己知道的话';

/** The command as people run it. */
async function command(env: Record<string, string>, ...args: string[]): Promise<string> {
  const { PATH } = process.env;
  const run = promisify(execFile)(process.execPath, ['bot/staff/invite/run.ts', ...args], { env: { PATH, ...env } });
  return (await run).stdout;
}

const pathIn = (printed: string): string => new URL(/https?:\S+/.exec(printed)?.[0] ?? '').pathname;
const tokenIn = (path: string): string => path.split('/').at(-1) ?? '';
const invite = ['--name', '张三', '--role', 'clerk'];

const now = (): Date => new Date();

it('while the service runs on the folder, the link makes an account once, signs in, and says its role', async () => {
  const folder = await dataFolder();
  const world = await staffService({ folder, now: now() });
  const path = pathIn(await command({ DATA_DIR: folder }, ...invite));
  const person = visitor(world.url);
  const page = await (await person.get(path)).text();
  expect(page).toContain('张三');
  expect(page).toContain('咨询员');
  const entered = await person.post('/staff/invite', { token: tokenIn(path), password, again: password });
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/staff']);
  expect(await (await person.get('/staff/me')).text()).toMatch(/张三<\/a> · 咨询员/);
  const second = visitor(world.url);
  expect((await second.get(path)).status).toBe(404);
  expect((await second.post('/staff/invite', { token: tokenIn(path), password, again: password })).status).toBe(404);
  expect(world.log()).not.toContain(tokenIn(path).slice(-20));
});

it('before the service runs on the folder, the link is good as well', async () => {
  const folder = await dataFolder();
  const printed = await command({ DATA_DIR: folder }, ...invite, '--base', 'https://guohe.example.cn/');
  expect(printed).toContain('https://guohe.example.cn/staff/invite/');
  const { url } = await staffService({ folder, now: now() });
  expect((await visitor(url).get(pathIn(printed))).status).toBe(200);
});

it.skipIf(!hasPostgres)('over a database the same', async () => {
  const database = await newDatabase(await sharedServer());
  const folder = await dataFolder();
  const world = await staffService({ folder, now: now(), store: await postgresStore(database) });
  const path = pathIn(await command({ DATA_DIR: folder, DATABASE_URL: database }, ...invite));
  const person = visitor(world.url);
  const entered = await person.post('/staff/invite', { token: tokenIn(path), password, again: password });
  expect(entered.status).toBe(303);
  expect((await person.get('/staff/me')).status).toBe(200);
});

it('who has an account already gets a link for a new password, which ends the old one and every session', async () => {
  const folder = await dataFolder();
  const world = await staffService({ folder, now: now() });
  const first = pathIn(await command({ DATA_DIR: folder }, ...invite));
  const old = visitor(world.url);
  await old.post('/staff/invite', { token: tokenIn(first), password, again: password });
  const printed = await command({ DATA_DIR: folder }, '--name', '张三', '--role', 'admin');
  expect(printed).toContain('已有账号');
  const another = '另外一句只有我知道的话';
  const person = visitor(world.url);
  await person.post('/staff/invite', { token: tokenIn(pathIn(printed)), password: another, again: another });
  expect(await (await person.get('/staff/me')).text()).toMatch(/张三<\/a> · 咨询员/);
  expect((await old.get('/staff/me')).status).toBe(401);
  expect((await visitor(world.url).post('/staff/sign-in', { name: '张三', password })).status).toBe(401);
});

it.each([
  [[], '--name'],
  [['--name', '张三'], '--role'],
  [['--name', '张三', '--role', 'boss'], '--role'],
  [['--name', '\u202e张三', '--role', 'clerk'], '--name'],
  [['--name', '张三', '--role', 'clerk', '--base', 'javascript:alert(1)'], '--base'],
  [['--nme', '张三'], '没有这个选项'],
])('what cannot be meant is told, with the usage: %j', async (args, word) => {
  const failed = command({ DATA_DIR: await dataFolder() }, ...args);
  await expect(failed).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(word) });
});

const tokenOn = async (page: Response): Promise<string> =>
  /staff\/invite\/([\w.-]+)/.exec(await page.text())?.[1] ?? '';

it('a link for a new password ends when a newer one was made, or the password was set, or the account was changed', async () => {
  const world = await staffService();
  const admin = await world.signedIn('admin');
  const key = await world.store.signingKey();
  const made = makeInvite(key, { name: '张三', role: 'clerk' }, world.clock.now);
  await visitor(world.url).post('/staff/invite', { token: made, password, again: password });
  const page = await (await admin.get('/staff/accounts')).text();
  const id = [...page.matchAll(/href="\/staff\/accounts\/([\w-]{36})"[^>]*>([^<]*)/g)].find(
    ([, , n]) => n === '张三',
  )?.[1];
  const reset = async (): Promise<string> => tokenOn(await admin.post(`/staff/accounts/${id}/reset`));
  const opens = async (token: string): Promise<number> =>
    (await visitor(world.url).get(`/staff/invite/${token}`)).status;
  const [first, second] = [await reset(), await reset()];
  expect([await opens(first), await opens(second)]).toEqual([404, 200]);
  const fields = { password: '另外一句只有我知道的话', again: '另外一句只有我知道的话' };
  expect((await visitor(world.url).post('/staff/invite', { token: first, ...fields })).status).toBe(404);
  expect((await visitor(world.url).post('/staff/invite', { token: second, ...fields })).status).toBe(303);
  const third = await reset();
  expect(await opens(third)).toBe(200);
  await admin.post(`/staff/accounts/${id}/disable`);
  await admin.post(`/staff/accounts/${id}/enable`);
  expect(await opens(third)).toBe(404);
});

it.each(['disable', 'role'])('what an administrator gave out ends with their power: %s', async (deed) => {
  const world = await staffService();
  const [admin, other] = [await world.signedIn('admin'), await world.signedIn('admin')];
  const token = await tokenOn(await admin.post('/staff/accounts/invite', { name: '李四', role: 'admin' }));
  const own = await tokenOn(await other.post('/staff/accounts/invite', { name: '王五', role: 'clerk' }));
  expect((await visitor(world.url).get(`/staff/invite/${token}`)).status).toBe(200);
  await other.post(`/staff/accounts/${admin.member.id}/${deed}`, { role: 'reviewer' });
  const fields = { token, password, again: password };
  expect((await visitor(world.url).get(`/staff/invite/${token}`)).status).toBe(404);
  expect((await visitor(world.url).post('/staff/invite', fields)).status).toBe(404);
  expect((await visitor(world.url).get(`/staff/invite/${own}`)).status).toBe(200);
});

it('two who open the link at the same moment make one account', async () => {
  const world = await staffService();
  const token = makeInvite(await world.store.signingKey(), { name: '张三', role: 'clerk' }, world.clock.now);
  const fields = { token, password, again: password };
  const answers = await Promise.all([1, 2, 3].map(() => visitor(world.url).post('/staff/invite', fields)));
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 404, 404]);
});

it('a link ends after a day, and a forged, cut or foreign one never was', async () => {
  const world = await staffService();
  const key = await world.store.signingKey();
  const token = makeInvite(key, { name: '张三', role: 'admin' }, world.clock.now);
  const [body = '', signature = ''] = token.split('.');
  const more = Buffer.from(JSON.stringify({ name: '张三', role: 'admin', nonce: 'x', until: 9e15 })).toString(
    'base64url',
  );
  const bad = [
    `${more}.${signature}`,
    body,
    `${body}.`,
    `${body}.${signature}.`,
    makeInvite('another key', { name: '张三', role: 'admin' }, world.clock.now),
  ];
  for (const each of bad) expect((await visitor(world.url).get(`/staff/invite/${each}`)).status).not.toBe(200);
  expect((await visitor(world.url).get(`/staff/invite/${token}`)).status).toBe(200);
  world.clock.now = new Date(world.clock.now.getTime() + 24 * 60 * 60_000);
  expect((await visitor(world.url).get(`/staff/invite/${token}`)).status).toBe(404);
  expect(readInvite(key, token, world.clock.now)).toBeUndefined();
});

it.each([
  ['short1!', '至少要 10 个字符'],
  ['1234567890', '太常见'],
  ['Password123!', '太常见'],
  ['aaaaaaaaaaaa', '太常见'],
  ['abababababab', '太常见'],
  ['woaini520131', '太常见'],
  ['qwertyuiop12', '太常见'],
  ['张三张三张三ab', '名字'],
  ['x'.repeat(201), '最多 200'],
])('%s is no password', async (weak, word) => {
  const world = await staffService();
  const token = makeInvite(await world.store.signingKey(), { name: '张三', role: 'clerk' }, world.clock.now);
  const answer = await visitor(world.url).post('/staff/invite', { token, password: weak, again: weak });
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(word)]);
});
