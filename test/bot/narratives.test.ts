import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { interviewed, personas } from '../support/applicant.ts';
import { dataFolder, openHall, talker } from '../support/hallTalk.ts';

test.each(personas)('$id', async (persona) => {
  const hall = openHall(await dataFolder());
  const talk = await interviewed(persona, talker(hall, persona.id));
  writeFileSync(`/tmp/work19/${persona.id}.json`, JSON.stringify(talk, null, 1));
  expect(talk.assessment).toMatchObject(persona.expected);
});
