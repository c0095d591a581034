/** How 微信客服 brings messages in: a first start, cursors, lost callbacks, pages. */
import { expect, test } from 'vitest';
import { kfSync } from '../../../../bot/channels/wecomKf/sync.ts';
import { keepSyncing } from '../../../../bot/channels/wecomKf/syncing.ts';
import { createLog } from '../../../../bot/log.ts';
import { wecomApi } from '../../../../bot/wecom/api.ts';
import { embeddedStore } from '../../../../state/lowdb/index.ts';
import { account } from '../../../support/wecom/kf.ts';
import { caughtUp, kfService, kfWorld } from '../../../support/wecom/kfService.ts';

const me = 'wmqfasd1e19278asdasdasd';
const turns = (lines: readonly { from: string }[]): number => lines.filter(({ from }) => from === 'person').length;

test('a first start answers nothing of before, and does answer the message that woke it', async () => {
  const world = await kfWorld();
  const { kf, time } = world;
  for (const text of ['开始自查', '年龄有什么要求？']) kf.say(me, text);
  kf.enter('wm-somebody-else');
  time.pass(3600);
  const waking = kf.say(me, '负责人的学历有什么要求？');
  time.pass(2);
  const service = await kfService(world);
  await service.callback();
  await service.answered(me, waking);
  await caughtUp(world, service, kf);
  expect(turns(await service.lines(me))).toBe(1);
  expect(kf.seen.map(({ touser }) => touser)).toEqual([me, me]);
});

test('a later start answers what came meanwhile, without any callback', async () => {
  const world = await kfWorld();
  const { kf, time } = world;
  const first = await kfService(world);
  await first.say(me, '开始自查');
  await first.close();
  time.pass(3600);
  const missed = kf.say(me, '负责人本人');
  const second = await kfService(world);
  await second.answered(me, missed);
  expect(kf.seen.at(-1)?.text).toContain('2/33');
});

test('a lost callback is made up for by the next one, in order', async () => {
  const world = await kfWorld();
  const { kf } = world;
  const service = await kfService(world);
  await service.say(me, '开始自查');
  kf.say(me, '负责人本人');
  await service.say(me, '企业');
  expect(kf.seen.slice(-2).map(({ text }) => /(\d)\/\d+/.exec(text)?.[1])).toEqual(['2', '3']);
});

test('without any callback it is looked for now and then', async () => {
  const asked: (string | undefined)[] = [];
  const sync = {
    begin: async () => {},
    run: async (_account: string, token?: string) => {
      asked.push(token);
      return undefined;
    },
  };
  const syncing = keepSyncing({
    sync,
    accounts: [account],
    now: () => new Date(),
    log: createLog('silent'),
    every: 20,
  });
  syncing.begin();
  await expect.poll(() => asked.length).toBeGreaterThan(3);
  await syncing.stop();
  const { length } = asked;
  syncing.hint(account, 'token');
  expect(asked).toHaveLength(length);
});

test('a cursor that goes back repeats nothing', async () => {
  const world = await kfWorld();
  const { kf } = world;
  const service = await kfService(world);
  await service.say(me, '开始自查');
  await service.say(me, '负责人本人');
  const { length } = kf.seen;
  kf.replay = 2;
  await service.callback();
  await service.say(me, '企业');
  expect(turns(await service.lines(me))).toBe(3);
  expect(kf.seen).toHaveLength(length + 1);
});

test('a lost place begins at the time of the new start: nothing is answered twice', async () => {
  const world = await kfWorld();
  const { kf, time } = world;
  const first = await kfService(world);
  await first.say(me, '开始自查');
  await first.close();
  const again = await kfService(world);
  await again.store.documents.remove('wecom-kf-cursor', account);
  time.pass(3600);
  await again.say(me, '负责人本人');
  expect(turns(await again.lines(me))).toBe(2);
  expect(kf.seen.at(-1)?.text).toContain('2/33');
});

test('pages go on while there is more, also behind an empty one', async () => {
  const world = await kfWorld();
  const { kf } = world;
  const service = await kfService(world);
  kf.pageSize = 1;
  kf.emptyPages = 2;
  const ids = ['开始自查', '负责人本人', '企业'].map((text) => kf.say(me, text));
  await service.callback();
  for (const id of ids) await service.answered(me, id);
  expect(kf.seen.map(({ text }) => /(\d)\/\d+/.exec(text)?.[1])).toEqual([undefined, '1', '2', '3']);
  await caughtUp(world, service, kf);
});

test('words of the system and of a seat are no turns', async () => {
  const world = await kfWorld();
  const { kf } = world;
  const service = await kfService(world);
  kf.say(me, '我是接待人员', { origin: 5, servicer_userid: 'zhangsan' });
  kf.event(me, { event_type: 'user_recall_msg', recall_msgid: 'x' });
  kf.add({
    origin: 4,
    msgtype: 'event',
    event: { event_type: 'servicer_status_change', servicer_userid: 'z', status: 1 },
  });
  kf.add({ origin: 4, msgtype: 'event', event: 'nonsense' });
  await service.say(me, '开始自查');
  expect(turns(await service.lines(me))).toBe(1);
});

test('the place is kept only after everything before it: what could not be kept comes again', async () => {
  const { standIn, kf, time, folder } = await kfWorld();
  const { documents } = embeddedStore(folder);
  const log = createLog('silent');
  const api = wecomApi({ base: standIn.url, corpId: 'corp', secret: 'secret', documents, now: time.now, log });
  const taken: string[] = [];
  let full = false;
  const take = async ({ msgid }: { msgid: string }): Promise<void> => {
    if (full && msgid.endsWith('2')) throw new Error('the disk is full');
    taken.push(msgid);
  };
  const sync = kfSync({ api, documents, take, now: time.now, log });
  await sync.begin(account);
  full = true;
  for (const person of ['wm-1', 'wm-2', 'wm-3']) kf.say(person, '您好');
  await expect(sync.run(account)).rejects.toThrow('the disk is full');
  expect(taken).toEqual(['kf-item-1', 'kf-item-3']);
  full = false;
  expect(await sync.run(account)).toBeUndefined();
  expect(taken.toSorted()).toEqual(['kf-item-1', 'kf-item-1', 'kf-item-2', 'kf-item-3', 'kf-item-3']);
  expect(await sync.run(account)).toBeUndefined();
  expect(taken).toHaveLength(5);
});
