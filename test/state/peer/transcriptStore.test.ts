/**
 * What the Bot Framework SDK demands of every `TranscriptStore`: the seven cases of
 * libraries/botbuilder-core/tests/transcriptStoreBaseTest.js (microsoft/botbuilder-js, MIT License, © Microsoft Corporation), written
 * anew; each is named as it is there. Behind them: what ours do beyond that.
 */
import { randomUUID } from 'node:crypto';
import type { Activity, PagedResult, TranscriptStore } from 'botbuilder';
import { expect, test } from 'vitest';
import { botbuilderTranscripts } from '../../../state/botbuilder/transcriptStore.ts';
import { inEveryHome } from '../../support/homes.ts';
import { answerAll, arrival } from '../../support/saying.ts';

const start = new Date('2023-05-08T02:00:00.000Z');
const minutes = (count: number): Date => new Date(start.getTime() + count * 60_000);

/** Questions and answers in turn, one a minute. */
function talk(conversation: string, pairs = 5): Activity[] {
  return Array.from({ length: 2 * pairs }, (_, minute) => {
    const [user, bot] = [{ id: `User${minute >> 1}` }, { id: 'Bot1', name: '2', role: 'bot' }];
    const [from, recipient] = minute % 2 === 0 ? [user, bot] : [bot, user];
    const activity = {
      type: 'message',
      timestamp: minutes(minute),
      id: randomUUID(),
      text: String(minute),
      channelId: 'test',
      from,
      recipient,
      conversation: { id: conversation },
      serviceUrl: 'https://channel.example/api/messages',
    };
    // The type asks for fields that activities of this kind do not have.
    return activity as Activity;
  });
}

/** Ten at a time. */
async function log(store: TranscriptStore, activities: readonly Activity[]): Promise<void> {
  for (let from = 0; from < activities.length; from += 10) {
    await Promise.all(activities.slice(from, from + 10).map((each) => store.logActivity(each)));
  }
}

/** Turns the pages to the end; each but the last is as long as the first, and has a token even if nothing follows. */
async function pagesOf<T>(page: (token?: string) => Promise<PagedResult<T>>): Promise<T[]> {
  const found: T[] = [];
  let size: number | undefined;
  let token: string | undefined;
  do {
    const { items, continuationToken }: PagedResult<T> = await page(token);
    size ??= items.length;
    if (items.length === size) expect(continuationToken).toBeTruthy();
    else expect(continuationToken).toBeUndefined();
    found.push(...items);
    token = continuationToken;
  } while (token !== undefined);
  return found;
}

const byTime = (activities: readonly Activity[]): Activity[] =>
  activities.toSorted((one, other) => Number(one.timestamp) - Number(other.timestamp));

/** What JavaScript hands in where something is missing. */
const nothing = null as unknown as string;

