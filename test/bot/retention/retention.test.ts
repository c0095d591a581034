/** What is kept no longer goes wholly; what nobody can date stays and is told. */
import { execFile } from 'node:child_process';
import { appendFile, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { terminalFolder } from '../../../bot/channels/console/folder.ts';
import { checklistKeeper } from '../../../bot/checklists/keeper.ts';
import { exportKeeper } from '../../../bot/ownData/exports.ts';
import { retainedSince, retireOld } from '../../../bot/retention/retention.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { ownFolder } from '../../../state/lowdb/owner.ts';
import { transcriptLine } from '../../../state/transcript.ts';
import { dataFolder, filesOf, openHall, pathsIn, talker, today } from '../../support/hallTalk.ts';
import { realService } from '../../support/realService.ts';
import { project } from '../../tooling/plant.ts';

const day = 24 * 60 * 60 * 1000;
const daysAgo = (days: number): Date => new Date(today.getTime() - days * day);

/** A talk with a checklist and an export link, whose last word was said then. */
async function talked(folder: string, conversation: string, at: Date): Promise<void> {
  const own = { address: () => 'http://127.0.0.1:1', now: () => at };
  const store = embeddedStore(folder);
  const hall = openHall(folder, {
    store,
    now: () => at,
    checklists: checklistKeeper(own),
    exports: exportKeeper(own),
  });
  const say = talker(hall, conversation);
  for (const text of ['开始自查', '帮别人问', '张三丰', '高校', '结论', '导出我的数据']) await say(text);
  await store.close();
}

/** Goes along the shelf as the command does; the conversations that went, and those that stay damaged. */
async function swept(folder: string, days = 180) {
  const store = embeddedStore(folder);
  const { gone, damaged } = await retireOld(store.shelf, retainedSince(today, days));
  return { gone: gone.map(({ name }) => name), damaged: damaged.map(({ name }) => name) };
}

const nameOf = (conversation: string): string => embeddedStore('').shelf.nameOf(conversation);

test('a conversation goes with all its files when its last word is older, however new the files are', async () => {
  const folder = await dataFolder();
  await talked(folder, 'old', daysAgo(181));
  await talked(folder, 'young', daysAgo(179));
  const { document } = filesOf(folder, 'young');
  await utimes(document, daysAgo(900), daysAgo(900));
  expect(await swept(folder)).toEqual({ gone: [nameOf('old')], damaged: [] });
  const paths = await pathsIn(folder);
  expect(paths.map((path) => path.split('/')[0]).toSorted()).toEqual([
    'checklists',
    'conversations',
    'exports',
    'transcripts',
  ]);
  expect(await swept(folder)).toEqual({ gone: [], damaged: [] });
});

test.each([
  ['only the transcript is there', 'document'],
  ['only the document is there', 'transcript'],
] as const)('its age is known when %s', async (_what, missing) => {
  const folder = await dataFolder();
  await talked(folder, 'old', daysAgo(181));
  await talked(folder, 'young', daysAgo(179));
  for (const each of ['old', 'young']) await rm(filesOf(folder, each)[missing]);
  expect((await swept(folder)).gone).toEqual([nameOf('old')]);
});

test('the later of document and transcript counts, and a torn last line is no line', async () => {
  const folder = await dataFolder();
  await talked(folder, 'a', daysAgo(181));
  const { transcript } = filesOf(folder, 'a');
  const last = (await readFile(transcript, 'utf8')).trimEnd().split('\n').at(-1) ?? '';
  await appendFile(transcript, last.slice(0, 50));
  const store = embeddedStore(folder);
  expect((await store.shelf.look(nameOf('a')))?.lastAt).toBe(daysAgo(181).toISOString());
  const { seq: _seq, ...line } = (await store.talks.read('a', 0))[0] ?? {};
  const later = { ...line, activity: { id: 'later', text: '还在' }, at: daysAgo(3).toISOString() };
  await store.transcripts.append('a', 'directline', [transcriptLine.omit({ seq: true }).parse(later)]);
  expect(await swept(folder)).toEqual({ gone: [], damaged: [] });
});

test.each([
  ['document is torn', 'document', (text: string) => text.slice(0, 40)],
  ['document is empty', 'document', () => ''],
  ['transcript ends in what is no line', 'transcript', (text: string) => `${text}{"seq":?}\n`],
  ['transcript holds nothing that is a line', 'transcript', () => 'x'],
] as const)('when its %s it stays as it is and is told', async (_what, which, damage) => {
  const folder = await dataFolder();
  await talked(folder, 'old', daysAgo(900));
  const path = filesOf(folder, 'old')[which];
  await writeFile(path, damage(await readFile(path, 'utf8')));
  const before = await pathsIn(folder);
  expect(await swept(folder)).toEqual({ gone: [], damaged: [nameOf('old')] });
  expect(await pathsIn(folder)).toEqual(before);
});

test('deleting that was cut off comes to its end, whatever the age', async () => {
  const folder = await dataFolder();
  await talked(folder, 'a', today);
  const { document } = filesOf(folder, 'a');
  const record = JSON.parse(await readFile(document, 'utf8'));
  await writeFile(document, JSON.stringify({ ...record, cases: [], pending: [], deleting: true }));
  expect((await swept(folder)).gone).toEqual([nameOf('a')]);
  expect(await pathsIn(folder)).toEqual([]);
});

test('a running service deletes by itself, and its log tells a number and no name', async () => {
  const folder = await dataFolder();
  await talked(folder, 'old', daysAgo(31));
  await talked(folder, 'young', daysAgo(29));
  const { log } = await realService(folder, { RETENTION_DAYS: '30' });
  await expect.poll(log).toContain('conversations deleted');
  expect(log()).not.toContain('张三丰');
  const { shelf } = embeddedStore(folder);
  expect(await shelf.look(nameOf('old'))).toBeUndefined();
  expect(await shelf.look(nameOf('young'))).toBeDefined();
});

test('a word that is said while the shelf is gone along keeps the conversation', async () => {
  const folder = await dataFolder();
  await talked(folder, 'a', daysAgo(181));
  const store = embeddedStore(folder);
  const said = talker(openHall(folder, { store }), 'a')('你好');
  expect(await retireOld(store.shelf, retainedSince(today, 180))).toEqual({ gone: [], damaged: [] });
  await said;
  expect(await embeddedStore(folder).shelf.look(nameOf('a'))).toBeDefined();
});

describe('the command', () => {
  const run = promisify(execFile);
  /** Runs it; the folder's talks are of 2023. */
  const command = async (folder: string, ...options: string[]) =>
    run(process.execPath, [join(project, 'bot/retention/run.ts'), ...options], {
      env: { ...process.env, DATA_DIR: folder },
    }).catch((error: { stdout: string; stderr: string }) => error);

  test('lists what would go by hashed name and date only, then deletes it, but not beside a running service', async () => {
    const folder = await dataFolder();
    await talked(folder, 'old', today);
    await talked(terminalFolder(folder), 'terminal-1', today);
    const before = await pathsIn(folder);
    const owned = await ownFolder(folder);
    onTestFinished(() => owned.release());
    const listed = await command(folder, '--dry-run');
    expect(listed.stdout).toContain(`将删除  ${nameOf('old')}  2023-05-08`);
    expect(listed.stdout).not.toMatch(/张三丰|old/);
    expect((await command(folder)).stderr).toContain('正由这台机器上的另一个进程使用');
    await owned.release();
    expect(await pathsIn(folder)).toEqual(before);
    expect((await command(folder)).stdout).toContain('已删除 2 段对话');
    expect(await pathsIn(folder)).toEqual([]);
    expect((await command(folder, '--dryrun')).stderr).toContain('没有这个选项');
  }, 60_000);
});
