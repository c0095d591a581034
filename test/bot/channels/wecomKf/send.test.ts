/** What 微信客服 lets us send, and what becomes of what it does not: budgets, sessions, tokens, connections. */
import { expect, test } from 'vitest';
import { type KfService, kfService, kfWorld, type World } from '../../../support/wecom/kfService.ts';

const me = 'wmqfasd1e19278asdasdasd';

/** Asks so much that the answer takes three messages. */
const long = '附2里有哪些友好城市？附1里有哪些国家？附3里有哪些单位？11个方向分别是什么？协议要写哪些内容？';

async function begun() {
  const world = await kfWorld();
  const service = await kfService(world);
  await service.say(me, '开始自查');
  return { world, service, ...world };
}

const deliveries = async (service: KfService): Promise<unknown[]> =>
  (await service.lines(me)).filter(({ from, seq }) => from === 'bot' && seq > 1).map(({ delivery }) => delivery);

/** The sender looks again when the clock has gone on. */
async function settled({ time }: World, service: KfService, id: string, seconds = 5): Promise<void> {
  const moving = setInterval(() => time.pass(seconds), 50);
  try {
    await service.answered(me, id);
  } finally {
    clearInterval(moving);
  }
}

test('of answers that are too long together WeCom refuses nothing for ever: the rest comes with the customer’s next words', async () => {
  const { world, service, kf } = await begun();
  const asked = [
    long,
    '附3里有哪些单位？附1里有哪些国家？协议要写哪些内容？方向一的考核指标是什么？方向二的考核指标是什么？',
    '合作协议要翻译成中文吗？',
  ];
  const before = kf.seen.length;
  for (const text of asked) kf.say(me, text);
  await service.callback();
  // Five at most after the last of them.
  await expect.poll(async () => (await service.lines(me)).filter(({ from }) => from === 'person')).toHaveLength(4);
  await expect.poll(() => kf.seen.length - before).toBeGreaterThan(2);
  for (let round = 0; round < 3; round += 1) {
    const id = kf.say(me, '更多');
    await service.callback();
    await settled(world, service, id);
  }
  expect(new Set(await deliveries(service))).toEqual(new Set(['sent']));
  for (const { text } of kf.seen) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2048);
  const all = kf.seen.map(({ text }) => text).join('');
  for (const told of ['108对友城', '东华理工大学', '中文翻译件']) expect(all).toContain(told);
});

test('what WeCom does not take just now, 95001, is kept until it does, and comes before what follows', async () => {
  const { world, service, standIn } = await begun();
  standIn.script('kf/send_msg', { errcode: 95001 }, { errcode: 95001 });
  const id = world.kf.say(me, '负责人本人');
  await service.callback();
  await settled(world, service, id, 60);
  expect((await deliveries(service)).at(-1)).toBe('sent');
  expect(service.log()).toContain('too many messages since the customer wrote');
  expect((await service.say(me, '企业')).at(-1)?.text).toContain('3/');
});

test('what is to be said later than 48 hours after the customer wrote is recorded as failed, and not tried', async () => {
  const { world, service: first, kf, time } = await begun();
  await first.close();
  const id = kf.say(me, '负责人本人');
  time.pass(48 * 3600 + 1);
  const service = await kfService(world);
  const before = world.standIn.of('kf/send_msg').length;
  const replies = await service.answered(me, id);
  expect(replies.map(({ delivery }) => delivery)).toEqual(['failed']);
  expect(world.standIn.of('kf/send_msg')).toHaveLength(before);
  expect(service.log()).toContain('over 48 hours since the customer wrote');
  // The answer counts all the same, and the talk goes on when the customer is back.
  expect((await service.say(me, '企业')).at(-1)?.text).toContain('3/');
});

test('a refusal by WeCom for good, 95002, is recorded as failed with its reason', async () => {
  const { service, standIn } = await begun();
  standIn.script('kf/send_msg', { errcode: 95002 });
  await service.say(me, '负责人本人');
  expect((await deliveries(service)).at(-1)).toBe('failed');
  expect(service.log()).toContain('over 48 hours since the customer wrote');
  expect((await service.say(me, '企业')).at(-1)?.text).toContain('3/');
});

