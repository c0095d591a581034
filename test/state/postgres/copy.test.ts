/** A folder copied into a database, and that into another folder. */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { copy, noProgress } from '../../../state/copy.ts';
import { hashOf } from '../../../state/hash.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { postgresStore } from '../../../state/postgres/index.ts';
import { databasePieces } from '../../../state/postgres/pieces.ts';
import type { Store } from '../../../state/store.ts';
import { openQuestion } from '../../support/applicant.ts';
import { countsIn, listOf, moved, nothingElse, piecesIn, sameAs } from '../../support/copying.ts';
import { type FilledHome, filledHome, seenIn } from '../../support/filledHome.ts';
import { dataFolder, incoming, openHall, repliesTo, talker } from '../../support/hallTalk.ts';
import { hasPostgres } from '../../support/postgres.ts';
import { answering, arrival, leaving, line } from '../../support/saying.ts';
import { dropDatabase, newDatabase, sharedServer } from '../../support/sharedPostgres.ts';

let filled: FilledHome;
beforeAll(async () => {
  filled = await filledHome();
});
afterAll(() => filled.remove());

async function emptyDatabase(): Promise<string> {
  const server = await sharedServer();
  const url = await newDatabase(server);
  onTestFinished(() => dropDatabase(server, url));
  return url;
}

