import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { appendFile, mkdir, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { hashOf } from '../../state/hash.ts';
import { hashedPath } from '../../state/lowdb/files.ts';
import { embeddedStore } from '../../state/lowdb/index.ts';
import { transcriptSearch } from '../../state/lowdb/search.ts';
import type { TranscriptLine } from '../../state/transcript.ts';
import type { FoundLine, Transcripts } from '../../state/transcripts.ts';
import { dataFolder, filesOf, pathsIn } from '../support/hallTalk.ts';
import { all, answerAll, arrival, at, leaving, line } from '../support/saying.ts';

const header = (conversation: string, channel = 'wecom'): string => JSON.stringify({ conversation, channel });
const person = (seq: number, text: string): TranscriptLine => line(seq, 'person', text);

/** Writes a transcript as it lies on the disk; objects are lines of JSON. */
async function written(folder: string, conversation: string, lines: readonly (object | string)[]): Promise<string> {
  const path = filesOf(folder, conversation).transcript;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, lines.map((each) => (typeof each === 'string' ? each : `${JSON.stringify(each)}\n`)).join(''));
  return path;
}

function searching(folder: string, unwritten?: () => Promise<readonly FoundLine[]>) {
  const search = transcriptSearch(folder, unwritten);
  onTestFinished(() => search.close());
  return search;
}

function store(folder: string) {
  const opened = embeddedStore(folder);
  onTestFinished(() => opened.close());
  return opened;
}

const texts = async (search: Pick<Transcripts, 'search'>, text?: string): Promise<unknown[]> =>
  (await search.search(text === undefined ? {} : { text })).items.map((each) => each.line.activity.text);

/** Files under the folder that hold the text, but for the signing key. */
async function filesWith(folder: string, text: string): Promise<string[]> {
  const found = [];
  for (const path of await pathsIn(folder)) {
    if ((await readFile(join(folder, path), 'utf8')).includes(text)) found.push(path);
  }
  return found;
}

/** The digests, of which there is one for each folder of transcripts. */
async function digestsIn(folder: string): Promise<string[]> {
  const files = await readdir(join(folder, 'search'));
  return files.map((file) => join(folder, 'search', file));
}

test('doubled lines, marks, torn ends and lines that cannot be understood are seen as reading a transcript sees them', async () => {
  const folder = await dataFolder();
  const bot = { ...line(2, 'bot', '答一', { delivery: 'pending' }) };
  const marks = [
    { mark: 2, delivery: 'failed', at: at(9) },
    { mark: 2, delivery: 'sent', at: at(9) },
  ];
  const odd = ['\n', 'null\n', '{"seq":9}\n', 'nonsense\n', { ...person(4, '四'), seq: '4' }];
  const doubled = { ...person(1, '一又'), at: at(50) };
  await written(folder, 'a', [
    `${header('a')}\n`,
    person(1, '一'),
    bot,
    doubled,
    ...marks,
    ...odd,
    person(3, '三'),
    JSON.stringify(person(5, '五')),
  ]);
  const search = searching(folder);
  expect(await texts(search)).toEqual(['三', '答一', '一']);
  expect((await search.search({ from: 'bot' })).items).toEqual([
    { conversation: 'a', channel: 'wecom', line: { ...bot, delivery: 'sent' } },
  ]);
  expect((await search.list()).items).toEqual([{ conversation: 'a', channel: 'wecom', begunAt: at(1), lastAt: at(3) }]);
});

test('a transcript of an earlier version is found by what its document says of it, one that nobody owns is not', async () => {
  const folder = await dataFolder();
  for (const name of ['old', 'orphan']) await written(folder, name, [person(1, '稀土')]);
  await written(folder, 'taken', [`${header('somebody else')}\n`, person(1, '稀土')]);
  const document = hashedPath(join(folder, 'conversations'), 'old', 'json');
  await mkdir(dirname(document), { recursive: true });
  await writeFile(document, JSON.stringify({ schema: 1, id: 'old', channel: 'console' }));
  const { items } = await searching(folder).search({ text: '稀土' });
  expect(items).toMatchObject([{ conversation: 'old', channel: 'console' }]);
});

