/** The crash harness at length: many kills, very many people, a process that dies and is never started again. */
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { crash } from '../crash/crash.ts';
import { crowd } from '../crash/crowd.ts';
import { lineOf, openLine } from '../crash/line.ts';
import { processesOf } from '../crash/service.ts';
import { dataFolder } from '../support/hallTalk.ts';
import { hasPostgres, run } from '../support/postgres.ts';
import { newDatabase, sharedServer } from '../support/sharedPostgres.ts';

test('of 1,000 people with 10 messages each nobody reads a word of another, on a folder', async () => {
  const report = await crowd({ people: 1000, folder: await dataFolder() });
  expect(report).toEqual({ acknowledged: 10_000, faults: [], exitCodes: [0, 0] });
}, 1_800_000);

describe.skipIf(!hasPostgres)('two processes on one PostgreSQL', () => {
  const served = async () => ({
    folder: await dataFolder(),
    database: await newDatabase(await sharedServer()),
    processes: 2,
  });

  test('let none of 1,000 people with 10 messages each read a word of another', async () => {
    const report = await crowd({ people: 1000, ...(await served()) });
    expect(report).toEqual({ acknowledged: 10_000, faults: [], exitCodes: [0, 0, 0, 0] });
  }, 1_800_000);

  test('lose, double and tear nothing over 40 kills, each message delivered three times', async () => {
    const report = await crash({ kills: 40, people: 16, seed: 5, deliveries: 3, ...(await served()) });
    expect(report).toMatchObject({ faults: [], torn: [], exitCode: 0 });
    expect(report.acknowledged).toBeGreaterThan(500);
  }, 1_800_000);

  test('answer what the other accepted before it died, though nobody starts it again', async () => {
    const { folder, database } = await served();
    const [one, other] = await processesOf({ data: join(folder, 'data'), database, processes: 2 });
    if (!one || !other) throw new Error('no service');
    try {
      await Promise.all([one.start(), other.start()]);
      const lines = await Promise.all(Array.from({ length: 40 }, () => openLine(() => one.url)));
      const ids = await Promise.all(lines.map((line) => line.say('m1', '开始自查')));
      await one.kill();
      const waiting = await run<{ n: string }>(database, 'SELECT count(*) AS n FROM inbox WHERE NOT answered');
      expect(Number(waiting[0]?.n)).toBeGreaterThan(0);
      const replies = async () => {
        const all = await Promise.all(
          lines.map(({ conversation, token }) => lineOf(() => other.url, conversation, token).read()),
        );
        return all.map((shown, at) => shown.filter(({ replyToId }) => replyToId === ids[at]).length);
      };
      const end = performance.now() + 120_000;
      while ((await replies()).includes(0) && performance.now() < end) await after(500);
      expect(await replies()).toEqual(ids.map(() => 1));
      expect(await other.stop()).toBe(0);
    } finally {
      await Promise.all([one.kill(), other.kill()]);
    }
  }, 300_000);
});
