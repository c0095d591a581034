import { describe, expect, onTestFinished, test } from 'vitest';
import { postgresStore } from '../../../state/postgres/index.ts';
import { openPool } from '../../../state/postgres/pool.ts';
import { type PostgresSummaries, postgresSummaries } from '../../../state/postgres/summaries.ts';
import type { Store } from '../../../state/store.ts';
import { hasPostgres, run } from '../../support/postgres.ts';
import { answerAll, arrival, leaving } from '../../support/saying.ts';
import { newDatabase, sharedServer } from '../../support/sharedPostgres.ts';
import { said } from '../contract/lines.ts';
import { deed, talkAbout } from '../contract/staffLines.ts';
import { at, processes } from './processes.ts';

const ids = async ({ summaries }: Pick<Store, 'summaries'>): Promise<string[]> =>
  (await summaries.find({})).map(({ conversation }) => conversation).toSorted();

interface Opened {
  url: string;
  store: Store;
  /** Another process's, without one that keeps the table in the background. */
  other(): PostgresSummaries;
}

async function opened(): Promise<Opened> {
  const url = await newDatabase(await sharedServer());
  const store = await postgresStore(url);
  onTestFinished(() => store.close());
  return {
    url,
    store,
    other() {
      const pool = openPool({ connectionString: url }, { most: 2, warn: () => {} });
      onTestFinished(() => pool.end());
      return postgresSummaries(pool);
    },
  };
}

const rows = (url: string) =>
  run<{ id: string; form: number; summed: { last: number; summary: { messages: number } } }>(
    url,
    'SELECT id, form, summed FROM summaries JOIN conversations USING (key) ORDER BY id',
  );

