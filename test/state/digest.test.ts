import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { appendFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hashOf } from '../../state/hash.ts';
import { dataFolder, filesOf, pathsIn } from '../support/hallTalk.ts';
import { at } from '../support/saying.ts';
import { digestsIn, filesWith, header, person, searching, storeOf, texts, written } from './searching.ts';

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
  expect(await texts(searching(folder))).toEqual(['grows二', 'stays一', 'grows一', 'changes二']);
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
  const { transcripts } = storeOf(folder);
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

test('digests are for the service alone to read, and no name of theirs tells who talked', async () => {
  const folder = await dataFolder();
  await written(folder, 'teams:张三', [`${header('teams:张三')}\n`, person(1, '稀土')]);
  expect(await texts(searching(folder))).toEqual(['稀土']);
  for (const path of await digestsIn(folder)) {
    expect(path).toMatch(/\/search\/[0-9a-f]{2}\.jsonl$/);
    expect((await stat(path)).mode & 0o077).toBe(0);
  }
});
