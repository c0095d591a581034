/** Somebody of staff who has linked their chat account: what they hand on, and what they do themselves. */
import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openAccounts } from '../../../bot/staff/accounts/account.ts';
import { linkOf, makeCode } from '../../../bot/staff/links.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { dataFolder, openHall, repliesTo, said, today } from '../../support/hallTalk.ts';

interface Saying {
  channel?: string;
  user?: string;
  group?: true;
  forwarded?: true;
  value?: unknown;
  address?: Record<string, unknown>;
}

async function world() {
  const store = embeddedStore(await dataFolder());
  const time = { now: today };
  onTestFinished(() => store.close());
  const hall = openHall('', { store, now: () => time.now });
  const accounts = openAccounts(store.documents, () => time.now);
  const wang = await accounts.add({ name: '王老师', role: 'clerk', state: 'active' });
  const say = async (text: string, { channel = 'wecom', user = 'wecom-1', ...more }: Saying = {}) => {
    const id = randomUUID();
    const conversation = `${channel}:${user}${more.group ? ':group' : ''}`;
    const address = channel === 'msteams' ? { address: { channelId: 'msteams' } } : {};
    await hall.accept({ id, channel, conversation, from: { id: user }, type: 'message', text, ...address, ...more });
    await hall.idle(conversation);
    return repliesTo(id, await hall.read(conversation, 0));
  };
  const code = () => makeCode(store.documents, wang, time.now);
  return {
    store,
    accounts,
    wang,
    say,
    code,
    bind: async (who?: Saying) => say(`绑定 ${await code()}`, who),
    record: async (conversation = 'wecom:wecom-1') => store.talks.load(conversation),
    lines: async (conversation = 'wecom:wecom-1') => store.talks.read(conversation, 0),
    pass: (hours: number) => {
      time.now = new Date(time.now.getTime() + hours * 3_600_000);
    },
  };
}

describe('linking', () => {
  test.each([
    ['绑定 CODE', (code: string) => `绑定 ${code}`],
    ['绑定：CODE', (code: string) => `绑定：${code}`],
    ['绑定CODE', (code: string) => `绑定${code}`],
    ['lower case', (code: string) => `绑定 ${code.toLowerCase()}`],
    [
      'full width',
      (code: string) =>
        `绑定　${[...code].map((each) => String.fromCodePoint((each.codePointAt(0) ?? 0) + 0xfee0)).join('')}。`,
    ],
  ])('%s links, and says to whom and how to leave', async (_form, typed) => {
    const { say, code, store } = await world();
    const text = said(await say(typed(await code())));
    expect(text).toMatch(/已绑定到工作人员账号“王老师”[\s\S]*自查[\s\S]*解除绑定/);
    expect(await linkOf(store.documents, { channel: 'wecom', user: 'wecom-1' })).toMatchObject({
      member: { name: '王老师' },
    });
  });

  test.each(['msteams', 'wecom', 'wecomKf'])('%s proves who speaks: it can be linked', async (channel) => {
    const { bind } = await world();
    expect(said(await bind({ channel }))).toContain('已绑定');
  });

  test.each(['directline', 'console'])(
    'on %s anybody can claim to be anybody: nobody is linked, and the code is spent',
    async (channel) => {
      const { say, code, store } = await world();
      const typed = await code();
      expect(said(await say(`绑定 ${typed}`, { channel }))).toContain('不能绑定');
      expect(await linkOf(store.documents, { channel, user: 'wecom-1' })).toBeUndefined();
      expect(said(await say(`绑定 ${typed}`))).toContain('不对');
      // Nor does it help to be called what somebody linked is called.
      expect(said(await say('我是1964年生的，能报吗', { channel }))).not.toContain('可以这样回复');
    },
  );

  test('what Bot Framework carries for a page of somebody else proves nothing', async () => {
    const { bind } = await world();
    expect(said(await bind({ channel: 'msteams', address: { channelId: 'webchat' } }))).toContain('不能绑定');
  });

  test('a code that was shown to a group is good no longer', async () => {
    const { say, code } = await world();
    const typed = await code();
    expect(said(await say(`绑定 ${typed}`, { channel: 'msteams', group: true }))).toContain('单独');
    expect(said(await say(`绑定 ${typed}`, { channel: 'msteams' }))).toContain('不对');
  });

  test('wrong codes are told, and after five of them nothing is tried', async () => {
    const { say, bind } = await world();
    for (let n = 0; n < 5; n += 1) expect(said(await say('绑定 AAAAAAAA'))).toContain('不对');
    expect(said(await bind())).toContain('10 分钟后再试');
  });

  test('绑定 without a code says where to find one', async () => {
    const { say } = await world();
    expect(said(await say('绑定'))).toContain('生成绑定码');
  });

  test('of an account that was disabled before the code was sent nothing is linked', async () => {
    const { accounts, wang, code, say, store } = await world();
    const typed = await code();
    await accounts.change(wang.id, { state: 'disabled' });
    expect(said(await say(`绑定 ${typed}`))).toContain('不对');
    expect(await linkOf(store.documents, { channel: 'wecom', user: 'wecom-1' })).toBeUndefined();
  });

  test('我是谁 says to which account one is linked and how one is heard', async () => {
    const { say, bind } = await world();
    expect(said(await say('我是谁'))).toContain('没有绑定');
    await bind();
    expect(said(await say('我是谁？'))).toMatch(/“王老师”.*代答/);
    await say('自查');
    expect(said(await say('我是谁'))).toMatch(/“王老师”.*自查状态/);
  });
});