describe.skipIf(!hasPostgres)('summaries in PostgreSQL', () => {
  test('what one process commits, deletes and begins anew, the other has in its list at once', async () => {
    const stores = await processes(2);
    const [one, other] = [at(stores, 0), at(stores, 1)];
    for (const name of ['a', 'b', 'c']) {
      await one.talks.accept(arrival(name, 'x'));
      expect(await ids(other)).toContain(name);
    }
    await answerAll(one, 'a');
    expect(await other.summaries.find({ text: '答：说x' })).toMatchObject([{ conversation: 'a', messages: 1 }]);
    await deed(other, 'a', 'd', { do: 'mark', mark: 'wrong' }, 9);
    expect(await one.summaries.find({ flagged: true })).toMatchObject([{ conversation: 'a' }]);
    await answerAll(one, 'a');
    await one.talks.accept(arrival('a', '删除'));
    await one.talks.turn('a', leaving);
    await one.transcripts.remove('b');
    expect(await ids(other)).toEqual(['c']);
    await one.talks.accept(arrival('a', 'y'));
    expect(await ids(other)).toEqual(['a', 'c']);
    expect(await other.summaries.find({ flagged: true })).toEqual([]);
  });

  test('the table is brought up to date beside the talks, and what is in it is found by who starts', async () => {
    const { url, store, other } = await opened();
    await talkAbout(store);
    await store.talks.accept(arrival('t', 'a'));
    expect(await rows(url)).toEqual([]);
    const { signal } = new AbortController();
    const keeper = other();
    await keeper.keepUp(signal);
    expect((await rows(url)).map(({ id }) => id)).toEqual(['begun', 'done', 'help', 'logged', 't']);
    const found = await store.summaries.find({});
    expect(await other().find({})).toEqual(found);
    await answerAll(store, 't');
    await store.talks.accept(arrival('t', 'b'));
    await keeper.keepUp(signal);
    expect((await rows(url)).at(-1)?.summed).toMatchObject({ last: 4, summary: { messages: 2 } });
    expect(await other().find({ channel: 'msteams' })).toMatchObject([{}, {}, {}, { conversation: 't', messages: 2 }]);
  });

  test('nothing of a deleted conversation is left in the table, also where somebody keeps it this moment', async () => {
    const { url, store, other } = await opened();
    const keeper = other();
    const { signal } = new AbortController();
    for (let round = 0; round < 8; round += 1) {
      const names = Array.from({ length: 6 }, (_, number) => `t${round}-${number}`);
      for (const name of names) await store.talks.accept(arrival(name, 'x'));
      await Promise.all([
        keeper.keepUp(signal),
        other().find({}),
        ...names.map((name) => store.shelf.retire(store.shelf.nameOf(name), () => true)),
      ]);
      expect(await run(url, 'SELECT key FROM summaries')).toEqual([]);
    }
  });

  test.each([
    ['of another form', 'UPDATE summaries SET form = 0'],
    ['spoilt', `UPDATE summaries SET summed = '{"summary": 5}'`],
    ['of an earlier state', "UPDATE summaries SET changed_at = changed_at - interval '1 day'"],
    ['of an earlier life', 'UPDATE summaries SET first_seq = first_seq + 1'],
    ['gone', 'DELETE FROM summaries'],
  ])('a table that is %s is made anew of the transcripts', async (_how, spoil) => {
    const { url, store, other } = await opened();
    await talkAbout(store);
    const found = await store.summaries.find({});
    expect(found).toHaveLength(4);
    const { signal } = new AbortController();
    await other().keepUp(signal);
    const before = await rows(url);
    expect(before).toHaveLength(4);
    await run(url, spoil);
    expect(await other().find({})).toEqual(found);
    expect(await rows(url)).toEqual(before);
    await run(url, spoil);
    await other().keepUp(signal);
    expect(await other().find({})).toEqual(found);
    expect(await rows(url)).toEqual(before);
  });

  test('a long conversation is gone through in parts, and goes on where it was', async () => {
    const { store, other } = await opened();
    const { transcripts } = store;
    const asked = (number: number) => [
      {
        at: '2023-05-08T02:00:00.000Z',
        from: 'person' as const,
        activity: { id: `p${number}`, type: 'message', text: `问${number}` },
        guide: 'g',
        overlay: null,
      },
      ...['一', '二'].map((text) => ({
        at: '2023-05-08T02:00:01.000Z',
        from: 'bot' as const,
        activity: { id: `b${number}${text}`, type: 'message', text, replyToId: `p${number}` },
        guide: 'g',
        overlay: null,
        ...(text === '二' && { answerStatus: 'not-in-guide' }),
      })),
    ];
    // So that a part ends between the lines of one turn.
    await transcripts.append('long', 'wecom', asked(999).slice(1, 2));
    await transcripts.append('long', 'wecom', Array.from({ length: 170 }, (_, number) => asked(number)).flat());
    await transcripts.append('short', 'wecom', asked(0));
    const [short, long] = await store.summaries.find({});
    expect(short).toMatchObject({ conversation: 'short', messages: 1, unanswered: [{ text: '问0' }] });
    expect(long).toMatchObject({ messages: 170, answered: { 'not-in-guide': 170 } });
    expect(long?.unanswered).toHaveLength(170);
    expect(await other().find({})).toEqual([short, long]);
    await transcripts.append('long', 'wecom', asked(170));
    expect(await store.summaries.find({ question: '问170' })).toMatchObject([{ messages: 171 }]);
  });

  test('of many conversations those that hold a text, newest first: a rare one by the index, one that all hold without it', async () => {
    const { store } = await opened();
    const { transcripts, summaries } = store;
    const all = Array.from({ length: 420 }, (_, number) => `t${number}`);
    await Promise.all(
      all.map((id, number) =>
        transcripts.append(id, 'wecom', [said(number % 50, number % 200 === 7 ? '赣江江豚的合作' : '合作')]),
      ),
    );
    const found = async (text: string, most?: number): Promise<string[]> =>
      (await summaries.find({ text }, most)).map(({ conversation }) => conversation);
    expect((await found('江豚', 50)).toSorted()).toEqual(['t207', 't407', 't7']);
    expect((await found('赣江江豚')).toSorted()).toEqual(['t207', 't407', 't7']);
    expect(await found('鲲鹏', 50)).toEqual([]);
    const newest = (await summaries.find({})).map(({ conversation }) => conversation);
    expect(await found('合作', 30)).toEqual(newest.slice(0, 30));
    expect(await found('合作')).toEqual(newest);
  });
});
