import { expect, test } from 'vitest';
import type { Checklist } from '../../../state/checklists.ts';
import type { Store } from '../../../state/store.ts';
import { inEveryHome } from '../../support/homes.ts';
import { all, answerAll, answering, arrival, leaving, numbersOf, textsOf } from '../../support/saying.ts';
import { checklistOf, linkOf } from './endings.ts';

const id = 'teams:zhang.san';
const now = new Date('2023-05-08T02:00:00Z');

/** A conversation with an answer that names a checklist and an export link. */
async function talked({ talks }: Store, conversation: string): Promise<void> {
  const checklist: Checklist = checklistOf();
  const address = { serviceUrl: 'https://channel.example' };
  await talks.accept(arrival(conversation, 'first', { address }));
  await talks.turn(conversation, async (turn) => {
    const answer = await answering({}, 'pending')(turn);
    const record = { ...answer.record, checklists: [`list of ${conversation}`], exports: [`link of ${conversation}`] };
    return {
      ...answer,
      record,
      checklists: [{ id: `list of ${conversation}`, checklist }],
      exports: [{ id: `link of ${conversation}`, link: linkOf(conversation) }],
    };
  });
}

/** Nothing is to be found of it but our own words. */
async function expectGone({ talks, shelf, transcripts, checklists, exports, outbox }: Store): Promise<void> {
  expect(await talks.load(id)).toBeUndefined();
  expect(await talks.exists(id)).toBe(false);
  expect(await shelf.look(shelf.nameOf(id))).toBeUndefined();
  expect(await all(shelf.list())).toEqual([]);
  expect(await checklists.load(`list of ${id}`, now)).toBeUndefined();
  expect(await exports.load(`link of ${id}`, now)).toBeUndefined();
  expect((await transcripts.search({})).items).toEqual([]);
  expect((await transcripts.list()).items).toEqual([]);
  expect(await all(talks.unanswered())).toEqual([]);
  expect(await outbox.counts()).toEqual({ pending: 0, dead: 0 });
}

inEveryHome((empty) => {
  test('of a conversation that was deleted nothing is found any more, but for what tells of it', async () => {
    const { store, reopened } = await empty();
    await talked(store, id);
    await store.talks.accept(arrival(id, 'delete'));
    expect(textsOf(await store.talks.turn(id, leaving))).toEqual(['已删除']);
    await expectGone(store);
    expect(await store.talks.read(id, 0)).toMatchObject([{ seq: 5, activity: { text: '已删除' } }]);
    const again = await reopened();
    await expectGone(again);
    expect(textsOf(await again.talks.read(id, 4))).toEqual(['已删除']);
    expect(await again.talks.read(id, 5)).toEqual([]);
    expect(await again.talks.turn(id, answering())).toBeUndefined();
  });

  test('others stay as they were', async () => {
    const { store } = await empty();
    for (const name of [id, 'other']) await talked(store, name);
    const before = await store.talks.read('other', 0);
    await store.talks.accept(arrival(id, 'delete'));
    await store.talks.turn(id, leaving);
    expect(await store.talks.read('other', 0)).toEqual(before);
    expect(await store.talks.load('other')).toMatchObject({ id: 'other', cases: [{ told: ['first'] }] });
    expect(await store.checklists.load('list of other', now)).toEqual(checklistOf());
    expect(await store.exports.load('link of other', now)).toEqual(linkOf('other'));
    expect(await store.outbox.counts()).toEqual({ pending: 1, dead: 0 });
  });

  test('what came before has no second effect, also when the home was opened again', async () => {
    const { store, reopened } = await empty();
    await talked(store, id);
    await store.talks.accept(arrival(id, 'delete'));
    await store.talks.turn(id, leaving);
    for (const each of ['first', 'delete']) expect(await store.talks.accept(arrival(id, each))).toBe('repeated');
    const again = await reopened();
    for (const each of ['first', 'delete']) expect(await again.talks.accept(arrival(id, each))).toBe('repeated');
    await expectGone(again);
  });

  test('who writes again begins anew, behind a greeting, where the numbers go on', async () => {
    const { store, reopened } = await empty();
    await talked(store, id);
    await store.talks.accept(arrival(id, 'delete'));
    await store.talks.turn(id, leaving);
    const { talks, shelf } = await reopened();
    expect(await talks.accept(arrival(id, 'new'))).toMatchObject([{ seq: 6 }, { seq: 7, activity: { text: '说new' } }]);
    expect(textsOf(await talks.read(id, 0))).toEqual(['您好', '说new']);
    await talks.turn(id, answering());
    expect(await talks.load(id)).toMatchObject({ cases: [{ told: ['new'] }], checklists: [] });
    expect(numbersOf(await talks.read(id, 0))).toEqual([6, 7, 8]);
    expect(await all(shelf.list())).toHaveLength(1);
  });

  test('what was said meanwhile was promised to be kept: it begins the conversation anew and is answered', async () => {
    const { store, reopened } = await empty();
    await talked(store, id);
    for (const each of ['delete', 'and then', 'and more']) await store.talks.accept(arrival(id, each));
    const [told] = (await store.talks.turn(id, leaving)) ?? [];
    expect(told).toMatchObject({ seq: 7, activity: { text: '已删除' } });
    expect(await store.talks.load(id)).toBeUndefined();
    const { talks, ...home } = await reopened();
    const anew = (await talks.read(id, 7)).map(({ seq, activity }) => [seq, activity.text]);
    expect(anew).toEqual([
      [8, '您好'],
      [9, '说and then'],
      [10, '说and more'],
    ]);
    expect(await all(talks.unanswered())).toEqual([id]);
    for (const each of ['first', 'delete', 'and then']) expect(await talks.accept(arrival(id, each))).toBe('repeated');
    await answerAll({ talks, ...home }, id);
    expect(await talks.load(id)).toMatchObject({ cases: [{ told: ['and then', 'and more'] }], checklists: [] });
    expect(textsOf(await talks.read(id, 10))).toEqual(['答：说and then', '答：说and more']);
  });
});
