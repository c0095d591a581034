import { expect, test } from 'vitest';
import { expectUnharmed, postFuzzed } from '../../../support/fuzzedActivities.ts';
import { dataFolder } from '../../../support/hallTalk.ts';
import { teamsService } from '../../../support/teamsService.ts';

test('2,000 activities with anything in them: no fault of ours, and no effect of what nobody signed', async () => {
  const service = await teamsService({ folder: await dataFolder(), env: { DURABILITY: 'fast' } });
  const { statuses, forged } = await postFuzzed(service, 2000, 20230508);
  // Many were good enough to be taken, many were not.
  expect(statuses['200']).toBeGreaterThan(500);
  expect(statuses['401']).toBeGreaterThanOrEqual(forged);
  expect(statuses['400']).toBeGreaterThan(20);
  await expectUnharmed(service);
});
