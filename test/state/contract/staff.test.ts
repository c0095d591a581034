import { expect, test } from 'vitest';
import { botbuilderTranscripts } from '../../../state/botbuilder/transcriptStore.ts';
import type { Store } from '../../../state/store.ts';
import type { Turn } from '../../../state/talks.ts';
import { inEveryHome } from '../../support/homes.ts';
import { all, answerAll, answering, arrival, line, textsOf } from '../../support/saying.ts';
import { saying } from './lines.ts';
import { clerk, deed } from './staffLines.ts';

const first = { serviceUrl: 'https://channel.example', account: '一' };
const second = { serviceUrl: 'https://channel.example', account: '二' };

/** Does what was asked for: says the clerk's words to the person. */
const replying =
  (text: string) =>
  async ({ record, heard, address }: Turn) => ({
    record,
    lines: (seq: number) => [
      line(seq, 'staff', text, {
        staff: clerk,
        delivery: address ? ('pending' as const) : ('visible' as const),
        activity: { id: `answer-${seq}`, type: 'message', text, replyToId: heard.activity.id },
      }),
    ],
  });
const reply = { do: 'reply', item: 'i', text: '可以申报', close: false } as const;

async function talked(store: Store, conversation: string, address?: Record<string, unknown>): Promise<void> {
  await store.talks.accept(arrival(conversation, 'a', address ? { address } : {}));
  await store.talks.turn(conversation, answering());
}

inEveryHome((empty) => {
  test('what staff say goes where the person was last heard from, in order with all else, also after a restart', async () => {
    const { store, reopened } = await empty();
    await talked(store, 't', first);
    await store.talks.accept(arrival('t', 'b', { address: second }));
    await deed(store, 't', 'd1', reply, 5);
    const { talks, outbox, ...rest } = await reopened();
    const addresses: unknown[] = [];
    await talks.turn('t', (turn) => {
      addresses.push(turn.address);
      return answering({}, 'pending')(turn);
    });
    await talks.turn('t', (turn) => {
      addresses.push(turn.address, turn.heard.from, turn.heard.staff);
      return replying('可以申报')(turn);
    });
    expect(addresses).toEqual([second, second, 'staff', clerk]);
    for (const [seq, text] of [
      [6, '答：说b'],
      [7, '可以申报'],
    ] as const) {
      const [sending] = await outbox.take(new Date(), 10, 1000);
      expect(sending).toMatchObject({ conversation: 't', seq, address: second, activity: { text } });
      if (sending) await outbox.settle(sending, { state: 'sent' });
    }
    expect(await outbox.counts()).toEqual({ pending: 0, dead: 0 });
    expect((await talks.read('t', 6)).map(({ from, staff, delivery }) => [from, staff, delivery])).toEqual([
      ['staff', clerk, 'sent'],
    ]);
    await deed({ ...rest, talks, outbox }, 't', 'd2', reply, 9);
    await talks.turn('t', (turn) => {
      addresses.push(turn.address);
      return replying('再答')(turn);
    });
    expect(addresses.at(-1)).toEqual(second);
  });

  test('where replies are fetched, so is what staff say', async () => {
    const { store } = await empty();
    await talked(store, 't');
    await deed(store, 't', 'd1', reply, 5);
    await store.talks.turn('t', replying('可以申报'));
    expect(await store.outbox.counts()).toEqual({ pending: 0, dead: 0 });
    expect(await store.talks.read('t', 4)).toMatchObject([{ from: 'staff', delivery: 'visible' }]);
  });

  test('what staff do is done once, however often it comes, also after a restart', async () => {
    const { store, reopened } = await empty();
    await talked(store, 't');
    expect(await deed(store, 't', 'd1', reply, 5)).toHaveLength(1);
    expect(await deed(store, 't', 'd1', reply, 5)).toBe('repeated');
    await answerAll(store, 't');
    const again = await reopened();
    expect(await deed(again, 't', 'd1', reply, 5)).toBe('repeated');
    expect(await again.talks.turn('t', answering())).toBeUndefined();
    expect((await again.talks.read('t', 0)).filter(({ from }) => from === 'staff')).toHaveLength(1);
  });

  test('what staff say is searched as theirs, what they do is not searched, and both stand in the transcript', async () => {
    const { store, reopened } = await empty();
    await talked(store, 't');
    await deed(store, 't', 'd1', { do: 'note', text: '机密便签' }, 5);
    await store.talks.turn('t', replying('老师的话'));
    await store.transcripts.append('t', 'msteams', []);
    for (const open of [async () => store, reopened]) {
      const { transcripts, talks } = await open();
      expect(await saying(transcripts, { from: 'staff' })).toEqual(['老师的话']);
      expect(await saying(transcripts, { from: 'bot' })).toEqual(['答：说a', '您好']);
      expect(await saying(transcripts, { from: 'person' })).toEqual(['说a']);
      expect(await saying(transcripts, { text: '老师' })).toEqual(['老师的话']);
      expect(await saying(transcripts, { text: '机密' })).toEqual([]);
      expect(await saying(transcripts, {})).toEqual(['老师的话', '答：说a', '说a', '您好']);
      expect(textsOf((await all(transcripts.export({}))).map((each) => each.line))).toEqual([
        '您好',
        '说a',
        '答：说a',
        '老师的话',
      ]);
      expect((await talks.read('t', 0)).map(({ from }) => from)).toEqual(['bot', 'person', 'bot', 'staff', 'staff']);
    }
  });

  test("botbuilder's interface gives what was said, not what staff did", async () => {
    const { store } = await empty();
    await talked(store, 't');
    await deed(store, 't', 'd1', { do: 'note', text: '机密便签' }, 5);
    await store.talks.turn('t', replying('老师的话'));
    const peer = botbuilderTranscripts(store, { guide: 'g', now: () => new Date() });
    const { items } = await peer.getTranscriptActivities('msteams', 't');
    expect(items.map(({ text }) => text)).toEqual(['您好', '说a', '答：说a', '老师的话']);
  });
});