test('95018 while a seat has the session: failed, and the bot is silent until it comes back', async () => {
  const { service, kf, standIn, world } = await begun();
  kf.states.set(me, 3);
  await service.say(me, '负责人本人');
  expect((await deliveries(service)).at(-1)).toBe('failed');
  const turns = (await service.lines(me)).length;
  kf.say(me, '我在和人工说话');
  await service.callback();
  await expect.poll(() => standIn.of('kf/service_state/get').length).toBeGreaterThan(2);
  expect(await service.lines(me)).toHaveLength(turns);
  kf.states.set(me, 1);
  expect((await service.say(me, '企业')).at(-1)?.text).toContain('3/');
  expect(world.kf.seen.some(({ text }) => text.includes('2/33'))).toBe(false);
});

test('95018 although the session is ours is tried again', async () => {
  const { world, service, kf, standIn } = await begun();
  standIn.script('kf/send_msg', { errcode: 95018 });
  const id = kf.say(me, '负责人本人');
  await service.callback();
  await settled(world, service, id);
  expect(kf.seen.at(-1)?.text).toContain('2/33');
});

test('a session that nobody has is taken before the first word, once', async () => {
  const { service, kf, standIn } = await begun();
  expect(kf.states.get(me)).toBe(1);
  await service.say(me, '负责人本人');
  expect(standIn.of('kf/service_state/get')).toHaveLength(1);
  expect(standIn.of('kf/service_state/trans')).toHaveLength(1);
});

test('a session that cannot be taken is written to all the same', async () => {
  const world = await kfWorld();
  world.standIn.script('kf/service_state/trans', { errcode: 95013 });
  const service = await kfService(world);
  expect(await service.say(me, '开始自查')).toHaveLength(2);
});

test('a token that dies in mid-send is exchanged once, and the message arrives once', async () => {
  const { service, kf, standIn } = await begun();
  standIn.deadCode = 40014;
  standIn.script('kf/send_msg', { errcode: 40014 });
  const before = kf.seen.length;
  await service.say(me, '负责人本人');
  expect([kf.seen.length - before, standIn.tokens()]).toEqual([1, 2]);
});

test.each([
  ['a connection that breaks', { broken: true as const }],
  ['a connection that breaks after it was taken', { broken: true as const, taken: true as const }],
  ['45009', { errcode: 45009 }],
])('%s is tried again under the same msgid: it arrives once', async (_what, trouble) => {
  const { world, service, kf, standIn } = await begun();
  standIn.script('kf/send_msg', trouble);
  const calls = standIn.of('kf/send_msg').length;
  const before = kf.seen.length;
  const id = kf.say(me, '负责人本人');
  await service.callback();
  await settled(world, service, id);
  expect(kf.seen).toHaveLength(before + 1);
  const msgids = standIn
    .of('kf/send_msg')
    .slice(calls)
    .map(({ body }) => body.msgid);
  expect(msgids.length).toBeGreaterThan(1);
  expect(new Set(msgids).size).toBe(1);
  expect((await deliveries(service)).at(-1)).toBe('sent');
});

test('every msgid is one that WeCom takes', async () => {
  const { standIn } = await begun();
  for (const { body } of standIn.of('kf/send_msg')) expect(body.msgid).toMatch(/^[0-9a-zA-Z_-]{1,32}$/);
});

test.each([
  [10, '客户拒收'],
  [6, '超过 5 条'],
  [99, '原因不明'],
])(
  'a message that was taken and not delivered is told in the log, and its line says so: fail_type %i',
  async (fail_type, reason) => {
    const { service, kf } = await begun();
    const { msgid } = kf.seen.at(-1) ?? {};
    kf.event(me, { event_type: 'msg_send_fail', fail_msgid: msgid, fail_type });
    await service.callback();
    await expect.poll(() => service.log()).toContain('微信客服没有送达一条回复');
    const told = service
      .log()
      .split('\n')
      .find((line) => line.includes('没有送达'));
    expect(JSON.parse(told ?? '')).toMatchObject({ level: 'error', line: 3, failType: fail_type, reason });
    expect((await service.lines(me)).find(({ seq }) => seq === 3)?.delivery).toBe('failed');
  },
);
