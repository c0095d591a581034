import { expect, test } from 'vitest';
import { inEveryHome } from '../../support/homes.ts';
import { all, arrival, at } from '../../support/saying.ts';
import { said, turned, words } from './lines.ts';

inEveryHome((empty) => {
  const transcripts = async () => (await empty()).store.transcripts;

  test('pages hold every line once, newest first, whatever arrives meanwhile', async () => {
    const home = await transcripts();
    const spoken = Array.from({ length: 60 }, (_, second) => said(second, `第${second}句`));
    for (const [number, each] of spoken.entries()) await home.append(`talk ${number % 3}`, 'wecom', [each]);
    const newest = spoken.map(({ activity }) => activity.text).reverse();
    for (const most of [1, 7, 60, 500]) {
      let news = 100 * most;
      const meanwhile = async (): Promise<void> => {
        news += 1;
        await home.append(`talk ${news % 4}`, 'wecom', [said(news, `后来${most}`)]);
      };
      const found = await turned((next) => home.search({ until: at(60) }, { most, ...(next && { next }) }), meanwhile);
      expect(words(found)).toEqual(newest);
    }
    expect((await home.search({})).items).toHaveLength(50);
    const later = await turned(
      (next) => home.search({ text: '第' }, next ? { next } : {}),
      async () => {
        await home.append('talk 1', 'wecom', [said(200_000, '第一百句')]);
      },
    );
    expect(words(later)).toEqual(newest);
  });

  test('lines of the same moment stand on one page each, those of one conversation in their order', async () => {
    const home = await transcripts();
    for (const name of ['a', 'b', 'c']) {
      const spoken = Array.from({ length: 9 }, (_, number) =>
        said(1, `${name}${number}`, { activity: { text: `${name}${number}` } }),
      );
      await home.append(name, 'wecom', spoken);
    }
    const found = await turned((next) => home.search({}, { most: 4, ...(next && { next }) }));
    expect(new Set(words(found)).size).toBe(27);
    expect(found).toHaveLength(27);
    for (const name of ['a', 'b', 'c']) {
      const own = found.filter(({ conversation }) => conversation === name);
      expect(own.map((each) => each.line.seq)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
    }
  });

  test('conversations are listed, that with the newest line first, page by page', async () => {
    const { store, reopened } = await empty();
    const { transcripts: home } = store;
    for (let number = 0; number < 12; number += 1) {
      await home.append(`talk ${number}`, number % 2 ? 'wecom' : 'msteams', [
        said(number, '开始'),
        said(100 + number, '结束'),
      ]);
    }
    await store.talks.accept(arrival('accepted', 'a'));
    await home.append('talk 3', 'wecom', [said(200, '又来')]);
    const names = ['talk 3', ...[11, 10, 9, 8, 7, 6, 5, 4, 2, 1, 0].map((number) => `talk ${number}`), 'accepted'];
    for (const most of [1, 5, 500]) {
      const listed = await turned((next) => home.list(undefined, { most, ...(next && { next }) }));
      expect(listed.map(({ conversation }) => conversation)).toEqual(names);
    }
    const onWecom = await turned((next) => home.list('wecom', { most: 2, ...(next && { next }) }));
    expect(onWecom.map(({ conversation }) => conversation)).toEqual(
      [3, 11, 9, 7, 5, 1].map((number) => `talk ${number}`),
    );
    expect(onWecom[0]).toEqual({ conversation: 'talk 3', channel: 'wecom', begunAt: at(3), lastAt: at(200) });
    expect((await home.list('console')).items).toEqual([]);
    const again = (await reopened()).transcripts;
    expect((await again.list('wecom')).items).toEqual(onWecom);
  });

  test('whoever turns pages of the list while others talk meets nobody twice, and everybody who is silent', async () => {
    const home = await transcripts();
    for (let number = 0; number < 10; number += 1) await home.append(`talk ${number}`, 'wecom', [said(number, '在')]);
    let second = 50;
    const listed = await turned(
      (next) => home.list(undefined, { most: 3, ...(next && { next }) }),
      async () => {
        second += 1;
        for (const name of ['talk 9', `new ${second}`]) await home.append(name, 'wecom', [said(second, '又')]);
      },
    );
    const met = listed.map(({ conversation }) => conversation);
    expect(met).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map((number) => `talk ${number}`));
  });

  test('a token that is not of the query, a size that is none and a time that is none are refused', async () => {
    const home = await transcripts();
    await home.append(
      'a',
      'wecom',
      Array.from({ length: 5 }, (_, second) => said(second, `第${second}`)),
    );
    const { next = '' } = await home.search({ text: '第' }, { most: 2 });
    expect(words((await home.search({ text: '第' }, { most: 3, next })).items)).toEqual(['第2', '第1', '第0']);
    const shown = JSON.parse(Buffer.from(next, 'base64url').toString()) as Record<string, unknown>;
    const forged = [{ ...shown, at: 'yesterday' }, { ...shown, seq: '1' }, { ...shown, more: 1 }, null, 7, [], {}];
    const tokens = forged.map((each) => Buffer.from(JSON.stringify(each)).toString('base64url'));
    for (const token of ['', ' ', 'x', '翻页', `${next}=`, `!${next}`, next.slice(1), ...tokens]) {
      await expect(home.search({ text: '第' }, { next: token })).rejects.toThrow(RangeError);
      await expect(home.list(undefined, { next: token })).rejects.toThrow(RangeError);
    }
    await expect(home.search({ text: '另' }, { next })).rejects.toThrow(RangeError);
    await expect(home.search({ text: '第', channel: 'wecom' }, { next })).rejects.toThrow(RangeError);
    await expect(home.list(undefined, { next })).rejects.toThrow(RangeError);
    for (const most of [0, -1, 501, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      await expect(home.search({}, { most })).rejects.toThrow(RangeError);
      await expect(home.list(undefined, { most })).rejects.toThrow(RangeError);
    }
    for (const query of [{ since: 'gestern' }, { until: '2023-13-01' }]) {
      await expect(home.search(query)).rejects.toThrow(RangeError);
      await expect(all(home.export(query))).rejects.toThrow(RangeError);
    }
  });
});
