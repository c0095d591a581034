/** The bot is installed, people join, it is removed: each place is greeted once, and can be written to as long as the bot is there. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { embeddedStore } from '../../../../state/lowdb/index.ts';
import type { Store } from '../../../../state/store.ts';
import { dataFolder, keptIn } from '../../../support/hallTalk.ts';
import { inEveryHome } from '../../../support/homes.ts';
import { channelId, groupChat, personal, teamsActivities, thread } from '../../../support/teamsActivities.ts';
import { teamsIssuer } from '../../../support/teamsIssuer.ts';
import { ownToken, teamsService } from '../../../support/teamsService.ts';

/** What is written of ourselves. */
const news = { type: 'message', text: '指南有更新' };
const conversation = `teams:${personal.id}`;

const team = { conversationType: 'channel', isGroup: true, id: channelId };

async function installing(folder?: string, store?: Store) {
  const service = await teamsService({ folder: folder ?? (await dataFolder()), ...(store && { store }) });
  const made = teamsActivities(service.serviceUrl);
  const { of, bot, person } = made;
  return {
    ...service,
    ...made,
    add: (conversation: object = personal, action = 'add') =>
      service.post(of('installationUpdate', { action, conversation })),
    joined: (conversation: object, ...members: object[]) =>
      service.post(of('conversationUpdate', { membersAdded: members, conversation })),
    left: (conversation: object, ...members: object[]) =>
      service.post(of('conversationUpdate', { membersRemoved: members, conversation })),
    greetings: () => service.received.map(({ activity }) => JSON.stringify(activity)),
    bot,
    person,
  };
}

