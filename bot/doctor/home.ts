/** Whether what must be kept can be kept: the data folder, or PostgreSQL. Nothing is made and nothing is changed. */
import { constants } from 'node:fs';
import { access, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Env } from '../env.ts';
import { type Check, failed, ok } from './check.ts';

export async function checkHome({ DATABASE_URL, DATA_DIR }: Pick<Env, 'DATABASE_URL' | 'DATA_DIR'>): Promise<Check> {
  return DATABASE_URL === undefined ? checkFolder(DATA_DIR) : checkDatabase(DATABASE_URL);
}

const owner = '让运行服务的用户对它有读写权限（chown、chmod），或改 DATA_DIR。请用同一个用户运行服务和这个检查。';

async function checkFolder(folder: string): Promise<Check> {
  const found = await stat(folder).catch(() => undefined);
  if (found === undefined) return checkAbove(folder);
  if (!found.isDirectory()) return failed(`DATA_DIR（${folder}）不是文件夹`, '改 DATA_DIR，或移走那个文件。');
  const probe = join(folder, `doctor-${process.pid}.tmp`);
  try {
    await writeFile(probe, 'doctor', { mode: 0o600, flush: true });
    return ok(`数据文件夹 ${folder} 可以写`);
  } catch (error) {
    const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    if (full) return failed(`数据文件夹 ${folder} 所在的磁盘满了`, '清出空间，或把 DATA_DIR 移到另一块盘。');
    return failed(`数据文件夹 ${folder} 写不进去`, owner);
  } finally {
    await rm(probe, { force: true }).catch(() => {});
  }
}

/** The service makes the folder when it starts; made here, it might belong to the wrong user. */
async function checkAbove(folder: string): Promise<Check> {
  let above = dirname(resolve(folder));
  while ((await stat(above).catch(() => undefined)) === undefined && above !== dirname(above)) above = dirname(above);
  return access(above, constants.W_OK).then(
    () => ok(`数据文件夹 ${folder} 还没有，启动时会建`),
    () => failed(`数据文件夹 ${folder} 还没有，也建不了`, owner),
  );
}

interface About {
  shown: string;
  version: number;
  encoding: string;
  ctype: string;
  name: string;
  readOnly: boolean;
  /** Whether this database takes 国 for a letter: transcripts are searched by what it takes for letters. */
  letters: boolean;
}

async function checkDatabase(url: string): Promise<Check> {
  // Its driver is loaded by those who need it.
  const [{ accessOf }, { refusalOf }, { openPool, planned }] = await Promise.all([
    import('../../state/postgres/index.ts'),
    import('../../state/postgres/migrate.ts'),
    import('../../state/postgres/pool.ts'),
  ]);
  try {
    const pool = openPool(accessOf(url), { most: 1, warn: () => {} });
    try {
      const [about] = await pool.query(
        planned<About>(
          `SELECT current_setting('server_version') AS shown, current_setting('server_version_num')::integer AS version,
             pg_encoding_to_char(encoding) AS encoding, datctype AS ctype, datname AS name,
             current_setting('transaction_read_only') = 'on' AS "readOnly", '国' ~ '^\\w$' AS letters
           FROM pg_database WHERE datname = current_database()`,
          [],
        ),
      );
      return about ? told(about, refusalOf(about)) : failed('数据库看不到自己', '请检查 DATABASE_URL 里的用户。');
    } finally {
      await pool.end();
    }
  } catch (error) {
    // Both kinds of our errors hold no password.
    const says = error instanceof Error ? error.message : '数据库：原因不明';
    return failed(
      says,
      '检查 DATABASE_URL 的主机、端口、用户、密码和库名，数据库是否在运行，pg_hba.conf 是否让这台机器进来。',
    );
  }
}

function told({ shown, ctype, name, letters }: About, refusal: string | undefined): Check {
  if (refusal) return failed('数据库连得上，但用不了', refusal);
  if (!letters)
    return failed(
      `数据库 ${name} 的字符分类（ctype）是 ${ctype}，不认得汉字`,
      "另建一个数据库，再改 DATABASE_URL：CREATE DATABASE 新库名 TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8';",
    );
  return ok(`PostgreSQL ${shown} 连得上，数据库 ${name}，ctype ${ctype}`);
}
