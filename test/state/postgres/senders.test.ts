import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { postgresStore } from '../../../state/postgres/index.ts';
import { hasPostgres } from '../../support/postgres.ts';
import { answering, arrival, line } from '../../support/saying.ts';
import { newDatabase, sharedServer } from '../../support/sharedPostgres.ts';
import { at, processes } from './processes.ts';

describe.skipIf(!hasPostgres)('several processes that send from one database', () => {
  test('what several send at once, each line is taken by one, in the order of its conversation', async () => {
    const stores = await processes(2);
    const address = { serviceUrl: 'https://channel.example' };
    for (let number = 0; number < 8; number += 1) {
      const { talks } = at(stores, number);
      await talks.accept(arrival(`talk ${number}`, 'a', { address }));
      await talks.turn(`talk ${number}`, async (turn) => ({
        ...(await answering()(turn)),
        lines: (seq) => [0, 1, 2].map((more) => line(seq + more, 'bot', `${more}`, { delivery: 'pending' })),
      }));
    }
    const sent: string[] = [];
    const now = new Date('2023-05-08T02:00:00Z');
    await Promise.all(
      [...stores, ...stores].map(async ({ outbox }) => {
        while ((await outbox.counts()).pending > 0) {
          for (const each of await outbox.take(now, 3, 60_000)) {
            sent.push(`${each.conversation}/${each.seq}`);
            await outbox.settle(each, { state: 'sent' });
          }
        }
      }),
    );
    expect(sent).toHaveLength(24);
    expect(new Set(sent).size).toBe(24);
    for (let number = 0; number < 8; number += 1)
      expect(sent.filter((each) => each.startsWith(`talk ${number}/`))).toEqual(
        [3, 4, 5].map((seq) => `talk ${number}/${seq}`),
      );
  });

  test('senders do not wait for each other: what one is just taking, the others pass by', async () => {
    const url = await newDatabase(await sharedServer());
    const stores = await Promise.all([postgresStore(url), postgresStore(url)]);
    const taking = new pg.Client({ connectionString: url });
    await taking.connect();
    onTestFinished(async () => {
      await taking.end();
      await Promise.all(stores.map((store) => store.close()));
    });
    const address = { serviceUrl: 'https://channel.example' };
    for (const name of ['first', 'second']) {
      await at(stores, 0).talks.accept(arrival(name, 'a', { address }));
      await at(stores, 0).talks.turn(name, answering({}, 'pending'));
    }
    await taking.query('BEGIN');
    await taking.query('SELECT FROM outbox ORDER BY id LIMIT 1 FOR UPDATE');
    const now = new Date('2023-05-08T02:00:00Z');
    const take = async (): Promise<string[]> =>
      (await Promise.all(stores.map(({ outbox }) => outbox.take(now, 5, 60_000))))
        .flat()
        .map((each) => each.conversation);
    expect(await take()).toEqual(['second']);
    await taking.query('ROLLBACK');
    expect(await take()).toEqual(['first']);
  });
});
