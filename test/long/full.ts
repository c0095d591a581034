/** Fills a file system to its last byte. */
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';

const sizes = [1 << 16, 1 << 12, 1];

const nameOf = (folder: string): string => join(folder, 'filler');

/** Writes until nothing more fits; again: what has become free meanwhile. */
export async function fill(folder: string): Promise<void> {
  const filler = await open(nameOf(folder), 'a');
  try {
    for (const size of sizes) {
      const chunk = Buffer.alloc(size, 'x');
      while (await fits(() => filler.write(chunk)));
    }
  } finally {
    await filler.close();
  }
}

export const empty = (folder: string): Promise<void> => rm(nameOf(folder), { force: true });

async function fits(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false;
    throw error;
  }
}
