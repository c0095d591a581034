/** A card that was used loses its buttons: it is updated once, after the turn, and shows what was chosen. */
import { expect, test } from 'vitest';
import { dataFolder } from '../../../support/hallTalk.ts';
import { teamsActivities } from '../../../support/teamsActivities.ts';
import { teamsService } from '../../../support/teamsService.ts';

/** A talk that stands at the question of the unit's kind, whose card Teams knows as `card-2`. */
async function asked() {
  const service = await teamsService({ folder: await dataFolder() });
  const made = teamsActivities(service.serviceUrl);
  const { post, received, conversations } = service;
  for (const text of ['开始自查', '负责人本人']) {
    await post(made.message(text));
    await conversations.idle();
  }
  await expect.poll(() => received.length).toBeGreaterThanOrEqual(3);
  const updates = () => received.filter(({ method }) => method === 'PUT');
  const posted = () => received.filter(({ method, activity }) => method === 'POST' && activity.type === 'message');
  return { ...service, ...made, updates, posted };
}
const enterprise = { text: '企业', question: 'unit.kind' };
const buttons = /Action\.Submit|Input\./;

test('the card of the answered question shows what was chosen and can be pressed no more', async () => {
  const { post, pressed, updates, posted } = await asked();
  expect(JSON.stringify(posted().at(-1)?.activity)).toMatch(buttons);
  await post(pressed(enterprise, 'card-2'));
  await expect.poll(() => updates().length).toBe(1);
  const [update] = updates();
  expect(update?.path).toBe('/v3/conversations/a%3A1personal/activities/card-2');
  const shown = JSON.stringify(update?.activity);
  expect(shown).toContain('企业');
  expect(shown).not.toMatch(buttons);
  await expect.poll(() => posted().length).toBeGreaterThanOrEqual(3);
});

test('an old card loses its buttons too, without a choice, and changes no answer', async () => {
  const { post, pressed, updates, posted, conversations, store } = await asked();
  await post(pressed(enterprise, 'card-2'));
  await expect.poll(() => updates().length).toBe(1);
  await post(pressed({ text: '高等学校', question: 'unit.kind' }, 'card-2'));
  await expect.poll(() => updates().length).toBe(2);
  const shown = JSON.stringify(updates().at(-1)?.activity);
  expect(shown).not.toMatch(buttons);
  expect(shown).not.toContain('高等学校');
  await conversations.idle();
  const said = () => JSON.stringify(posted().map(({ activity }) => activity));
  await expect.poll(said).toContain('这个按钮是前面那一题的');
  const record = await store.talks.load('teams:a:1personal');
  expect(record?.cases[0]?.facts['unit.kind']).toBe('enterprise');
});

test('a press that is told twice has one effect', async () => {
  const { post, pressed, updates, conversations } = await asked();
  const press = pressed(enterprise, 'card-2');
  await Promise.all([post(press), post(press), post(press)]);
  await conversations.idle();
  await expect.poll(() => updates().length).toBe(1);
  expect((await post(press)).status).toBe(200);
  await conversations.idle();
  expect(updates()).toHaveLength(1);
});

test('a card that cannot be updated stops nothing: the talk goes on, it is logged, it is not tried again', async () => {
  const { post, pressed, message, updates, posted, answer, log, conversations } = await asked();
  answer((one, res) => {
    if (one.method === 'PUT') Object.assign(res, { statusCode: 500 });
    res.setHeader('Content-Type', 'application/json').end('{"id":"reply"}');
  });
  await post(pressed(enterprise, 'card-2'));
  await expect.poll(() => log()).toContain('card not updated');
  const before = posted().length;
  await post(message('江西慧铜数控有限公司'));
  await conversations.idle();
  await expect.poll(() => posted().length).toBeGreaterThan(before);
  expect(updates()).toHaveLength(1);
});

test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  ['a button of no question', { text: '企业' }, {}],
  ['a button of a question that no card asked', { text: '企业', question: 'nothing' }, {}],
  ['a press of which no card is told', enterprise, { replyToId: undefined }],
  ['what is no button of ours', { some: 'thing' }, {}],
])('%s updates nothing', async (_what, value, fields) => {
  const { post, pressed, updates, conversations } = await asked();
  expect((await post(pressed(value, 'card-2', fields))).status).toBe(200);
  await conversations.idle();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(updates()).toEqual([]);
});

test('what else a card carries is not kept', async () => {
  const { post, pressed, conversations } = await asked();
  await post(pressed({ ...enterprise, secret: '不该留下', msteams: { type: 'messageBack' } }, 'card-2'));
  await post(pressed({ secret: '不该留下' }, 'card-2'));
  await conversations.idle();
  const lines = await conversations.read('teams:a:1personal', 0);
  expect(JSON.stringify(lines)).not.toContain('不该留下');
});

test('what was ticked in a list comes as one answer', async () => {
  const { post, pressed, conversations } = await asked();
  await post(pressed({ question: 'unit.kind', picked: '1,3' }, 'card-2'));
  await conversations.idle();
  const lines = await conversations.read('teams:a:1personal', 0);
  expect(lines.findLast(({ from }) => from === 'person')?.activity.value).toEqual({
    text: '1、3',
    question: 'unit.kind',
  });
});
