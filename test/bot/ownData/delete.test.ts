/** What is deleted is nowhere any more: every file under the data folder is searched for planted words. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checklistKeeper } from '../../../bot/checklists/keeper.ts';
import type { HallOptions } from '../../../bot/hall.ts';
import { exportKeeper } from '../../../bot/ownData/exports.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { choicesOf, openQuestion } from '../../support/applicant.ts';
import { faultyDisk } from '../../support/faultyDisk.ts';
import {
  dataFolder,
  filesOf,
  incoming,
  linesOf,
  openHall,
  pathsIn,
  repliesTo,
  said,
  talker,
  today,
} from '../../support/hallTalk.ts';

const here = 'dl-1';
const planted = '赣江源头';

/** The hall with checklists and export links, as the service opens it. */
function fullHall(folder: string, options: Partial<HallOptions> = {}) {
  const store = embeddedStore(folder);
  const own = { address: () => 'http://127.0.0.1:1', now: () => today };
  return openHall(folder, {
    store,
    checklists: checklistKeeper(own),
    exports: exportKeeper(own),
    ...options,
  });
}

/** Files under the folder, but for the one by which a deleted conversation is known for a day, and the inbox. */
async function leftIn(folder: string): Promise<string[]> {
  return (await pathsIn(folder)).filter((path) => !path.startsWith('departed/'));
}

/** Files under the folder in which the word stands. */
async function holding(folder: string, word: string): Promise<string[]> {
  const paths = await pathsIn(folder);
  const texts = await Promise.all(paths.map((path) => readFile(join(folder, path), 'utf8')));
  return paths.filter((_, at) => texts[at]?.includes(word));
}

/** A talk with a name, a unit, a verdict with its checklist and an export link, all of which are on the disk. */
async function told(folder: string, options: Partial<HallOptions> = {}) {
  const hall = fullHall(folder, options);
  const say = talker(hall, here);
  for (const text of ['开始自查', '帮别人问', planted, '高校', `${planted}大学`, '结论', '导出我的数据'])
    await say(text);
  const folders = (await holding(folder, planted)).map((path) => path.split('/')[0]);
  expect([...new Set(folders)].toSorted()).toEqual(['checklists', 'conversations', 'inbox.jsonl', 'transcripts']);
  expect((await pathsIn(folder)).some((path) => path.startsWith('exports/'))).toBe(true);
  return { hall, say };
}

test('nothing is left of what was deleted, the person is told, and the next message begins anew', async () => {
  const folder = await dataFolder();
  const { hall, say } = await told(folder);
  const asked = await say('删除我的数据');
  expect(asked.flatMap(choicesOf)).toEqual(['确定删除', '不删']);
  expect(openQuestion(asked)?.topic).toBe('other');
  const seen = (await hall.read(here, 0)).at(-1)?.seq ?? 0;
  expect(said(await say('确定删除'))).toContain('已经全部删除');
  expect(await leftIn(folder)).toEqual([]);
  expect(await hall.exists(here)).toBe(false);
  // Whoever polls sees that it is done, and then what follows.
  const after = await hall.read(here, seen);
  expect(after.map(({ activity }) => activity.text)).toEqual([expect.stringContaining('已经全部删除')]);
  const last = after.at(-1)?.seq ?? 0;

  expect((await say('你好')).flatMap(choicesOf)).toContain('开始自查');
  const fresh = await hall.read(here, last);
  expect(fresh.map(({ from }) => from)).toEqual(['bot', 'person', 'bot']);
  expect(await hall.read(here, 0)).toEqual(fresh);
  expect(fresh[0]?.activity.id).toBe('greeting');
  expect(await holding(folder, planted)).toEqual([]);
  expect(openQuestion(await say('开始自查'))?.id).toBe('behalf');
});

