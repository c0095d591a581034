/** 聊天记录 and quotes in 微信客服: the questions of others are answered, and the sender's own case stays as it is. */
import { describe, expect, test } from 'vitest';
import { mergedText, quoted } from '../../../../bot/channels/wecomKf/forwarded.ts';
import { kfService, kfWorld } from '../../../support/wecom/kfService.ts';

const me = 'wmqfasd1e19278asdasdasd';

const merged = (...texts: string[]) => ({
  msgtype: 'merged_msg',
  text: undefined,
  merged_msg: {
    title: '群聊的聊天记录',
    item: texts.map((content, at) => ({
      send_time: 1_683_500_000 + at,
      msgtype: 'text',
      sender_name: '王五',
      msg_content: JSON.stringify({ text: { content } }),
    })),
  },
});

const chat = merged(
  '大家好',
  '在吗？',
  '中午吃什么？',
  '请问负责人的年龄有什么要求？',
  '我是副教授，1980年3月生，和德国的公司合作',
  '省里给多少钱？',
  '收到',
  '合作协议要翻译成中文吗？',
);

async function interviewed() {
  const world = await kfWorld();
  const service = await kfService(world);
  for (const text of ['开始自查', '负责人本人', '企业']) await service.say(me, text);
  const { conversation } = {
    conversation: (await import('../../../../bot/channels/wecomKf/address.ts')).conversationOf,
  };
  const record = () =>
    service.store.talks.load(conversation({ open_kfid: 'wkAJ2GCAAASSm4_FhToWMFea0xAFfd3Q', touser: me }));
  return { ...world, service, cases: async () => (await record())?.cases };
}

test('three questions of a 聊天记录 are answered in one message, each with its clause, and no fact is taken', async () => {
  const { service, cases } = await interviewed();
  const before = await cases();
  const seen = await service.say(me, '', chat);
  const text = seen.map((each) => each.text).join('');
  expect(text).toMatch(/1\. 请问负责人的年龄有什么要求？\n[\s\S]*1965年6月1日[\s\S]*依据：指南/);
  expect(text).toMatch(/2\. 省里给多少钱？\n[\s\S]*依据：指南/);
  expect(text).toMatch(/3\. 合作协议要翻译成中文吗？\n[\s\S]*依据：指南/);
  expect(text).not.toContain('王五');
  expect(text).not.toMatch(/^4\. /m);
  expect(await cases()).toEqual(before);
  const line = (await service.lines(me)).findLast(({ from }) => from === 'bot');
  expect(line?.answerStatus).toBe('answered');
  expect(line?.citations?.length).toBeGreaterThan(2);
});

test('the interview goes on behind it where it was', async () => {
  const { service } = await interviewed();
  await service.say(me, '', chat);
  expect((await service.say(me, '民营企业，在南昌注册的')).at(-1)?.text).toMatch(/\d+\/\d+/);
});

test('a 聊天记录 before any interview begins none', async () => {
  const world = await kfWorld();
  const service = await kfService(world);
  await service.say(me, '', chat);
  expect((await service.lines(me)).every(({ activity }) => !JSON.stringify(activity).includes('"question":'))).toBe(
    true,
  );
});

test('of more than five questions five are answered, and it is said that there are more', async () => {
  const { service } = await interviewed();
  const questions = [
    '年龄有什么要求？',
    '学历有什么要求？',
    '省里给多少钱？',
    '什么时候截止？',
    '合作协议要翻译成中文吗？',
    '实施期限多长？',
    '怎么推荐？',
  ];
  const text = (await service.say(me, '', merged(...questions))).map((each) => each.text).join('');
  expect(text).toMatch(/^5\. /m);
  expect(text).not.toMatch(/^6\. /m);
  expect(text).toMatch(/另外还有 \d 个问题没有答/);
});

test('a 聊天记录 without questions says so; one without words is asked for as text', async () => {
  const { service } = await interviewed();
  expect((await service.say(me, '', merged('收到', '好的'))).at(-1)?.text).toContain('没有找到关于申报指南的问题');
  const pictures = {
    msgtype: 'merged_msg',
    text: undefined,
    merged_msg: { item: [{ msgtype: 'image', msg_content: '{}' }] },
  };
  expect((await service.say(me, '', pictures)).at(-1)?.text).toContain('我只看得懂文字');
});

test('commands in a 聊天记录 command nothing', async () => {
  const { service, cases } = await interviewed();
  const before = await cases();
  for (const text of ['重来', '删除我的数据', '确定删除', '人工']) await service.say(me, '', merged(text));
  expect(await cases()).toEqual(before);
});

describe('a quote', () => {
  const quote = (repeated: string, own: string) => `「张三：${repeated}」\n- - - - - - - - - - - - - - -\n${own}`;

  test.each(['这个怎么回答？', '', '请帮忙看一下', '麻烦解答'])('with “%s” behind it is answered itself', (own) => {
    expect(quoted(quote('年龄有什么要求？', own))).toEqual({ text: '年龄有什么要求？', forwarded: true });
  });

  test.each(['副教授', '1980年3月', '有，2021年签的', '那学历呢？'])(
    'with “%s” behind it is only what that answers',
    (own) => {
      expect(quoted(quote('负责人的职称是什么？', own))).toEqual({ text: own, forwarded: false });
    },
  );

  test.each(['「附1」是什么', '没有引用', '「张三：你好」', '- - - - - -'])('is not seen in “%s”', (text) => {
    expect(quoted(text)).toEqual({ text, forwarded: false });
  });

  test('is answered in the chat without touching the case', async () => {
    const { service, cases } = await interviewed();
    const before = await cases();
    const seen = await service.say(me, quote('负责人的年龄有什么要求？', '这个怎么回答？'));
    expect(seen.at(-1)?.text).toContain('1965年6月1日');
    expect(await cases()).toEqual(before);
  });
});

test.each([
  undefined,
  null,
  7,
  {},
  { item: 7 },
  { item: [null] },
  { item: [{ msgtype: 'text' }] },
  { item: [{ msgtype: 'text', msg_content: '{' }] },
])('a 聊天记录 of another form has no words: %j', (value) => {
  expect(mergedText(value)).toBe('');
});

test.each([
  `「${'」\n'.repeat(8000)}`,
  `「问」${'\n'.repeat(16_000)}`,
  `「问」\n${'- '.repeat(8000)}`,
  `「问」\n- - - - - -\n${'答复'.repeat(8000)}的`,
])('a text that is made to be hard to read is read at once', (text) => {
  const begun = performance.now();
  quoted(text);
  expect(performance.now() - begun).toBeLessThan(200);
});
