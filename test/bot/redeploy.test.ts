/** Documents that an earlier version of the questions left behind, in the form in which they lie on the disk. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { interviewed, openQuestion, personaOf } from '../support/applicant.ts';
import { caseOf, dataFolder, filesOf, openHall, talker } from '../support/hallTalk.ts';

const here = 'dl-1';

/** A university that has said who its partner is; the lead's origin is due. */
const facts = {
  'unit.kind': 'university',
  partners: [{ name: '庆熙大学', country: '韩国', city: '首尔', kind: 'university' }],
};
const stored = {
  id: 'case-1',
  behalf: 'self',
  guide: 'jx-intl-2023',
  facts,
  left: {},
  trail: ['behalf', 'unit.kind', 'partner.who'],
  told: [],
  total: 60,
  ended: false,
};
const asking = (id: string) => ({ id, tries: 0, again: false });

/** A document with this case, and a person who goes on with it after the redeploy. */
async function left(changes: Record<string, unknown>) {
  const folder = await dataFolder();
  const { document } = filesOf(folder, here);
  await mkdir(dirname(document), { recursive: true });
  const record = {
    schema: 1,
    id: here,
    channel: 'directline',
    openCase: 'case-1',
    dialog: {},
    seen: ['a1'],
    pending: [],
  };
  await writeFile(document, JSON.stringify({ ...record, cases: [{ ...stored, ...changes }] }));
  const factsNow = async () => (await caseOf(folder, here))?.facts;
  return { say: talker(openHall(folder), here), factsNow };
}

test('a document of before goes on where it was, to its verdict', async () => {
  const { say, factsNow } = await left({ asking: asking('lead.origin') });
  const talk = await interviewed(personaOf('ex-01'), say, '开始自查');
  expect(talk.asked[0]?.id).toBe('lead.origin');
  expect(talk.asked.map(({ topic }) => topic)).not.toContain('unit.kind');
  expect(talk.assessment?.verdict).toBe('ready');
  expect(await factsNow()).toMatchObject({
    'unit.kind': 'university',
    partners: [{ name: '庆熙大学', country: '韩国' }],
  });
});

test('what the dialogs had open in an earlier version does not matter', async () => {
  const stack = [
    { id: 'interview', state: { dialogs: { dialogStack: [{ id: 'fortyQuestions', state: { stepIndex: 17 } }] } } },
  ];
  const { say } = await left({ asking: asking('lead.origin') });
  expect(openQuestion(await say('内地的'))?.id).toBe('lead.birthDate');
  const folder = await dataFolder();
  const { document } = filesOf(folder, here);
  await mkdir(dirname(document), { recursive: true });
  const record = { schema: 1, id: here, channel: 'directline', openCase: 'case-1', seen: [], pending: [] };
  const dialog = { dialogState: { dialogStack: stack } };
  await writeFile(
    document,
    JSON.stringify({ ...record, dialog, cases: [{ ...stored, asking: asking('lead.origin') }] }),
  );
  const talk = talker(openHall(folder), here);
  // At worst one calm message: the answers are kept, and the same question stands.
  const first = await talk('内地的');
  const next = openQuestion(first) ?? openQuestion(await talk('内地的'));
  expect(next?.id).toBe('lead.birthDate');
});

describe('a question that was asked and is no longer in the list', () => {
  test.each(['100 万元', '都没有', '是', '1', '1979-03-12', '内地的'])(
    'the answer “%s” is nobody else’s answer',
    async (text) => {
      const { say, factsNow } = await left({ asking: asking('unit.colour') });
      expect(openQuestion(await say(text))?.id).toBe('lead.origin');
      expect(await factsNow()).toEqual(facts);
    },
  );

  test.each(['unit.kind/unit.colour', 'partner.who#9/partners[].colour', 'lead.degree/', '', '#', '/', 'constructor'])(
    'a strange id “%s” ends nothing',
    async (id) => {
      const { say, factsNow } = await left({ asking: asking(id) });
      await say('嗯嗯');
      expect(openQuestion(await say('开始自查'))?.id).toBe('lead.origin');
      expect(await factsNow()).toEqual(facts);
    },
  );

  test('its answers in the trail are not gone back to', async () => {
    const { say } = await left({
      trail: ['behalf', 'unit.kind', 'partner.who', 'unit.colour'],
      asking: asking('lead.origin'),
    });
    expect(openQuestion(await say('上一题'))?.id).toBe('partner.who');
  });
});