test('the message that deleted has one effect, also when it comes again', async () => {
  const folder = await dataFolder();
  const { hall, say } = await told(folder);
  await say('删除我的数据');
  await say('确定删除', 'yes');
  expect(await hall.accept(incoming(here, '确定删除', 'yes'))).toBe('repeated');
  expect(await leftIn(folder)).toEqual([]);
});

test.each([
  ['不删', /没有删除/],
  ['跳过', /没有删除/],
])('%s deletes nothing, and the open question stands', async (answer, reply) => {
  const folder = await dataFolder();
  const { hall, say } = await told(folder);
  const open = openQuestion((await hall.read(here, 0)).map(({ activity }) => activity as never).slice(-1))?.id;
  await say('把我的记录删了');
  const kept = await say(answer);
  expect(said(kept)).toMatch(reply);
  expect(openQuestion(kept)?.id).toBe(open);
  expect((await holding(folder, planted)).length).toBeGreaterThan(2);
});

test('an answer to the open question is one, also while it is asked whether to delete; a later yes deletes nothing', async () => {
  const folder = await dataFolder();
  const say = talker(fullHall(folder), here);
  for (const text of ['开始自查', '负责人本人', '删除我的数据']) await say(text);
  expect(openQuestion(await say('高校'))?.id).toBe('partner.who');
  await say('确定');
  expect((await linesOf(folder, here)).length).toBeGreaterThan(5);
});

test('before an interview, and where nothing was said before, it can be asked for too', async () => {
  const folder = await dataFolder();
  const say = talker(fullHall(folder), here);
  expect((await say('删除我的数据')).flatMap(choicesOf)).toEqual(['确定删除', '不删']);
  await say('1');
  expect(await leftIn(folder)).toEqual([]);
});

test('deleting that was cut off is brought to its end by the next one to open the conversation', async () => {
  const folder = await dataFolder();
  const { disk, refuse } = faultyDisk();
  const { say } = await told(folder, { store: embeddedStore(folder, { disk }) });
  await say('删除我的数据');
  refuse(({ call, path }) => call === 'rm' && path.includes('transcripts'));
  await expect(say('确定删除')).rejects.toThrow('rm');
  expect(await holding(folder, planted)).toEqual([expect.stringContaining('transcripts/')]);
  await fullHall(folder).read(here, 0);
  expect(await leftIn(folder)).toEqual([]);
  expect(await holding(folder, planted)).toEqual([]);
});

test('a copy that was set aside as damaged goes too', async () => {
  const folder = await dataFolder();
  await told(folder);
  await writeFile(filesOf(folder, here).document, `{"schema":1,"name":"${planted}"}`);
  const say = talker(fullHall(folder), here);
  await say('删除我的数据');
  await say('确定删除');
  expect(
    (await leftIn(folder)).filter((path) => !path.startsWith('checklists/') && !path.startsWith('exports/')),
  ).toEqual([]);
});

test('what is said while it is being deleted begins the next conversation', async () => {
  const folder = await dataFolder();
  const { hall, say } = await told(folder);
  await say('删除我的数据');
  await Promise.all([hall.accept(incoming(here, '确定删除', 'b1')), hall.accept(incoming(here, '开始自查', 'b2'))]);
  await hall.idle();
  expect(openQuestion(repliesTo('b2', await hall.read(here, 0)))?.id).toBe('behalf');
  expect(await holding(folder, planted)).toEqual([]);
  expect((await linesOf(folder, here)).map(({ from }) => from)).toEqual(['bot', 'person', 'bot']);
});

test('another conversation stays as it is', async () => {
  const folder = await dataFolder();
  const other = talker(fullHall(folder), 'dl-2');
  await other('开始自查');
  const before = await linesOf(folder, 'dl-2');
  const { say } = await told(folder);
  await say('删除我的数据');
  await say('确定删除');
  expect(await linesOf(folder, 'dl-2')).toEqual(before);
  expect((await embeddedStore(folder).talks.load('dl-2'))?.cases).toHaveLength(1);
});
