/** As `test/bot/channels/teams/fuzz.test.ts`, five times as many and from another seed. */
import { expect, test } from 'vitest';
import { expectUnharmed, postFuzzed } from '../support/fuzzedActivities.ts';
import { dataFolder } from '../support/hallTalk.ts';
import { teamsService } from '../support/teamsService.ts';

test('10,000 activities with anything in them: no fault of ours, and no effect of what nobody signed', async () => {
  const service = await teamsService({ folder: await dataFolder() });
  const { statuses, forged } = await postFuzzed(service, 10_000, 4242);
  expect(statuses['401']).toBeGreaterThanOrEqual(forged);
  await expectUnharmed(service);
});
