import { expect, test } from 'vitest';
import type { Store } from '../../../state/store.ts';
import { inEveryHome } from '../../support/homes.ts';
import { answering, arrival, line } from '../../support/saying.ts';

const id = 'teams:19:zhang/三';
const address = { serviceUrl: 'https://channel.example', bot: { id: '机器人' } };
const now = new Date('2023-05-08T02:00:00Z');
const later = (ms: number): Date => new Date(now.getTime() + ms);
const lease = 30_000;

/** Says something, and answers with so many lines to be sent. */
async function owed(
  { talks }: Store,
  conversation: string,
  texts: readonly string[],
  from: 'bot' | 'staff' = 'bot',
): Promise<void> {
  await talks.accept(arrival(conversation, `ask ${texts}`, { address }));
  await talks.turn(conversation, async (turn) => ({
    ...(await answering()(turn)),
    lines: (seq) => texts.map((text, at) => line(seq + at, from, text, { delivery: 'pending' })),
  }));
}

const deliveries = async ({ talks }: Store): Promise<unknown[]> =>
  (await talks.read(id, 2)).map(({ activity, delivery }) => [activity.text, delivery]);

const whys = async ({ talks }: Store): Promise<unknown[]> =>
  (await talks.read(id, 2)).map(({ delivery, undelivered }) => [delivery, undelivered]);

