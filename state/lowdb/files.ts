/** Files of the embedded home: hashed names in sharded folders, written so that a crash leaves the old or the new. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Adapter } from 'lowdb';

/** Ids hold slashes and personal data, hashes do not. */
export function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

/** `folder/ab/ab…e3.json`. */
export function hashedPath(folder: string, id: string, extension: string): string {
  const name = hashOf(id);
  return join(folder, name.slice(0, 2), `${name}.${extension}`);
}

/** A lowdb adapter whose rename is the commit: temporary file, fsync, rename, fsync of the folder. */
export class AtomicFile<T> implements Adapter<T> {
  readonly #path: string;
  constructor(path: string) {
    this.#path = path;
  }

  async read(): Promise<T | null> {
    const text = await readText(this.#path);
    return text === undefined ? null : (parsed(text) as T);
  }

  async write(data: T): Promise<void> {
    const folder = dirname(this.#path);
    await mkdir(folder, { recursive: true });
    const temporary = `${this.#path}.${randomUUID()}.tmp`;
    try {
      const file = await open(temporary, 'wx', 0o600);
      try {
        await file.writeFile(JSON.stringify(data));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, this.#path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await syncFolder(folder);
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

/** The file's text, or undefined when there is no such file. */
export function readText(path: string): Promise<string | undefined> {
  return unlessGone(readFile(path, 'utf8'));
}

/** The names in a folder; none when there is no such folder. */
export async function namesIn(folder: string): Promise<string[]> {
  return (await unlessGone(readdir(folder))) ?? [];
}

/** What was asked of a file or folder, or undefined when it is not there (any more). */
export async function unlessGone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Makes the names in a folder durable; Windows has no such call. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
