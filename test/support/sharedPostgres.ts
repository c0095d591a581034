/** One PostgreSQL for all test files of a run, started by the first that needs it; `setup` is called by vitest itself. */
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { postgresStore } from '../../state/postgres/index.ts';
import { newServer, remove, run, type Server, urlOf } from './postgres.ts';

/** Names the folder in which the test files of a run agree. */
const variable = 'GUOHE_TEST_POSTGRES';
/** A database with all tables and nothing in them. */
const model = 'model';

/** Before all test files, once for all projects; gives back what is done after them. */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env[variable] !== undefined) return async () => {};
  const meeting = await mkdtemp(join(tmpdir(), 'guohe-meeting-'));
  process.env[variable] = meeting;
  return async () => {
    const server = await known(meeting);
    if (server && 'port' in server) await remove(server);
    await rm(meeting, { recursive: true, force: true });
  };
}

/** The server of this run. */
export async function sharedServer(): Promise<Server> {
  const meeting = process.env[variable];
  if (meeting === undefined) throw new Error(`vitest.config.ts must name ${import.meta.filename} as globalSetup`);
  const first = await mkdir(join(meeting, 'taken')).then(
    () => true,
    () => false,
  );
  if (first) {
    const made = await make().catch((error: unknown) => ({ failed: String(error) }));
    await writeFile(join(meeting, 'server.tmp'), JSON.stringify(made));
    await rename(join(meeting, 'server.tmp'), join(meeting, 'server.json'));
  }
  for (;;) {
    const server = await known(meeting);
    if (server && 'failed' in server) throw new Error(server.failed);
    if (server) return server;
    await after(20);
  }
}

async function make(): Promise<Server> {
  const server = await newServer();
  try {
    await run(urlOf(server, 'postgres'), `CREATE DATABASE ${model}`);
    await (await postgresStore(urlOf(server, model))).close();
    return server;
  } catch (error) {
    await remove(server);
    throw error;
  }
}

/** The address of a database of its own. `like`: what follows in CREATE DATABASE; with all tables unless told otherwise. */
export async function newDatabase(server: Server, like = `TEMPLATE ${model}`): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await run(urlOf(server, 'postgres'), `CREATE DATABASE ${name} ${like}`);
  return urlOf(server, name);
}

export async function dropDatabase(server: Server, url: string): Promise<void> {
  await run(urlOf(server, 'postgres'), `DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
}

/** Leaves tables with nothing in them. */
export async function emptyDatabase(url: string): Promise<void> {
  const [row] = await run<{ all: string }>(
    url,
    `SELECT string_agg(format('DELETE FROM %I', tablename), ';') AS all FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> 'guohe_migrations'`,
  );
  await run(url, row?.all ?? '');
}

async function known(meeting: string): Promise<Server | { failed: string } | undefined> {
  try {
    return JSON.parse(await readFile(join(meeting, 'server.json'), 'utf8')) as Server | { failed: string }; // as it is written above
  } catch {
    return undefined;
  }
}
