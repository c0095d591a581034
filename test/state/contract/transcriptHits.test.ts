import { expect, test } from 'vitest';
import { inEveryHome } from '../../support/homes.ts';
import { answering, arrival, textsOf } from '../../support/saying.ts';
import { said } from './lines.ts';

inEveryHome((empty) => {
  test('where a text stands in some conversations: the newest lines of each, what is not written yet among them', async () => {
    const { store, reopened } = await empty();
    await store.transcripts.append('a', 'wecom', [
      said(1, '合作协议呢'),
      said(2, '一份合作协议', { from: 'bot' }),
      said(3, '没有合作协议'),
      said(4, '没有'),
    ]);
    await store.transcripts.append('b', 'wecom', [said(5, '配套经费')]);
    await store.transcripts.append('c', 'wecom', [said(6, '合作协议')]);
    await store.talks.accept(arrival('teams:1', 'Agreement 合作协议'));
    await store.talks.turn('teams:1', answering());
    const hits = async (text: string, conversations: string[], most: number, from = store): Promise<unknown> =>
      [...(await from.transcripts.hits(conversations, text, most))].map(([id, lines]) => [id, textsOf(lines)]).sort();
    expect(await hits('合作协议', ['a', 'b', 'teams:1', 'nobody'], 2)).toEqual([
      ['a', ['没有合作协议', '一份合作协议']],
      ['teams:1', ['答：说Agreement 合作协议', '说Agreement 合作协议']],
    ]);
    expect(await hits('AGREEMENT', ['a', 'teams:1'], 1)).toEqual([['teams:1', ['答：说Agreement 合作协议']]]);
    expect(await hits('%', ['a', 'c'], 3)).toEqual([]);
    expect(await hits('协议', ['c', 'a'], 9, await reopened())).toEqual([
      ['a', ['没有合作协议', '一份合作协议', '合作协议呢']],
      ['c', ['合作协议']],
    ]);
  });

  test('no line of a conversation that was deleted', async () => {
    const { transcripts } = (await empty()).store;
    for (const id of ['a', 'b']) await transcripts.append(id, 'wecom', [said(1, '合作协议')]);
    expect([...(await transcripts.hits(['a', 'b'], '合作', 1)).keys()].sort()).toEqual(['a', 'b']);
    await transcripts.remove('a');
    expect([...(await transcripts.hits(['a', 'b'], '合作', 1)).keys()]).toEqual(['b']);
  });
});
