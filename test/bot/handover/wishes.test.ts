/** A wish for a person in the middle of the interview is never an answer, and an answer is never a wish. */
import { describe, expect, test } from 'vitest';
import { openCase } from '../../../state/conversation.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { deskTalk } from '../../support/deskTalk.ts';
import { dataFolder, openHall } from '../../support/hallTalk.ts';
import { readyAnswers } from '../../support/talk.ts';

/** A talk in which the question is open that the ready applicant answers with these words. */
async function openAt(answer: string) {
  const folder = await dataFolder();
  const store = embeddedStore(folder);
  const talk = deskTalk(openHall(folder, { store }));
  await talk.say('开始自查');
  for (const text of readyAnswers.slice(0, [...readyAnswers].map(String).indexOf(answer))) await talk.say(text);
  const record = async () => {
    const found = await store.talks.load('c');
    if (!found) throw new Error('no talk');
    return found;
  };
  return {
    ...talk,
    desk: async () => (await record()).desk,
    case: async () => {
      const { facts, trail, asking } = openCase(await record()) ?? {};
      return { facts, trail, asking: asking?.id };
    },
  };
}

const wishes =
  '机器人别说了，人工|老师你好，我要人工|哪里有人工|人都哪去了|人工处理|请转给科技厅|我要找科技厅|联系科技厅|不要机器人，要人工|我不要机器人回答|不要再自动回复了|你不行，叫人|有没人|有人木有|喂有人没|你答非所问，找个懂的人|答非所问，转人工|提交咨询台|叫个人来|来个人|急，转人工|听不懂，转人工|我想跟人说话|人在吗|人呢|怎么转人工|人工！快点！|人工人工人工|转人功|轉人工'.split(
    '|',
  );
const unclear = ['这个人工怎么回事', '机器人真笨', '真人呢真人', '客服不理人', '老是自动回复', '答非所问'];

describe.each(['都没有', '都写了', '标了', '有', '内地', '大学，独立法人'])(
  'at the question answered “%s”',
  (answer) => {
    test('a wish is handed over, or asked after while one waits; it sets no fact', async () => {
      const talk = await openAt(answer);
      const before = await talk.case();
      const wrong: string[] = [];
      for (const text of wishes) {
        const [[, said = ''] = []] = await talk.say(text);
        if (!/想问什么|已转给咨询台|在咨询台排队|一并转过去/.test(said)) wrong.push(`${text} → ${said}`);
        expect(await talk.case()).toEqual(before);
      }
      expect(wrong).toEqual([]);
    });

    test('what speaks of the desk and is not understood is asked again', async () => {
      const talk = await openAt(answer);
      const before = await talk.case();
      for (const text of unclear) {
        await talk.say(text);
        expect([text, await talk.case()]).toEqual([text, before]);
      }
    });
  },
);

describe('an answer is no wish', () => {
  test.each([
    ['都全了', ['有人', '有人了', '我们有人', '有工作人员', '可以换工作人员吗']],
    ['教授', ['找老师', '联系老师', '科技厅的老师']],
    ['高校', ['科技厅工作人员']],
    ['负责人本人', ['帮科技厅老师', '帮工作人员', '帮客服']],
    ['方向十一，经典名方物质基准', ['人工智能', '智能客服机器人', '投诉', '反映问题', '服务台', '技术支持']],
  ])('at “%s”', async (answer, texts) => {
    for (const text of texts) {
      const talk = await openAt(answer);
      const [[, said = ''] = []] = await talk.say(text);
      expect([text, await talk.desk(), /想问什么|咨询台/.test(said)]).toEqual([text, undefined, false]);
    }
  });
});

const unanswerable = '中期检查要准备什么材料？';

describe('while a question waits', () => {
  test.each(['不转了', '不想转了', '不用回复了', '取消', '撤回', '算了', '我自己解决了', '不等了，谢谢'])(
    '“%s” gives it up at an open question, and tells nothing',
    async (text) => {
      const talk = await openAt('大学，独立法人');
      for (const each of [unanswerable, '人工']) await talk.say(each);
      const before = await talk.case();
      expect((await talk.say(text))[0]?.[1]).toMatch(/^好，已取消/);
      expect([await talk.desk(), await talk.case()]).toEqual([undefined, before]);
    },
  );

  test('不用了 and 没事了 at an open question are asked after', async () => {
    const talk = await openAt('大学，独立法人');
    for (const each of [unanswerable, '人工']) await talk.say(each);
    const before = await talk.case();
    for (const text of ['不用了', '没事了']) expect((await talk.say(text))[0]?.[1]).toMatch(/^要取消转给咨询台/);
    expect([(await talk.desk())?.state, await talk.case()]).toEqual(['pending', before]);
  });

  test('a further question goes to the same item', async () => {
    const talk = await openAt('大学，独立法人');
    for (const each of [unanswerable, '人工']) await talk.say(each);
    const [[, said = ''] = []] = await talk.say('结题验收要准备什么材料？');
    expect(said).toMatch(/这个问题也一并转过去了。\n\d+\//);
    expect((await talk.say('人工，专家评审会在哪里开？'))[0]?.[1]).toMatch(/^这个问题也一并转过去了/);
    expect((await talk.desk())?.question).toBe(
      `${unanswerable}\n另外还问了：结题验收要准备什么材料？\n另外还问了：专家评审会在哪里开？`,
    );
  });
});

test('after 想问什么 an answer to the open question is that, and a question goes to the desk', async () => {
  const talk = await openAt('100万');
  await talk.say('人工');
  await talk.say('80万元');
  expect([await talk.desk(), (await talk.case()).facts]).toMatchObject([undefined, { 'funding.applied': 800_000 }]);
  await talk.say('人工');
  await talk.say('外方今年换了法人怎么办？');
  expect((await talk.desk())?.question).toBe('外方今年换了法人怎么办？');
});

test('a number alone chooses what was printed: after the greeting, and after a verdict', async () => {
  const fresh = deskTalk(openHall(await dataFolder()));
  expect((await fresh.say('1'))[0]?.[1]).toMatch(/1\/\d+/);
  const talk = await openAt('没有');
  await talk.say('没有');
  expect((await talk.say('4'))[0]?.[1]).toBe('谢谢您的反馈。');
});

test('确定删除 with nothing to confirm deletes nothing, and says so', async () => {
  const talk = await openAt('教授');
  expect((await talk.say('确定删除'))[0]?.[1]).toMatch(/^刚才没有删除/);
});

test('不等了 is no word to the assistant while somebody has the talk', async () => {
  const talk = await openAt('教授');
  for (const each of [unanswerable, '人工']) await talk.say(each);
  await talk.staff({ do: 'take' });
  expect(await talk.say('不等了')).toEqual([]);
  expect((await talk.say('继续自查'))[0]?.[1]).toMatch(/^好，人工对话到此结束/);
});

test('我的数据 said to somebody at the desk is shown when the assistant speaks again, once', async () => {
  const talk = await openAt('教授');
  for (const each of [unanswerable, '人工']) await talk.say(each);
  await talk.staff({ do: 'take' });
  expect(await talk.say('我的数据')).toEqual([]);
  const [[, said = ''] = []] = await talk.staff({ do: 'close' });
  expect(said).toMatch(/^咨询台的对话到此结束，我接着来。\n[\s\S]*保存[\s\S]*\n\d+\/\d+/);
  for (const each of [unanswerable, '人工']) await talk.say(each);
  await talk.staff({ do: 'take' });
  expect((await talk.staff({ do: 'close' }))[0]?.[1]).not.toContain('保存');
});
