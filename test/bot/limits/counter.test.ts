import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { counter } from '../../../bot/limits/counter.ts';
import { countingClient } from '../../../bot/limits/shared.ts';
import { freePort } from '../../support/freePort.ts';
import { hasPostgres, run } from '../../support/postgres.ts';
import { dropDatabase, newDatabase, sharedServer } from '../../support/sharedPostgres.ts';

const options = { kind: 'person', limit: 3, seconds: 60, key: 'a key for tests' };
const times = async (n: number, take: () => Promise<{ over: boolean; first: boolean }>) => {
  const all = [];
  for (let at = 0; at < n; at += 1) all.push(await take());
  return all;
};

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Bytes, without what nobody uses any more. */
function heapInUse(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

test('so many may be in a minute, the next is the first that is too many, and then it begins anew', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: new Date('2023-05-08T02:00:00Z') });
  onTestFinished(() => void vi.useRealTimers());
  const { take } = counter(options);
  const told = await times(5, () => take('张'));
  expect(told.map(({ over, first }) => [over, first])).toEqual([
    [false, false],
    [false, false],
    [false, false],
    [true, true],
    [true, false],
  ]);
  vi.advanceTimersByTime(59_000);
  expect(await take('张')).toMatchObject({ over: true, first: false, remaining: 0, seconds: 1, limit: 3, window: 60 });
  expect((await take('李')).over).toBe(false);
  vi.advanceTimersByTime(1000);
  expect(await take('张')).toMatchObject({ over: false, remaining: 2, seconds: 60 });
});

test('a hundred thousand addresses are not all remembered: memory is bounded, and the newest count on', async () => {
  const { take } = counter({ ...options, limit: 2, most: 1000 });
  const before = heapInUse();
  for (let at = 0; at < 100_000; at += 1) await take(`10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`);
  expect(heapInUse() - before).toBeLessThan(10 * 1024 * 1024);
  // Of the last ones it is still known that they came; the first are forgotten.
  const newest = await times(2, () => take('10.1.134.159'));
  expect(newest.map(({ over }) => over)).toEqual([false, true]);
  const oldest = await times(2, () => take('10.0.0.0'));
  expect(oldest.map(({ over }) => over)).toEqual([false, false]);
});

describe.skipIf(!hasPostgres)('in PostgreSQL', () => {
  async function clients(n: number) {
    const server = await sharedServer();
    const url = await newDatabase(server);
    const warned: unknown[] = [];
    const all = await Promise.all(Array.from({ length: n }, () => countingClient(url, (error) => warned.push(error))));
    onTestFinished(async () => {
      await Promise.all(all.map((each) => each.end().catch(() => {})));
      await dropDatabase(server, url);
    });
    return { url, all, warned };
  }

  test('two processes count together, only one of them says so, and no name or address is in the table', async () => {
    const { url, all, warned } = await clients(2);
    const [one, other] = all.map((shared) => counter({ ...options, shared }));
    if (!one || !other) throw new Error('there are two');
    const told = await Promise.all(Array.from({ length: 10 }, (_, at) => (at % 2 ? one : other).take('203.0.113.9')));
    expect(told.filter(({ over }) => !over)).toHaveLength(3);
    expect(told.filter(({ first }) => first)).toHaveLength(1);
    expect((await one.take('203.0.113.9')).over).toBe(true);
    const rows = await run<{ key: string }>(url, 'SELECT key FROM rate_limits');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('203.0.113');
    expect(warned).toEqual([]);
  });

  test('while the database fails each process counts for itself, nobody is kept out, and nobody waits long', async () => {
    const { url, all, warned } = await clients(1);
    const { take } = counter({ ...options, shared: all[0] });
    expect((await take('张')).over).toBe(false);
    await run(url, 'ALTER TABLE rate_limits RENAME TO gone');
    const begun = performance.now();
    const told = await times(5, () => take('李'));
    expect(told.map(({ over }) => over)).toEqual([false, false, false, true, true]);
    expect(performance.now() - begun).toBeLessThan(2000);
    expect(warned).toHaveLength(1);
  });

  test('a database that cannot be reached holds nobody up', async () => {
    const begun = performance.now();
    const client = await countingClient(`postgresql://nobody@127.0.0.1:${await freePort()}/none`, () => {});
    onTestFinished(() => client.end());
    const { take } = counter({ ...options, shared: client });
    const told = await times(4, () => take('王'));
    expect(told.map(({ over }) => over)).toEqual([false, false, false, true]);
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});
