/** Two guides side by side in the chat: who is told what, once; a case keeps its guide; what is begun anew goes by the newest. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Incoming } from '../../../bot/conversations.ts';
import { type GuidesOnFile, guidesOnFile } from '../../../knowledge/guidesOnFile.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { interviewed, openQuestion, personaOf } from '../../support/applicant.ts';
import { caseOf, dataFolder, openHall, repliesTo, said, talker } from '../../support/hallTalk.ts';
import { secondGuide } from '../../support/secondGuide.ts';

const one = guidesOnFile();
const two = guidesOnFile({ folders: [secondGuide()] });
const nextYear = new Date('2024-05-08T02:00:00Z');

function openedBy(folder: string, guides: GuidesOnFile, now = new Date('2023-05-08T02:00:00Z')) {
  const store = embeddedStore(folder);
  const hall = openHall(folder, { store, guideId: guides.newest.id, guides: guides.guide, now: () => now });
  return { hall, store, say: talker(hall, 'c') };
}

/** Somebody who began while there was one guide, and comes back when there are two. */
async function cameBack(...texts: string[]) {
  const folder = await dataFolder();
  const before = openedBy(folder, one);
  for (const text of texts) await before.say(text);
  await before.store.close();
  return { folder, ...openedBy(folder, two, nextYear) };
}

describe('a conversation that begins with two on file', () => {
  test('is greeted by the newest, and told of no other', async () => {
    const { hall, say } = openedBy(await dataFolder(), two, nextYear);
    const [greeting] = await hall.greeting('directline', 'c');
    expect(String(greeting?.activity.text)).toContain('依据《2024年江西省国际科技合作项目申报指南》');
    const replies = await say('负责人年龄有什么要求？');
    expect(said(replies)).toMatch(/^负责人年龄不超过58周岁，即1966年7月1日/);
    expect(replies[0]?.channelData).toMatchObject({ answer: { guide: 'jx-intl-2024' } });
  });

  test('asks and judges by the newest', async () => {
    const { say } = openedBy(await dataFolder(), two, nextYear);
    const talk = await interviewed(personaOf('ex-01'), say);
    expect(talk.assessment).toMatchObject({ guide: 'jx-intl-2024' });
    const text = String(talk.assessment?.text);
    expect(text).toContain('依据《2024年江西省国际科技合作项目申报指南》');
    expect(text).not.toContain('已有更新的');
  });

  test('an older year is answered when it is asked for, in a talk of several questions too', async () => {
    const { say } = openedBy(await dataFolder(), two, nextYear);
    const [reply] = await say('2023年的年龄要求是什么？');
    expect(reply?.text).toMatch(/^按2023年指南（已有更新的2024年指南，现在申报以新的为准）：\n.*1965年6月1日/);
    expect(reply?.channelData).toMatchObject({ answer: { guide: 'jx-intl-2023' } });
    expect(said(await say('那学历呢'))).toContain('按2023年指南');
    expect(said(await say('每个项目资助多少钱？'))).toContain('100-150万元');
  });
});

