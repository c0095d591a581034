import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { conversationRecord } from '../../state/conversation.ts';
import { embeddedStore } from '../../state/lowdb/index.ts';
import { dataFolder, openHall, repliesTo, said } from '../support/hallTalk.ts';

async function inGroup() {
  const store = embeddedStore(await dataFolder());
  const hall = openHall('', { store });
  const say = async (text: string) => {
    const id = randomUUID();
    await hall.accept({
      id,
      channel: 'msteams',
      conversation: 'group',
      from: { id: 'me' },
      type: 'message',
      text,
      group: true,
    });
    await hall.idle('group');
    return repliesTo(id, await hall.read('group', 0));
  };
  return { say, record: async () => conversationRecord.parse(await store.talks.load('group')) };
}

test('in a group a question about the guide is answered with its clause', async () => {
  const { say } = await inGroup();
  const replies = await say('负责人的年龄有什么要求？');
  expect(said(replies)).toMatch(/1965年6月1日（含）之后出生/);
  expect(replies.at(-1)?.channelData).toMatchObject({ answer: { status: 'answered' } });
});

test.each(['开始自查', '继续', '结论', '修改', '重来', '新的一份'])(
  'in a group %s opens no interview: it points to the talk alone',
  async (text) => {
    const { say, record } = await inGroup();
    expect(said(await say(text))).toContain('单独');
    expect((await record()).cases).toEqual([]);
  },
);

test('in a group nobody’s facts are taken, whatever is told', async () => {
  const { say, record } = await inGroup();
  const replies = await say('我是副教授，1980年3月生，和德国的公司合作，想申报');
  expect(said(replies)).toContain('不记任何人的情况');
  expect(replies.every(({ channelData }) => !channelData?.question)).toBe(true);
  expect((await record()).cases).toEqual([]);
});

test('in a group nobody’s data are shown or deleted', async () => {
  const { say, record } = await inGroup();
  await say('负责人的年龄有什么要求？');
  expect(said(await say('删除我的数据'))).toContain('单独');
  expect(said(await say('确定删除'))).not.toContain('已经全部删除');
  expect(await record()).toBeDefined();
});

test.each(['人工', '我要投诉', '找你们老师'])(
  'in a group %s hands nothing over: it points to the talk alone',
  async (text) => {
    const { say, record } = await inGroup();
    expect(said(await say(text))).toContain('群里不能转给咨询台');
    await say('中期检查要准备什么材料？');
    expect(said(await say('好'))).not.toContain('已转');
    expect((await record()).desk).toBeUndefined();
  },
);
