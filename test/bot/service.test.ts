import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { type Interview, interviewed, openQuestion, personaOf, personas } from '../support/applicant.ts';
import { dataFolder, pathsIn } from '../support/hallTalk.ts';
import { expectPromises } from '../support/promises.ts';
import { connect, type PublishedClient } from '../support/publishedClient.ts';
import { postJson, realService } from '../support/realService.ts';

function client(...arguments_: Parameters<typeof connect>): PublishedClient {
  const made = connect(...arguments_);
  onTestFinished(() => made.leave());
  return made;
}

describe('the published client goes through an interview', () => {
  test.each([
    ['by stream', 'ex-02', true],
    ['by polling', 'ex-04', false],
  ])('%s', async (_way, id, webSocket) => {
    const { url } = await realService(await dataFolder());
    const me = client(url, { webSocket });
    await expect.poll(() => me.heard.length, { timeout: 10_000 }).toBe(1);
    const [greeting] = me.heard;
    expect(greeting?.message.channelData?.assessment).toBeUndefined();
    expect(greeting?.message.text).toContain('国');
    const persona = personaOf(id);
    const talk = await interviewed(persona, me.say);
    const { verdict, failedRules, missingItems } = persona.expected;
    expect(talk.assessment).toMatchObject({ verdict, failedRules, missingItems });
    expectPromises(talk);
    expect((await me.say('结论')).at(-1)?.channelData?.assessment).toEqual(talk.assessment);
    const told = talk.heard.filter(({ text }) => text.includes('要先说一声'));
    expect(told).toHaveLength(failedRules.length);
  });
});

test.each([
  ['by stream', true],
  ['by polling', false],
])('a restart in mid-interview: the talk goes on with the same question %s', async (_way, webSocket) => {
  const folder = await dataFolder();
  const persona = personaOf('ex-12');
  const before = await realService(folder);
  const first = client(before.url, { webSocket });
  const start = await interviewed(persona, first.say, '开始自查', 'lead.civil');
  const asked = openQuestion(start.heard.slice(-1));
  expect(asked?.topic).toBe('lead.civil');
  const said = first.heard.map(({ message }) => message.text);
  const { conversationId, token } = first.ticket();
  first.leave();
  await before.close();

  const after = await realService(folder, { PORT: new URL(before.url).port });
  expect(after.url).toBe(before.url);
  const me = client(after.url, { webSocket, conversationId, token });
  // An empty watermark: the whole conversation can be read again.
  await expect.poll(() => me.heard.map(({ message }) => message.text), { timeout: 10_000 }).toEqual(said);
  const again = openQuestion(await me.say('开始自查'));
  expect([again?.id, again?.index, again?.total]).toEqual([asked?.id, asked?.index, asked?.total]);
  const rest = await interviewed(persona, me.say, '都不是，一线搞科研的');
  expect(rest.assessment).toMatchObject({ verdict: persona.expected.verdict });
  const ids = (talk: Interview) => talk.asked.map(({ id }) => id);
  expect(ids(start).filter((id) => ids(rest).includes(id))).toEqual([]);
});

test('a conversation in which nobody wrote is not kept', async () => {
  const folder = await dataFolder();
  const { url } = await realService(folder);
  const me = client(url);
  await expect.poll(() => me.heard.length, { timeout: 10_000 }).toBe(1);
  expect(await pathsIn(folder)).toEqual(['signing-key.json']);
});

test('an unknown guide stops the start', async () => {
  await expect(realService(await dataFolder(), { GUIDE_ID: 'jx-intl-1999' })).rejects.toThrow('jx-intl-1999');
});

test('health, readiness and addresses that are not there', async () => {
  const { url } = await realService(await dataFolder());
  for (const path of ['/healthz', '/readyz']) expect((await fetch(url + path)).status).toBe(200);
  const missing = await fetch(`${url}/nothing`);
  expect([missing.status, missing.headers.get('content-type')]).toEqual([404, expect.stringContaining('problem+json')]);
});

const sorted = (list: unknown): string[] => z.array(z.string()).parse(list).toSorted();

/** What the examples fix, with the sets as sets. */
function fixed(assessment: unknown) {
  const all = z.record(z.string(), z.unknown()).parse(assessment);
  const { verdict, failedRules, missingItems, toConfirm, preferences, category, directionAllowed } = all;
  const entries = z.array(z.record(z.string(), z.unknown())).parse(preferences);
  return {
    verdict,
    category,
    directionAllowed,
    sets: [failedRules, missingItems, toConfirm].map(sorted),
    preferences: entries.toSorted((one, other) => String(one.entry).localeCompare(String(other.entry))),
  };
}

describe('assessments', () => {
  test('the twelve examples, one by one and as a batch with a bad item among them', async () => {
    const { url } = await realService(await dataFolder());
    for (const { facts, expected } of personas) {
      const { status, body } = await postJson(`${url}/api/v1/assessments`, { facts });
      expect(status).toBe(200);
      expect(fixed(body)).toEqual(fixed(expected));
    }
    const good = personas.map(({ id, facts }) => ({ id, facts }));
    const bad = { id: 'bad', facts: { lead: { birthDate: '1965-02-30' } } };
    const { body } = await postJson(`${url}/api/v1/assessments/batch`, {
      items: [...good.slice(0, 3), bad, ...good.slice(3)],
    });
    const items = z
      .array(z.object({ id: z.string(), assessment: z.unknown(), problem: z.unknown() }).partial())
      .parse(body.items);
    expect(items.map(({ id }) => id)).toEqual([...good.slice(0, 3), bad, ...good.slice(3)].map(({ id }) => id));
    expect(items[3]?.problem).toMatchObject({ status: 422, errors: [{ path: 'facts.lead.birthDate' }] });
    const assessed = items.filter(({ id }) => id !== 'bad').map(({ assessment }) => fixed(assessment));
    expect(assessed).toEqual(personas.map(({ expected }) => fixed(expected)));
  });

  test.each([
    ['facts.lead.birthDate', { lead: { birthDate: '1965-02-30' } }],
    ['facts.unit.kind', { unit: { kind: 'firma' } }],
    ['facts.direction', { direction: 20 }],
    ['facts.partners[0].kind', { partners: [{ kind: 3 }] }],
    ['facts.unit', { unit: 'a' }],
  ])('what is wrong at %s gets 422 that names it', async (path, facts) => {
    const { url } = await realService(await dataFolder());
    const { status, body } = await postJson(`${url}/api/v1/assessments`, { facts });
    expect([status, body.errors]).toEqual([422, [{ path, message: expect.stringMatching(/\p{Script=Han}/u) }]]);
  });

  test('nothing known is nothing failed, and extra fields do not matter', async () => {
    const { url } = await realService(await dataFolder());
    const { status, body } = await postJson(`${url}/api/v1/assessments`, { facts: { colour: 'red' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      guide: 'jx-intl-2023',
      overlay: null,
      verdict: 'needs-confirmation',
      failedRules: [],
    });
    expect(z.array(z.unknown()).max(3).parse(body.remedy)).toBeDefined();
  });
});
