import { expect, test } from 'vitest';
import type { Transcripts } from '../../../state/transcripts.ts';
import { inEveryHome } from '../../support/homes.ts';
import { all, answerAll, answering, arrival, leaving, textsOf } from '../../support/saying.ts';
import { said, saying } from './lines.ts';

inEveryHome((empty) => {
  test.each(['remove', 'retire', 'departure'])('of a conversation that is gone (%s) nothing is found', async (how) => {
    const { store, reopened } = await empty();
    const { talks, shelf, transcripts: home } = store;
    for (const name of ['gone', 'stays']) {
      await talks.accept(arrival(name, '稀土'));
      await answerAll(store, name);
      await talks.accept(arrival(name, '删除'));
    }
    expect(await saying(home, { text: '稀土', conversation: 'gone' })).toHaveLength(2);
    if (how === 'remove') await home.remove('gone');
    if (how === 'retire') await shelf.retire(shelf.nameOf('gone'), () => true);
    if (how === 'departure') await talks.turn('gone', leaving);
    const expectGone = async (now: Transcripts): Promise<void> => {
      for (const query of [{}, { text: '稀土' }, { from: 'person' } as const, { channel: 'msteams' }]) {
        const found = (await now.search(query)).items;
        expect(found.length).toBeGreaterThan(0);
        for (const { conversation } of [...found, ...(await all(now.export(query)))])
          expect(conversation).toBe('stays');
      }
      expect((await now.search({ conversation: 'gone' })).items).toEqual([]);
      expect(await all(now.export({ conversation: 'gone' }))).toEqual([]);
      expect((await now.list()).items.map(({ conversation }) => conversation)).toEqual(['stays']);
    };
    await expectGone(home);
    await expectGone((await reopened()).transcripts);
  });

  test('who talks again after everything was deleted is found with that alone', async () => {
    const { store } = await empty();
    for (const each of ['稀土', '删除']) await store.talks.accept(arrival('a', each));
    await store.talks.turn('a', answering());
    expect(await saying(store.transcripts, { text: '稀土' })).toHaveLength(2);
    await store.talks.turn('a', leaving);
    await store.talks.accept(arrival('a', '再问'));
    await answerAll(store, 'a');
    expect(await saying(store.transcripts, {})).toEqual(['答：说再问', '说再问', '您好']);
    expect((await store.transcripts.list()).items).toHaveLength(1);
  });

  test('an export holds everything once, oldest first within each conversation', async () => {
    const { store, reopened } = await empty();
    const { transcripts: home } = store;
    expect(await all(home.export({}))).toEqual([]);
    const names = Array.from({ length: 12 }, (_, number) => `talk ${number}`);
    for (const name of names) {
      const spoken = Array.from({ length: 60 }, (_, number) => said(number % 7, `${name}：${number}`));
      await home.append(name, 'wecom', spoken);
    }
    const expectAll = async (now: Transcripts): Promise<void> => {
      const exported = await all(now.export({}));
      expect(exported).toHaveLength(720);
      for (const name of names) {
        // Never in pieces between others.
        const begin = exported.findIndex(({ conversation }) => conversation === name);
        const own = exported.slice(begin, begin + 60);
        expect(own.map((each) => each.line.seq)).toEqual(Array.from({ length: 60 }, (_, number) => number + 1));
        expect(new Set(own.map(({ conversation }) => conversation))).toEqual(new Set([name]));
      }
    };
    await expectAll(home);
    await expectAll((await reopened()).transcripts);
  });

  test('whoever stops reading an export stops it', async () => {
    const { store } = await empty();
    for (const name of ['a', 'b', 'c']) await store.transcripts.append(name, 'wecom', [said(1, '在'), said(2, '在')]);
    for await (const { line: first } of store.transcripts.export({})) {
      expect(first.seq).toBe(1);
      break;
    }
    expect(await saying(store.transcripts, {})).toHaveLength(6);
  });

  test('lines that are added outside a turn go on with the numbers, and none whose activity is there is added again', async () => {
    const { store, reopened } = await empty();
    await store.talks.accept(arrival('a', 'first'));
    await answerAll(store, 'a');
    const more = [said(10, '补记'), said(11, '又补')];
    await store.transcripts.append('a', 'msteams', [...more, ...more]);
    const { transcripts: home, talks } = await reopened();
    await home.append('a', 'msteams', more);
    await home.append('a', 'msteams', []);
    expect((await talks.read('a', 0)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(textsOf(await talks.read('a', 3))).toEqual(['补记', '又补']);
    await talks.accept(arrival('a', 'next'));
    expect((await talks.read('a', 5)).map(({ seq, activity }) => [seq, activity.text])).toEqual([[6, '说next']]);
    expect(await saying(home, { text: '补' })).toEqual(['又补', '补记']);
  });
});