describe('facts that no longer fit', () => {
  test.each([
    ['an unknown flag', { 'unit.colour': true }],
    ['an unknown list', { 'unit.colours': ['red'] }],
    ['a name of every object', { constructor: 'x', toString: 'x' }],
  ])('%s does no harm, and the others are kept', async (_what, more) => {
    const { say, factsNow } = await left({ facts: { ...facts, ...more }, asking: asking('lead.origin') });
    expect(openQuestion(await say('内地的'))?.id).toBe('lead.birthDate');
    expect(await factsNow()).toMatchObject({ ...facts, 'lead.origin': 'mainland' });
  });

  const trail = [...stored.trail, 'lead.origin', 'lead.birthDate', 'lead.title'];
  const lead = {
    'lead.origin': 'mainland',
    'lead.birthDate': '1979-03-12',
    'lead.titleLevel': 'senior',
    'lead.titleText': '教授',
  };
  test.each([
    ['lead.birthDate', 19790312],
    ['lead.birthDate', '12/03/1979'],
    ['lead.origin', 'martian'],
    ['lead.titleLevel', 3],
    ['unit.kind', 'school'],
    ['partners', '庆熙大学'],
    ['partners', [null]],
  ])('%s stored as %j is asked again, and the others are kept', async (id, value) => {
    const { say, factsNow } = await left({ facts: { ...facts, ...lead, [id]: value }, trail });
    const { topic } = openQuestion(await say('开始自查')) ?? {};
    expect(topic).toBe(id === 'lead.titleLevel' ? 'lead.title' : id === 'partners' ? 'partner.who' : id);
    const { [id]: _wrong, ...others } = { ...facts, ...lead } as Record<string, unknown>;
    expect(await factsNow()).toMatchObject(others);
  });

  const civil = { 'lead.civilServant': false, 'lead.managesProgrammes': false };
  test.each(['no', 0, 'unknown'])('a flag stored as %j is asked again', async (value) => {
    const { say } = await left({
      facts: { ...facts, ...lead, ...civil, 'lead.civilServant': value },
      trail: [...trail, 'lead.civil'],
    });
    expect(openQuestion(await say('开始自查'))?.topic).toBe('lead.civil');
  });

  test('a partner of whom one thing no longer fits is asked for that alone', async () => {
    const partners = [{ ...facts.partners[0], kind: 'academy' }];
    const { say, factsNow } = await left({ facts: { ...facts, partners }, asking: asking('lead.origin') });
    expect(openQuestion(await say('内地的'))?.id).toBe('lead.birthDate');
    expect(await factsNow()).toMatchObject({ partners: [{ name: '庆熙大学', country: '韩国' }] });
  });
});

describe('a list in another order', () => {
  test.each([
    ['project.duration', '3年', { 'project.months': 36 }],
    ['funding.applied', '100万元', { 'funding.applied': 1_000_000 }],
    ['lead.birthDate', '1979-03-12', { 'lead.birthDate': '1979-03-12' }],
    ['unit.legalPerson', '是独立法人', { 'unit.legalPerson': true }],
    ['process.recommendation', '开了', { 'process.recommendationLetter': true }],
  ])('the answer to %s, asked before, is filed under it; then comes what is due now', async (id, text, filed) => {
    const { say, factsNow } = await left({ asking: asking(id) });
    expect(openQuestion(await say(text))?.id).toBe('lead.origin');
    expect(await factsNow()).toEqual({ ...facts, ...filed });
  });

  test('an answer to it that is not understood asks it again, and not another', async () => {
    const { say, factsNow } = await left({ asking: asking('project.duration') });
    expect(openQuestion(await say('嗯嗯啊啊'))?.id).toBe('project.duration');
    await say('三年');
    expect(await factsNow()).toEqual({ ...facts, 'project.months': 36 });
  });

  test('a question of a second partner is the second partner’s', async () => {
    const partners = [...facts.partners, { name: '首尔大学', country: '韩国', city: '首尔', kind: 'university' }];
    const { say, factsNow } = await left({ facts: { ...facts, partners }, asking: asking('partner.registered#2') });
    await say('1946年就有了');
    expect(await factsNow()).toMatchObject({
      partners: [{ name: '庆熙大学' }, { name: '首尔大学', registrationDate: '1946' }],
    });
  });
});
