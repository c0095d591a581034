/** 我的数据, 导出我的数据, and a changed notice, as people see them. */
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { checklistKeeper } from '../../../bot/checklists/keeper.ts';
import { exportFiles } from '../../../bot/ownData/index.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { openQuestion } from '../../support/applicant.ts';
import { dataFolder, openHall, pathsIn, said, talker, today } from '../../support/hallTalk.ts';
import { connect } from '../../support/publishedClient.ts';
import { postJson, realService } from '../../support/realService.ts';
import { listen } from '../server/listening.ts';

const here = 'dl-1';

test('what is kept is told with the cases, and the open question is asked again', async () => {
  const folder = await dataFolder();
  const own = { address: () => 'http://127.0.0.1:1', now: () => today };
  const say = talker(openHall(folder, { checklists: checklistKeeper(own) }), here);
  for (const text of ['开始自查', '帮别人问', '张老师', '高校', '结论']) await say(text);
  const reply = await say('看看你们存了我什么');
  expect(said(reply)).toContain('从2023年5月8日起，您发了 6 条消息');
  expect(said(reply)).toContain('1 第1份：张老师，答了 3 题');
  expect(said(reply)).toContain('清单：1 份');
  expect(said(reply)).toContain('2023年11月4日后全部删除');
  expect(openQuestion(reply)?.id).toBe('partner.who');
});

test('before an interview it is told too', async () => {
  const reply = await talker(openHall(await dataFolder()), here)('我的数据');
  expect(said(reply)).toContain('您发了 1 条消息');
});

test('where nothing can be opened no link is promised', async () => {
  const folder = await dataFolder();
  expect(said(await talker(openHall(folder), here)('导出我的数据'))).toContain('不能生成下载链接');
  expect((await pathsIn(folder)).some((path) => path.startsWith('exports/'))).toBe(false);
});

test('when the notice changed the next reply is preceded by it, once', async () => {
  const folder = await dataFolder();
  await talker(openHall(folder), here)('开始自查');
  const say = talker(openHall(folder, { retentionDays: 90 }), here);
  const [notice, question, ...more] = await say('负责人本人');
  expect(notice?.text).toMatch(/说明有更新.*90天/);
  expect([question?.channelData?.question?.id, more]).toEqual(['unit.kind', []]);
  expect(await say('高校')).toHaveLength(1);
});

const lineForm = z.looseObject({ from: z.string(), activity: z.looseObject({ text: z.string() }) });
const fileForm = z.object({
  exportedAt: z.string(),
  channel: z.string(),
  notice: z.object({ version: z.string(), at: z.string() }),
  cases: z.array(z.looseObject({ name: z.string(), facts: z.record(z.string(), z.unknown()) })),
  lines: z.array(lineForm),
});

test('the link of the chat gives everything as a file that nobody may keep, and is gone after deleting', async () => {
  const folder = await dataFolder();
  const { url, log } = await realService(folder);
  const begun = z.looseObject({ conversationId: z.string() });
  const { conversationId } = begun.parse((await postJson(`${url}/v3/directline/conversations`, {})).body);
  const activities = `${url}/v3/directline/conversations/${conversationId}/activities`;
  const say = (text: string) => postJson(activities, { type: 'message', from: { id: 'me' }, text });
  for (const text of ['开始自查', '负责人本人', '高校', '导出我的数据']) await say(text);
  const heard = () => fetch(activities).then((response) => response.text());
  await expect.poll(heard, { timeout: 10_000 }).toContain('/exports/');
  const link = /http:[^"]*\/exports\/[\w-]{32}\.json/.exec(await heard())?.[0] ?? '';
  const response = await fetch(link);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('x-robots-tag')).toContain('noindex');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="my-data-2023-05-08.json"');
  const file = fileForm.parse(await response.json());
  expect(file.cases[0]).toMatchObject({ name: '第1份', facts: { 'unit.kind': 'university' } });
  expect(file.lines.map(({ activity }) => activity.text)).toEqual(expect.arrayContaining(['高校', '导出我的数据']));
  expect(log()).not.toContain(/exports\/([\w-]{32})/.exec(link)?.[1]);

  await say('删除我的数据');
  await say('确定删除');
  await expect.poll(heard, { timeout: 10_000 }).toContain('已经全部删除');
  expect((await fetch(link)).status).toBe(404);
});

test('a link ends after a day, and what never was gets the same answer', async () => {
  const folder = await dataFolder();
  const store = embeddedStore(folder);
  await talker(openHall(folder), here)('你好');
  const id = 'a'.repeat(32);
  const expiresAt = new Date(today.getTime() + 24 * 60 * 60 * 1000).toISOString();
  await store.exports.save(id, { schema: 1, conversation: here, madeAt: today.toISOString(), expiresAt });
  const clock = { now: today };
  const { url, close } = await listen((server) =>
    exportFiles(server, { store, now: () => clock.now, timeZone: 'Asia/Shanghai' }),
  );
  onTestFinished(close);
  const status = async (path: string) => (await fetch(`${url}/exports/${path}`)).status;
  expect(await status(`${id}.json`)).toBe(200);
  expect(await status(id)).toBe(404);
  expect(await status(`${'b'.repeat(32)}.json`)).toBe(404);
  clock.now = new Date(expiresAt);
  expect(await status(`${id}.json`)).toBe(404);
  expect((await pathsIn(folder)).some((path) => path.startsWith('exports/'))).toBe(false);
});

test.each([
  ['by stream', true],
  ['by polling', false],
])('who watches %s sees that it is deleted, and the fresh conversation after it', async (_way, webSocket) => {
  const { url } = await realService(await dataFolder());
  const me = connect(url, { webSocket });
  onTestFinished(() => me.leave());
  await expect.poll(() => me.heard.length, { timeout: 10_000 }).toBe(1);
  await me.say('开始自查');
  await me.say('删除我的数据');
  expect(said(await me.say('确定删除'))).toContain('已经全部删除');
  expect(openQuestion(await me.say('开始自查'))?.id).toBe('behalf');
  expect(openQuestion(await me.say('负责人本人'))?.id).toBe('unit.kind');
});
