import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { postgresStore } from '../../../state/postgres/index.ts';
import { refusalOf } from '../../../state/postgres/migrate.ts';
import { hasPostgres, run, urlOf } from '../../support/postgres.ts';
import { newDatabase, sharedServer } from '../../support/sharedPostgres.ts';

/** Nothing in it, not even tables. */
const empty = 'TEMPLATE template0';

/** As they stand in their folder. */
const migrations = async (): Promise<{ name: string }[]> =>
  (await readdir(join(import.meta.dirname, '../../../state/postgres/migrations')))
    .sort()
    .map((file) => ({ name: file.replace(/\.sql$/, '') }));

/** What opening it is refused with. */
const refusal = (url: string): Promise<unknown> =>
  postgresStore(url).then(
    (store) => store.close(),
    (error: unknown) => error,
  );

describe.skipIf(!hasPostgres)('a database', () => {
  test('that is empty is made fit by whoever comes first, however many start at once', async () => {
    const url = await newDatabase(await sharedServer(), empty);
    const stores = await Promise.all(Array.from({ length: 4 }, () => postgresStore(url)));
    const keys = await Promise.all(stores.map((store) => store.signingKey()));
    expect(new Set(keys).size).toBe(1);
    await Promise.all(stores.map((store) => store.close()));
    const migrated = await run(url, 'SELECT name FROM guohe_migrations ORDER BY id');
    expect(migrated).toEqual(await migrations());
  });

  test('in which no Chinese is found is refused, with what to do', async () => {
    const server = await sharedServer();
    for (const ctype of [
      "LC_CTYPE 'C' LOCALE_PROVIDER libc",
      "LC_CTYPE 'C' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C'",
    ]) {
      const url = await newDatabase(server, `${empty} LC_COLLATE 'C' ${ctype}`);
      await expect(postgresStore(url)).rejects.toThrow(/LC_CTYPE 是 C，在它里面检索不到中文。请另建一个数据库/);
      expect(await run(url, "SELECT to_regclass('public.talks') AS made")).toEqual([{ made: null }]);
    }
  });

  test('of another encoding is refused', async () => {
    const url = await newDatabase(
      await sharedServer(),
      `${empty} ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' LOCALE_PROVIDER libc`,
    );
    await expect(postgresStore(url)).rejects.toThrow(/编码是 SQL_ASCII，存不下所有汉字/);
  });

  test('that newer software has upgraded is refused, and left as it was', async () => {
    const url = await newDatabase(await sharedServer());
    await run(url, "INSERT INTO guohe_migrations (name, run_on) VALUES ('0999_of_next_year', now())");
    await expect(postgresStore(url)).rejects.toThrow(
      /由更新版本的程序升级过（0999_of_next_year）.*请启动更新版本的程序/,
    );
    expect(await run(url, 'SELECT name FROM guohe_migrations ORDER BY id')).toEqual([
      ...(await migrations()),
      { name: '0999_of_next_year' },
    ]);
  });

  test('in which pg_trgm cannot be made is refused, with what the administrator has to do', async () => {
    const server = await sharedServer();
    const url = await newDatabase(server, empty);
    await run(url, "CREATE ROLE nobody LOGIN PASSWORD 'nothing'").catch(() => {});
    await run(url, 'GRANT ALL ON SCHEMA public TO nobody');
    const theirs = url.replace(/postgres:[^@]+@/, 'nobody:nothing@');
    await expect(postgresStore(theirs)).rejects.toThrow(/CREATE EXTENSION pg_trgm;.*再启动/);
    await run(url, 'CREATE EXTENSION pg_trgm');
    const store = await postgresStore(theirs);
    await expect(store.check()).resolves.toBeUndefined();
    await store.close();
  });

  test('that can only be read is refused', async () => {
    const url = await newDatabase(await sharedServer());
    await run(url, `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET default_transaction_read_only = on`);
    await expect(postgresStore(url)).rejects.toThrow(/只能读，不能写/);
  });

  test('of a version that is too old is refused', () => {
    const about = { encoding: 'UTF8', name: 'desk', readOnly: false };
    expect(refusalOf({ ...about, version: 130_014 })).toMatch(/PostgreSQL 13 太旧：需要 14 或更新的版本/);
    expect(refusalOf({ ...about, version: 140_000 })).toBeUndefined();
  });

  test('that cannot be reached is told, without the password', async () => {
    const server = await sharedServer();
    const secret = 'p4ssw0rd';
    const wrong = [
      urlOf(server, 'postgres').replace(/:[^:@]+@/, `:${secret}@`),
      `postgresql://desk:${secret}@127.0.0.1:1/desk`,
      `postgresql://desk:${secret}@no-such-host.invalid/desk`,
      `postgresql://desk:${secret}@[not an address/desk`,
      `mysql://desk:${secret}@127.0.0.1/desk`,
    ];
    for (const url of wrong) {
      const error = await refusal(url);
      expect(error).toBeInstanceOf(Error);
      const { message = '', stack = '', ...more } = error as Error;
      expect(message).toMatch(/数据库|DATABASE_URL/);
      expect(JSON.stringify([message, stack, more])).not.toContain(secret);
    }
  });
});
