import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { hashOf } from '../../../state/hash.ts';
import { postgresStore } from '../../../state/postgres/index.ts';
import type { Store } from '../../../state/store.ts';
import { hasPostgres, run } from '../../support/postgres.ts';
import { answerAll, answering, arrival, leaving, line, numbersOf, textsOf } from '../../support/saying.ts';
import { newDatabase, sharedServer } from '../../support/sharedPostgres.ts';

const id = 'teams:19:zhang.san/张三';

/** Homes on one database; `setting`: what its administrator has set for everybody. */
async function opened(count: number, setting?: string): Promise<{ stores: Store[]; url: string }> {
  const url = await newDatabase(await sharedServer());
  if (setting !== undefined) await run(url, `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET ${setting}`);
  const stores = await Promise.all(Array.from({ length: count }, () => postgresStore(url)));
  onTestFinished(async () => {
    await Promise.all(stores.map((store) => store.close()));
  });
  return { stores, url };
}

async function two(): Promise<[Store, Store, string]> {
  const { stores, url } = await opened(2);
  const [one, other] = stores as [Store, Store]; // two were asked for
  return [one, other, url];
}

/** An activity as a process of before the functions accepted it: statement by statement, under the lock of the row. */
async function acceptedAsBefore(url: string, conversation: string, activity: string): Promise<void> {
  await run(
    url,
    `DO $$ DECLARE talk talks; BEGIN
       SELECT * INTO talk FROM talks WHERE name = '${hashOf(conversation)}' FOR UPDATE;
       INSERT INTO lines (key, seq, told, at, line) VALUES (talk.key, talk.last_seq + 1, false, now(),
         ('${JSON.stringify({ ...line(7, 'person', `说${activity}`), activity: { id: activity, text: `说${activity}` } })}'::jsonb
           || jsonb_build_object('seq', talk.last_seq + 1))::json);
       INSERT INTO inbox (key, id, seq, answered) VALUES (talk.key, sha256('${activity}'), talk.last_seq + 1, false);
       UPDATE talks SET last_seq = talk.last_seq + 1, last_at = now(), changed_at = clock_timestamp() WHERE key = talk.key;
     END $$`,
  );
}

describe.skipIf(!hasPostgres)('a turn', () => {
  test('is one statement to accept and three to answer, and no more', async () => {
    const server = await sharedServer();
    const { stores } = await opened(1, "log_statement = 'all'");
    const [store] = stores as [Store]; // one was asked for
    const log = async (): Promise<string> => readFile(join(server.folder, 'server.log'), 'utf8');
    await store.talks.accept(arrival(id, 'first'));
    await store.talks.turn(id, answering());
    const before = (await log()).length;
    for (const each of ['a', 'b', 'c']) {
      await store.talks.accept(arrival(id, each));
      await store.talks.turn(id, answering());
    }
    const logged = (await log())
      .slice(before)
      .matchAll(/LOG: {2}(?:execute ([a-z-]+)|statement: (BEGIN.*begin_turn|COMMIT))/g);
    const statements = [...logged]
      .map(([, name, text]) => name ?? text?.replace(/ .* /, ' '))
      .filter((each) => each !== 'notify');
    const one = ['accept-activity', expect.stringMatching(/^BEGIN.*begin_turn$/), 'commit-turn', 'COMMIT'];
    expect(statements).toEqual([...one, ...one, ...one]);
  });

  test('makes its replies behind what others accepted meanwhile, and its process knows the number then', async () => {
    const [one, other] = await two();
    await one.talks.accept(arrival(id, 'a'));
    const replies = await one.talks.turn(id, async (turn) => {
      for (const each of ['b', 'c']) await other.talks.accept(arrival(id, each));
      return answering()(turn);
    });
    expect(numbersOf(replies ?? [])).toEqual([5]);
    const kept = await one.talks.accept(arrival(id, 'd'));
    expect(kept).toMatchObject([{ seq: 6, activity: { text: '说d' } }]);
    expect(await other.talks.read(id, 4)).toMatchObject([{ seq: 5, activity: { replyToId: 'a' } }, { seq: 6 }]);
  });

  test('of a conversation that another process deleted begins anew behind a greeting, and one that it began does not', async () => {
    const [one, other] = await two();
    for (const store of [one, other]) {
      await store.talks.accept(arrival(id, `before ${store === one}`));
      await store.talks.turn(id, answering());
    }
    await other.talks.accept(arrival(id, 'delete'));
    await other.talks.turn(id, leaving);
    expect(textsOf(await one.talks.accept(arrival(id, 'new')))).toEqual(['您好', '说new']);
    expect(textsOf(await other.talks.accept(arrival(id, 'more')))).toEqual(['说more']);
    await answerAll(one, id);
    expect(textsOf(await other.talks.read(id, 0))).toEqual(['您好', '说new', '说more', '答：说new', '答：说more']);
    expect((await other.talks.load(id))?.cases[0]?.told).toEqual(['new', 'more']);
  });

  test('stands on the document as another process left it, whatever this one has in hand', async () => {
    const [one, other] = await two();
    for (const [at, each] of ['a', 'b', 'c', 'd'].entries()) {
      const store = at % 2 === 0 ? one : other;
      await store.talks.accept(arrival(id, each));
      await store.talks.turn(id, answering());
    }
    expect((await one.talks.load(id))?.cases[0]?.told).toEqual(['a', 'b', 'c', 'd']);
  });

  test('goes on behind what a process of before accepted beside it, and answers that in its turn', async () => {
    const [one, , url] = await two();
    await one.talks.accept(arrival(id, 'a'));
    await one.talks.turn(id, answering());
    await acceptedAsBefore(url, id, 'b');
    expect(await one.talks.accept(arrival(id, 'b'))).toBe('repeated');
    expect(await one.talks.accept(arrival(id, 'c'))).toMatchObject([{ seq: 5 }]);
    expect(textsOf(await one.talks.turn(id, answering()))).toEqual(['答：说b']);
    expect(textsOf(await one.talks.turn(id, answering()))).toEqual(['答：说c']);
    expect(numbersOf(await one.talks.read(id, 0))).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('is one effect of many deliveries also where the administrator has set another isolation', async () => {
    const { stores } = await opened(2, "default_transaction_isolation = 'repeatable read'");
    const ids = Array.from({ length: 12 }, (_, number) => `m${number}`);
    await Promise.all(stores.flatMap(({ talks }) => ids.map((each) => talks.accept(arrival(id, each)))));
    const [one] = stores as [Store]; // two were asked for
    await answerAll(one, id);
    expect(numbersOf(await one.talks.read(id, 0))).toEqual(Array.from({ length: 25 }, (_, number) => number + 1));
  });
});
