/** Files of the embedded home: hashed names in sharded folders, written so that a crash leaves the old or the new. */
import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Adapter } from 'lowdb';
import { hashOf } from '../hash.ts';

/** The calls by which this home touches the disk; a proof puts failing ones in their place. */
export type FileCalls = Pick<typeof fs, 'mkdir' | 'open' | 'readdir' | 'readFile' | 'rename' | 'rm'>;

export interface Disk {
  calls: FileCalls;
  /** Whether what is written is flushed before it counts; without, a crash of the machine may lose the last seconds. */
  durable: boolean;
}

export const safeDisk: Disk = { calls: fs, durable: true };

/** `folder/ab/ab…e3.json`. */
export function hashedPath(folder: string, id: string, extension: string): string {
  return namedPath(folder, hashOf(id), extension);
}

/** The same of the hash. */
export function namedPath(folder: string, name: string, extension: string): string {
  return join(folder, name.slice(0, 2), `${name}.${extension}`);
}

/** A lowdb adapter whose rename is the commit: temporary file, fsync, rename, fsync of the folder. */
export class AtomicFile<T> implements Adapter<T> {
  readonly #path: string;
  readonly #disk: Disk;
  constructor(path: string, disk: Disk) {
    this.#path = path;
    this.#disk = disk;
  }

  async read(): Promise<T | null> {
    const text = await readText(this.#disk, this.#path);
    return text === undefined ? null : (parsed(text) as T);
  }

  write(data: T): Promise<void> {
    return replaceFile(this.#disk, this.#path, JSON.stringify(data));
  }
}

/** Of this process: the names of its temporary files. */
const run = randomUUID().slice(0, 8);
let written = 0;
const temporaryOf = (path: string): string => {
  written += 1;
  return `${path}.${run}-${written}.tmp`;
};
export const isOwnTemporary = (path: string): boolean => path.includes(`.${run}-`);

/** Puts a text in the place of the file, if any; when it fails, the old one stands. */
export async function replaceFile(disk: Disk, path: string, text: string): Promise<void> {
  const { calls, durable } = disk;
  const folder = dirname(path);
  const temporary = temporaryOf(path);
  try {
    const file = await inFolder(disk, folder, () => calls.open(temporary, 'wx', 0o600));
    try {
      await file.writeFile(text);
      if (durable) await file.sync();
    } finally {
      await file.close();
    }
    await calls.rename(temporary, path);
  } catch (error) {
    // What cannot be removed now is cleared at the next start.
    await calls.rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
  await syncFolder(disk, folder);
}

/** Opens something in a folder, which is made, durably, if it is not there. */
export async function inFolder<T>(disk: Disk, folder: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (!isMissing(error)) throw error;
    await disk.calls.mkdir(folder, { recursive: true });
    await syncFolder(disk, dirname(folder));
    return open();
  }
}

/** V8 quotes the text in its message: what people said must not get from there into a log. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SyntaxError('不是 JSON');
  }
}

/** The value of a line of JSON; undefined when it is none. */
export function parsedLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The file's text, or undefined when there is no such file. */
export function readText({ calls }: Disk, path: string): Promise<string | undefined> {
  return unlessGone(calls.readFile(path, 'utf8'));
}

/** The names in a folder; none when there is no such folder. */
export async function namesIn({ calls }: Disk, folder: string): Promise<string[]> {
  return (await unlessGone(calls.readdir(folder))) ?? [];
}

/** What was asked of a file or folder, or undefined when it is not there (any more). */
export async function unlessGone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Makes the names in a folder durable; Windows has no such call. */
export async function syncFolder({ calls, durable }: Disk, folder: string): Promise<void> {
  if (!durable || process.platform === 'win32') return;
  const handle = await calls.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
