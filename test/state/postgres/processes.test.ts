import { describe, expect, onTestFinished, test } from 'vitest';
import { PostgresFault } from '../../../state/postgres/fault.ts';
import { postgresStore } from '../../../state/postgres/index.ts';
import type { Store } from '../../../state/store.ts';
import { hasPostgres } from '../../support/postgres.ts';
import { answerAll, answering, arrival, leaving, numbersOf, textsOf } from '../../support/saying.ts';
import { newDatabase, sharedServer } from '../../support/sharedPostgres.ts';
import { at, processes } from './processes.ts';

const id = 'teams:19:zhang.san/张三';

describe.skipIf(!hasPostgres)('several processes on one database', () => {
  test('fifty messages of one person at one instant, each sent to all: fifty effects, in the order of their lines', async () => {
    const stores = await processes(3);
    const ids = Array.from({ length: 50 }, (_, number) => `m${number}`);
    await Promise.all(
      stores.flatMap(({ talks }) =>
        ids.map(async (each) => {
          await talks.accept(arrival(id, each));
          await talks.turn(id, answering());
        }),
      ),
    );
    await answerAll(at(stores, 0), id);
    const lines = await at(stores, 1).talks.read(id, 0);
    expect(numbersOf(lines)).toEqual(Array.from({ length: 101 }, (_, number) => number + 1));
    const heard = lines.filter(({ from }) => from === 'person').map(({ activity }) => activity.id);
    expect(heard.toSorted()).toEqual(ids.toSorted());
    expect((await at(stores, 2).talks.load(id))?.cases[0]?.told).toEqual(heard);
    expect(lines.flatMap(({ activity }) => activity.replyToId ?? [])).toEqual(heard);
  });

  test('whoever reads meanwhile never sees a line before those with smaller numbers', async () => {
    const stores = await processes(2);
    let over = false;
    const reading = (async () => {
      for (let after = 0; !over; ) {
        const numbers = numbersOf(await at(stores, 0).talks.read(id, after));
        expect(numbers).toEqual(numbers.map((_, number) => after + number + 1));
        after += numbers.length;
      }
    })();
    await Promise.all(
      Array.from({ length: 30 }, async (_, number) => {
        const { talks } = at(stores, number);
        await talks.accept(arrival(id, `m${number}`));
        await talks.turn(id, answering());
      }),
    );
    over = true;
    await reading;
  });

  test('accepting does not wait for a turn that runs, here or elsewhere, and what it accepts waits for that turn', async () => {
    const [one, other] = (await processes(2)) as [Store, Store]; // two were asked for
    await one.talks.accept(arrival(id, 'a'));
    const entered = Promise.withResolvers<void>();
    const leave = Promise.withResolvers<void>();
    const turn = one.talks.turn(id, async (its) => {
      entered.resolve();
      await leave.promise;
      return answering()(its);
    });
    await entered.promise;
    expect(textsOf(await one.talks.accept(arrival(id, 'b')))).toEqual(['说b']);
    expect(textsOf(await other.talks.accept(arrival(id, 'c')))).toEqual(['说c']);
    expect(await other.talks.accept(arrival(id, 'a'))).toBe('repeated');
    expect(textsOf(await other.talks.read(id, 1))).toEqual(['说a', '说b', '说c']);
    const next = other.talks.turn(id, answering());
    leave.resolve();
    expect(textsOf(await turn)).toEqual(['答：说a']);
    expect(textsOf(await next)).toEqual(['答：说b']);
    expect(textsOf(await one.talks.turn(id, answering()))).toEqual(['答：说c']);
    expect((await other.talks.load(id))?.cases[0]?.told).toEqual(['a', 'b', 'c']);
  });

  test('a turn that waits for a conversation that leaves goes on with what was said meanwhile', async () => {
    const [one, other] = (await processes(2)) as [Store, Store]; // two were asked for
    await one.talks.accept(arrival(id, 'delete'));
    const entered = Promise.withResolvers<void>();
    const leave = Promise.withResolvers<void>();
    const departing = one.talks.turn(id, async () => {
      entered.resolve();
      await leave.promise;
      return leaving();
    });
    await entered.promise;
    await other.talks.accept(arrival(id, 'meanwhile'));
    const waiting = other.talks.turn(id, answering());
    leave.resolve();
    expect(textsOf(await departing)).toEqual(['已删除', '您好', '说meanwhile']);
    expect(textsOf(await waiting)).toEqual(['答：说meanwhile']);
    expect((await one.talks.load(id))?.cases[0]?.told).toEqual(['meanwhile']);
  });

  test('a process that freezes in the middle of a turn loses it to another, and commits nothing when it comes back', async () => {
    const url = await newDatabase(await sharedServer());
    const frozen = await postgresStore(`${url}?idle_in_transaction_session_timeout=600`);
    const other = await postgresStore(`${url}?statement_timeout=200`);
    onTestFinished(async () => {
      await Promise.all([frozen, other].map((store) => store.close()));
    });
    await frozen.talks.accept(arrival(id, 'a'));
    const entered = Promise.withResolvers<void>();
    const thaw = Promise.withResolvers<void>();
    const lost = frozen.talks
      .turn(id, async (turn) => {
        entered.resolve();
        await thaw.promise;
        return answering()(turn);
      })
      .catch((error: unknown) => error);
    await entered.promise;
    expect(textsOf(await other.talks.turn(id, answering()))).toEqual(['答：说a']);
    thaw.resolve();
    expect(await lost).toBeInstanceOf(PostgresFault);
    expect(await frozen.talks.turn(id, answering())).toBeUndefined();
    expect(textsOf(await frozen.talks.read(id, 0))).toEqual(['您好', '说a', '答：说a']);
  });

  test('work inside turns finds connections while all turns are taken', async () => {
    const [store] = await processes(1, { turns: 2, others: 1 });
    if (!store) return;
    const names = Array.from({ length: 12 }, (_, number) => `talk ${number}`);
    for (const name of names) await store.talks.accept(arrival(name, 'a'));
    const done = await Promise.all(
      names.map((name) =>
        store.talks.turn(name, async (turn) => {
          await Promise.all([store.talks.read(name, 0), store.documents.read('settings', 'x'), turn.lines()]);
          await store.talks.accept(arrival(name, 'b'));
          return answering()(turn);
        }),
      ),
    );
    expect(done.map(textsOf)).toEqual(names.map(() => ['答：说a']));
  });

  test('no more turns run at once than are allowed', async () => {
    const [store] = await processes(1, { turns: 3 });
    if (!store) return;
    const names = Array.from({ length: 12 }, (_, number) => `talk ${number}`);
    for (const name of names) await store.talks.accept(arrival(name, 'a'));
    let [now, most] = [0, 0];
    const leave = Promise.withResolvers<void>();
    const turns = names.map((name) =>
      store.talks.turn(name, async (turn) => {
        now += 1;
        most = Math.max(most, now);
        await leave.promise;
        now -= 1;
        return answering()(turn);
      }),
    );
    await expect.poll(() => now).toBe(3);
    for (const name of names) await store.talks.read(name, 0);
    leave.resolve();
    expect((await Promise.all(turns)).map(textsOf)).toEqual(names.map(() => ['答：说a']));
    expect(most).toBe(3);
  });

  test('what another process adds is told, also of an id that is too long to be told by name; one’s own is not', async () => {
    const [one, other] = (await processes(2)) as [Store, Store]; // two were asked for
    const long = `teams:${'长'.repeat(5000)}`;
    const [mine, theirs]: string[][] = [[], []];
    one.talks.onForeign((conversation) => mine?.push(conversation));
    const stop = other.talks.onForeign((conversation) => theirs?.push(conversation));
    // Until it listens.
    await expect
      .poll(async () => {
        await one.talks.accept(arrival('hello', crypto.randomUUID()));
        return theirs;
      })
      .toContain('hello');
    await one.talks.accept(arrival(id, 'a'));
    await expect.poll(() => theirs).toContain(id);
    await one.talks.accept(arrival(long, 'a'));
    await expect.poll(() => theirs).toContain(long);
    await one.talks.accept(arrival('answered', 'a'));
    await expect.poll(() => theirs).toContain('answered');
    const before = theirs?.filter((each) => each === 'answered').length;
    await one.talks.turn('answered', answering());
    await expect.poll(() => theirs?.filter((each) => each === 'answered').length).toBeGreaterThan(before ?? 0);
    stop();
    await other.talks.accept(arrival('last', 'a'));
    await expect.poll(() => mine).toContain('last');
    await one.talks.accept(arrival('after', 'a'));
    expect(mine).not.toContain(id);
    expect(theirs).not.toContain('after');
  });
});