inEveryHome((empty) => {
  test('lines that are to be sent are taken in their order, one of a conversation at a time, with all that sending needs', async () => {
    const { store } = await empty();
    await owed(store, id, ['一', '二']);
    await owed(store, 'other', ['壹']);
    expect(await store.outbox.counts()).toEqual({ pending: 3, dead: 0 });
    const first = await store.outbox.take(now, 10, lease);
    expect(
      first.toSorted((one, other) => other.seq - one.seq || (one.conversation < other.conversation ? 1 : -1)),
    ).toMatchObject([
      { conversation: id, channel: 'msteams', seq: 3, activity: { text: '一' }, address, tries: 0 },
      { conversation: 'other', channel: 'msteams', seq: 3, activity: { text: '壹' }, address, tries: 0 },
    ]);
    expect(new Set(first.map((each) => each.id)).size).toBe(2);
    expect(await store.outbox.take(now, 10, lease)).toEqual([]);
    for (const each of first) await store.outbox.settle(each, { state: 'sent' });
    expect(await store.outbox.take(now, 10, lease)).toMatchObject([
      { conversation: id, seq: 4, activity: { text: '二' } },
    ]);
    expect(await deliveries(store)).toEqual([
      ['一', 'sent'],
      ['二', 'pending'],
    ]);
  });

  test('replies to an activity without an address are fetched, also where an earlier one had an address', async () => {
    const { store, reopened } = await empty();
    await owed(store, id, ['一']);
    await store.talks.accept(arrival(id, 'with the response'));
    const { talks, outbox } = await reopened();
    const addresses: unknown[] = [];
    const answered = async (conversation: string): Promise<void> => {
      await talks.turn(conversation, (turn) => {
        addresses.push(turn.address);
        return answering({}, turn.address ? 'pending' : 'visible')(turn);
      });
    };
    await answered(id);
    expect(await outbox.counts()).toEqual({ pending: 1, dead: 0 });
    await talks.accept(arrival(id, 'later', { address }));
    await answered(id);
    expect(addresses).toEqual([undefined, address]);
    expect(await outbox.counts()).toEqual({ pending: 2, dead: 0 });
  });

  test('no more are taken than asked for', async () => {
    const { store } = await empty();
    for (const name of ['a', 'b', 'c']) await owed(store, name, ['一']);
    const first = await store.outbox.take(now, 2, lease);
    const rest = await store.outbox.take(now, 2, lease);
    expect([first, rest].map((each) => each.length)).toEqual([2, 1]);
    expect([...first, ...rest].map(({ conversation }) => conversation).toSorted()).toEqual(['a', 'b', 'c']);
  });

  test('what many take at once, each is given to one of them', async () => {
    const { store } = await empty();
    for (let at = 0; at < 20; at += 1) await owed(store, `talk ${at}`, ['一', '二']);
    const taken = (await Promise.all(Array.from({ length: 10 }, () => store.outbox.take(now, 5, lease)))).flat();
    const names = taken.map(({ conversation }) => conversation);
    expect(new Set(names).size).toBe(names.length);
    expect(taken.every(({ seq }) => seq === 3)).toBe(true);
  });

  test('a send whose sender is gone comes again when the lease has ended, also when the home was opened again', async () => {
    const { store, reopened } = await empty();
    await owed(store, id, ['一']);
    expect(await store.outbox.take(now, 10, lease)).toHaveLength(1);
    expect(await store.outbox.take(later(lease - 1), 10, lease)).toEqual([]);
    expect(await store.outbox.take(later(lease), 10, lease)).toMatchObject([{ seq: 3 }]);
    const { outbox } = await reopened();
    expect(await outbox.counts()).toEqual({ pending: 1, dead: 0 });
    expect(await outbox.take(later(2 * lease), 10, lease)).toMatchObject([{ conversation: id, seq: 3, address }]);
  });

  test('where a repeat would show, it is kept that a send of what staff say begins: whoever takes it again knows, also when the home was opened again', async () => {
    const { store, reopened } = await empty();
    await owed(store, id, ['一', '二'], 'staff');
    const [first] = await store.outbox.take(now, 10, lease, ['wecom', 'msteams']);
    expect(first).not.toHaveProperty('begun');
    const [again] = await store.outbox.take(later(lease), 10, lease, ['msteams']);
    expect(again).toMatchObject({ seq: 3, begun: true });
    const last = await reopened();
    const { outbox } = last;
    const [cutOff] = await outbox.take(later(2 * lease), 10, lease, ['msteams']);
    expect(cutOff).toMatchObject({ seq: 3, begun: true, address });
    if (!cutOff) return;
    await outbox.settle(cutOff, { state: 'ambiguous', reason: 'cut off' });
    const [next] = await outbox.take(later(2 * lease), 10, lease, ['msteams']);
    expect(next).toMatchObject({ seq: 4 });
    expect(next).not.toHaveProperty('begun');
    expect(await whys(last)).toEqual([
      ['ambiguous', 'cut off'],
      ['pending', undefined],
    ]);
  });

  test.each([
    ['of other channels', 'staff', 'wecom'],
    ['of our own replies', 'bot', 'msteams'],
  ] as const)(
    '%s that is not kept: what was taken and not settled is taken again as if for the first time',
    async (_what, from, once) => {
      const { store, reopened } = await empty();
      await owed(store, id, ['一'], from);
      await store.outbox.take(now, 10, lease, [once]);
      const { outbox } = await reopened();
      const [again] = await outbox.take(later(lease), 10, lease, [once]);
      expect(again).toMatchObject({ seq: 3 });
      expect(again).not.toHaveProperty('begun');
    },
  );

  test('what surely did not arrive has not begun when it is taken again, also when the home was opened again', async () => {
    const { store, reopened } = await empty();
    await owed(store, id, ['一'], 'staff');
    const [first] = await store.outbox.take(now, 10, lease, ['msteams']);
    if (!first) throw new Error('nothing was taken');
    await store.outbox.settle(first, { state: 'retry', at: later(1000), reason: '连不上' });
    const { outbox } = await reopened();
    const [again] = await outbox.take(later(lease), 10, lease, ['msteams']);
    expect(again).toMatchObject({ seq: 3 });
    expect(again).not.toHaveProperty('begun');
  });

  test('a conversation that begins anew after its deletion knows nothing of a send that had begun', async () => {
    const { store, reopened } = await empty();
    await owed(store, id, ['一'], 'staff');
    await store.outbox.take(now, 10, lease, ['msteams']);
    await store.transcripts.remove(id);
    await owed(store, id, ['壹'], 'staff');
    const { outbox } = await reopened();
    const [anew] = await outbox.take(later(lease), 10, lease, ['msteams']);
    expect(anew).toMatchObject({ conversation: id, activity: { text: '壹' } });
    expect(anew).not.toHaveProperty('begun');
  });

  test('a send that is to be tried again is not taken before its time, and what follows it waits', async () => {
    const { store } = await empty();
    await owed(store, id, ['一', '二']);
    for (const tries of [0, 1, 2]) {
      const [sending] = await store.outbox.take(later(tries * 1000), 10, lease);
      expect(sending).toMatchObject({ seq: 3, tries });
      if (!sending) return;
      await store.outbox.settle(sending, { state: 'retry', at: later((tries + 1) * 1000), reason: '连不上' });
      expect(await store.outbox.take(later((tries + 1) * 1000 - 1), 10, lease)).toEqual([]);
    }
    expect(await deliveries(store)).toEqual([
      ['一', 'pending'],
      ['二', 'pending'],
    ]);
  });

  test.each(['failed', 'ambiguous'] as const)(
    'a send that is %s is known and not tried again, and what follows it goes on',
    async (state) => {
      const { store, reopened } = await empty();
      await owed(store, id, ['一', '二']);
      const [sending] = await store.outbox.take(now, 10, lease);
      if (!sending) throw new Error('nothing was taken');
      await store.outbox.settle(sending, { state, reason: '对方答 502' });
      expect(await store.outbox.counts()).toEqual({ pending: 1, dead: 1 });
      expect(await deliveries(store)).toEqual([
        ['一', state],
        ['二', 'pending'],
      ]);
      const again = await reopened();
      expect(await whys(again)).toEqual([
        [state, '对方答 502'],
        ['pending', undefined],
      ]);
      expect(await again.outbox.take(later(lease), 10, lease)).toMatchObject([{ seq: 4 }]);
      expect(await again.outbox.take(later(10 * lease), 10, lease)).toMatchObject([{ seq: 4 }]);
      expect(await deliveries(again)).toMatchObject([['一', state], {}]);
    },
  );

  test('of what was sent it may turn out that it did not arrive', async () => {
    const { store, reopened } = await empty();
    await owed(store, id, ['一', '二']);
    const [sending] = await store.outbox.take(now, 10, lease);
    if (!sending) throw new Error('nothing was taken');
    await store.outbox.settle(sending, { state: 'sent' });
    await store.outbox.bounced(id, 3, '客户拒收');
    await store.outbox.bounced(id, 4, '还没有发');
    await store.outbox.bounced('nobody', 3, '没有这段对话');
    expect(await store.outbox.counts()).toEqual({ pending: 1, dead: 1 });
    const told = [
      ['failed', '客户拒收'],
      ['pending', undefined],
    ];
    expect(await whys(store)).toEqual(told);
    expect(await whys(await reopened())).toEqual(told);
  });

  test('what clients fetch is not sent', async () => {
    const { store } = await empty();
    await store.talks.accept(arrival(id, 'a', { address }));
    await store.talks.turn(id, answering());
    expect(await store.outbox.take(now, 10, lease)).toEqual([]);
  });

  test('settling what was deleted meanwhile does nothing', async () => {
    const { store } = await empty();
    await owed(store, id, ['一', '二']);
    const [sending] = await store.outbox.take(now, 10, lease);
    if (!sending) throw new Error('nothing was taken');
    await store.transcripts.remove(id);
    await store.outbox.settle(sending, { state: 'sent' });
    expect(await store.talks.exists(id)).toBe(false);
    expect(await store.outbox.take(later(lease), 10, lease)).toEqual([]);
  });
});