describe('from a linked account', () => {
  test('a question is answered so that it can be passed on: why, what, the clause; no offer, no command', async () => {
    const { say, bind } = await world();
    await bind();
    const replies = await say('请问负责人的年龄有什么要求？');
    expect(said(replies)).toBe(
      [
        '命中附5 二（一），可以这样回复：',
        '',
        '负责人年龄不超过58周岁，即1965年6月1日（含）之后出生。只看出生日期，当天出生的也算。',
        '依据：指南附5 二（一） “项目负责人年龄不超过58周岁（1965年6月1日（含）之后出生），具有高级职称或博士学位。”',
      ].join('\n'),
    );
    expect(replies.at(-1)?.channelData).toMatchObject({ answer: { status: 'answered' } });
  });

  test('what the guide does not say is said to be so, without 人工', async () => {
    const { say, bind } = await world();
    await bind();
    const text = said(await say('项目经费能买车吗？'));
    expect(text).toMatch(/^指南未规定/);
    expect(text).not.toMatch(/人工|您也可以问|转给咨询台/);
  });

  test('several questions in one message are answered one by one', async () => {
    const { say, bind } = await world();
    await bind();
    const text = said(await say('老师好\n负责人年龄有什么要求？\n项目经费能买车吗？\n合作协议要翻译成中文吗？'));
    expect(text).toMatch(/^3 个问题/);
    expect(text).toMatch(/1\. [^\n]*年龄有什么要求？\n（命中附5 二（一））\n负责人年龄/);
    expect(text).toMatch(/2\. 项目经费能买车吗？\n（指南未规定）/);
    expect(text).toMatch(/3\. 合作协议要翻译成中文吗？\n（命中/);
  });

  test('an applicant’s words are a question and never the clerk’s own case', async () => {
    const { say, bind, record } = await world();
    await bind();
    for (const text of [
      '我是1964年生的副教授，能报吗？',
      '我想申报',
      '我们单位是企业，2010年在南昌注册的，我是副教授，1980年3月生',
      '帮我看看条件',
    ])
      await say(text);
    expect((await record())?.cases).toEqual([]);
  });

  test.each(['谢谢', '在吗', '收到，明天开会再说', '结论', '上一题', '人工', '转人工', '跳过', '新的一份', '👍', '1'])(
    '%s is no question: help is given, nothing is begun and nobody is called',
    async (typed) => {
      const { say, bind, record, lines } = await world();
      await bind();
      expect(said(await say(typed))).toMatch(/没有看到关于申报指南的问题.*自查/);
      expect(await record()).toMatchObject({ cases: [] });
      expect((await record())?.desk).toBeUndefined();
      expect(
        (await lines()).some(({ questionId, answerStatus }) => questionId !== undefined || answerStatus === 'person'),
      ).toBe(false);
    },
  );

  test('an empty message, and one that is too long, are told so', async () => {
    const { say, bind } = await world();
    await bind();
    expect(said(await say(''))).toContain('文字');
    expect(said(await say('问'.repeat(4001)))).toContain('4000');
  });

  test('what was handed on from others is answered likewise', async () => {
    const { say, bind } = await world();
    await bind();
    expect(said(await say('大家好\n负责人年龄有什么要求？', { forwarded: true }))).toMatch(/^命中附5 二（一）/);
  });

  test('one’s own data can be seen and deleted', async () => {
    const { say, bind, record } = await world();
    await bind();
    expect(said(await say('我的数据'))).toContain('都保存着');
    await say('删除我的数据');
    expect(said(await say('确定删除'))).toContain('已经全部删除');
    expect((await record())?.cases ?? []).toEqual([]);
  });

  test('an interview begun before stays as it was, also when its button is pressed, and goes on with 自查', async () => {
    const { say, bind, record } = await world();
    await say('开始自查');
    await say('负责人本人');
    const before = await record();
    await bind();
    await say('企业，在南昌注册的');
    await say('企业', { value: { text: '企业', question: 'unit.kind' } });
    await say('上一个按钮', { value: { text: '上一个按钮', question: 'behalf' } });
    expect((await record())?.cases).toEqual(before?.cases);
    const again = await say('自查');
    expect(said(again)).toMatch(/自查状态/);
    expect(again.at(-1)?.channelData).toMatchObject({ question: { id: 'unit.kind' } });
    await say('企业');
    expect((await record())?.cases[0]?.facts).toHaveProperty(['unit.kind']);
  });

  test('its lines name the member of staff for whom it was answered', async () => {
    const { say, bind, lines, wang } = await world();
    await bind();
    await say('负责人年龄有什么要求？');
    expect((await lines()).at(-1)).toMatchObject({ from: 'bot', staff: { id: wang.id, name: '王老师' } });
  });
});

