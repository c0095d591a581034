/** Makes a database fit to serve, or tells why it cannot be: at start, one process after the other. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { faultOf, PostgresFault } from './fault.ts';
import { type Access, limits } from './pool.ts';

/** The database cannot be served; the message says what, why, and what to do. */
export class UnfitError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnfitError';
  }
}

const folder = join(import.meta.dirname, 'migrations');
/** Not `migrations`: other software may live in the same database. */
const table = 'guohe_migrations';
/** Our own number: whoever holds it is making the database fit. */
const lock = 20_230_508;
/** Milliseconds in which another process must have made the database fit. */
const patience = 120_000;

interface About {
  version: number;
  encoding: string;
  ctype: string;
  name: string;
  /** A standby, or set so. */
  readOnly: boolean;
}

/** Makes the tables, or brings them up to date; throws `UnfitError` where this program must not serve the database. */
export async function makeFit(access: Access): Promise<void> {
  const client = new pg.Client({ ...limits, query_timeout: 0, statement_timeout: 0, ...access });
  // It comes to the statement, too.
  client.on('error', () => {});
  try {
    await client.connect();
    const about = await aboutOf(client);
    const refusal = refusalOf(about);
    if (refusal) throw new UnfitError(refusal);
    await client.query(`SET lock_timeout = ${patience}`);
    await client.query('SELECT pg_advisory_lock($1)', [lock]);
    await makeSearchable(client, about);
    await migrate(client);
  } catch (error) {
    throw error instanceof UnfitError ? error : faultOf('准备数据库', error);
  } finally {
    // Frees the lock.
    await client.end().catch(() => {});
  }
}

async function aboutOf(client: pg.Client): Promise<About> {
  const { rows } = await client.query<About>(
    `SELECT current_setting('server_version_num')::integer AS version, pg_encoding_to_char(encoding) AS encoding,
       datctype AS ctype, datname AS name,
       current_setting('transaction_read_only') = 'on' AS "readOnly" FROM pg_database WHERE datname = current_database()`,
  );
  const [about] = rows;
  if (!about) throw new PostgresFault('准备数据库', '看不到自己的数据库');
  return about;
}

/** Why a database like this cannot be served; undefined where nothing speaks against it. */
export function refusalOf({ version, encoding, name, readOnly }: Omit<About, 'ctype'>): string | undefined {
  if (version < 140_000)
    return `PostgreSQL ${Math.floor(version / 10_000)} 太旧：需要 14 或更新的版本。请升级数据库服务器，或让 DATABASE_URL 指向另一台。`;
  if (encoding !== 'UTF8') return `数据库 ${name} 的编码是 ${encoding}，存不下所有汉字。${another}`;
  if (readOnly)
    return `数据库 ${name} 只能读，不能写（备机，或设了 default_transaction_read_only）。请让 DATABASE_URL 指向主库。`;
  return undefined;
}

const another =
  "请另建一个数据库，再修改 DATABASE_URL：CREATE DATABASE 新库名 TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8';";

/** Transcripts are searched by trigrams, which are made of what the database takes for letters. */
async function makeSearchable(client: pg.Client, { ctype, name }: About): Promise<void> {
  try {
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
  } catch (error) {
    const { message } = faultOf('CREATE EXTENSION pg_trgm', error);
    throw new UnfitError(
      `检索聊天记录要用 PostgreSQL 的扩展 pg_trgm，现在装不上（${message}）。请由管理员在数据库 ${name} 里执行一次 CREATE EXTENSION pg_trgm;（Debian、Ubuntu 上它在 postgresql-contrib 包里），再启动。`,
    );
  }
  const { rows } = await client.query<{ found: number }>("SELECT cardinality(show_trgm('国际合作')) AS found");
  if ((rows[0]?.found ?? 0) === 0)
    throw new UnfitError(`数据库 ${name} 的 LC_CTYPE 是 ${ctype}，在它里面检索不到中文。${another}`);
}

async function migrate(client: pg.Client): Promise<void> {
  const known = (await readdir(folder))
    .filter((file) => file.endsWith('.sql'))
    .map((file) => file.slice(0, -'.sql'.length));
  const { rows } = await client.query<{ found: boolean }>(`SELECT to_regclass('public.${table}') IS NOT NULL AS found`);
  const run = rows[0]?.found ? (await client.query<{ name: string }>(`SELECT name FROM ${table}`)).rows : [];
  const newer = run.find(({ name }) => !known.includes(name));
  if (newer)
    throw new UnfitError(
      `数据库已经由更新版本的程序升级过（${newer.name}），这个版本不认识它，写进去可能弄坏数据。请启动更新版本的程序；这个版本不要再用于这个数据库。`,
    );
  await runner({
    dbClient: client,
    dir: folder,
    direction: 'up',
    migrationsTable: table,
    // We hold a lock of our own, and look for newer migrations under it.
    noLock: true,
    singleTransaction: true,
    logger: { info: () => {}, warn: () => {}, error: () => {} },
  });
}
