/** Lists of the embedded home: made of transcripts, whatever became of what was derived from them. */
import { appendFile, cp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { embeddedStore } from '../../state/lowdb/index.ts';
import type { Summary } from '../../state/summary.ts';
import { faultyDisk } from '../support/faultyDisk.ts';
import { dataFolder, filesOf } from '../support/hallTalk.ts';
import { answerAll, answering, arrival, at, leaving } from '../support/saying.ts';
import { deed, talkAbout } from './contract/staffLines.ts';
import { digestsIn, filesWith, storeOf } from './searching.ts';

/** What a process finds that begins with the folder as it lies there. */
async function foundIn(folder: string): Promise<readonly Summary[]> {
  const store = embeddedStore(folder);
  const found = await store.summaries.find({});
  await store.close();
  return found;
}

test.each<[string, (path: string) => Promise<unknown>]>([
  ['torn', async (path) => truncate(path, (await readFile(path)).length - 9)],
  ['followed by nonsense', (path) => appendFile(path, '{"name":"')],
  [
    'changed in the middle',
    async (path) => writeFile(path, (await readFile(path, 'utf8')).replace('"messages":1', '"messages":9')),
  ],
  [
    'of an earlier form',
    async (path) => writeFile(path, (await readFile(path, 'utf8')).replace(/"form":\d+/, '"form":0')),
  ],
  ['empty', (path) => writeFile(path, '')],
  ['gone', (path) => rm(path)],
])('what is derived is %s, and is made anew of the transcripts', async (_how, spoil) => {
  const folder = await dataFolder();
  const store = embeddedStore(folder);
  await talkAbout(store);
  const found = await store.summaries.find({});
  expect(found).toHaveLength(4);
  await store.close();
  for (const path of await digestsIn(folder)) await spoil(path);
  expect(await foundIn(folder)).toEqual(found);
  expect(await foundIn(folder)).toEqual(found);
});

test('a process that was killed leaves nothing out: neither what waits, nor what is committed and stands in no file of its own', async () => {
  const folder = await dataFolder();
  const store = storeOf(folder);
  for (const id of ['a', 'b']) await store.talks.accept(arrival('t', id));
  await store.talks.turn('t', answering());
  await deed(store, 't', 'd', { do: 'note', text: '便签' }, 9);
  const frozen = await dataFolder();
  await cp(folder, frozen, { recursive: true });
  // The answer is the last that was said.
  const expected = { messages: 2, notes: 1, conversation: 't', channel: 'msteams', lastAt: at(4) };
  expect(await foundIn(frozen)).toMatchObject([expected]);
  expect(await store.summaries.find({})).toMatchObject([{ messages: 2, notes: 1 }]);
});

test('the words of an unanswered question leave the disk with their conversation', async () => {
  const folder = await dataFolder();
  const store = storeOf(folder);
  await talkAbout(store);
  expect(await store.summaries.find({ question: '稀土尾矿算不算' })).toHaveLength(1);
  expect((await filesWith(folder, '稀土尾矿')).some((path) => path.startsWith('search'))).toBe(true);
  await store.transcripts.remove('help');
  expect(await filesWith(folder, '稀土尾矿')).toEqual([]);
});

test('a conversation whose deletion the disk stopped half-way is in no list, now and after a restart', async () => {
  const folder = await dataFolder();
  const { disk, refuse } = faultyDisk(false);
  const store = embeddedStore(folder, { disk });
  onTestFinished(() => store.close());
  for (const name of ['gone', 'stays']) {
    await store.talks.accept(arrival(name, 'x'));
    await answerAll(store, name);
    await store.transcripts.append(name, 'msteams', []);
  }
  expect(await store.summaries.find({})).toHaveLength(2);
  await store.talks.accept(arrival('gone', '删除'));
  refuse(({ path }) => path.includes('departed'));
  await expect(store.talks.turn('gone', leaving)).rejects.toThrow();
  expect(await store.summaries.find({})).toMatchObject([{ conversation: 'stays' }]);
  const frozen = await dataFolder();
  await cp(folder, frozen, { recursive: true });
  await rm(`${frozen}/inbox.jsonl`, { force: true });
  expect(await readFile(filesOf(frozen, 'gone').transcript, 'utf8')).toContain('说x');
  expect(await foundIn(frozen)).toMatchObject([{ conversation: 'stays' }]);
});

test('the list goes on when what is derived is removed while it is in use', async () => {
  const folder = await dataFolder();
  const store = storeOf(folder);
  await talkAbout(store);
  expect(await store.summaries.find({})).toHaveLength(4);
  await rm(`${folder}/search`, { recursive: true });
  await store.talks.accept(arrival('t', 'x'));
  expect(await store.summaries.find({})).toHaveLength(5);
  await answerAll(store, 't');
  await store.transcripts.append('t', 'msteams', []);
  expect(await store.summaries.find({ text: '答：说x' })).toMatchObject([{ conversation: 't' }]);
});
