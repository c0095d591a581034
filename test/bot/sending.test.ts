/** Replies that are sent: in order, once, and what becomes of those that cannot be. */
import { randomUUID } from 'node:crypto';
import { cp } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { createLog } from '../../bot/log.ts';
import { keepSending, type Sent } from '../../bot/sending.ts';
import { embeddedStore } from '../../state/lowdb/index.ts';
import type { Sending } from '../../state/outbox.ts';
import { messageOf, openQuestion } from '../support/applicant.ts';
import { connector, teamsMessage } from '../support/connector.ts';
import { dataFolder, incoming, openHall } from '../support/hallTalk.ts';
import { postJson, realService } from '../support/realService.ts';
import { answering, arrival } from '../support/saying.ts';

const here = 'teams:c1';
const status = (code: number) => (_received: unknown, res: ServerResponse) => {
  res.statusCode = code;
  res.end('{}');
};
/** The service may be busy with starting. */
const soon = { timeout: 10_000 };

async function teams(folder?: string) {
  const data = folder ?? (await dataFolder());
  const service = await realService(data);
  const outside = await connector();
  const send = (text: string, id: string = randomUUID()) =>
    postJson(`${service.url}/api/messages`, teamsMessage(outside.serviceUrl, text, id));
  /** What the transcript says became of the replies. */
  const deliveries = async (): Promise<unknown[]> => {
    const lines = await embeddedStore(data).talks.read(here, 0);
    return lines
      .filter(({ from, activity }) => from === 'bot' && activity.id !== 'greeting')
      .map(({ delivery }) => delivery);
  };
  if (folder === undefined) {
    // The greeting is said, and is not what is looked at here.
    await postJson(`${service.url}/api/messages`, { ...teamsMessage(outside.serviceUrl, '', 'a0'), ...joins });
    await expect.poll(() => outside.received.length, soon).toBe(1);
    outside.received.length = 0;
  }
  return { ...service, ...outside, data, send, deliveries };
}
const joins = { type: 'conversationUpdate', membersAdded: [{ id: 'u1' }] };

test('a reply is sent to where the message came from, and its line says so', async () => {
  const { send, received, deliveries } = await teams();
  await send('开始自查', 'a1');
  await expect.poll(() => received.length, soon).toBe(1);
  expect(received[0]?.path).toBe('/v3/conversations/c1/activities/a1');
  await expect.poll(deliveries, soon).toEqual(['sent']);
});

test.each([
  ['408', status(408)],
  ['500', status(500)],
  ['503', status(503)],
  ['a connection that breaks after the message was taken', (_: unknown, res: ServerResponse) => void res.destroy()],
])('%s: it may have arrived, so it is not sent again; the next reply is', async (_what, answer) => {
  const { send, received, deliveries, answer: answers, log } = await teams();
  answers(answer);
  await send('开始自查', 'a1');
  await expect.poll(deliveries, soon).toEqual(['ambiguous']);
  answers();
  await send('负责人本人', 'a2');
  await expect.poll(deliveries, soon).toEqual(['ambiguous', 'sent']);
  expect(received.map(({ path }) => path.split('/').at(-1))).toEqual(['a1', 'a2']);
  expect(log()).toContain('reply not sent');
  expect(log()).not.toContain('张三');
});

test.each([400, 403, 404])('%i: it never will arrive, which is recorded', async (code) => {
  const { send, received, deliveries, answer } = await teams();
  answer(status(code));
  await send('开始自查', 'a1');
  await expect.poll(deliveries, soon).toEqual(['failed']);
  expect(received).toHaveLength(1);
});

test('a reply that waits to be sent when the process ends is sent by the next one', async () => {
  const folder = await dataFolder();
  const store = embeddedStore(folder);
  const hall = openHall(folder, { store });
  const { received, serviceUrl } = await connector();
  const address = {
    serviceUrl,
    channelId: 'emulator',
    activityId: 'a1',
    conversation: { id: 'c1' },
    bot: { id: 'bot' },
    user: { id: 'u1' },
  };
  await hall.accept({ ...incoming(here, '开始自查', 'a1'), channel: 'msteams', address });
  await hall.idle();
  await store.close();
  expect(received).toEqual([]);
  const { deliveries } = await teams(folder);
  await expect.poll(() => received.length, soon).toBe(2);
  expect(received[0]?.activity.text).toContain('对话会保存');
  expect(openQuestion(received.map(({ activity }) => messageOf(activity)))?.id).toBe('behalf');
  await expect.poll(deliveries, soon).toEqual(['sent', 'sent']);
});

