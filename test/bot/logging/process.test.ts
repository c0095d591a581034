import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { freePort, isReady } from '../../support/freePort.ts';
import { dataFolder } from '../../support/hallTalk.ts';

const entry = join(import.meta.dirname, '../../../bot/index.ts');
const words = '绝密合作计划书 13812345678';

/** The entry in a process of its own, with a mistake that happens at a signal. */
async function service(env: Record<string, string> = {}) {
  const port = await freePort();
  const mistake = `process.on('SIGUSR2', () => { Promise.reject(new TypeError('${words}')); })`;
  const child = spawn(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(mistake)}`, entry], {
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: await dataFolder(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const heard = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    heard.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    heard.err += chunk;
  });
  const exited = once(child, 'exit').then(([code]: (number | null)[]) => code);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  return { child, heard, exited, url: `http://127.0.0.1:${port}` };
}

test('an error that nobody caught ends the process with a line in the log, and none of its words anywhere', async () => {
  const { child, heard, exited, url } = await service();
  await expect.poll(() => isReady(url), { timeout: 50_000 }).toBe(true);
  child.kill('SIGUSR2');
  expect(await exited).toBe(1);
  expect(heard.out + heard.err).not.toMatch(/绝密|13812345678/);
  const last = JSON.parse(heard.out.trimEnd().split('\n').at(-1) ?? '');
  expect(last).toMatchObject({ level: 'fatal', err: { type: 'TypeError', withheld: expect.any(String) } });
});

test('a start that fails tells why, without the password of the database', async () => {
  const { heard, exited } = await service({ DATABASE_URL: 'postgres://guohe:planted-password@127.0.0.1:1/guohe' });
  expect(await exited).toBe(1);
  expect(heard.out + heard.err).not.toContain('planted-password');
  expect(heard.out).toContain('没能启动');
  expect(heard.out).toContain('ECONNREFUSED');
});