describe.skipIf(!hasPostgres)('a folder copied into a database, and that into another folder', () => {
  test('gives back piece by piece what it was, and what people see is the same in all three', async () => {
    const first = await sameAs(filled.folder);
    const [source, url, last] = [await piecesIn(first), await emptyDatabase(), await dataFolder()];
    const database = await databasePieces(url, { now: new Date(), as: 'target' });
    const there = await moved(source, database);
    expect(there).toMatchObject(nothingElse);
    expect(countsIn(there)).toMatchObject({ talks: 5, waiting: 1, pending: 1, dead: 1, departed: 1 });
    expect(countsIn(there)).toMatchObject({ checklists: 1, exports: 1, documents: 3, key: 1 });
    expect(countsIn(there).taken).toBeGreaterThan(10);
    const back = await moved(database, await piecesIn(last, 'target'));
    expect(back).toMatchObject(nothingElse);
    expect(back.tallies).toEqual(there.tallies);
    expect(await listOf(await piecesIn(last))).toEqual(await listOf(source));
    await database.close();

    const stores = [embeddedStore(first), await postgresStore(url), embeddedStore(last)];
    const seen = await Promise.all(stores.map((store) => seenIn(store, filled)));
    await Promise.all(stores.map((store) => store.close()));
    expect(seen[0]).toMatchObject({ pending: 1, exist: [true, false, true, true, true, true] });
    expect(seen[0]?.found.length).toBeGreaterThan(2);
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  test('the talks go on in each: what waited is answered, what is repeated has no effect, what was to be sent is sent', async () => {
    const { folder } = filled;
    const [url, last] = [await emptyDatabase(), await dataFolder()];
    const database = await databasePieces(url, { now: new Date(), as: 'target' });
    await copy(await piecesIn(folder), database, noProgress());
    await copy(database, await piecesIn(last, 'target'), noProgress());
    await database.close();
    for (const store of [await postgresStore(url), embeddedStore(last)]) {
      await goesOn(store);
      await store.close();
    }
  });

  test('of a deletion that is not told yet on its channel the database keeps the telling, and a folder says that it cannot', async () => {
    const urls = [await emptyDatabase(), await emptyDatabase()] as const;
    const store = await postgresStore(urls[0]);
    const address = { serviceUrl: 'https://channel.example' };
    await store.talks.accept(arrival('a', 'first', { address }));
    const told = [line(3, 'bot', '已删除', { delivery: 'pending' })];
    await store.talks.turn('a', async () => ({ ...(await leaving()), lines: () => told }));
    await store.close();
    const source = await databasePieces(urls[0], { now: new Date(), as: 'source' });
    const other = await databasePieces(urls[1], { now: new Date(), as: 'target' });
    expect(await moved(source, other)).toMatchObject(nothingElse);
    const folder = await piecesIn(await dataFolder(), 'target');
    expect(await moved(source, folder)).toMatchObject({ ...nothingElse, different: [{ name: hashOf('a') }] });
    for (const each of [source, other]) await each.close();
    const again = await postgresStore(urls[1]);
    onTestFinished(() => again.close());
    expect(await again.outbox.take(new Date(), 1, 1000)).toMatchObject([{ conversation: 'a', seq: 3, address }]);
  });

  test('what was sent and did not arrive goes along with its reason', async () => {
    const url = await emptyDatabase();
    const store = await postgresStore(url);
    await store.talks.accept(arrival('a', 'first', { address: { to: 'me' } }));
    await store.talks.turn('a', answering({}, 'pending'));
    for (const each of await store.outbox.take(new Date(), 1, 1000)) await store.outbox.settle(each, { state: 'sent' });
    await store.outbox.bounced('a', 3, '客户拒收');
    await store.close();
    const source = await databasePieces(url, { now: new Date(), as: 'source' });
    const folder = await dataFolder();
    expect(await moved(source, await piecesIn(folder, 'target'))).toMatchObject(nothingElse);
    await source.close();
    const copied = embeddedStore(folder);
    onTestFinished(() => copied.close());
    expect((await copied.talks.read('a', 2)).map(({ delivery, undelivered }) => [delivery, undelivered])).toEqual([
      ['failed', '客户拒收'],
    ]);
  });

  test('a database that a service is connected to is refused', async () => {
    const url = await emptyDatabase();
    const store = await postgresStore(url);
    onTestFinished(() => store.close());
    await store.signingKey();
    const opened = databasePieces(url, { now: new Date(), as: 'target' });
    await expect(opened).rejects.toThrow('正由运行中的服务使用');
    const shared = await databasePieces(url, { now: new Date(), as: 'shared' });
    await shared.close();
  });
});

/** What a start on a copy of the filled home does. */
async function goesOn(store: Store): Promise<void> {
  const hall = openHall('', { store, now: () => new Date() });
  await hall.resume();
  await hall.idle();
  const lines = await hall.read('waiting', 0);
  expect(openQuestion(repliesTo('w3', lines))?.id).toBe('partner.who');
  expect(openQuestion(await talker(hall, 'waiting')('韩国庆熙大学，在首尔', 'w4'))?.id).toBe('lead.origin');
  expect((await talker(hall, 'verdict')('修改')).length).toBeGreaterThan(0);
  const before = await Promise.all(['verdict', 'gone', 'anew', 'waiting'].map((id) => hall.read(id, 0)));
  const repeats: [string, string][] = [
    ['waiting', 'w1'],
    ['waiting', 'w3'],
    ['verdict', 'verdict 高校'],
    ['gone', 'gone 高校'],
    ['gone', 'gone 确定删除'],
    ['anew', 'anew 高校'],
  ];
  for (const [id, repeat] of repeats) expect(await hall.accept(incoming(id, '高校', repeat)), repeat).toBe('repeated');
  await hall.idle();
  expect(await Promise.all(['verdict', 'gone', 'anew', 'waiting'].map((id) => hall.read(id, 0)))).toEqual(before);
  const [sending] = await store.outbox.take(new Date(), 9, 1000);
  const third = { conversation: 'teams', channel: 'msteams', seq: 4, activity: { text: '三' } };
  expect(sending).toMatchObject({ ...third, begun: true });
  if (sending) await store.outbox.settle(sending, { state: 'sent' });
  expect((await hall.read('teams', 0)).map(({ delivery }) => delivery)).toEqual([undefined, 'sent', 'failed', 'sent']);
  expect(await store.outbox.take(new Date(), 9, 1000)).toEqual([]);
}
