import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Checklist } from '../../state/checklists.ts';
import { hashedPath } from '../../state/lowdb/files.ts';
import { embeddedStore } from '../../state/lowdb/index.ts';
import { dataFolder, pathsIn } from '../support/hallTalk.ts';

const id = 'A'.repeat(32);
const expiresAt = '2023-05-15T02:00:00.000Z';
const [before, after] = [new Date('2023-05-15T01:59:59.999Z'), new Date(expiresAt)];

const kept = (change: Partial<Checklist> = {}): Checklist => ({
  schema: 1,
  madeAt: '2023-05-08T02:00:00.000Z',
  expiresAt,
  language: 'zh',
  verdict: 'fixable',
  headline: '补齐 1 项后可以申报',
  subtitle: '张老师',
  facts: [{ label: '合作方', value: '德国，吉森大学' }],
  rows: [
    {
      section: 'missing',
      title: '推荐函',
      what: '没有。',
      todo: '出具。',
      who: '推荐单位',
      clauses: ['一'],
      quotes: [],
    },
  ],
  better: [],
  priorities: [],
  advice: ['注意（二）'],
  cautions: ['“近2年”：没有写哪两年（附5 三（二））'],
  met: [{ title: '在江西注册', clause: '附5 三（一）' }],
  caveat: '以科技厅审核为准。',
  ...change,
});
const pathOf = (folder: string, of = id): string => hashedPath(join(folder, 'checklists'), of, 'json');

test('a checklist is found again, whole, by a new store on the same folder, and under no other id', async () => {
  const folder = await dataFolder();
  await embeddedStore(folder).checklists.save(id, kept());
  const { checklists } = embeddedStore(folder);
  expect(await checklists.load(id, before)).toEqual(kept());
  expect(await checklists.load(id.toLowerCase(), before)).toBeUndefined();
  expect(await checklists.load('../conversations/x', before)).toBeUndefined();
});

test('one that was kept before there were cautions opens without any', async () => {
  const folder = await dataFolder();
  const { checklists } = embeddedStore(folder);
  await checklists.save(id, kept());
  const { cautions: _cautions, ...older } = kept();
  await writeFile(pathOf(folder), (await readFile(pathOf(folder), 'utf8')).replace(/"cautions":\[[^\]]*\],/, ''));
  expect(await checklists.load(id, before)).toEqual({ ...older, cautions: [] });
});

test('it is there to its last millisecond; found after it, it is dropped from the disk', async () => {
  const folder = await dataFolder();
  const { checklists } = embeddedStore(folder);
  await checklists.save(id, kept());
  expect(await checklists.load(id, before)).toBeDefined();
  expect(await checklists.load(id, after)).toBeUndefined();
  expect(await pathsIn(folder)).toEqual([]);
  expect(await checklists.load(id, before)).toBeUndefined();
});

test('the id is not in the file name nor in the file, and the file is for the service alone', async () => {
  const folder = await dataFolder();
  await embeddedStore(folder).checklists.save(id, kept());
  expect(await pathsIn(folder)).toEqual([pathOf(folder).slice(folder.length + 1)]);
  expect(await readFile(pathOf(folder), 'utf8')).not.toContain(id);
  expect((await stat(pathOf(folder))).mode & 0o077).toBe(0);
});

test.each([
  ['torn', (text: string) => text.slice(0, -20)],
  ['empty', () => ''],
  ['of another form', (text: string) => text.replace('"schema":1', '"schema":9')],
])('a file that is %s is no checklist, and the next sweep drops it', async (_what, damage) => {
  const folder = await dataFolder();
  const { checklists } = embeddedStore(folder);
  await checklists.save(id, kept());
  await writeFile(pathOf(folder), damage(await readFile(pathOf(folder), 'utf8')));
  expect(await checklists.load(id, before)).toBeUndefined();
  expect(await checklists.sweep(before)).toBe(1);
  expect(await pathsIn(folder)).toEqual([]);
});

test('a sweep drops what has ended, and keeps the rest', async () => {
  const folder = await dataFolder();
  const { checklists } = embeddedStore(folder);
  expect(await checklists.sweep(after)).toBe(0);
  const later = 'B'.repeat(32);
  await checklists.save(id, kept());
  await checklists.save(later, kept({ expiresAt: '2023-05-15T02:00:00.001Z' }));
  expect(await checklists.sweep(after)).toBe(1);
  expect(await pathsIn(folder)).toEqual([pathOf(folder, later).slice(folder.length + 1)]);
});

test('dropping what is not there is nothing', async () => {
  const { checklists } = embeddedStore(await dataFolder());
  await checklists.drop(id);
  await checklists.save(id, kept());
  await checklists.drop(id);
  expect(await checklists.load(id, before)).toBeUndefined();
});
