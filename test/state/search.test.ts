import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { hashedPath } from '../../state/lowdb/files.ts';
import type { TranscriptLine } from '../../state/transcript.ts';
import type { FoundLine } from '../../state/transcripts.ts';
import { dataFolder } from '../support/hallTalk.ts';
import { all, answerAll, arrival, at, leaving, line } from '../support/saying.ts';
import { filesWith, header, person, searching, storeOf, texts, written } from './searching.ts';

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
  const before = storeOf(folder);
  for (const name of ['left', 'retired', 'removed', 'stays']) {
    await before.talks.accept(arrival(name, `机密${name}`));
    await answerAll(before, name);
    await before.talks.accept(arrival(name, `再说机密${name}`));
  }
  await before.close();
  const { talks, transcripts, shelf } = storeOf(folder);
  expect(await texts(transcripts, '机密')).toHaveLength(12);
  expect(await filesWith(join(folder, 'search'), '机密left')).not.toEqual([]);
  await talks.turn('left', leaving);
  await transcripts.remove('removed');
  await shelf.retire(shelf.nameOf('retired'), () => true);
  for (const name of ['left', 'retired', 'removed'])
    expect([name, await filesWith(folder, `机密${name}`)]).toEqual([name, []]);
  expect(await filesWith(folder, '机密stays')).not.toEqual([]);
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
  const { transcripts } = storeOf(folder);
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
