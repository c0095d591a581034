/** What staff did, said and read, copied from a folder into a database and from there into another folder. */
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { postgresStore } from '../../../state/postgres/index.ts';
import { databasePieces } from '../../../state/postgres/pieces.ts';
import { countsIn, moved, nothingElse, piecesIn } from '../../support/copying.ts';
import { dataFolder } from '../../support/hallTalk.ts';
import { hasPostgres } from '../../support/postgres.ts';
import { answering, arrival } from '../../support/saying.ts';
import { newDatabase, sharedServer } from '../../support/sharedPostgres.ts';
import { deed, talkAbout } from '../contract/staffLines.ts';

const by = { id: 'm1', name: '李老师' };
const entry = (at: string, about: string) => ({ at, by, deed: 'transcript.read', about });

/** A folder with staff in it; somebody's message and something that staff do wait for an answer. */
async function staffed(): Promise<string> {
  const folder = await dataFolder();
  const store = embeddedStore(folder);
  await talkAbout(store);
  await store.talks.accept(arrival('t', 'a'));
  await store.talks.turn('t', answering());
  await deed(store, 't', 'd1', { do: 'note', text: '便签' }, 5);
  await store.talks.turn('t', async ({ record }) => ({ record, lines: () => [] }));
  await store.talks.accept(arrival('t', 'b'));
  await deed(store, 't', 'd2', { do: 'mark', mark: 'wrong' }, 6);
  for (const about of ['a', 'b']) await store.audit.add(entry('2026-10-01T00:00:00Z', about));
  await store.audit.add(entry('2026-11-01T00:00:00Z', 'c'));
  await store.close();
  return folder;
}

describe.skipIf(!hasPostgres)('staff, copied', () => {
  test('are the same in all three, their waiting deeds are done, their repeated ones have no effect', async () => {
    const first = await staffed();
    const [source, last] = [await piecesIn(first), await dataFolder()];
    const url = await newDatabase(await sharedServer());
    const database = await databasePieces(url, { now: new Date(), as: 'target' });
    const there = await moved(source, database);
    expect(there).toMatchObject(nothingElse);
    expect(countsIn(there)).toMatchObject({ talks: 5, waiting: 2, audit: 3, taken: 0 });
    expect(await moved(database, await piecesIn(last, 'target'))).toMatchObject(nothingElse);
    await database.close();

    const stores = [embeddedStore(first), await postgresStore(url), embeddedStore(last)];
    onTestFinished(async () => {
      await Promise.all(stores.map((store) => store.close()));
    });
    const seen = await Promise.all(
      stores.map(async (store) => ({
        audit: await store.audit.list({}),
        before: await store.summaries.find({}),
        repeated: await Promise.all(['d1', 'd2'].map((id) => deed(store, 't', id, { do: 'note', text: 'x' }, 9))),
        done: [await store.talks.turn('t', answering()), await store.talks.turn('t', answering())].length,
        after: await store.summaries.find({ flagged: true }),
      })),
    );
    expect(seen[0]).toMatchObject({ repeated: ['repeated', 'repeated'], before: { length: 5 }, after: { length: 2 } });
    expect(seen[0]?.audit.items.map(({ about }) => about)).toEqual(['c', 'b', 'a']);
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  test('an audit that was copied in part is finished, one that differs is told and stays, damage is told', async () => {
    const first = await staffed();
    const target = await dataFolder();
    const store = embeddedStore(target);
    await store.audit.add(entry('2026-10-01T00:00:00Z', 'a'));
    await store.audit.add(entry('2026-11-01T00:00:00Z', 'elsewhere'));
    await store.close();
    const compared = await moved(await piecesIn(first), await piecesIn(target, 'target'));
    expect(compared).toMatchObject({ ...nothingElse, different: [{ kind: 'audit', name: '2026-11' }] });
    const again = embeddedStore(target);
    onTestFinished(() => again.close());
    expect((await again.audit.list({})).items.map(({ about }) => about)).toEqual(['elsewhere', 'b', 'a']);
    await appendFile(join(first, 'audit', '2026-10.jsonl'), '{"at":张三}\n');
    const { damaged } = await moved(await piecesIn(first), await piecesIn(await dataFolder(), 'target'));
    expect(damaged).toEqual([{ kind: 'audit', name: '2026-10' }]);
  });
});
