/** The command as people run it: a process of its own, with what it prints and how it ends. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { project } from '../../tooling/plant.ts';
import { json, nowhere, standIn } from './standIn.ts';

/** In an empty folder, so that no `.env` is read. */
async function doctor(env: Record<string, string>, ...options: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'doctor-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const child = spawn(process.execPath, [join(project, 'bot/doctor/run.ts'), ...options], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
  });
  const [out, err, code] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  return { out, err, code };
}

const free = async (): Promise<string> => new URL(await nowhere()).port;

test('where nothing is configured all is well, and each part is named', async () => {
  const { out, err, code } = await doctor({ PORT: await free() });
  expect({ err, code }).toEqual({ err: '', code: 0 });
  for (const name of [
    '环境变量',
    '指南',
    '数据',
    '服务和网址',
    'Microsoft Teams',
    '企业微信自建应用',
    '微信客服',
    '工作人员统一登录',
  ])
    expect(out).toMatch(new RegExp(`^${name}$`, 'm'));
  expect(out).toMatch(/^ {2}✓ 写法都对$/m);
  expect(out).toMatch(/^ {2}– 没有配置（MicrosoftAppId 留空）$/m);
  expect(out).toMatch(/共 3 项正常，0 项不行，6 项没有查。\n$/);
});

test('where something that is configured does not work it says what to do and ends with 1, without a secret', async () => {
  const base = await standIn({ '/cgi-bin/gettoken': json({ errcode: 40001, errmsg: 'invalid credential' }) });
  const secret = 'not-for-anybody';
  const env = {
    PORT: await free(),
    PUBLIC_URL: await nowhere(),
    DIRECTLINE_SECRET: secret,
    WECOM_CORP_ID: 'ww1',
    WECOM_AGENT_ID: '1000002',
    WECOM_SECRET: secret,
    WECOM_TOKEN: secret,
    WECOM_ENCODING_AES_KEY: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
    WECOM_API_BASE: base,
  };
  const { out, code } = await doctor(env);
  expect(code).toBe(1);
  expect(out).toMatch(/^ {2}✗ Secret 不对，或者不是这个企业的（40001）\n {4}怎么办：企业微信管理后台/m);
  expect(out).toMatch(/^ {2}✗ 回调地址 \S+\/wecom\/callback 到不了：连接被拒绝/m);
  expect(out).not.toContain(secret);
  expect(out).not.toContain(env.WECOM_ENCODING_AES_KEY);
  const told = await doctor(env, '--json');
  expect(told.code).toBe(1);
  expect(told.out).not.toContain(secret);
  expect(JSON.parse(told.out)).toMatchObject({
    ill: true,
    areas: expect.arrayContaining([
      {
        name: '企业微信自建应用',
        checks: [expect.objectContaining({ status: 'failed' }), expect.objectContaining({ status: 'failed' })],
      },
    ]),
  });
});

test('faults of the environment are told first, all of them', async () => {
  const { out, code } = await doctor({ PORT: 'many', MicrosoftAppPassword: 'not-for-anybody' });
  expect(code).toBe(1);
  expect(out).toMatch(/✗ PORT 的值不对/);
  expect(out).toMatch(/✗ MicrosoftAppId 没有填写/);
  expect(out).not.toContain('not-for-anybody');
});

test('an option that is not known is refused', async () => {
  const { err, code } = await doctor({}, '--jason');
  expect({ err, code }).toEqual({ err: '没有这个选项：--jason。只有 --json。\n', code: 1 });
});
