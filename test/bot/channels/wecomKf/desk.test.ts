/** The help desk in 微信客服: replies in the same chat, within 48 hours and five messages after each of the customer's. */
import { expect, test } from 'vitest';
import { wang } from '../../../support/deskTalk.ts';
import { kfService, kfWorld } from '../../../support/wecom/kfService.ts';

const me = 'wmqfasd1e19278asdasdasd';

async function desked() {
  const world = await kfWorld();
  const service = await kfService(world);
  await service.say(me, '中期检查要准备什么材料？');
  await service.say(me, '转给咨询台');
  const texts = () => world.kf.seen.map(({ text }) => text);
  const reply = (text: string, close = false) => service.staff(me, wang, { do: 'reply', text, close });
  /** The customer writes, and is answered by nobody. */
  const write = async (text: string): Promise<void> => {
    world.kf.say(me, text);
    await service.callback();
    await expect.poll(async () => (await service.lines(me)).some(({ activity }) => activity.text === text)).toBe(true);
  };
  return { ...world, service, texts, reply, write };
}

test('a question that the guide does not answer goes to the desk, and the answer arrives in the same chat, once', async () => {
  const { service, texts, reply } = await desked();
  expect(texts().at(-1)).toContain('已转给咨询台');
  const before = texts().length;
  await service.staff(me, wang, { do: 'take' });
  await reply('指南没有安排中期检查，按任务书执行。', true);
  await expect
    .poll(() => texts().slice(before))
    .toEqual([
      expect.stringContaining('咨询台已接手'),
      '【咨询台】指南没有安排中期检查，按任务书执行。',
      expect.stringContaining('我接着来'),
    ]);
  expect((await service.lines(me)).filter(({ from }) => from === 'staff').map(({ delivery }) => delivery)).toContain(
    'sent',
  );
});

test('the desk’s messages count among the five; one that cannot go now goes first when the customer writes again', async () => {
  const { service, texts, reply, time, write } = await desked();
  expect(await service.window(me)).toMatchObject({ messages: 4 });
  const before = texts().length;
  for (const n of [1, 2, 3, 4, 5]) await reply(`第${n}条`);
  await expect
    .poll(() =>
      texts()
        .slice(before)
        .map((text) => text.slice(0, 8)),
    )
    .toEqual(
      ['【咨询台】第1条', '【咨询台】第2条', '【咨询台】第3条', '【咨询台】第4条'].map((text) => text.slice(0, 8)),
    );
  await expect.poll(() => service.window(me)).toMatchObject({ messages: 0 });
  time.pass(30);
  await write('收到');
  time.pass(30);
  await expect.poll(() => texts().at(-1)).toBe('【咨询台】第5条');
  await reply('第6条', true);
  await expect.poll(() => texts().slice(-2)).toEqual(['【咨询台】第6条', expect.stringContaining('我接着来')]);
});

test('48 hours after the customer wrote it is too late: recorded, and said first thing when they write again', async () => {
  const { service, texts, reply, time, standIn } = await desked();
  await service.staff(me, wang, { do: 'take' });
  time.pass(48 * 3600);
  expect(await service.window(me)).toEqual({ closed: true });
  const before = texts().length;
  await reply('可以，按任务书执行。');
  await expect.poll(async () => (await service.lines(me)).at(-1)).toMatchObject({ from: 'staff', delivery: 'failed' });
  const calls = standIn.of('kf/send_msg').length;
  const seen = await service.say(me, '还有一个问题');
  expect(standIn.of('kf/send_msg').length).toBeGreaterThan(calls);
  expect(seen[0]?.text).toContain('【咨询台 5月10日回复】可以，按任务书执行。');
  expect(
    texts()
      .slice(before)
      .filter((text) => text.includes('按任务书执行')),
  ).toHaveLength(1);
  await service.staff(me, wang, { do: 'close' });
  await expect.poll(() => texts().at(-1)).toContain('我接着来');
  expect((await service.say(me, '年龄有什么要求？')).map(({ text }) => text).join()).not.toContain('按任务书执行');
});

test('who comes into the chat while somebody at the desk has it is not greeted by the assistant', async () => {
  const { service, kf, time, standIn } = await desked();
  await service.staff(me, wang, { do: 'take' });
  time.pass(49 * 3600);
  kf.enter(me);
  await service.callback();
  await expect
    .poll(async () => (await service.store.documents.read('wecom-kf-cursor', String(kf.items[0]?.open_kfid)))?.value)
    .toMatchObject({ cursor: `c${kf.items.length}` });
  expect(standIn.of('kf/send_msg_on_event')).toEqual([]);
});
