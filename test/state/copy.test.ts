/** One home of the state copied into another: everything is there, nothing is overwritten, what was cut off is finished. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { compare, copy, noProgress, strangers } from '../../state/copy.ts';
import { hashOf } from '../../state/hash.ts';
import { embeddedStore } from '../../state/lowdb/index.ts';
import { folderPieces } from '../../state/lowdb/pieces.ts';
import { countsIn, disk, listOf, moved, nothingElse, piecesIn, sameAs } from '../support/copying.ts';
import { faultyDisk } from '../support/faultyDisk.ts';
import { type FilledHome, filledHome, planted } from '../support/filledHome.ts';
import { dataFolder, filesOf, openHall, talker } from '../support/hallTalk.ts';
import { all, answering, arrival } from '../support/saying.ts';

let filled: FilledHome;
beforeAll(async () => {
  filled = await filledHome();
});
afterAll(() => filled.remove());

test('a copy that was cut off anywhere is finished by the next, which leaves alone what is there', async () => {
  const source = await piecesIn(filled.folder);
  const wanted = await listOf(source);
  let writes = 0;
  for (let whole = false; !whole; writes += 1) {
    const target = await dataFolder();
    const { disk: faulty, refuse } = faultyDisk(false);
    let left = writes;
    refuse(({ call }) => (call === 'rename' || call === 'appendFile') && left-- <= 0, { half: true });
    whole = await folderPieces(target, { now: new Date(), as: 'target', disk: faulty })
      .then((pieces) => copy(source, pieces, noProgress()))
      .then(
        () => true,
        () => false,
      );
    const [there, progress] = [await listOf(await piecesIn(target, 'target')), noProgress()];
    await copy(source, await piecesIn(target, 'target'), progress);
    expect(await listOf(await piecesIn(target)), `${writes} writes`).toEqual(wanted);
    const kept = there.filter((piece) => wanted.some((each) => JSON.stringify(each) === JSON.stringify(piece)));
    expect(progress).toMatchObject({ put: wanted.length - kept.length, kept: kept.length });
  }
  expect(writes).toBeGreaterThan(15);
});

test('a copy overwrites nothing: a talk that went on in the target is told and stays', async () => {
  const { folder } = filled;
  const target = await dataFolder();
  const source = await piecesIn(folder);
  await moved(source, await piecesIn(target, 'target'));
  const store = embeddedStore(target, { disk });
  await talker(openHall(target, { store, now: () => new Date() }), 'verdict')('修改');
  await store.talks.accept(arrival('gone', 'again'));
  await store.close();
  const before = await listOf(await piecesIn(target));
  const compared = await moved(source, await piecesIn(target, 'target'));
  const different = ['verdict', 'gone'].map((id) => ({ kind: 'talk', name: hashOf(id) }));
  expect(compared).toMatchObject({ ...nothingElse, different: expect.arrayContaining(different) });
  expect(compared.different).toHaveLength(2);
  expect(await listOf(await piecesIn(target))).toEqual(before);
});

test('a copy goes into a target that has others, which are counted and stay', async () => {
  const { folder } = filled;
  const target = await dataFolder();
  const store = embeddedStore(target, { disk });
  await store.talks.accept(arrival('other', 'a'));
  await store.talks.turn('other', answering());
  await store.close();
  const [source, pieces] = [await piecesIn(folder), await piecesIn(target, 'target')];
  expect(await strangers(source, pieces)).toBe(1);
  expect(await strangers(pieces, pieces)).toBe(0);
  const compared = await moved(source, pieces);
  expect(compared).toMatchObject({ ...nothingElse, extra: [{ kind: 'talk', name: hashOf('other') }] });
  expect(await strangers(source, await piecesIn(target))).toBe(1);
});

test('a copy gives its key to a target in which nobody talked, and to no other', async () => {
  const { folder } = filled;
  const source = await piecesIn(folder);
  const [blank, used] = [await dataFolder(), await dataFolder()];
  for (const target of [blank, used]) {
    const store = embeddedStore(target, { disk });
    await store.signingKey();
    if (target === used) await store.talks.accept(arrival('verdict', 'elsewhere'));
    await store.close();
  }
  expect(await moved(source, await piecesIn(blank, 'target'))).toMatchObject(nothingElse);
  const { different } = await moved(source, await piecesIn(used, 'target'));
  expect(different.map(({ kind }) => kind)).toEqual(['key', 'talk']);
});

test.each([
  ['a word of a line', (text: string) => text.replace(planted, '赣江源尾')],
  ['a line', (text: string) => text.split('\n').toSpliced(3, 1).join('\n')],
  ['a delivery', (text: string) => text.replace('"delivery":"visible"', '"delivery":"sent"')],
])('a copy in which %s differs is told by the comparison', async (_what, change) => {
  const { folder } = filled;
  const target = await dataFolder();
  const source = await piecesIn(folder);
  await moved(source, await piecesIn(target, 'target'));
  const { transcript } = filesOf(target, 'verdict');
  const text = await readFile(transcript, 'utf8');
  await writeFile(transcript, change(text));
  expect(change(text)).not.toBe(text);
  const compared = await compare(source, await piecesIn(target), noProgress());
  expect(compared).toMatchObject({ ...nothingElse, different: [{ kind: 'talk', name: hashOf('verdict') }] });
  const unlike = compared.tallies.filter(({ source: one, target: other }) => one.hash !== other.hash);
  expect(unlike.map(({ row }) => row)).toContain('lines');
});

test('a copy names what cannot be understood, takes the rest, and changes nothing of its source', async () => {
  const folder = await sameAs(filled.folder);
  const { document, transcript } = filesOf(folder, 'verdict');
  await writeFile(document, '{"schema":1,"name":张三}');
  await writeFile(transcript, `${await readFile(transcript, 'utf8')}{"seq":张三}\n{"seq":9`);
  await writeFile(join(folder, 'inbox.jsonl'), `${await readFile(join(folder, 'inbox.jsonl'), 'utf8')}{"seq":9`);
  const aside = `${filesOf(folder, 'teams').document}.damaged-1`;
  await writeFile(aside, '{');
  const before = await Promise.all([document, transcript].map((path) => readFile(path, 'utf8')));
  const target = await dataFolder();
  const compared = await moved(await piecesIn(folder), await piecesIn(target, 'target'));
  const damaged = ['verdict', 'teams'].map((id) => ({ kind: 'talk', name: hashOf(id) }));
  expect(compared).toMatchObject({ ...nothingElse, damaged: expect.arrayContaining(damaged) });
  expect(compared.damaged).toHaveLength(2);
  expect(await Promise.all([document, transcript].map((path) => readFile(path, 'utf8')))).toEqual(before);
  const store = embeddedStore(target, { disk });
  onTestFinished(() => store.close());
  expect((await store.talks.read('verdict', 0)).length).toBeGreaterThan(10);
});

test('a copy takes nothing of a conversation whose deletion was cut off, nor of what has ended', async () => {
  const folder = await sameAs(filled.folder);
  const { document } = filesOf(folder, 'verdict');
  const record = JSON.parse(await readFile(document, 'utf8'));
  const marked = { ...record, cases: [], pending: [], deleting: true };
  await writeFile(document, JSON.stringify(marked));
  const target = await dataFolder();
  const compared = await moved(await piecesIn(folder), await piecesIn(target, 'target'));
  expect(compared).toMatchObject(nothingElse);
  expect(countsIn(compared)).toMatchObject({ talks: 4, checklists: 0, exports: 0 });
  const tomorrow = new Date(Date.now() + 25 * 60 * 60 * 1000);
  const later = await folderPieces(folder, { now: tomorrow, as: 'source' });
  const kinds = (await all(later.list())).map(({ piece }) => piece?.kind === 'talk' && piece.value.departed);
  expect(kinds.filter((departed) => departed)).toEqual([]);
});