describe('who began by the older guide', () => {
  const toldOnce = /2024年指南已经有了，问到规定时按新的回答。您这份自查仍按2023年指南/;

  test('keeps it, and is told once that a newer one is there and how to begin by it', async () => {
    const { folder, say } = await cameBack('开始自查', '负责人本人');
    const first = await say('高校');
    expect(first.filter(({ text }) => toldOnce.test(text))).toHaveLength(1);
    expect(said(first)).toContain('请回复“新的一份”，或“重来”把这一份清掉');
    expect(openQuestion(first)).toBeDefined();
    const second = await say('韩国的庆熙大学，在首尔');
    expect(said(second)).not.toMatch(/2024/);
    expect((await caseOf(folder, 'c'))?.guide).toBe('jx-intl-2023');
  });

  test('comes to a verdict by it, which names its year and that there is a newer one', async () => {
    const { say } = await cameBack('开始自查', '负责人本人');
    const talk = await interviewed(personaOf('ex-01'), say, '继续');
    expect(talk.assessment).toMatchObject({ guide: 'jx-intl-2023' });
    expect(String(talk.assessment?.text)).toMatch(
      /依据《2023年江西省国际科技合作项目申报指南》.*这是2023年度的指南.*已有更新的2024年指南，现在申报以新的为准。/,
    );
  });

  test('is answered by the newest, with what the case’s guide says where that is something else', async () => {
    const { say } = await cameBack('开始自查', '负责人本人');
    await say('继续');
    const told = said(await say('负责人年龄有什么要求？'));
    expect(told).toMatch(/即1966年7月1日[\s\S]*以上是2024年指南的规定；您这份自查按2023年指南：\n.*1965年6月1日/);
  });

  test('a new case goes by the newest, beside the old one', async () => {
    const { store, say } = await cameBack('开始自查', '负责人本人', '高校');
    await say('新的一份');
    const { cases } = (await store.talks.load('c')) ?? { cases: [] };
    expect(cases.map(({ guide }) => guide)).toEqual(['jx-intl-2023', 'jx-intl-2024']);
  });

  test('one that is begun anew goes by the newest too, and says so', async () => {
    const { folder, say } = await cameBack('开始自查', '负责人本人', '高校');
    await say('重来');
    const told = await say('确定重来');
    expect(said(told)).toContain('好，从头开始，这次按2024年指南。');
    expect((await caseOf(folder, 'c'))?.guide).toBe('jx-intl-2024');
    expect(openQuestion(told)).toBeDefined();
  });
});

describe('who only asked', () => {
  test('is told once that answers go by a newer one now', async () => {
    const { say } = await cameBack('负责人年龄有什么要求？');
    const first = said(await say('每个项目资助多少钱？'));
    expect(first).toMatch(/^2024年指南已经有了，从现在起按新的回答；2023年指南里的规定，问的时候写上年份就行。\n/);
    expect(first).toContain('100-150万元');
    expect(said(await say('企业要配套多少自有资金？'))).not.toMatch(/年指南/);
  });

  test('nobody is told anything while there is one guide', async () => {
    const folder = await dataFolder();
    const { say } = openedBy(folder, one);
    await say('负责人年龄有什么要求？');
    expect(said(await openedBy(folder, one, nextYear).say('每个项目资助多少钱？'))).not.toMatch(/年指南|已经有了/);
  });
});

describe('where several people read', () => {
  const inGroup = (text: string, more: Partial<Incoming> = {}): Incoming => ({
    id: randomUUID(),
    channel: 'msteams',
    conversation: 'g',
    from: { id: 'me' },
    type: 'message',
    text,
    group: true,
    ...more,
  });

  async function told(folder: string, guides: GuidesOnFile, message: Incoming): Promise<string> {
    const { hall, store } = openedBy(folder, guides);
    await hall.accept(message);
    await hall.idle('g');
    const replies = repliesTo(message.id, await hall.read('g', 0));
    await store.close();
    return said(replies);
  }

  test('the first answer names the call where nobody was greeted, the second does not', async () => {
    const folder = await dataFolder();
    const first = await told(folder, one, inGroup('年龄有什么要求？'));
    expect(first).toMatch(/（依据《2023年江西省国际科技合作项目申报指南》）$/);
    expect(await told(folder, one, inGroup('资助多少？'))).not.toContain('申报指南》');
  });

  test('who was greeted is not told again; a newer guide is named with the first answer by it', async () => {
    const folder = await dataFolder();
    expect(await told(folder, one, inGroup('年龄有什么要求？', { greeted: true }))).not.toContain('申报指南》');
    expect(await told(folder, two, inGroup('资助多少？'))).toMatch(
      /100-150万元[\s\S]*（依据《2024年江西省国际科技合作项目申报指南》）$/,
    );
    expect(await told(folder, two, inGroup('要几份推荐函？'))).not.toContain('申报指南》');
  });
});