test('nothing that a person said is left in any file when their conversation was deleted, also when it was searched before', async () => {
  const folder = await dataFolder();
  const before = store(folder);
  for (const name of ['left', 'retired', 'removed', 'stays']) {
    await before.talks.accept(arrival(name, `机密${name}`));
    await answerAll(before, name);
    await before.talks.accept(arrival(name, `再说机密${name}`));
  }
  await before.close();
  const { talks, transcripts, shelf } = store(folder);
  expect(await texts(transcripts, '机密')).toHaveLength(12);
  expect(await filesWith(join(folder, 'search'), '机密left')).not.toEqual([]);
  await talks.turn('left', leaving);
  await transcripts.remove('removed');
  await shelf.retire(shelf.nameOf('retired'), () => true);
  for (const name of ['left', 'retired', 'removed'])
    expect([name, await filesWith(folder, `机密${name}`)]).toEqual([name, []]);
  expect(await filesWith(folder, '机密stays')).not.toEqual([]);
});

test('words are forgotten by a process that never searched, if another one did', async () => {
  const folder = await dataFolder();
  for (const name of ['gone', 'stays']) await written(folder, name, [`${header(name)}\n`, person(1, `机密${name}`)]);
  const first = searching(folder);
  expect(await texts(first, '机密')).toHaveLength(2);
  await first.close();
  await rm(filesOf(folder, 'gone').transcript);
  await searching(folder).forget(hashOf('gone'));
  expect(await filesWith(folder, '机密gone')).toEqual([]);
  expect(await filesWith(folder, '机密stays')).toHaveLength(2);
});

test('forgetting starts nothing and leaves nothing where nobody ever searched', async () => {
  const folder = await dataFolder();
  const started: unknown[] = [];
  const count = (message: unknown): void => void started.push(message);
  subscribe('worker_threads', count);
  const search = searching(folder);
  await search.forget(hashOf('a'));
  search.changed(hashOf('a'));
  unsubscribe('worker_threads', count);
  expect(started).toEqual([]);
  expect(await pathsIn(folder)).toEqual([]);
});

test('what is being deleted is not found, even when the deleting was cut off', async () => {
  const folder = await dataFolder();
  for (const name of ['going', 'stays']) await written(folder, name, [`${header(name)}\n`, person(1, '稀土')]);
  const document = hashedPath(join(folder, 'conversations'), 'going', 'json');
  await mkdir(dirname(document), { recursive: true });
  await writeFile(document, JSON.stringify({ schema: 1, id: 'going', channel: 'wecom', deleting: true }));
  const search = searching(folder);
  expect((await search.search({ text: '稀土' }, { most: 1 })).items).toMatchObject([{ conversation: 'stays' }]);
  expect((await search.list(undefined, { most: 1 })).items).toMatchObject([{ conversation: 'stays' }]);
  expect((await all(search.export({}))).map(({ conversation }) => conversation)).toEqual(['stays']);
});

test('what became of transcripts while nobody searched is seen by the next one who does', async () => {
  const folder = await dataFolder();
  for (const name of ['grows', 'vanishes', 'changes', 'stays']) {
    await written(folder, name, [`${header(name)}\n`, person(1, `${name}一`)]);
  }
  const first = searching(folder);
  expect(await texts(first)).toHaveLength(4);
  await first.close();
  await appendFile(filesOf(folder, 'grows').transcript, `${JSON.stringify(person(2, 'grows二'))}\n`);
  await rm(filesOf(folder, 'vanishes').transcript);
  // Of the same length.
  const { transcript } = filesOf(folder, 'changes');
  await written(folder, 'new', [`${header('changes')}\n`, person(1, 'changes二')]);
  await rename(filesOf(folder, 'new').transcript, transcript);
  expect(await texts(searching(folder))).toEqual(
    ['grows二', 'stays一', 'changes二', 'grows一'].sort(() => 0).toSorted(byTime),
  );
  expect(await filesWith(join(folder, 'search'), 'vanishes一')).toEqual([]);
});

const damages: ((path: string) => Promise<unknown>)[] = [
  async (path) => truncate(path, (await stat(path)).size - 7),
  (path) => appendFile(path, '{"name":"'),
  (path) => appendFile(path, Buffer.alloc(100)),
  async (path) => {
    const { size } = await stat(path);
    await truncate(path, size - 30);
    await appendFile(path, Buffer.alloc(30));
  },
  (path) => writeFile(path, '[]\n{}\n'),
  (path) => writeFile(path, ''),
  (path) => rm(path),
];

test('digests that a crash left torn, full of zeros, empty or not at all are made anew of the transcripts', async () => {
  const folder = await dataFolder();
  const names = Array.from({ length: 3 * damages.length }, (_, number) => `talk ${number}.`);
  for (const name of names)
    await written(folder, name, [`${header(name)}\n`, person(1, `稀土${name}`), person(2, '完')]);
  const first = searching(folder);
  const before = (await first.search({})).items;
  expect(before).toHaveLength(2 * names.length);
  await first.close();
  const digests = await digestsIn(folder);
  expect(digests.length).toBeGreaterThan(damages.length);
  for (const [number, path] of digests.entries()) await damages[number % damages.length]?.(path);
  const again = searching(folder);
  expect((await again.search({})).items).toEqual(before);
  for (const name of names) expect(await texts(again, `稀土${name}`)).toEqual([`稀土${name}`]);
});

