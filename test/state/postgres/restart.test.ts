import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { PostgresFault } from '../../../state/postgres/fault.ts';
import { postgresStore } from '../../../state/postgres/index.ts';
import type { Store } from '../../../state/store.ts';
import { hasPostgres, newServer, remove, start, stop, urlOf } from '../../support/postgres.ts';
import { answerAll, answering, arrival, numbersOf } from '../../support/saying.ts';

interface Load {
  /** Ids that were acknowledged, by conversation. */
  acknowledged: Map<string, string[]>;
  /** How many calls failed. */
  failed: number;
  stop(): Promise<void>;
}

/** People who write without a pause, and send again what was not acknowledged, as channels do. */
function load(stores: readonly Store[], people: number): Load {
  let over = false;
  const acknowledged = new Map<string, string[]>();
  const made: Load = {
    acknowledged,
    failed: 0,
    async stop() {
      over = true;
      await Promise.all(running);
    },
  };
  const running = Array.from({ length: people }, async (_, person) => {
    const conversation = `person ${person}`;
    const own: string[] = [];
    acknowledged.set(conversation, own);
    for (let number = 0; !over; number += 1) {
      const id = `m${number}`;
      for (let kept = false; !kept && !over; ) {
        const store = stores[(person + number) % stores.length];
        try {
          await store?.talks.accept(arrival(conversation, id));
          own.push(id);
          kept = true;
          await store?.talks.turn(conversation, answering());
        } catch {
          made.failed += 1;
          await after(20);
        }
      }
    }
  });
  return made;
}

const restarts: readonly ('fast' | 'immediate')[] = Array.from({ length: 10 }, (_, at) =>
  at % 2 === 0 ? 'fast' : 'immediate',
);

describe.skipIf(!hasPostgres)('while PostgreSQL is restarted under load', () => {
  test('ten times, the process lives, nothing acknowledged is lost or done twice, and all goes on by itself', async () => {
    const server = await newServer();
    onTestFinished(() => remove(server));
    const url = urlOf(server, 'postgres');
    const stores = await Promise.all([postgresStore(url), postgresStore(url)]);
    const [one, other] = stores;
    const told = new Set<string>();
    other.talks.onForeign((conversation) => told.add(conversation));
    const people = load(stores, 12);
    const count = (): number => [...people.acknowledged.values()].flat().length;
    for (const how of restarts) {
      const before = count();
      await expect.poll(count, { timeout: 20_000 }).toBeGreaterThan(before + 50);
      await stop(server, how);
      await expect(one.check()).rejects.toThrow(PostgresFault);
      await after(100);
      await start(server);
      const back = performance.now();
      const then = count();
      await expect.poll(count, { timeout: 20_000, interval: 10 }).toBeGreaterThan(then);
      expect(performance.now() - back).toBeLessThan(5000);
    }
    await people.stop();
    expect(people.failed).toBeGreaterThan(0);
    for (const [conversation, ids] of people.acknowledged) {
      await answerAll(one, conversation);
      const lines = await other.talks.read(conversation, 0);
      expect(numbersOf(lines)).toEqual(lines.map((_, at) => at + 1));
      const heard = lines.filter(({ from }) => from === 'person').map(({ activity }) => activity.id);
      // The last one may have been kept, and its acknowledgement lost.
      expect([ids, [...ids, `m${ids.length}`]]).toContainEqual(heard);
      expect(lines.flatMap(({ activity }) => activity.replyToId ?? [])).toEqual(heard);
      expect((await one.talks.load(conversation))?.cases[0]?.told).toEqual(heard);
    }
    told.clear();
    await one.talks.accept(arrival('after all', 'a'));
    await expect.poll(() => [...told], { timeout: 10_000 }).toContain('after all');
    await Promise.all(stores.map((store) => store.close()));
  });

  test('what was added while nobody was told is told when the connection is back', async () => {
    const server = await newServer();
    onTestFinished(() => remove(server));
    const url = urlOf(server, 'postgres');
    const listener = await postgresStore(url);
    const told: string[] = [];
    listener.talks.onForeign((conversation) => told.push(conversation));
    const writer = await postgresStore(url);
    await expect
      .poll(async () => {
        await writer.talks.accept(arrival('hello', crypto.randomUUID()));
        return told;
      })
      .toContain('hello');
    await stop(server, 'fast');
    await start(server);
    // Sooner than the listener is back.
    await writer.talks.accept(arrival('unheard', 'a'));
    await expect.poll(() => told, { timeout: 10_000 }).toContain('unheard');
    await Promise.all([listener, writer].map((store) => store.close()));
  });
});
