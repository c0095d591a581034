/**
 * Backups as docs/deploying.md tells to make them, while people talk: the service is stopped, its home is copied, it is started again. Then
 * the home is lost and the copy put in its place: every line that was acknowledged before the backup is there, and the talks go on.
 */
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Line, openLine } from '../crash/line.ts';
import { type ServiceProcess, serviceProcess } from '../crash/process.ts';
import { dataFolder } from '../support/hallTalk.ts';
import { hasPostgres, run as statement } from '../support/postgres.ts';
import { dropDatabase, newDatabase, sharedServer } from '../support/sharedPostgres.ts';
import { project } from '../tooling/plant.ts';

const run = promisify(execFile);
const storageCopy = (...args: string[]) =>
  run(process.execPath, [join(project, 'bot/storage/run.ts'), ...args], { cwd: project });

interface Person {
  line: Line;
  /** What was acknowledged, as it is shown. */
  acknowledged: string[];
}

/** People who talk as fast as they are taken, over breaks of the service, until they are told to stop. */
async function crowd(service: ServiceProcess, count: number) {
  let over = false;
  const all = await Promise.all(
    Array.from(
      { length: count },
      async (): Promise<Person> => ({ line: await openLine(() => service.url), acknowledged: [] }),
    ),
  );
  const talking = all.map(async ({ line, acknowledged }) => {
    const texts = ['开始自查', '负责人本人', '企业', '上一题', '我的申报', '负责人年龄有什么要求？'];
    for (let at = 0; !over; at += 1) {
      const text = texts[at % texts.length] ?? '';
      // Under the same id until it is taken, as clients do.
      while (!over) {
        const shown = await line.say(`m${at}`, text).catch(() => undefined);
        if (shown !== undefined) {
          acknowledged.push(shown);
          break;
        }
        await after(50);
      }
    }
  });
  return {
    all,
    said: () => all.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0),
    noted: () => all.map(({ acknowledged }) => [...acknowledged]),
    async stop() {
      over = true;
      await Promise.all(talking);
    },
  };
}

/** What of what was acknowledged is not there, or has no answer. */
async function lostOf({ line }: Person, acknowledged: readonly string[]): Promise<string[]> {
  const shown = await line.read();
  const there = new Set(shown.map(({ id }) => id));
  const answered = new Set(shown.map(({ replyToId }) => replyToId));
  return acknowledged.filter((id) => !there.has(id) || !answered.has(id));
}

async function proved(
  service: ServiceProcess,
  { backup, lose, restore }: Record<'backup' | 'lose' | 'restore', () => Promise<void>>,
) {
  await service.start();
  onTestFinished(() => service.kill());
  const people = await crowd(service, 8);
  await expect.poll(people.said, { timeout: 30_000 }).toBeGreaterThan(60);
  // In the middle of it all: what is acknowledged up to here must be in the backup.
  const before = people.noted();
  expect(await service.stop()).toBe(0);
  await backup();
  await service.start();
  const more = people.said() + 30;
  await expect.poll(people.said, { timeout: 30_000 }).toBeGreaterThan(more);
  await people.stop();
  await service.kill();
  await lose();
  await restore();
  await service.start();
  for (const [at, person] of people.all.entries()) {
    await expect.poll(() => lostOf(person, before[at] ?? []), { timeout: 20_000 }).toEqual([]);
    const shown = await person.line.say(`after the loss`, '帮助');
    await expect.poll(() => lostOf(person, [shown]), { timeout: 20_000 }).toEqual([]);
  }
  expect(await service.stop()).toBe(0);
}

test('the embedded home: its folder copied while the service is stopped', async () => {
  const [base, kept] = [await dataFolder(), await dataFolder()];
  const data = join(base, 'data');
  await proved(await serviceProcess(data), {
    backup: async () => void (await run('cp', ['-a', `${data}/.`, kept])),
    lose: () => rm(data, { recursive: true }),
    restore: async () => void (await run('cp', ['-a', kept, data])),
  });
});

test('the embedded home: storage:copy into another folder, which compares both', async () => {
  const [base, kept] = [await dataFolder(), await dataFolder()];
  const [data, copy] = [join(base, 'data'), join(kept, 'copy')];
  await proved(await serviceProcess(data), {
    backup: async () => expect((await storageCopy('--from', data, '--to', copy)).stdout).toContain('核对一致。'),
    lose: () => rm(data, { recursive: true }),
    restore: async () => expect((await storageCopy('--from', copy, '--to', data)).stdout).toContain('核对一致。'),
  });
});

describe.skipIf(!hasPostgres)('PostgreSQL', () => {
  test('storage:copy into a folder, and back into a new database', async () => {
    const server = await sharedServer();
    const [url, folder] = [await newDatabase(server), join(await dataFolder(), 'copy')];
    const name = new URL(url).pathname.slice(1);
    onTestFinished(() => dropDatabase(server, url));
    const service = await serviceProcess(await dataFolder(), { env: { DATABASE_URL: url } });
    await proved(service, {
      backup: async () => expect((await storageCopy('--from', url, '--to', folder)).stdout).toContain('核对一致。'),
      lose: () => dropDatabase(server, url),
      async restore() {
        // Empty, under the old name: the service makes its tables.
        const fresh = new URL(await newDatabase(server, 'TEMPLATE template0'));
        const main = new URL(fresh);
        main.pathname = '/postgres';
        await statement(main.href, `ALTER DATABASE ${fresh.pathname.slice(1)} RENAME TO ${name}`);
        expect((await storageCopy('--from', folder, '--to', url)).stdout).toContain('核对一致。');
      },
    });
  });
});