test('a digest that somebody removes or spoils while it is in use is made anew', async () => {
  const folder = await dataFolder();
  await written(folder, 'a', [`${header('a')}\n`, person(1, '稀土')]);
  const search = searching(folder);
  expect(await texts(search, '稀土')).toEqual(['稀土']);
  await rm(join(folder, 'search'), { recursive: true });
  expect(await texts(search, '稀土')).toEqual(['稀土']);
  for (const path of await digestsIn(folder)) await appendFile(path, 'x');
  expect(await texts(search, '稀土')).toEqual(['稀土']);
});

test('a conversation that grows is found with its newest line, and its digest does not grow without end', async () => {
  const folder = await dataFolder();
  const { transcripts } = store(folder);
  const { seq: _seq, ...first } = person(0, '稀土'.repeat(50));
  for (let number = 1; number <= 40; number += 1) {
    const activity = { ...first.activity, id: String(number), text: `${number}号${first.activity.text}` };
    await transcripts.append('a', 'wecom', [{ ...first, at: at(number), activity }]);
    expect((await transcripts.search({ text: `${number}号` })).items).toHaveLength(1);
  }
  const sizes = await Promise.all((await digestsIn(folder)).map(async (path) => (await stat(path)).size));
  const transcript = (await stat(filesOf(folder, 'a').transcript)).size;
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3 * transcript);
});

test('lines that are kept elsewhere count once, whether or not they stand in a transcript as well', async () => {
  const folder = await dataFolder();
  await written(folder, 'a', [`${header('a')}\n`, person(1, '一'), person(2, '二')]);
  const elsewhere = (conversation: string, ...lines: TranscriptLine[]): FoundLine[] =>
    lines.map((each) => ({ conversation, channel: 'wecom', line: each }));
  const search = searching(folder, async () => [
    ...elsewhere('a', person(2, '二'), person(3, '三')),
    ...elsewhere('b', person(1, '初')),
  ]);
  const both = { most: 2 };
  const page = await search.search({}, both);
  expect(page.items.map((each) => each.line.activity.text)).toEqual(['三', '二']);
  const rest = await search.search({}, { ...both, ...(page.next && { next: page.next }) });
  expect(rest.items.map((each) => each.line.activity.text).toSorted()).toEqual(['一', '初']);
  expect((await all(search.export({}))).map((each) => each.line.activity.text)).toEqual(['一', '二', '三', '初']);
  expect((await search.list()).items).toEqual([
    { conversation: 'a', channel: 'wecom', begunAt: at(1), lastAt: at(3) },
    { conversation: 'b', channel: 'wecom', begunAt: at(1), lastAt: at(1) },
  ]);
});

test('searching is done by one worker, and whoever asks when it dies gets an answer from the next', async () => {
  const folder = await dataFolder();
  const { transcripts } = store(folder);
  await transcripts.append('a', 'wecom', [{ ...person(1, '稀土') }]);
  const workers: Worker[] = [];
  const count = (message: unknown): void => {
    if (typeof message === 'object' && message !== null && 'worker' in message) workers.push(message.worker as Worker);
  };
  subscribe('worker_threads', count);
  onTestFinished(() => void unsubscribe('worker_threads', count));
  expect(await Promise.all([texts(transcripts, '稀土'), texts(transcripts, '土')])).toEqual([['稀土'], ['稀土']]);
  expect(workers).toHaveLength(1);
  const asked = texts(transcripts, '稀土');
  await workers[0]?.terminate();
  expect(await asked).toEqual(['稀土']);
  await transcripts.append('b', 'wecom', [{ ...person(2, '稀土二') }]);
  await workers[1]?.terminate();
  expect(await texts(transcripts, '稀土')).toEqual(['稀土二', '稀土']);
  expect(workers).toHaveLength(3);
});

test('digests are for the service alone to read, and no name of theirs tells who talked', async () => {
  const folder = await dataFolder();
  await written(folder, 'teams:张三', [`${header('teams:张三')}\n`, person(1, '稀土')]);
  expect(await texts(searching(folder))).toEqual(['稀土']);
  for (const path of await digestsIn(folder)) {
    expect(path).toMatch(/\/search\/[0-9a-f]{2}\.jsonl$/);
    expect((await stat(path)).mode & 0o077).toBe(0);
  }
});
