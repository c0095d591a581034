import { expect, test } from 'vitest';
import { dataFolder } from '../support/hallTalk.ts';
import { crash } from './crash.ts';

test('a service killed again and again under several talks loses, doubles and tears nothing', async () => {
  const report = await crash({ kills: 5, people: 5, seed: 7, folder: await dataFolder() });
  expect(report).toMatchObject({ faults: [], torn: [], exitCode: 0 });
  expect(report.talks).toBeGreaterThanOrEqual(5);
  expect(report.acknowledged).toBeGreaterThan(100);
}, 300_000);
