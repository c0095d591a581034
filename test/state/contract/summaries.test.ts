import { expect, test } from 'vitest';
import type { Store } from '../../../state/store.ts';
import type { SummaryFilter } from '../../../state/summary.ts';
import { inEveryHome } from '../../support/homes.ts';
import { answerAll, answering, arrival, at, leaving, line } from '../../support/saying.ts';
import { said } from './lines.ts';
import { deed, talkAbout } from './staffLines.ts';

const ids = async ({ summaries }: Store, filter: SummaryFilter = {}): Promise<string[]> =>
  (await summaries.find(filter)).map(({ conversation }) => conversation);

inEveryHome((empty) => {
  test('what was accepted is in the list at once, its answer as soon as it is committed, and the same when the home is opened again', async () => {
    const { store, reopened } = await empty();
    expect(await ids(store)).toEqual([]);
    await store.talks.accept(arrival('teams:1', 'a'));
    expect(await store.summaries.find({})).toMatchObject([
      { conversation: 'teams:1', channel: 'msteams', messages: 1, begunAt: at(1), lastAt: at(2), answered: {} },
    ]);
    await store.talks.turn('teams:1', async ({ record, heard }) => ({
      record,
      lines: (seq) => [
        line(seq, 'bot', '指南没有写', {
          answerStatus: 'not-in-guide',
          activity: { id: 'r', type: 'message', text: '指南没有写', replyToId: heard.activity.id },
        }),
      ],
    }));
    const found = await store.summaries.find({});
    expect(found).toMatchObject([{ lastAt: at(3), unanswered: [{ seq: 2, text: '说a', status: 'not-in-guide' }] }]);
    await store.talks.accept(arrival('teams:1', 'b'));
    expect(await store.summaries.find({})).toMatchObject([{ messages: 2, lastAt: at(4) }]);
    const again = await reopened();
    expect(await again.summaries.find({})).toMatchObject([{ messages: 2, unanswered: [{ text: '说a' }] }]);
    expect(await again.summaries.find({})).toEqual(await again.summaries.find({}));
  });

  test('a message that waits while later ones are answered counts, wherever its line is kept', async () => {
    const { store, reopened } = await empty();
    for (const id of ['a', 'b', 'c']) await store.talks.accept(arrival('t', id));
    await store.talks.turn('t', answering());
    expect(await store.summaries.find({})).toMatchObject([{ messages: 3, lastAt: at(5) }]);
    await answerAll(store, 't');
    expect(await (await reopened()).summaries.find({})).toMatchObject([{ messages: 3, lastAt: at(7) }]);
  });

  test('of those that hold a text the newest come first, as many as are needed, and only what fits the rest of the filter', async () => {
    const { store } = await empty();
    for (const [second, name] of ['a', 'b', 'c', 'd'].entries())
      await store.transcripts.append(name, second % 2 ? 'wecom' : 'msteams', [
        said(second, name === 'c' ? '在吗' : '鄱阳湖的江豚，50%_都在'),
      ]);
    const found = async (filter: SummaryFilter, most?: number): Promise<string[]> =>
      (await store.summaries.find(filter, most)).map(({ conversation }) => conversation);
    for (const text of ['江豚', '湖', '鄱阳湖', '鄱阳湖的江豚', '，5', '%_']) {
      expect([text, await found({ text })]).toEqual([text, ['d', 'b', 'a']]);
      expect([text, await found({ text }, 2)]).toEqual([text, ['d', 'b']]);
    }
    expect(await found({ text: '江豚', channel: 'wecom' }, 5)).toEqual(['d', 'b']);
    for (const text of ['豚江', '鲲鹏', '%', '_', '%%'])
      expect([text, await found({ text }, 1)]).toEqual([text, text === '%' || text === '_' ? ['d'] : []]);
    expect(await found({}, 1)).toEqual(['d']);
  });

  test('that with the newest last line comes first, and what is said moves it there', async () => {
    const { store } = await empty();
    for (const [second, name] of ['a', 'b', 'c'].entries())
      await store.transcripts.append(name, 'wecom', [said(second, '在'), said(second + 1, '在吗')]);
    expect(await ids(store)).toEqual(['c', 'b', 'a']);
    await store.transcripts.append('a', 'wecom', [said(9, '还在')]);
    expect(await ids(store)).toEqual(['a', 'c', 'b']);
    await store.transcripts.append('d', 'wecom', [said(8, '同时')]);
    await store.transcripts.append('e', 'wecom', [said(8, '同时')]);
    expect(await ids(store)).toEqual(['a', 'e', 'd', 'c', 'b']);
    await store.transcripts.remove('e');
    expect(await ids(store)).toEqual(['a', 'd', 'c', 'b']);
  });

  test('conditions hold alone and together, with text and without, before and after the home is opened again', async () => {
    const { store, reopened } = await empty();
    await talkAbout(store);
    const cases: [SummaryFilter, string[]][] = [
      [{}, ['help', 'done', 'begun', 'logged']],
      [{ since: at(40) }, ['help', 'done']],
      [{ until: at(40) }, ['begun', 'logged']],
      [{ since: '2023-05-08T10:00:40+08:00' }, ['help', 'done']],
      [{ channel: 'wecom' }, ['logged']],
      [{ guide: 'jx-2024' }, ['begun']],
      [{ verdict: 'fixable' }, ['done']],
      [{ verdict: 'ready' }, []],
      [{ step: 'lead.birthDate' }, ['begun']],
      [{ step: 'none' }, ['help', 'logged']],
      [{ direction: 3 }, ['done']],
      [{ direction: 4 }, ['begun']],
      [{ direction: 9 }, []],
      [{ rule: 'lead.age' }, ['done']],
      [{ rule: 'lead' }, []],
      [{ unanswered: true }, ['help', 'begun']],
      [{ unanswered: false }, ['done', 'logged']],
      [{ declined: true }, ['begun']],
      [{ corrected: true }, ['done']],
      [{ flagged: true }, ['begun']],
      [{ reviewed: true }, ['done']],
      [{ reviewed: false }, ['help', 'begun', 'logged']],
      [{ started: true }, ['done', 'begun']],
      [{ completed: true }, ['done']],
      [{ completed: false, started: true }, ['begun']],
      [{ satisfaction: 'good' }, ['done']],
      [{ satisfaction: 'none' }, ['help', 'begun', 'logged']],
      [{ desk: 'any' }, ['help']],
      [{ desk: 'answered' }, ['help']],
      [{ desk: 'pending' }, []],
      [{ question: '请问，稀土尾矿算不算' }, ['help']],
      [{ question: '稀土尾矿算不算？' }, ['help']],
      [{ question: '稀土尾矿' }, []],
      [{ text: '稀土' }, ['help', 'logged']],
      [{ text: '老师的答复' }, ['help']],
      [{ text: '' }, ['help', 'done', 'begun', 'logged']],
      [{ text: '稀土', channel: 'wecom' }, ['logged']],
      [{ text: '机密便签' }, []],
      [{ started: true, direction: 4, flagged: true, text: '天气' }, ['begun']],
    ];
    for (const open of [async () => store, reopened]) {
      const home = await open();
      for (const [filter, expected] of cases) expect([filter, await ids(home, filter)]).toEqual([filter, expected]);
    }
    await expect((await reopened()).summaries.find({ since: '昨天' })).rejects.toThrow(RangeError);
  });

  test('what staff did makes a conversation no younger', async () => {
    const { store } = await empty();
    await store.talks.accept(arrival('a', 'x'));
    await answerAll(store, 'a');
    const before = await store.shelf.look(store.shelf.nameOf('a'));
    await deed(store, 'a', 'd1', { do: 'note', text: '机密便签' }, 50);
    await store.talks.turn('a', async ({ record }) => ({ record, lines: () => [] }));
    expect(await store.summaries.find({})).toMatchObject([{ lastAt: at(3), notes: 1, messages: 1 }]);
    expect((await store.transcripts.list()).items).toMatchObject([{ lastAt: at(3) }]);
    expect((await store.shelf.look(store.shelf.nameOf('a')))?.lastAt).toBe(before?.lastAt);
    // Written into its own file, too.
    await store.transcripts.append('a', 'msteams', []);
    expect((await store.shelf.look(store.shelf.nameOf('a')))?.lastAt).toBe(before?.lastAt);
  });

  test.each(['remove', 'retire', 'departure'])('a conversation that is gone (%s) is in no list', async (how) => {
    const { store, reopened } = await empty();
    for (const name of ['gone', 'stays']) {
      await store.talks.accept(arrival(name, 'x'));
      await answerAll(store, name);
    }
    await store.talks.accept(arrival('gone', '删除'));
    // Somebody has looked, so that something is kept.
    expect(await ids(store)).toEqual(['gone', 'stays']);
    if (how === 'remove') await store.transcripts.remove('gone');
    if (how === 'retire') await store.shelf.retire(store.shelf.nameOf('gone'), () => true);
    if (how === 'departure') await store.talks.turn('gone', leaving);
    expect(await ids(store)).toEqual(['stays']);
    const again = await reopened();
    expect(await ids(again)).toEqual(['stays']);
    await again.talks.accept(arrival('gone', 'anew'));
    expect((await ids(again)).toSorted()).toEqual(['gone', 'stays']);
    expect(await again.summaries.find({ text: '说anew' })).toMatchObject([{ conversation: 'gone', messages: 1 }]);
  });

  test('one that begins anew while everything of it is deleted is in the list with that alone', async () => {
    const { store, reopened } = await empty();
    for (const id of ['a', '删除', 'anew']) await store.talks.accept(arrival('t', id));
    await deed(store, 't', 'd1', { do: 'note', text: '机密便签' }, 5);
    await store.talks.turn('t', answering());
    expect(await store.summaries.find({})).toMatchObject([{ messages: 3, notes: 1 }]);
    await store.talks.turn('t', leaving);
    expect(await store.summaries.find({})).toMatchObject([{ messages: 1, notes: 0 }]);
    expect(await (await reopened()).summaries.find({})).toMatchObject([{ messages: 1, notes: 0 }]);
  });

  test('nothing begins anew by what staff did while everything was deleted', async () => {
    const { store, reopened } = await empty();
    for (const id of ['a', '删除']) await store.talks.accept(arrival('t', id));
    await store.talks.turn('t', answering());
    await deed(store, 't', 'd1', { do: 'note', text: '机密便签' }, 5);
    await store.talks.turn('t', leaving);
    expect(await ids(store)).toEqual([]);
    expect(await store.talks.exists('t')).toBe(false);
    expect(await store.talks.turn('t', answering())).toBeUndefined();
    const again = await reopened();
    expect(await ids(again)).toEqual([]);
    expect(JSON.stringify(await again.talks.read('t', 0))).not.toContain('机密便签');
  });

  test('many ask at once while many talk, and each sees what was committed before', async () => {
    const { store } = await empty();
    await Promise.all(
      Array.from({ length: 12 }, async (_, number) => {
        await store.talks.accept(arrival(`t${number}`, 'x'));
        expect(await ids(store)).toContain(`t${number}`);
        await answerAll(store, `t${number}`);
        expect((await store.summaries.find({})).find((each) => each.conversation === `t${number}`)?.lastAt).toBe(at(3));
        if (number % 3 > 0) return;
        await store.transcripts.remove(`t${number}`);
        expect(await ids(store)).not.toContain(`t${number}`);
      }),
    );
    expect(await ids(store)).toHaveLength(8);
  });
});