describe('a talk of one’s own', () => {
  test('自查 begins it, 转发 ends it, each with one sentence', async () => {
    const { say, bind, record } = await world();
    await bind();
    expect(said(await say('自查'))).toMatch(/自查状态[\s\S]*您是项目负责人本人/);
    await say('负责人本人');
    expect((await record())?.cases).toHaveLength(1);
    expect(said(await say('转发'))).toMatch(/代答状态/);
    expect(said(await say('负责人年龄有什么要求？'))).toMatch(/^命中/);
    await say('自查');
    expect(said(await say('代答'))).toMatch(/代答状态/);
  });

  test.each([
    [23.9, /您是项目负责人本人|单位|请/, false],
    [24, /隔了一天，已回到代答状态/, true],
  ])('after %s hours of silence one is heard accordingly', async (hours, text, back) => {
    const { say, bind, record, pass } = await world();
    await bind();
    await say('自查');
    pass(hours);
    expect(said(await say('负责人本人'))).toMatch(text);
    expect((await record())?.cases[0]?.trail.includes('behalf')).toBe(!back);
    expect((await record())?.own).toBe(back ? undefined : true);
  });

  test('it lasts as long as one goes on talking, beyond a day', async () => {
    const { say, bind, pass } = await world();
    await bind();
    await say('自查');
    for (let n = 0; n < 3; n += 1) {
      pass(20);
      expect(said(await say('进度'))).not.toContain('代答');
    }
  });
});

describe('it ends', () => {
  test('by 解除绑定: the next message is one’s own again', async () => {
    const { say, bind, store } = await world();
    await bind();
    expect(said(await say('解除绑定'))).toContain('已解除绑定');
    expect(await linkOf(store.documents, { channel: 'wecom', user: 'wecom-1' })).toBeUndefined();
    expect(said(await say('开始自查'))).toContain('本人');
    expect(said(await say('解除绑定'))).toContain('没有绑定');
  });

  test.each(['disabled', 'waiting'] as const)('with the account: %s, the next message is one’s own', async (state) => {
    const { say, bind, accounts, wang, record } = await world();
    await bind();
    await accounts.change(wang.id, { state });
    await say('开始自查');
    expect((await record())?.cases).toHaveLength(1);
    await accounts.change(wang.id, { state: 'active' });
    expect(said(await say('负责人年龄有什么要求？'))).toMatch(/^命中/);
  });
});
