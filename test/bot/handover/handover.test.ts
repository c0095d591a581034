/** A talk handed over to the help desk and back, as the applicant lives it. */
import { describe, expect, test } from 'vitest';
import { deskTalk, isSaid, li } from '../../support/deskTalk.ts';
import { dataFolder, type linesOf, openHall } from '../../support/hallTalk.ts';

const unanswerable = '中期检查要准备什么材料？';
const hoursLater = (hours: number): Date => new Date(Date.parse('2023-05-08T02:00:00Z') + hours * 3_600_000);

async function opened(options: Parameters<typeof openHall>[1] = {}) {
  let now = hoursLater(0);
  const folder = await dataFolder();
  const hall = openHall(folder, { now: () => now, ...options });
  return {
    folder,
    hall,
    ...deskTalk(hall),
    pass(hours: number) {
      now = new Date(now.getTime() + hours * 3_600_000);
    },
  };
}

const deskOf = (lines: Awaited<ReturnType<typeof linesOf>>): unknown[] =>
  lines.flatMap(({ activity }) => Object(activity.channelData).desk ?? []);

describe('a question that the guide does not answer', () => {
  test('is offered to the desk, and a yes hands it over: the question, not the yes', async () => {
    const talk = await opened();
    const [[, offer = ''] = []] = await talk.say(unanswerable);
    expect(offer).toMatch(/要转给咨询台吗？$/);
    const lines = await talk.lines();
    expect(JSON.stringify(lines.at(-1)?.activity.suggestedActions)).toContain('转给咨询台');
    expect(await talk.say('好的')).toEqual([
      ['bot', expect.stringContaining('已转给咨询台。工作人员看到后会在这里回复您')],
    ]);
    const [desk] = deskOf(await talk.lines());
    expect(desk).toEqual({
      item: expect.any(String),
      state: 'pending',
      question: unanswerable,
      why: 'not-in-guide',
      seq: 2,
    });
  });

  test.each(['转给咨询台', '1', '转', '人工'])('“%s” does the same', async (word) => {
    const talk = await opened();
    await talk.say(unanswerable);
    await talk.say(word);
    expect(deskOf(await talk.lines())).toMatchObject([{ state: 'pending', question: unanswerable }]);
  });

  test('that was not understood twice is offered to the desk the second time', async () => {
    const talk = await opened();
    expect((await talk.say('那个东西怎么弄那个？'))[0]?.[1]).not.toContain('要转给咨询台吗');
    expect((await talk.say('那个东西怎么弄那个？'))[0]?.[1]).toContain('要转给咨询台吗？');
    await talk.say('要');
    expect(deskOf(await talk.lines())).toMatchObject([{ question: '那个东西怎么弄那个？', why: 'clarify' }]);
  });

  test('a no leaves it, and a later yes means nothing any more', async () => {
    const talk = await opened();
    await talk.say(unanswerable);
    expect(await talk.say('不用')).toEqual([['bot', expect.stringContaining('好，不转给咨询台')]]);
    await talk.say('好的');
    expect(deskOf(await talk.lines())).toEqual([]);
  });

  test('in the middle of the interview nothing is offered: a yes and 转 are for the open question, and only a wish hands over', async () => {
    const talk = await opened();
    for (const text of ['开始自查', '负责人本人', '高校', unanswerable]) await talk.say(text);
    await talk.say('是');
    expect(deskOf(await talk.lines())).toEqual([]);
    await talk.say(unanswerable);
    await talk.say('转');
    expect(deskOf(await talk.lines())).toEqual([]);
    await talk.say(unanswerable);
    const [[, text = ''] = []] = await talk.say('转人工');
    expect(text).toMatch(/^已转给咨询台。[\s\S]*境外合作/);
    expect(deskOf(await talk.lines())).toMatchObject([{ question: unanswerable }]);
  });
});

