/** What `sync_msg` may refuse, and what it may bring that nobody foresaw. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { account } from '../../../support/wecom/kf.ts';
import { caughtUp, kfService, kfWorld } from '../../../support/wecom/kfService.ts';

const me = 'wmqfasd1e19278asdasdasd';
const turns = (lines: readonly { from: string }[]): number => lines.filter(({ from }) => from === 'person').length;

test('items that nobody could foresee do not hold up those behind them', async () => {
  const world = await kfWorld();
  const { kf } = world;
  const service = await kfService(world);
  for (const odd of [null, 7, 'x', [], {}, { msgid: '' }, { msgid: 'm', origin: 'three' }]) kf.items.push(odd as never);
  kf.say(me, '', { text: 7 });
  await service.say(me, '开始自查');
  expect(turns(await service.lines(me))).toBe(2);
  expect(service.log()).toContain('kf item not understood');
});

test('a busy WeCom is asked again at once, and nothing is lost', async () => {
  const world = await kfWorld();
  const service = await kfService(world);
  world.standIn.script('kf/sync_msg', { errcode: -1 }, { errcode: -1 });
  expect((await service.say(me, '开始自查')).at(-1)?.text).toContain('1/34');
});

test.each([
  [45009, 60, '过于频繁'],
  [60020, 2, '企业可信IP'],
])('after %i nothing is fetched for a while, whatever is called; then all comes in', async (errcode, pause, told) => {
  const world = await kfWorld();
  const { kf, standIn, time } = world;
  const service = await kfService(world);
  await caughtUp(world, service, kf);
  standIn.script('kf/sync_msg', { errcode });
  const id = kf.say(me, '开始自查');
  await service.callback();
  await expect.poll(() => service.log()).toContain('kf messages not fetched');
  const { length } = standIn.of('kf/sync_msg');
  for (let at = 0; at < 3; at += 1) await service.callback();
  expect(standIn.of('kf/sync_msg')).toHaveLength(length);
  expect(service.log()).toContain(told);
  time.pass(pause + 1);
  await service.callback();
  await service.answered(me, id);
});

test('an event’s token that has run out is left away', async () => {
  const world = await kfWorld();
  const { kf, standIn } = world;
  const service = await kfService(world);
  await caughtUp(world, service, kf);
  standIn.script('kf/sync_msg', { errcode: 95007 });
  await service.say(me, '开始自查');
  expect(standIn.of('kf/sync_msg').at(-1)?.body.token).toBeUndefined();
});

test('a token that dies while messages are fetched is exchanged once', async () => {
  const world = await kfWorld();
  const { kf, standIn } = world;
  const service = await kfService(world);
  await caughtUp(world, service, kf);
  standIn.killTokens();
  await service.say(me, '开始自查');
  expect(standIn.tokens()).toBe(2);
});

test('a WeCom that says for ever that there is more, or answers nonsense, is not asked for ever', async () => {
  const world = await kfWorld();
  const service = await kfService(world);
  await caughtUp(world, service, world.kf);
  const { length } = world.standIn.of('kf/sync_msg');
  const odd = [{ next_cursor: 'c0', has_more: 1, msg_list: [] }, { has_more: 1 }, { msg_list: 'x' }];
  for (const [at, answer] of odd.entries()) {
    world.standIn.answers.set('kf/sync_msg', () => answer);
    world.time.pass(3600);
    await service.callback();
    await expect.poll(() => service.log().split('kf messages not fetched')).toHaveLength(at + 2);
  }
  expect(world.standIn.of('kf/sync_msg')).toHaveLength(length + odd.length);
});

test('whatever an item looks like, what stands behind it is answered', async () => {
  const world = await kfWorld();
  const { kf } = world;
  const service = await kfService(world);
  const good = {
    msgid: 'm',
    open_kfid: account,
    external_userid: 'wm-somebody',
    send_time: Math.floor(world.time.now().getTime() / 1000),
    origin: 3,
    msgtype: 'text',
    text: { content: '您好', menu_id: 'unit.kind|1' },
    event: { event_type: 'enter_session', external_userid: 'wm-somebody', welcome_code: 'w', fail_msgid: 'f' },
    merged_msg: { item: [{ msgtype: 'text', msg_content: '{"text":{"content":"年龄有什么要求？"}}' }] },
  };
  const odd = fc.oneof(
    fc.constantFrom<unknown>(
      undefined,
      null,
      0,
      -1,
      4,
      5,
      9e15,
      1e11,
      1e300,
      '',
      [],
      {},
      'event',
      'merged_msg',
      'text',
      '\u0000',
      '\ud800',
    ),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const changes = fc.array(fc.tuple(fc.constantFrom(...Object.keys(good)), odd), { minLength: 1, maxLength: 3 });
  for (const [at, changed] of fc.sample(changes, { numRuns: 300, seed: 20230508 }).entries())
    kf.items.push({ ...structuredClone(good), msgid: `m${at}`, ...Object.fromEntries(changed) });
  kf.items.push(null as never);
  expect((await service.say(me, '开始自查')).at(-1)?.text).toContain('1/34');
  await caughtUp(world, service, kf);
  expect(service.log()).not.toMatch(/TypeError|not kept|wm-somebody/);
});
