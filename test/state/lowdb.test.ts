import { appendFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type ConversationRecord, newCase, newConversation } from '../../state/conversation.ts';
import { conversationFiles } from '../../state/lowdb/conversations.ts';
import { safeDisk } from '../../state/lowdb/files.ts';
import { embeddedStore } from '../../state/lowdb/index.ts';
import { transcriptFiles } from '../../state/lowdb/transcripts.ts';
import { DamagedError } from '../../state/store.ts';
import type { TranscriptLine } from '../../state/transcript.ts';
import { dataFolder, filesOf, incoming, openHall, pathsIn, talker } from '../support/hallTalk.ts';

/** An id as channels make them: with slashes, and with what tells who it is. */
const id = 'teams:19:zhang.san@例子.cn/../13800138000/张三';

function filled(): ConversationRecord {
  const facts = { 'lead.birthDate': '1965-04-11', partners: [{ country: '日本', longTermBasis: true }] };
  const record = newConversation(id, 'msteams');
  return {
    ...record,
    cases: [
      {
        ...newCase('case-1', '第1份', 'jx-intl-2023'),
        behalf: { name: '张三' },
        facts,
        trail: ['lead.birthDate'],
        total: 31,
      },
    ],
    openCase: 'case-1',
    seen: ['a', 'b'],
  };
}

const documentsIn = (folder: string) => conversationFiles(folder, safeDisk);
const transcriptsIn = (folder: string) => transcriptFiles(folder, safeDisk, () => {});
const to = { conversation: id, channel: 'msteams', begins: true };

const line = (seq: number, text: string): TranscriptLine => ({
  seq,
  at: '2023-05-08T02:00:00.000Z',
  from: 'person',
  activity: { id: `a${seq}`, type: 'message', text },
  guide: 'jx-intl-2023',
  overlay: null,
});
const texts = (lines: TranscriptLine[]) => lines.map(({ activity }) => activity.text);

test('a document is found again, whole, by a new store on the same folder', async () => {
  const folder = await dataFolder();
  await documentsIn(folder).save(filled());
  expect(await documentsIn(folder).load(id)).toEqual(filled());
  expect(await documentsIn(folder).load(`${id}2`)).toBeUndefined();
});

test('a saved document replaces the earlier one', async () => {
  const conversations = documentsIn(await dataFolder());
  await conversations.save(filled());
  await conversations.save({ ...filled(), cases: [], seen: ['c'] });
  expect(await conversations.load(id)).toMatchObject({ cases: [], seen: ['c'] });
});

test('nothing of who somebody is stands in a file name, and the files are for the service alone', async () => {
  const folder = await dataFolder();
  const store = embeddedStore(folder);
  const hall = openHall(folder, { store });
  await talker(hall, id)('你好');
  await store.signingKey();
  await store.documents.write('设置', id, { a: 1 });
  await store.talks.read(id, 0);
  await store.transcripts.append(id, 'directline', []);
  await hall.accept(incoming(id, '再见'));
  const paths = await pathsIn(folder);
  expect(paths.map((path) => path.split('/')[0]).toSorted()).toEqual([
    'conversations',
    'documents',
    'inbox.jsonl',
    'signing-key.json',
    'transcripts',
  ]);
  for (const path of paths) {
    expect(path).toMatch(/^([a-z]+\/([0-9a-f]{16}\/)?[0-9a-f]{2}\/[0-9a-f]{64}\.jsonl?|[a-z-]+\.jsonl?)$/);
    expect((await stat(join(folder, path))).mode & 0o077).toBe(0);
  }
  await store.close();
});

test.each([
  ['torn JSON', (text: string) => text.slice(0, -20)],
  ['an empty file', () => ''],
  ['JSON of another form', () => '{"schema": 1, "id": 7}'],
  ['a form of later years', (text: string) => text.replace('"schema":1', '"schema":9')],
])('%s is set aside as it is and told, and never overwritten', async (_what, damage) => {
  const folder = await dataFolder();
  const { document } = filesOf(folder, id);
  const conversations = documentsIn(folder);
  await conversations.save(filled());
  const damaged = damage(await readFile(document, 'utf8'));
  await writeFile(document, damaged);

  await expect(conversations.load(id)).rejects.toThrow(DamagedError);
  await conversations.save(filled());
  expect(await conversations.load(id)).toEqual(filled());
  const aside = (await readdir(dirname(document))).filter((name) => name.includes('damaged'));
  expect(aside).toHaveLength(1);
  expect(await readFile(join(dirname(document), aside[0] ?? ''), 'utf8')).toBe(damaged);
});

test('a document that cannot be read just now is not damaged: it stays where it is', async () => {
  const folder = await dataFolder();
  const { document } = filesOf(folder, id);
  await mkdir(document, { recursive: true });
  const failed = documentsIn(folder).load(id);
  await expect(failed).rejects.toThrow(/EISDIR/);
  expect((await stat(document)).isDirectory()).toBe(true);
});