describe('the wish for a person', () => {
  test('hands over what was last said', async () => {
    const talk = await opened();
    await talk.say('负责人年龄有什么要求？');
    await talk.say('我要找人工');
    expect(deskOf(await talk.lines())).toMatchObject([{ question: '负责人年龄有什么要求？', why: 'person' }]);
  });

  test('without anything said before, asks once what it is about, and takes the next message as it', async () => {
    const talk = await opened();
    expect(await talk.say('人工')).toEqual([['bot', expect.stringContaining('想问什么？请把问题写出来')]]);
    await talk.say('外方今年换了法人怎么办');
    expect(deskOf(await talk.lines())).toMatchObject([{ question: '外方今年换了法人怎么办', why: 'person' }]);
  });

  test('said twice without a question is handed over all the same', async () => {
    const talk = await opened();
    await talk.say('人工');
    await talk.say('人工');
    expect(deskOf(await talk.lines())).toMatchObject([{ question: '想找人工（没有写问题）' }]);
  });

  test('while it waits changes nothing and says how long it has been', async () => {
    const talk = await opened();
    await talk.say(unanswerable);
    await talk.say('人工');
    talk.pass(1.25);
    expect(await talk.say('转人工')).toEqual([['bot', expect.stringContaining('到现在等了 1 小时 15 分钟')]]);
    expect(await talk.say('还要等多久')).toEqual([['bot', expect.stringContaining('到现在等了 1 小时 15 分钟')]]);
    expect(deskOf(await talk.lines())).toHaveLength(1);
  });

  test('is honest about the hours', async () => {
    const said = async (hours: { text: string; open?: boolean } | undefined) => {
      const talk = await opened({ officeHours: () => hours });
      await talk.say(unanswerable);
      return (await talk.say('人工'))[0]?.[1];
    };
    const text = '周一至周五 8:30—12:00';
    expect(await said({ text, open: true })).toContain('现在是工作时间');
    expect(await said({ text, open: false })).toContain(`现在不是上班时间（${text}），工作人员上班后会看到`);
    expect(await said({ text: '看心情' })).toContain('工作时间：看心情。');
  });

  test('ends when they have waited enough', async () => {
    const talk = await opened();
    await talk.say(unanswerable);
    await talk.say('人工');
    expect(await talk.say('不等了')).toEqual([['bot', expect.stringContaining('好，已取消')]]);
    expect(deskOf(await talk.lines())).toMatchObject([{ state: 'pending' }, { state: 'closed' }]);
    expect(await talk.staff({ do: 'take' })).toEqual([]);
  });
});

