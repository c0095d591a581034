/** One process serves a data folder: a name that the kernel holds, and a file that beats for those who share the folder from elsewhere. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, readlink, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { createConnection, createServer, type Server } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';

/** Another process serves this folder. */
export class OwnedError extends Error {
  constructor(folder: string, by: string) {
    super(
      `数据文件夹 ${folder} 正由${by}使用；一个文件夹只能由一个进程服务。请先停掉那个进程，或给这个另设 DATA_DIR。`,
    );
    this.name = 'OwnedError';
  }
}

export interface Ownership {
  /** Resolves when another process took the folder all the same: nothing may be written any more. Never rejects. */
  lost: Promise<void>;
  release(): Promise<void>;
}

/** Milliseconds between two beats, and how long a foreign file must be still before its owner counts as gone. */
export interface Rhythm {
  beat: number;
  still: number;
}

const usual: Rhythm = { beat: 400, still: 10_000 };
/** A foreign owner that lives is noticed within this many beats. */
const beatsWatched = 2;

const ownerFile = z.object({ id: z.string(), place: z.string(), pid: z.number(), beat: z.number() });
type Owner = z.infer<typeof ownerFile>;

/**
 * Takes the folder, or throws `OwnedError` within a second. What a killed process of this machine left is taken at once; what one elsewhere
 * left, when its file has been still for ten seconds by our own measure: no clock is compared.
 */
export async function ownFolder(folder: string, { beat, still }: Rhythm = usual): Promise<Ownership> {
  await mkdir(folder, { recursive: true });
  const name = createHash('sha256')
    .update(await realpath(folder))
    .digest('hex')
    .slice(0, 32);
  const held = await hold(name);
  if (!held) throw new OwnedError(folder, '这台机器上的另一个进程');
  const path = join(folder, 'owner.json');
  const mine: Owner = { id: randomUUID(), place: await place(), pid: process.pid, beat: 0 };
  try {
    await waitForStill(path, mine.place, { beat, still }, folder);
    await write(path, mine);
    await after(beat / 4);
    if ((await read(path))?.id !== mine.id) throw new OwnedError(folder, '另一台机器上的进程');
  } catch (error) {
    held.close();
    throw error;
  }
  return beating(path, mine, beat, held);
}

/** Writes the file again and again; stops when it is somebody else's. */
function beating(path: string, mine: Owner, beat: number, held: Server): Ownership {
  let ended = false;
  const { promise: lost, resolve: lose } = Promise.withResolvers<void>();
  const loop = (async () => {
    while (!ended) {
      await after(beat, undefined, { ref: false });
      const now = await read(path).catch(() => undefined);
      if (ended) return;
      // a file that cannot be read just now (disk full, folder read-only) is nobody else's
      if (now !== undefined && now.id !== mine.id) return lose();
      mine.beat += 1;
      await write(path, mine).catch(() => {});
    }
  })();
  return {
    lost,
    async release() {
      ended = true;
      await Promise.race([loop, after(0)]);
      if ((await read(path).catch(() => undefined))?.id === mine.id) await rm(path, { force: true });
      await new Promise<void>((resolve) => held.close(() => resolve()));
    },
  };
}

/** Returns when no owner elsewhere gives a sign of life any more. */
async function waitForStill(path: string, here: string, { beat, still }: Rhythm, folder: string): Promise<void> {
  const first = await read(path);
  // One of this machine: the kernel's name was free, so it is gone.
  if (first === undefined || first.place === here) return;
  for (let waited = 0; waited < still; waited += beat * beatsWatched) {
    await after(beat * beatsWatched);
    const next = await read(path);
    if (next === undefined) return;
    if (next.id !== first.id || next.beat !== first.beat)
      throw new OwnedError(folder, `另一台机器（${next.place.split(' ')[0]}）上的进程`);
  }
}

/** A name that only one process of this machine can listen on, and that is free the moment it dies; undefined when it is taken. */
async function hold(name: string): Promise<Server | undefined> {
  const { platform } = process;
  if (platform === 'linux') return listen(`\0guohe-shenbao-${name}`);
  if (platform === 'win32') return listen(`\\\\.\\pipe\\guohe-shenbao-${name}`);
  const path = join(tmpdir(), `guohe-shenbao-${name}.sock`);
  const server = await listen(path);
  if (server || (await answers(path))) return server;
  await rm(path, { force: true });
  return listen(path);
}

function listen(path: string): Promise<Server | undefined> {
  const server = createServer((socket) => socket.destroy());
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(path, () => resolve(server));
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Where the kernel's name counts: this machine, since it was started, in this network namespace. */
async function place(): Promise<string> {
  const [boot, net] = await Promise.all([
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
    readlink('/proc/self/ns/net').catch(() => ''),
  ]);
  return [hostname(), boot.trim(), net].join(' ').trim();
}

async function read(path: string): Promise<Owner | undefined> {
  try {
    return ownerFile.safeParse(JSON.parse(await readFile(path, 'utf8'))).data;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error && error.code === 'ENOENT'))
      return undefined;
    throw error;
  }
}

async function write(path: string, owner: Owner): Promise<void> {
  const temporary = `${path}.${owner.id}.tmp`;
  await writeFile(temporary, JSON.stringify(owner), { mode: 0o600 });
  await rename(temporary, path);
}
