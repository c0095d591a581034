import { describe, expect, test } from 'vitest';
import { dataFolder } from '../support/hallTalk.ts';
import { hasPostgres } from '../support/postgres.ts';
import { newDatabase, sharedServer } from '../support/sharedPostgres.ts';
import { crash } from './crash.ts';
import { crowd } from './crowd.ts';
import { instant } from './instant.ts';

test('a service killed again and again under several talks loses, doubles and tears nothing', async () => {
  const report = await crash({ kills: 2, people: 4, seed: 7, folder: await dataFolder() });
  expect(report).toMatchObject({ faults: [], torn: [], exitCode: 0 });
  expect(report.talks).toBeGreaterThanOrEqual(4);
  expect(report.acknowledged).toBeGreaterThan(100);
}, 300_000);

test('50 messages of one person at one instant have 50 effects, in order', async () => {
  const report = await instant({ messages: 50, folder: await dataFolder() });
  expect(report).toMatchObject({ faults: [], exitCodes: [0] });
  expect(report.different).toBeGreaterThan(20);
}, 120_000);

test('of 15 people who talk at the same time nobody reads a word of another', async () => {
  const report = await crowd({ people: 15, folder: await dataFolder() });
  expect(report).toEqual({ acknowledged: 150, faults: [], exitCodes: [0, 0] });
}, 300_000);

describe.skipIf(!hasPostgres)('two processes on one PostgreSQL', () => {
  const served = async () => ({
    folder: await dataFolder(),
    database: await newDatabase(await sharedServer()),
    processes: 2,
  });

  test('serve talks that hop between them, each message delivered three times, over kills and stops', async () => {
    const report = await crash({ kills: 2, people: 4, seed: 3, deliveries: 3, ...(await served()) });
    expect(report).toMatchObject({ faults: [], torn: [], exitCode: 0 });
    expect(report.acknowledged).toBeGreaterThan(100);
    expect(report.repeated).toBeGreaterThanOrEqual(2 * report.acknowledged);
  }, 300_000);

  test('give 50 messages of one person at one instant 50 effects, in order', async () => {
    const report = await instant({ messages: 50, ...(await served()) });
    expect(report).toMatchObject({ faults: [], exitCodes: [0, 0] });
    expect(report.different).toBeGreaterThan(20);
  }, 120_000);
});
