/**
 * The Microsoft 365 Agents Playground, a client that looks like Teams and needs no tenant. It is no dependency: whoever wants these tests
 * installs it into a folder of their own and names that in PLAYGROUND.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { freePort } from '../support/freePort.ts';
import { dataFolder } from '../support/hallTalk.ts';

const require = createRequire(import.meta.url);
const name = '@microsoft/m365agentsplayground';
const folder = process.env.PLAYGROUND ?? '';
const program = join(folder, 'node_modules', name, 'cli.js');

/** Why the playground's tests are skipped; undefined where they can run. */
export const missing: string | undefined =
  folder !== '' && existsSync(program)
    ? undefined
    : `${name} is not installed: mkdir playground && cd playground && npm init -y && npm i ${name}@0.2.28, then PLAYGROUND=that/folder npx vitest run test/playground`;

/** Starts it for the bot at `endpoint`, on loopback alone, and gives the address of its page. */
export async function playground(endpoint: string): Promise<string> {
  const port = await freePort();
  const log = join(await dataFolder(), 'playground.log');
  const child = spawn(
    process.execPath,
    [
      ...['--require', require.resolve('./loopbackOnly.cjs'), program],
      ...['-e', endpoint, '-c', 'msteams', '-p', String(port), '--disable-telemetry'],
    ],
    {
      cwd: folder,
      // It would open a browser of its own, and end where there is none.
      env: { PATH: process.env.PATH, TEAMSAPPTESTER_BROWSER: 'none', M365_AGENTS_PLAYGROUND_LOGFILE: log },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let told = '';
  const hear = (part: Buffer): void => {
    told += part;
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  onTestFinished(() => void child.kill());
  const page = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the playground ended:\n${told}`);
    const there = await fetch(page).then(
      ({ ok }) => ok,
      () => false,
    );
    if (there) return page;
    await after(100);
  }
  throw new Error(`the playground did not start:\n${told}`);
}