test('an installation is greeted, once, whichever event tells of it first and how often', async () => {
  const { add, joined, greetings, bot, person } = await installing();
  const answers = await Promise.all([add(), joined(personal, bot), joined(personal, person, bot), add()]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(greetings()).toEqual([expect.stringContaining('开始自查')]);
});

test('the other event comes after a restart: nobody is greeted again', async () => {
  const folder = await dataFolder();
  const first = await installing(folder);
  await first.add();
  expect(first.greetings()).toHaveLength(1);
  await first.close();
  const again = await installing(folder);
  await again.joined(personal, again.bot);
  expect(again.greetings()).toEqual([]);
});

inEveryHome((empty) => {
  test('two processes hear of the same installation: one greets, and both can write there', async () => {
    const { store } = await empty();
    // Closed by the test's home, not by either of them.
    const shared = { ...store, close: async () => {} };
    const [one, other] = [await installing(undefined, shared), await installing(undefined, shared)];
    await Promise.all([one.add(), other.add(), other.joined(personal, other.bot)]);
    expect([...one.greetings(), ...other.greetings()]).toHaveLength(1);
    for (const { channel } of [one, other]) expect(await channel.tell(conversation, news)).toEqual({ state: 'sent' });
    await one.add(personal, 'remove');
    for (const { channel } of [one, other])
      expect(await channel.tell(conversation, news)).toEqual({ state: 'failed', reason: 'not installed' });
  });
});

test('a new version of the app greets nobody', async () => {
  const { add, greetings } = await installing();
  await add(personal, 'add-upgrade');
  expect(greetings()).toEqual([]);
});

test.each([
  ['a group chat', groupChat],
  ['a team', team],
])('%s is greeted shortly, once, however many join', async (_what, place) => {
  const { add, joined, greetings, bot, person } = await installing();
  await add(place);
  await joined(place, bot, person);
  for (const id of ['29:a', '29:b', '29:c']) await joined(place, { id });
  expect(greetings()).toEqual([expect.stringContaining('在群里我只回答关于申报指南的问题')]);
  expect(greetings()[0]).not.toContain('开始自查');
});

test('who wrote before the installation was told is not greeted', async () => {
  const { add, post, message, received, conversations } = await installing();
  await post(message('你好'));
  await expect.poll(() => received.length).toBeGreaterThan(0);
  await conversations.idle();
  const before = received.length;
  await add();
  expect(received).toHaveLength(before);
});

test('a greeting that surely did not arrive is said at the next event', async () => {
  const { add, joined, received, answer, bot } = await installing();
  answer((_one, res) => void Object.assign(res, { statusCode: 429 }).end());
  await add();
  answer();
  await joined(personal, bot);
  expect(received).toHaveLength(2);
});

test('a connector that never answers keeps no caller waiting', async () => {
  const { add, answer, greetings } = await installing();
  answer(() => {});
  const asked = Date.now();
  expect((await add()).status).toBe(200);
  // The channel service asks again after 15 seconds.
  expect(Date.now() - asked).toBeLessThan(14_000);
  expect(greetings()).toHaveLength(1);
});

test('of an installation only the place is kept, and nobody in it', async () => {
  const folder = await dataFolder();
  const { add } = await installing(folder);
  await add();
  const paths = await keptIn(folder);
  expect(paths).toEqual([expect.stringMatching(/^documents\//)]);
  expect(await readFile(join(folder, paths[0] ?? ''), 'utf8')).not.toMatch(/29:1person|张三|99999999/);
});

test('what was kept of a place in which nothing was ever said ends with the days of retention', async () => {
  const folder = await dataFolder();
  const store = embeddedStore(folder);
  const value = { to: {}, at: '2022-01-01T00:00:00.000Z' };
  await store.documents.write('teams-reference', 'teams:old', value, 'new');
  await store.documents.write('teams-reference', 'teams:new', { ...value, at: '2023-05-01T00:00:00.000Z' }, 'new');
  await store.close();
  await installing(folder);
  await expect.poll(() => keptIn(folder)).toHaveLength(1);
});

test('somebody who installed and never wrote can be written to, also after a restart, as no answer to anything', async () => {
  const folder = await dataFolder();
  const first = await installing(folder);
  await first.add();
  await first.close();
  const { channel, received, answer } = await installing(folder);
  answer();
  // The reference leads to the connector of before the restart.
  expect(await channel.tell(conversation, news)).toEqual({ state: 'sent' });
  expect(received).toEqual([]);
  expect(first.received.at(-1)).toMatchObject({
    method: 'POST',
    path: '/v3/conversations/a%3A1personal/activities',
    authorization: `Bearer ${ownToken}`,
    activity: { text: '指南有更新' },
  });
});

test('a thread of a channel is written to by the reference of its channel', async () => {
  const { add, channel, received } = await installing();
  await add(team);
  const { id } = thread('1683511200000');
  expect(await channel.tell(`teams:${id}`, news)).toEqual({ state: 'sent' });
  expect(received.at(-1)?.path).toBe(`/v3/conversations/${encodeURIComponent(id)}/activities`);
});

test.each<[string, (at: Awaited<ReturnType<typeof installing>>) => Promise<unknown>]>([
  ['it is removed', ({ add }) => add(personal, 'remove')],
  ['it is taken out of the members', ({ left, bot }) => left(personal, bot)],
  [
    'Teams says that it is gone',
    async ({ answer, channel }) => {
      answer((_one, res) => void Object.assign(res, { statusCode: 403 }).end());
      expect(await channel.tell(conversation, news)).toEqual({ state: 'failed', reason: '403' });
      answer();
    },
  ],
])('when %s nothing is written any more, and where it was is forgotten', async (_how, remove) => {
  const folder = await dataFolder();
  const at = await installing(folder);
  await at.add();
  await remove(at);
  const before = at.received.length;
  expect(await at.channel.tell(conversation, news)).toEqual({ state: 'failed', reason: 'not installed' });
  expect(at.received).toHaveLength(before);
  expect(await keptIn(folder)).toEqual([]);
  // Installed anew, it greets anew.
  await at.add();
  expect(at.received).toHaveLength(before + 1);
});

test('somebody else who leaves changes nothing', async () => {
  const { add, left, channel } = await installing();
  await add(groupChat);
  await left(groupChat, { id: '29:other' });
  expect(await channel.tell(`teams:${groupChat.id}`, news)).toEqual({ state: 'sent' });
});

test('who has everything deleted is written to no more', async () => {
  const { post, message, channel, received, conversations } = await installing();
  for (const text of ['删除我的数据', '确定删除']) {
    await post(message(text));
    await conversations.idle();
  }
  await expect.poll(() => received.length).toBeGreaterThanOrEqual(2);
  await expect.poll(() => channel.tell(conversation, news)).toEqual({ state: 'failed', reason: 'not installed' });
});

test('an installation that nobody signed is nothing', async () => {
  const folder = await dataFolder();
  const { of, post, received } = await installing(folder);
  const stranger = await teamsIssuer();
  const activity = of('installationUpdate', { action: 'add' });
  const { status } = await post(activity, {
    Authorization: stranger.bearer(String(activity.serviceUrl), {}, { kid: 'x' }),
  });
  expect([status, received]).toEqual([401, []]);
  expect(await keptIn(folder)).toEqual([]);
});
