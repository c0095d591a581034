/** 转人工: by default the session stays with the bot; with `WECOM_KF_HANDOFF=seat` people in the WeCom client take it, and the bot is silent. */
import { expect, test } from 'vitest';
import { type KfService, kfService, kfWorld, type World } from '../../../support/wecom/kfService.ts';

const me = 'wmqfasd1e19278asdasdasd';
const seat = { WECOM_KF_HANDOFF: 'seat' };

/** Whatever the customer writes is heard by WeCom, and by nobody of us. */
async function unanswered({ kf }: World, service: KfService, text: string): Promise<void> {
  const before = { seen: kf.seen.length, lines: (await service.lines(me)).length };
  kf.say(me, text);
  await service.callback();
  await expect
    .poll(
      async () => (await service.store.documents.read('wecom-kf-cursor', String(kf.items.at(-1)?.open_kfid)))?.value,
    )
    .toMatchObject({ cursor: `c${kf.items.length}` });
  expect({ seen: kf.seen.length, lines: (await service.lines(me)).length }).toEqual(before);
}

test('by default the session stays with the bot, which asks what the help desk is to be told', async () => {
  const world = await kfWorld();
  const service = await kfService(world);
  expect((await service.say(me, '人工')).at(-1)?.text).toContain('想问什么？请把问题写出来，我转给咨询台');
  expect(world.kf.states.get(me)).toBe(1);
  expect((await service.say(me, '开始自查')).at(-1)?.text).toContain('1/34');
});

test('with seats the customer is told, then the session goes over, and the bot is silent until it ends', async () => {
  const world = await kfWorld();
  const { kf, standIn } = world;
  const service = await kfService(world, seat);
  await service.say(me, '开始自查');
  const told = await service.say(me, '转人工');
  expect(told.map(({ text }) => text)).toEqual([expect.stringContaining('正在为您转接人工客服')]);
  expect(kf.states.get(me)).toBe(2);
  const paths = standIn.calls.map(({ path, body }) => `${path} ${body.service_state ?? ''}`);
  expect(paths.lastIndexOf('kf/service_state/trans 2')).toBeGreaterThan(paths.lastIndexOf('kf/send_msg '));
  await unanswered(world, service, '有人吗');
  kf.states.set(me, 3);
  kf.event(me, { event_type: 'session_status_change', change_type: 1, new_servicer_userid: 'zhangsan' });
  await unanswered(world, service, '我想问协议的事');
  kf.states.set(me, 4);
  kf.event(me, { event_type: 'session_status_change', change_type: 3, old_servicer_userid: 'zhangsan' });
  expect((await service.say(me, '继续')).at(-1)?.text).toContain('1/34');
  expect(kf.states.get(me)).toBe(1);
});

test('the silence outlives a restart, and so does the talk', async () => {
  const world = await kfWorld();
  const { kf } = world;
  const first = await kfService(world, seat);
  await first.say(me, '开始自查');
  await first.say(me, '转人工');
  await first.close();
  kf.states.set(me, 3);
  kf.say(me, '还在吗');
  const second = await kfService(world, seat);
  await unanswered(world, second, '您好');
  kf.states.set(me, 0);
  // Without the event: it may have been lost.
  expect((await second.say(me, '负责人本人')).at(-1)?.text).toContain('2/33');
});

test.each([
  ['by a refusal', { errcode: 95010 }],
  ['by a connection', { broken: true as const }],
])('a session that cannot go over, %s, is told honestly, and the bot goes on', async (_what, trouble) => {
  const world = await kfWorld();
  const { kf, standIn } = world;
  const service = await kfService(world, seat);
  await service.say(me, '开始自查');
  standIn.script('kf/service_state/trans', trouble);
  const told = await service.say(me, '转人工');
  expect(told.map(({ text }) => text)).toEqual([
    expect.stringContaining('正在为您转接人工客服'),
    expect.stringContaining('没能转接到人工客服，请直接联系省科技厅或推荐单位'),
  ]);
  expect(kf.states.get(me)).toBe(1);
  expect(service.log()).toContain('session not given to the seats');
  expect((await service.say(me, '负责人本人')).at(-1)?.text).toContain('2/33');
});

test('a session that went over although the answer was lost counts as gone over', async () => {
  const world = await kfWorld();
  const service = await kfService(world, seat);
  await service.say(me, '开始自查');
  world.standIn.script('kf/service_state/trans', { broken: true, taken: true });
  expect(await service.say(me, '转人工')).toHaveLength(1);
  await unanswered(world, service, '有人吗');
});

test.each(['desk', 'seat'])('a seat that takes a session by itself is not interrupted (%s)', async (handoff) => {
  const world = await kfWorld();
  const { kf } = world;
  const service = await kfService(world, { WECOM_KF_HANDOFF: handoff });
  await service.say(me, '开始自查');
  kf.states.set(me, 3);
  kf.event(me, { event_type: 'session_status_change', change_type: 1, new_servicer_userid: 'zhangsan' });
  await unanswered(world, service, '负责人本人');
});

test('an old end of a session that comes again does not bring the bot back', async () => {
  const world = await kfWorld();
  const { kf } = world;
  const service = await kfService(world, seat);
  await service.say(me, '转人工');
  kf.states.set(me, 3);
  kf.event(me, { event_type: 'session_status_change', change_type: 3, old_servicer_userid: 'lisi' });
  await unanswered(world, service, '您好');
});