test('a write that fails throws, leaves no temporary file, and the old document as it was', async () => {
  const folder = await dataFolder();
  const { document } = filesOf(folder, id);
  const conversations = documentsIn(folder);
  // A folder where the file should be: the rename, which is the commit, is refused like in a read-only folder.
  await mkdir(join(document, 'taken'), { recursive: true });
  await expect(conversations.save(filled())).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
  expect(await readdir(dirname(document))).toEqual([document.slice(dirname(document).length + 1)]);
});

test('a write where no folder can be made throws', async () => {
  const folder = await dataFolder();
  await writeFile(join(folder, 'conversations'), '');
  await expect(documentsIn(folder).save(filled())).rejects.toThrow(/ENOTDIR|EEXIST/);
  expect(await pathsIn(folder)).toEqual(['conversations']);
});

test('lines are read in order, with what became of their sending', async () => {
  const folder = await dataFolder();
  const lines = transcriptsIn(folder);
  await lines.append(to, [line(1, '一'), line(2, '二')]);
  await lines.append(to, []);
  await lines.append({ ...to, begins: false }, [
    { ...line(3, '三\n行'), delivery: 'pending' },
    { mark: 3, delivery: 'ambiguous', at: '2023-05-08T02:00:01.000Z' },
  ]);
  expect(await transcriptsIn(folder).read(id)).toEqual([
    line(1, '一'),
    line(2, '二'),
    { ...line(3, '三\n行'), delivery: 'ambiguous' },
  ]);
  expect(await lines.read('nobody')).toEqual([]);
  const [first] = (await readFile(filesOf(folder, id).transcript, 'utf8')).split('\n');
  expect(JSON.parse(first ?? '')).toEqual({ conversation: id, channel: 'msteams' });
});

test.each([1, 5, 40])(
  'a last line torn after %i bytes is no line; who goes on writing cuts it off first',
  async (bytes) => {
    const folder = await dataFolder();
    const { transcript } = filesOf(folder, id);
    await transcriptsIn(folder).append(to, [line(1, '一')]);
    const whole = await readFile(transcript, 'utf8');
    await appendFile(transcript, JSON.stringify(line(2, '撕')).slice(0, bytes));
    expect(texts(await transcriptsIn(folder).read(id))).toEqual(['一']);
    expect(texts(await transcriptsIn(folder).open(id))).toEqual(['一']);
    expect(await readFile(transcript, 'utf8')).toBe(whole);
    await transcriptsIn(folder).append({ ...to, begins: false }, [line(2, '二')]);
    expect(texts(await transcriptsIn(folder).read(id))).toEqual(['一', '二']);
  },
);

test('a line that was written twice is one line, and the first stands', async () => {
  const folder = await dataFolder();
  await transcriptsIn(folder).append(to, [line(1, '一'), line(2, '二')]);
  await transcriptsIn(folder).append({ ...to, begins: false }, [line(2, '二'), line(3, '三')]);
  expect(texts(await transcriptsIn(folder).read(id))).toEqual(['一', '二', '三']);
});

test('the signing key is made once and outlives the process', async () => {
  const folder = await dataFolder();
  const key = await embeddedStore(folder).signingKey();
  expect(key.length).toBeGreaterThanOrEqual(32);
  expect(await embeddedStore(folder).signingKey()).toBe(key);
  expect(await embeddedStore(await dataFolder()).signingKey()).not.toBe(key);
});

test('of a conversation that was answered this moment everything is found, in whatever order its files were written', async () => {
  const folder = await dataFolder();
  const store = embeddedStore(folder);
  await talker(openHall(folder, { store }), id)('开始自查');
  const inbox = join(folder, 'inbox.jsonl');
  const committed = await readFile(inbox, 'utf8');
  const [record, lines] = [await store.talks.load(id), await store.talks.read(id, 0)];
  await store.close();
  const found = async () => {
    const { talks, shelf } = embeddedStore(folder);
    return [await talks.load(id), await talks.read(id, 0), (await shelf.look(shelf.nameOf(id)))?.damaged];
  };
  expect(await found()).toEqual([record, lines, false]);
  // The process was killed before it emptied the inbox, before the document, and before the transcript.
  for (const lost of ['', filesOf(folder, id).document, filesOf(folder, id).transcript]) {
    await writeFile(inbox, committed);
    if (lost) await rm(lost);
    expect(await found()).toEqual([record, lines, false]);
  }
});

test('who only looks at a folder that another process serves leaves its inbox as it is', async () => {
  const folder = await dataFolder();
  const store = embeddedStore(folder);
  const say = talker(openHall(folder, { store }), id);
  await say('开始自查');
  const inbox = join(folder, 'inbox.jsonl');
  const before = await readFile(inbox, 'utf8');
  const other = embeddedStore(folder);
  for await (const kept of other.shelf.list()) expect(kept.damaged).toBe(false);
  await other.close();
  expect(await readFile(inbox, 'utf8')).toBe(before);
  await store.close();
});
