import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { embeddedStore } from '../../state/lowdb/index.ts';
import { choicesOf, type Message } from '../support/applicant.ts';
import { dataFolder, filesOf, linesOf, openHall, talker, today } from '../support/hallTalk.ts';

const answerOf = ({ channelData }: Message) =>
  z
    .looseObject({
      answer: z
        .strictObject({
          status: z.string(),
          answer: z.string(),
          citations: z.array(z.strictObject({ clause: z.string(), quote: z.string() })),
          suggestions: z.array(z.string()),
          conversation: z.string(),
          guide: z.string(),
          overlay: z.null(),
        })
        .optional(),
    })
    .optional()
    .parse(channelData)?.answer;

describe('before any interview', () => {
  test('a question is answered, with buttons for what may be asked next and for beginning', async () => {
    const say = talker(openHall(await dataFolder()), 'c');
    const [reply, ...more] = await say('负责人年龄有什么要求？');
    expect(more).toEqual([]);
    const answer = reply && answerOf(reply);
    expect(answer).toMatchObject({ status: 'answered', conversation: 'c', guide: 'jx-intl-2023' });
    expect(reply?.text).toBe(answer?.answer);
    expect(reply && choicesOf(reply)).toEqual([...(answer?.suggestions ?? []), '开始自查']);
    expect(reply?.channelData?.assessment).toBeUndefined();
  });

  test.each([
    '在吗 我们是赣州的一家稀土公司 想报你们那个国际合作',
    '我是区科技局的，替辖区一家企业的张总问问',
    'hi 想测一下我们公司能不能报',
    '我想问下协议用以前签的行不行，顺便帮我查查条件',
    '你好，我们学校想和宁波诺丁汉大学一起申报',
  ])('what tells of an application begins the interview: %s', async (text) => {
    const say = talker(openHall(await dataFolder()), 'c');
    const [reply] = await say(text);
    expect(reply?.channelData?.question).toMatchObject({ topic: 'other' });
  });

  test('帮我 asks for nobody else; a question for somebody else begins nothing', async () => {
    const say = talker(openHall(await dataFolder()), 'c');
    await say('帮老师问下申报截止时间');
    const [reply] = await say('帮我看看能不能报：企业，申请100万，自有100万');
    expect(reply?.text).toContain('您是项目负责人本人，还是帮别人问？');
  });

  test('the number of an offered question asks it; the last number begins', async () => {
    const say = talker(openHall(await dataFolder()), 'c');
    const [reply] = await say('负责人年龄有什么要求？');
    const offered = reply ? choicesOf(reply) : [];
    expect(offered.length).toBeGreaterThan(1);
    const [byNumber] = await say('1');
    const other = talker(openHall(await dataFolder()), 'c');
    await other('负责人年龄有什么要求？');
    const [byLabel] = await other(offered[0] ?? '');
    expect(byNumber?.text).toBe(byLabel?.text);
    const last = byNumber ? choicesOf(byNumber).length : 0;
    expect((await say(String(last)))[0]?.channelData?.question?.id).toBe('behalf');
  });

  test('a bare topic is answered, a remark is not', async () => {
    const say = talker(openHall(await dataFolder()), 'c');
    expect(answerOf((await say('方向七考核指标'))[0] ?? { text: '' })?.status).toBe('answered');
    for (const remark of ['谢谢', '收到', '1979-03-12', '今天下雨'])
      expect(answerOf((await say(remark))[0] ?? { text: '' }), remark).toBeUndefined();
  });

  test.each(['1964年12月出生的能报吗？', '企业想报的话最高能给多少钱？'])('%s opens no interview', async (text) => {
    const [reply] = await talker(openHall(await dataFolder()), 'c')(text);
    expect(reply?.channelData?.question).toBeUndefined();
    expect(answerOf(reply ?? { text: '' })).toBeDefined();
  });

  test('人工 promises nothing and stands in the transcript', async () => {
    const folder = await dataFolder();
    const [reply] = await talker(openHall(folder), 'c')('人工');
    expect(reply?.text).toContain('想问什么');
    expect(reply?.text).not.toMatch(/稍等|会联系您|很快/);
    expect((await linesOf(folder, 'c')).map(({ answerStatus }) => answerStatus)).toEqual([
      undefined,
      undefined,
      'person',
    ]);
  });
});

describe('what was asked', () => {
  test('stands in the transcript with status and citations', async () => {
    const folder = await dataFolder();
    const say = talker(openHall(folder), 'c');
    await say('开始自查');
    const [reply] = await say('最高能给多少钱？');
    const line = (await linesOf(folder, 'c')).at(-1);
    expect(line).toMatchObject({
      answerStatus: 'answered',
      questionId: 'behalf',
      guide: 'jx-intl-2023',
      overlay: null,
    });
    expect(line?.citations).toEqual(answerOf(reply ?? { text: '' })?.citations);
  });

  test.each([
    [29, true],
    [30, false],
  ])('is leant on by a follow-up %i minutes later, also after a restart: %s', async (minutes, leans) => {
    const folder = await dataFolder();
    let now = today;
    await talker(openHall(folder, { now: () => now }), 'c')('方向七拟立项几个？');
    now = new Date(today.getTime() + minutes * 60_000);
    const [reply] = await talker(openHall(folder, { now: () => now }), 'c')('那方向五呢？');
    const [alone] = await talker(openHall(await dataFolder()), 'c')('那方向五呢？');
    expect(reply?.text !== alone?.text).toBe(leans);
  });

  test.each([
    ['is absent, as in documents of before', undefined],
    ['is of another form', { at: 7, memory: 'x' }],
    ['names a thing of another form', { at: '2023-05-08', memory: { mentions: [{ is: 'planet', start: 0, end: 1 }] } }],
  ])('may be lost when it %s; the talk goes on', async (_how, consulted) => {
    const folder = await dataFolder();
    const store = embeddedStore(folder);
    await talker(openHall(folder, { store }), 'c')('方向七拟立项几个？');
    await store.close();
    const { document } = filesOf(folder, 'c');
    const kept = JSON.parse(await readFile(document, 'utf8'));
    expect(kept.consulted).toBeDefined();
    await writeFile(document, JSON.stringify({ ...kept, consulted }));
    const [reply] = await talker(openHall(folder), 'c')('最高能给多少钱？');
    expect(answerOf(reply ?? { text: '' })?.status).toBe('answered');
  });

  test('keeps the document small, however long the message', async () => {
    const folder = await dataFolder();
    const store = embeddedStore(folder);
    await talker(
      openHall(folder, { store }),
      'c',
    )(`${'德国、日本、1965年6月1日、方向七、100万元，'.repeat(120)}最高能给多少钱？`);
    await store.close();
    expect((await readFile(filesOf(folder, 'c').document, 'utf8')).length).toBeLessThan(20_000);
  });
});