describe('while somebody has the talk', () => {
  async function taken() {
    const talk = await opened();
    for (const text of ['开始自查', '负责人本人', '高校', unanswerable, '人工']) await talk.say(text);
    expect(await talk.staff({ do: 'take' })).toEqual([
      ['staff', '咨询台已接手，接下来由工作人员回复您。想回到助手，请回复“结束人工”。'],
    ]);
    return talk;
  }

  test('the assistant is silent, whatever is said, and nothing said is an answer', async () => {
    const talk = await taken();
    for (const text of [
      '企业',
      '结论',
      '跳过',
      '更多',
      '我的数据',
      '年龄有什么要求？',
      '身份证号360102198001012354',
      '',
      '长'.repeat(5000),
    ])
      expect(await talk.say(text)).toEqual([]);
    expect(await talk.hall.silent('c')).toBe(true);
    const heard = (await talk.lines()).filter(({ from }) => from === 'person').map(({ activity }) => activity.text);
    expect(heard).toContain('年龄有什么要求？');
  });

  test('a reply reaches the person with its clause, as a line that says whose it is', async () => {
    const talk = await taken();
    expect(await talk.staff({ do: 'reply', text: '可以，分别申报。', clause: '附5 二（一）', close: false })).toEqual([
      ['staff', '【咨询台】可以，分别申报。\n依据：附5 二（一）'],
    ]);
    expect((await talk.lines()).at(-1)).toMatchObject({ staff: { id: 'w', name: '王老师' }, delivery: 'visible' });
    expect(JSON.stringify((await talk.lines()).at(-1)?.activity)).not.toContain('王老师');
    expect(await talk.staff({ do: 'reply', text: '别的人', close: true }, li)).toEqual([]);
  });

  test('closing asks the open question again, and the interview goes on where it stood', async () => {
    const talk = await taken();
    await talk.say('3年');
    const said = await talk.staff({ do: 'reply', text: '可以。', close: true });
    expect(said).toEqual([
      ['staff', '【咨询台】可以。'],
      ['bot', expect.stringMatching(/^咨询台的对话到此结束，我接着来。\n3\/\d+/)],
    ]);
    expect(deskOf(await talk.lines()).map((each) => Object(each).state)).toEqual([
      'pending',
      'taken',
      'answered',
      'closed',
    ]);
    expect((await talk.say('韩国的庆熙大学，在首尔'))[0]?.[0]).toBe('bot');
  });

  test('given back, the question waits again and the assistant speaks', async () => {
    const talk = await taken();
    expect(await talk.staff({ do: 'release' })).toEqual([['bot', expect.stringContaining('您的问题回到咨询台排队')]]);
    expect(await talk.staff({ do: 'take' }, li)).toEqual([['staff', expect.stringContaining('已接手')]]);
  });

  test('the person may end it', async () => {
    const talk = await taken();
    expect(await talk.say('回到助手')).toEqual([
      ['bot', expect.stringMatching(/^好，人工对话到此结束，我接着来。\n3\//)],
    ]);
    expect(await talk.staff({ do: 'reply', text: '晚了', close: false })).toEqual([]);
  });

  test('after a day without a word of the desk the next message brings the assistant back; a question without an answer waits again', async () => {
    const talk = await taken();
    talk.pass(23);
    expect(await talk.say('还在吗')).toEqual([]);
    talk.pass(1.1);
    expect(await talk.say('还在吗')).toEqual([['bot', expect.stringContaining('超过 24 小时没有回复')]]);
    expect(deskOf(await talk.lines()).at(-1)).toMatchObject({ state: 'pending' });
    await talk.staff({ do: 'reply', text: '来了', close: false }, li);
    talk.pass(25);
    expect(await talk.say('谢谢')).toEqual([['bot', expect.stringContaining('这段人工对话先结束')]]);
    expect(deskOf(await talk.lines()).at(-1)).toMatchObject({ state: 'closed' });
  });

  test('who wants everything deleted is asked for it as soon as the assistant speaks again', async () => {
    const talk = await taken();
    expect(await talk.say('删除我的数据')).toEqual([]);
    expect(await talk.say('确定删除')).toEqual([]);
    const [, [, asked = ''] = []] = await talk.staff({ do: 'reply', text: '好', close: true });
    expect(asked).toContain('要删除这段对话的全部内容吗');
    expect(await talk.say('确定删除')).toEqual([['bot', expect.stringContaining('已经全部删除')]]);
  });

  test('a wish to delete that stood before cannot be confirmed by a word to the desk, nor afterwards', async () => {
    const talk = await opened();
    for (const text of ['开始自查', '负责人本人', unanswerable, '人工', '删除我的数据']) await talk.say(text);
    await talk.staff({ do: 'take' });
    await talk.staff({ do: 'close' });
    expect((await talk.say('是'))[0]?.[1]).not.toContain('删除');
  });

  test('a restart keeps it', async () => {
    const talk = await taken();
    const again = deskTalk(openHall(talk.folder));
    expect(await again.say('你好')).toEqual([]);
    expect(await again.staff({ do: 'close' })).toEqual([['bot', expect.stringContaining('我接着来')]]);
  });
});

test('what staff note and judge is seen by nobody else and changes nothing', async () => {
  const talk = await opened();
  await talk.say('年龄有什么要求？');
  expect(await talk.staff({ do: 'note', text: '记一下' })).toEqual([]);
  expect(await talk.staff({ do: 'mark', seq: 3, mark: 'wrong', text: '不对' })).toEqual([]);
  expect((await talk.lines()).filter((line) => line.from === 'staff').some(isSaid)).toBe(false);
});