test('a reply that was taken when the process died, and not noted, is sent again, and the talk goes on', async () => {
  const { send, received, answer, data } = await teams();
  // The connector has it, and says nothing.
  answer(() => {});
  await send('开始自查', 'a1');
  await expect.poll(() => received.length, soon).toBe(1);
  const folder = await dataFolder();
  await cp(data, folder, { recursive: true });
  answer();
  const restarted = await teams(folder);
  await expect.poll(restarted.deliveries, soon).toEqual(['sent']);
  await restarted.send('负责人本人', 'a2');
  await expect.poll(restarted.deliveries, soon).toEqual(['sent', 'sent']);
  expect(openQuestion(restarted.received.map(({ activity }) => messageOf(activity)))?.id).toBe('unit.kind');
  expect([received.length, restarted.received.length]).toEqual([2, 1]);
});

/** A hall whose replies go to `send`, and the time by which it is tried again. */
async function sender(send: (sending: Sending) => Promise<Sent>, how: { once?: true } = {}) {
  const folder = await dataFolder();
  const store = embeddedStore(folder);
  const clock = { now: new Date('2023-05-08T02:00:00Z') };
  const log = createLog('silent');
  const sending = keepSending({
    outbox: store.outbox,
    channels: new Map([['msteams', { send, ...how }]]),
    now: () => clock.now,
    log,
  });
  const hall = openHall(folder, { store, committed: () => sending.kick() });
  const say = async (conversation: string, text: string, id: string = randomUUID()): Promise<void> => {
    await hall.accept({
      ...incoming(conversation, text, id),
      channel: 'msteams',
      greeted: true,
      address: { to: conversation },
    });
    await hall.idle();
  };
  /** Somebody of staff says something, which is to be sent. */
  const answered = async (conversation: string): Promise<void> => {
    await store.talks.accept(arrival(conversation, 'a', { address: { to: conversation } }));
    await store.talks.turn(conversation, answering({}, 'pending', 'staff'));
    sending.kick();
  };
  const deliveries = async (conversation: string): Promise<unknown[]> =>
    (await hall.read(conversation, 0))
      .filter(({ from, seq }) => from !== 'person' && seq > 1)
      .map((line) => line.delivery);
  return { store, clock, sending, say, answered, deliveries };
}

test('what surely did not arrive is tried again, later each time, before anything that follows it', async () => {
  const order: string[] = [];
  let refused = 3;
  const { clock, sending, say, deliveries } = await sender(async ({ conversation, seq }) => {
    if (conversation !== 'a' || refused <= 0) {
      order.push(`${conversation} ${seq}`);
      return { state: 'sent' };
    }
    refused -= 1;
    return { state: 'retry', reason: 'ECONNREFUSED' };
  });
  await say('a', '开始自查');
  await say('a', '负责人本人');
  await say('b', '开始自查');
  await expect.poll(() => order, soon).toEqual(['b 3']);
  for (const seconds of [2, 4, 8]) {
    await expect.poll(() => deliveries('a'), soon).toEqual(['pending', 'pending']);
    clock.now = new Date(clock.now.getTime() + seconds * 1000);
    sending.kick();
    await expect.poll(() => (seconds === 8 ? 0 : refused)).toBe(seconds === 2 ? 1 : 0);
  }
  await expect.poll(() => order, soon).toEqual(['b 3', 'a 3', 'a 5']);
  await expect.poll(() => deliveries('a'), soon).toEqual(['sent', 'sent']);
  await sending.stop();
});

test('that everything was deleted is told, though nothing of the conversation is kept', async () => {
  const sent: unknown[] = [];
  const { store, sending, say } = await sender(async ({ activity }) => {
    sent.push(activity.text);
    return { state: 'sent' };
  });
  for (const text of ['开始自查', '删除我的数据', '确定删除']) await say('a', text);
  await expect.poll(() => sent.at(-1), soon).toContain('已经全部删除');
  expect(await store.talks.load('a')).toBeUndefined();
  await expect.poll(() => store.outbox.counts(), soon).toEqual({ pending: 0, dead: 0 });
  await sending.stop();
});

test('after enough tries it is given up, and counted', async () => {
  let tries = 0;
  const { store, clock, sending, say, deliveries } = await sender(async () => {
    tries += 1;
    return { state: 'retry', reason: 'ENOTFOUND' };
  });
  await say('a', '开始自查');
  await expect
    .poll(async () => {
      clock.now = new Date(clock.now.getTime() + 10 * 60_000);
      sending.kick();
      return deliveries('a');
    })
    .toEqual(['failed']);
  expect(tries).toBe(8);
  expect(await store.outbox.counts()).toEqual({ pending: 0, dead: 1 });
  await sending.stop();
});