inEveryHome((empty) => {
  async function opened() {
    const { store } = await empty();
    return { store, logged: botbuilderTranscripts(store, { guide: 'jx-intl-2023', now: () => start }) };
  }

  test('_badArgs', async () => {
    const { logged } = await opened();
    expect(() => logged.logActivity(nothing as unknown as Activity)).toThrow('activity');
    expect(() => logged.getTranscriptActivities(nothing, nothing)).toThrow('channelId');
    expect(() => logged.getTranscriptActivities('foo', nothing)).toThrow('conversationId');
    expect(() => logged.listTranscripts(nothing)).toThrow('channelId');
    expect(() => logged.deleteTranscript(nothing, nothing)).toThrow('channelId');
    expect(() => logged.deleteTranscript('foo', nothing)).toThrow('conversationId');
  });

  test('_logActivity', async () => {
    const { logged } = await opened();
    const [, activity] = talk('_logActivity', 1);
    if (!activity) throw new Error('no activity');
    await logged.logActivity(activity);
    expect((await logged.getTranscriptActivities('test', '_logActivity')).items).toEqual([activity]);
  });

  test('_logMultipleActivities', async () => {
    const { logged } = await opened();
    const activities = talk('_logMultipleActivities');
    await log(logged, activities);
    const nobody = { items: [], continuationToken: undefined };
    expect(await logged.getTranscriptActivities('bogus', '_logMultipleActivities')).toEqual(nobody);
    expect(await logged.getTranscriptActivities('test', 'bogus')).toEqual(nobody);
    const all = await logged.getTranscriptActivities('test', '_logMultipleActivities');
    expect(all.continuationToken).toBeUndefined();
    expect(byTime(all.items)).toEqual(activities);
    const half = await logged.getTranscriptActivities('test', '_logMultipleActivities', nothing, minutes(5));
    expect(byTime(half.items)).toEqual(activities.slice(5));
  });

  test('_deleteTranscript', async () => {
    const { logged } = await opened();
    const [gone, stays] = [talk('_deleteConversation'), talk('_deleteConversation2')];
    await log(logged, [...gone, ...stays]);
    expect((await logged.getTranscriptActivities('test', '_deleteConversation')).items).toHaveLength(10);
    await logged.deleteTranscript('test', '_deleteConversation');
    expect((await logged.getTranscriptActivities('test', '_deleteConversation')).items).toEqual([]);
    const { items } = await logged.getTranscriptActivities('test', '_deleteConversation2');
    expect(byTime(items)).toEqual(stays);
  });

  test('_getTranscriptActivities', async () => {
    const { logged } = await opened();
    const activities = talk('_getTranscriptActivitiesPaging', 50);
    await log(logged, activities);
    const found = await pagesOf((token) =>
      logged.getTranscriptActivities('test', '_getTranscriptActivitiesPaging', token),
    );
    expect(byTime(found)).toEqual(activities);
  });

  test('_getTranscriptActivitiesStartDate', async () => {
    const { logged } = await opened();
    const activities = talk('_getTranscriptActivitiesStartDate', 50);
    await log(logged, activities);
    const found = await pagesOf((token) =>
      logged.getTranscriptActivities('test', '_getTranscriptActivitiesStartDate', token, minutes(50)),
    );
    expect(byTime(found)).toEqual(activities.slice(50));
  });

  test('_listTranscripts', async () => {
    const { logged } = await opened();
    const ids = Array.from({ length: 100 }, (_, at) => `_ListConversations${at}`);
    await log(
      logged,
      ids.flatMap((id) => talk(id, 1)),
    );
    const listed = await pagesOf((token) => logged.listTranscripts('test', token));
    expect(listed.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    for (const each of listed) expect(each).toMatchObject({ channelId: 'test', created: start });
    expect((await logged.listTranscripts('bogus')).items).toEqual([]);
  });

  test('an activity that is logged again counts once, and is found by whoever searches', async () => {
    const { store, logged } = await opened();
    const [asked] = talk('again', 1);
    if (!asked) throw new Error('no activity');
    for (const each of [asked, asked]) await logged.logActivity({ ...each, text: '方向十七的考核指标' });
    expect((await logged.getTranscriptActivities('test', 'again')).items).toHaveLength(1);
    const { items } = await store.transcripts.search({ text: '考核指标', from: 'person' });
    expect(items).toMatchObject([{ conversation: 'again', channel: 'test', line: { at: start.toISOString() } }]);
  });

  test('identity and phone numbers are masked, ids are not', async () => {
    const { logged } = await opened();
    const [asked] = talk('teams:13800138000', 1);
    if (!asked) throw new Error('no activity');
    const from = { id: '13800138000', name: '张三13800138000' };
    await logged.logActivity({ ...asked, id: '13800138000', from, text: '电话13800138000' });
    const [kept] = (await logged.getTranscriptActivities('test', 'teams:13800138000')).items;
    const masked = { id: '13800138000', name: '张三138****8000' };
    expect(kept).toMatchObject({ id: '13800138000', from: masked, text: '电话138****8000' });
  });

  test('what the assistant said and heard itself is read the same way, on its channel only', async () => {
    const { store, logged } = await opened();
    await store.talks.accept(arrival('own', 'a'));
    await answerAll(store, 'own');
    const { items } = await logged.getTranscriptActivities('msteams', 'own');
    expect(items.map(({ text }) => text)).toEqual(['您好', '说a', '答：说a']);
    expect((await logged.getTranscriptActivities('test', 'own')).items).toEqual([]);
    await logged.deleteTranscript('test', 'own');
    expect((await logged.getTranscriptActivities('msteams', 'own')).items).toHaveLength(3);
  });

  test('what is no token of these pages is refused', async () => {
    const { logged } = await opened();
    const [asked] = talk('a', 1);
    if (asked) await logged.logActivity(asked);
    for (const token of ['0', '-1', '1e3', 'x', `${2 ** 60}`, '翻页']) {
      await expect(logged.getTranscriptActivities('test', 'a', token)).rejects.toThrow(RangeError);
      await expect(logged.listTranscripts('test', token)).rejects.toThrow(RangeError);
    }
  });
});
