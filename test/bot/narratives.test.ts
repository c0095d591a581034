/** The twelve examples as people tell them: each interview must end as its facts do. */
import { expect, test } from 'vitest';
import { interviewed, personas } from '../support/applicant.ts';
import { dataFolder, openHall, talker } from '../support/hallTalk.ts';
import { expectPromises } from '../support/promises.ts';

/** What a narrative leaves out although its facts have it, so that it must be confirmed. */
const unsaid: Record<string, string[]> = { 'ex-10': ['lead.not-programme-manager'] };

test.each(personas)('$id', async (persona) => {
  const talk = await interviewed(persona, talker(openHall(await dataFolder()), persona.id));
  const { verdict, failedRules, missingItems, toConfirm, preferences } = persona.expected;
  expectPromises(talk);
  expect(talk.assessment?.verdict).toBe(verdict);
  expect(talk.assessment?.failedRules.toSorted()).toEqual(failedRules.toSorted());
  expect(talk.assessment?.missingItems.toSorted()).toEqual(missingItems.toSorted());
  expect(talk.assessment?.toConfirm.toSorted()).toEqual([...toConfirm, ...(unsaid[persona.id] ?? [])].toSorted());
  const entries = (list: typeof preferences = []) => list.map(({ entry, status }) => `${status} ${entry}`).toSorted();
  expect(entries(talk.assessment?.preferences)).toEqual(entries(preferences));
  // Few questions, each understood: nobody is asked three times for one thing.
  expect(talk.asked.length).toBeLessThanOrEqual(32);
});
