/** What a customer of 微信客服 writes and sees: the whole service, encrypted callbacks, a loopback WeCom. */
import { expect, test } from 'vitest';
import { kfService, kfWorld } from '../../../support/wecom/kfService.ts';

const me = 'wmqfasd1e19278asdasdasd';
const texts = (seen: readonly { text: string }[]): string[] => seen.map(({ text }) => text);

test('a customer who was not greeted hears the greeting before the first answer, and never again', async () => {
  const service = await kfService(await kfWorld());
  const seen = await service.say(me, '开始自查');
  expect(texts(seen)).toEqual([expect.stringContaining('对话会保存180天'), '1/34　您是项目负责人本人，还是帮别人问？']);
  expect(seen[0]?.menu.map(({ content }) => content)).toEqual(['开始自查']);
  expect(seen[1]?.menu).toEqual([
    { id: 'behalf|1', content: '负责人本人' },
    { id: 'behalf|2', content: '帮别人问' },
  ]);
  expect(texts(await service.say(me, '负责人本人')).join()).not.toContain('对话会保存180天');
});

test('who comes in is greeted once: not again within 48 hours, and not before the first answer', async () => {
  const world = await kfWorld();
  const { kf, time } = world;
  const service = await kfService(world);
  kf.enter(me);
  await service.callback();
  await expect.poll(() => kf.seen.length).toBe(1);
  expect(kf.seen[0]?.text).toContain('您好，我是江西省国际科技合作项目的申报助手');
  time.pass(3600);
  // The code is there again, whatever WeCom's rules say.
  kf.event(me, { event_type: 'enter_session', welcome_code: 'another' });
  expect(texts(await service.say(me, '开始自查'))).toEqual([expect.stringContaining('1/34')]);
  time.pass(49 * 3600);
  kf.enter(me);
  await service.callback();
  await expect.poll(() => kf.seen.length).toBe(3);
  expect(kf.seen[2]?.text).toContain('您好，我是');
});

test('the same event of coming in, brought again, greets once', async () => {
  const world = await kfWorld();
  const { kf, standIn } = world;
  const service = await kfService(world);
  kf.enter(me);
  await service.callback();
  await expect.poll(() => kf.seen.length).toBe(1);
  kf.replay = 1;
  await service.say(me, '开始自查');
  expect(standIn.of('kf/send_msg_on_event')).toHaveLength(1);
});

test('a welcome that comes too late is made up for before the first answer', async () => {
  const world = await kfWorld();
  const { kf, time } = world;
  const service = await kfService(world);
  kf.enter(me);
  time.pass(30);
  expect(texts(await service.say(me, '开始自查'))).toEqual([
    expect.stringContaining('对话会保存180天'),
    expect.stringContaining('1/34'),
  ]);
  expect(service.log()).toContain('greeting not sent');
});

test('a click on the menu answers the question to which it belongs; an old menu changes nothing', async () => {
  const world = await kfWorld();
  const service = await kfService(world);
  const { kf } = world;
  const click = async (content: string) => {
    const before = kf.seen.length;
    const msgid = kf.click(me, content);
    await service.callback();
    await service.answered(me, msgid);
    return texts(kf.seen.slice(before)).join('\n');
  };
  await service.say(me, '开始自查');
  expect(await click('负责人本人')).toContain('2/33');
  const after = await click('帮别人问');
  expect(after).toContain('这个按钮是前面那一题的');
  expect(after).toContain('2/33');
});

test('a typed number or label does what a click does', async () => {
  const service = await kfService(await kfWorld());
  await service.say(me, '开始自查');
  expect(texts(await service.say(me, '1')).join()).toContain('2/33');
  expect(texts(await service.say(me, '企业')).join()).toContain('3/');
});

test.each([
  { msgtype: 'image', image: { media_id: 'm' } },
  { msgtype: 'voice', voice: { media_id: 'm' } },
  { msgtype: 'video', video: { media_id: 'm' } },
  { msgtype: 'file', file: { media_id: 'm' } },
  { msgtype: 'location', location: { latitude: 28.68, longitude: 115.89, name: '南昌' } },
  { msgtype: 'link', link: { title: '通知', url: 'https://example.cn' } },
  { msgtype: 'miniprogram', miniprogram: { title: '小程序', appid: 'wx' } },
  { msgtype: 'business_card', business_card: { userid: 'zhangsan' } },
  { msgtype: 'channels_shop_product' },
  { msgtype: 'text', text: { content: '' } },
])('what is no text is asked for as text, and nothing is fetched: $msgtype', async (more) => {
  const world = await kfWorld();
  const service = await kfService(world);
  const seen = await service.say(me, '', { text: undefined, ...more });
  expect(seen.at(-1)?.text).toBe('我只看得懂文字，请把内容打出来。');
  expect(world.standIn.of('media/get')).toEqual([]);
});

test('a message of more than 4,000 characters is refused politely', async () => {
  const service = await kfService(await kfWorld());
  expect(texts(await service.say(me, '长'.repeat(4001))).at(-1)).toContain('请控制在 4000 个字以内');
});

test('two messages of one second are answered in their order', async () => {
  const world = await kfWorld();
  const { kf } = world;
  const service = await kfService(world);
  const ids = ['开始自查', '负责人本人', '企业'].map((text) => kf.say(me, text));
  await service.callback();
  for (const id of ids) await service.answered(me, id);
  expect(texts(kf.seen).map((text) => /(\d)\/\d+/.exec(text)?.[1])).toEqual([undefined, '1', '2', '3']);
  const heard = (await service.lines(me)).filter(({ from }) => from === 'person');
  expect(heard.map(({ activity }) => activity.text)).toEqual(['开始自查', '负责人本人', '企业']);
});

test('several customers are answered side by side, each by their own', async () => {
  const world = await kfWorld();
  const { kf } = world;
  const service = await kfService(world);
  const people = Array.from({ length: 20 }, (_, at) => `wm-customer-${at}`);
  const ids = people.map((each) => kf.say(each, '开始自查'));
  await service.callback();
  for (const [at, each] of people.entries()) await service.answered(each, ids[at] ?? '');
  for (const each of people) expect(kf.seen.filter(({ touser }) => touser === each)).toHaveLength(2);
});

test('neither the log nor the transcript nor a file name holds who the customer is, a token or a secret', async () => {
  const world = await kfWorld();
  const { kf, standIn } = world;
  const service = await kfService(world);
  kf.enter(me);
  await service.say(me, '开始自查');
  kf.event(me, { event_type: 'msg_send_fail', fail_msgid: kf.seen.at(-1)?.msgid, fail_type: 10 });
  standIn.script('kf/send_msg', { errcode: 95002 }, { errcode: 60020 });
  await service.say(me, '负责人本人');
  await service.say(me, '企业');
  expect(service.log()).toContain('没有送达');
  for (const hidden of [me, 'ENCApHxn', 'token-1', 'the secret', 'QDG6eK', '负责人本人'])
    expect(service.log()).not.toContain(hidden);
  expect(JSON.stringify(await service.lines(me))).not.toContain(me);
});

test('who has everything deleted is told that it was done', async () => {
  const world = await kfWorld();
  const service = await kfService(world);
  await service.say(me, '开始自查');
  await service.say(me, '删除我的数据');
  world.kf.say(me, '确定删除');
  await service.callback();
  await expect.poll(() => world.kf.seen.map(({ text }) => text).join()).toContain('已经全部删除');
});
