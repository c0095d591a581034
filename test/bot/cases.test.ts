/** Several cases in one conversation, and coming back after hours: through the hall, as it is kept. */

import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { conversationRecord } from '../../state/conversation.ts';
import { interviewed, personaOf } from '../support/applicant.ts';
import { caseOf, dataFolder, filesOf, openHall, said, talker, today } from '../support/hallTalk.ts';

async function document(folder: string) {
  return conversationRecord.parse(JSON.parse(await readFile(filesOf(folder, 'c').document, 'utf8')));
}

describe('several cases', () => {
  test('are begun, listed, switched and named, and their facts never mix', async () => {
    const folder = await dataFolder();
    const say = talker(openHall(folder), 'c');
    await say('开始自查');
    await say('负责人本人');
    await say('高校');
    expect(said(await say('新的一份'))).toContain('第2份');
    await say('帮别人问');
    await say('李老师');
    const [asked] = await say('企业');
    const list = said(await say('我的申报'));
    expect(list).toContain('1 第1份');
    expect(list).toContain('2 第2份：李老师');
    expect(list).toContain('现在这份');
    const [back] = await say('1');
    expect(back?.text).toContain('现在是第1份');
    expect(back?.channelData?.question?.topic).toBe('partner.who');
    await say('改名 庆熙大学项目');
    expect(said(await say('我的申报'))).toContain('1 庆熙大学项目');
    expect((await say('跳过'))[0]?.channelData?.question?.topic).toBe('partner.who');
    expect((await say('第2份'))[0]?.channelData?.question?.id).toBe(asked?.channelData?.question?.id);
    const { cases } = await document(folder);
    expect(cases.map(({ facts }) => facts['unit.kind'])).toEqual(['university', 'enterprise']);
    expect(cases.map(({ behalf }) => behalf)).toEqual(['self', { name: '李老师' }]);
  });

  test('what is no number of the list is an answer again the second time', async () => {
    const folder = await dataFolder();
    const say = talker(openHall(folder), 'c');
    for (const text of ['开始自查', '负责人本人', '我的申报', '高校']) await say(text);
    expect((await say('高校'))[0]?.channelData?.question?.topic).toBe('partner.who');
    expect((await caseOf(folder, 'c'))?.facts['unit.kind']).toBe('university');
  });

  test('an ended one stays as it was while another is begun', async () => {
    const folder = await dataFolder();
    const say = talker(openHall(folder), 'c');
    const { assessment } = await interviewed(personaOf('ex-01'), say);
    await say('再来一份');
    await say('我的申报');
    await say('第1份');
    const again = (await say('结论')).flatMap(({ channelData }) => channelData?.assessment ?? []);
    expect(again[0]?.verdict).toBe(assessment?.verdict);
  });

  test('more than twenty are not kept in one conversation', async () => {
    const folder = await dataFolder();
    const say = talker(openHall(folder), 'c');
    await say('开始自查');
    for (let i = 0; i < 20; i += 1) await say('新的一份');
    expect((await document(folder)).cases).toHaveLength(20);
  });
});

describe('somebody who comes back', () => {
  const hours = (count: number) => new Date(today.getTime() + count * 3_600_000);

  test.each([
    [1, false],
    [5, true],
    [80, true],
  ])('after %i hours is welcomed: %s, and goes on where they were', async (count, welcomed) => {
    const folder = await dataFolder();
    let now = today;
    const say = talker(openHall(folder, { now: () => now }), 'c');
    for (const text of ['开始自查', '负责人本人', '高校']) await say(text);
    now = hours(count);
    const [back] = await say('在吗');
    expect(back?.text.includes('欢迎回来')).toBe(welcomed);
    expect(back?.channelData?.question?.topic).toBe('partner.who');
    expect(said(await say('韩国首尔的庆熙大学'))).not.toContain('欢迎回来');
  });

  test('and answers at once is understood', async () => {
    const folder = await dataFolder();
    let now = today;
    const say = talker(openHall(folder, { now: () => now }), 'c');
    for (const text of ['开始自查', '负责人本人', '高校']) await say(text);
    now = hours(30);
    const [next] = await say('韩国首尔的庆熙大学');
    expect(next?.text).toContain('已答的 2 题都在');
    expect(next?.channelData?.question?.topic).toBe('lead.origin');
  });
});

describe('a first message that already tells something', () => {
  test('opens the interview with what it tells', async () => {
    const folder = await dataFolder();
    const say = talker(openHall(folder), 'c');
    const [first] = await say('老师好，我是项目负责人，江西中医药大学的教授，1970年6月出生');
    expect(first?.text).toContain('记下了');
    expect((await caseOf(folder, 'c'))?.facts).toMatchObject({
      'unit.name': '江西中医药大学',
      'lead.birthDate': '1970-06',
    });
    expect((await caseOf(folder, 'c'))?.behalf).toBe('self');
  });

  test.each(['你好', '这个机器人是干嘛的', '今天天气不错'])('%s opens none', async (text) => {
    const folder = await dataFolder();
    const say = talker(openHall(folder), 'c');
    expect(said(await say(text))).toContain('开始自查');
    expect(await caseOf(folder, 'c')).toBeUndefined();
  });
});