test('what is held is tried for as long as the channel says so, and looked after at least every 20 seconds', async () => {
  let tries = 0;
  const { clock, sending, say, deliveries } = await sender(async () => {
    tries += 1;
    return tries < 30 ? { state: 'retry', held: true, reason: 'not now' } : { state: 'sent' };
  });
  await say('a', '开始自查');
  await expect
    .poll(() => {
      clock.now = new Date(clock.now.getTime() + 20_000);
      sending.kick();
      return deliveries('a');
    }, soon)
    .toEqual(['sent']);
  expect(tries).toBe(30);
  await sending.stop();
});

test('a send that hangs holds up nobody else, and is not begun again while it hangs', async () => {
  let release = (): void => {};
  const hanging = new Promise<void>((resolve) => {
    release = resolve;
  });
  const begun: string[] = [];
  const { clock, sending, say, deliveries } = await sender(async ({ conversation }) => {
    begun.push(conversation);
    if (conversation === 'a') await hanging;
    return { state: 'sent' };
  });
  await say('a', '开始自查');
  await expect.poll(() => begun, soon).toEqual(['a']);
  for (const other of ['b', 'c']) {
    await say(other, '开始自查');
    await expect.poll(() => deliveries(other), soon).toEqual(['sent']);
    clock.now = new Date(clock.now.getTime() + 10 * 60_000);
    sending.kick();
  }
  await say('d', '开始自查');
  await expect.poll(() => deliveries('d'), soon).toEqual(['sent']);
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
  release();
  await expect.poll(() => deliveries('a'), soon).toEqual(['sent']);
  await sending.stop();
});

test('what is to wait is not tried before', async () => {
  const tries: number[] = [];
  const { clock, sending, say, deliveries } = await sender(async () => {
    tries.push(clock.now.getTime());
    return tries.length < 2 ? { state: 'retry', after: 60_000, reason: 'too often' } : { state: 'sent' };
  });
  await say('a', '开始自查');
  await expect
    .poll(() => {
      clock.now = new Date(clock.now.getTime() + 7_000);
      sending.kick();
      return deliveries('a');
    }, soon)
    .toEqual(['sent']);
  expect((tries[1] ?? 0) - (tries[0] ?? 0)).toBeGreaterThanOrEqual(60_000);
  await sending.stop();
});

test('a channel that throws leaves the reply to be taken up again when its lease has ended', async () => {
  let throws = true;
  const { clock, sending, say, deliveries } = await sender(async () => {
    if (throws) throw new Error('unexpected');
    return { state: 'sent' };
  });
  await say('a', '开始自查');
  await expect.poll(() => deliveries('a'), soon).toEqual(['pending']);
  throws = false;
  sending.kick();
  expect(await deliveries('a')).toEqual(['pending']);
  clock.now = new Date(clock.now.getTime() + 61_000);
  sending.kick();
  await expect.poll(() => deliveries('a'), soon).toEqual(['sent']);
  await sending.stop();
});

test('where a repeat would show, a send of what staff said of which nobody knows how it ended is not made again', async () => {
  let tries = 0;
  const { clock, sending, answered, deliveries } = await sender(
    async () => {
      tries += 1;
      throw new Error('unexpected');
    },
    { once: true },
  );
  await answered('a');
  await expect.poll(() => tries, soon).toBe(1);
  await expect
    .poll(async () => {
      clock.now = new Date(clock.now.getTime() + 61_000);
      sending.kick();
      return deliveries('a');
    }, soon)
    .toEqual(['ambiguous']);
  expect(tries).toBe(1);
  await sending.stop();
});

test('where a repeat would show, what surely did not arrive is tried again all the same', async () => {
  const tries: unknown[] = [];
  const { clock, sending, answered, deliveries } = await sender(
    async ({ begun }) => {
      tries.push(begun);
      return tries.length < 3 ? { state: 'retry', reason: '429' } : { state: 'sent' };
    },
    { once: true },
  );
  await answered('a');
  await expect
    .poll(async () => {
      clock.now = new Date(clock.now.getTime() + 10_000);
      sending.kick();
      return deliveries('a');
    }, soon)
    .toEqual(['sent']);
  expect(tries).toEqual([undefined, undefined, undefined]);
  await sending.stop();
});
