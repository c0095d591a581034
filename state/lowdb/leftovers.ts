/** Temporary files of a process that was killed while it wrote: never committed, so nothing is lost with them. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isOwnTemporary, unlessGone } from './files.ts';

/** Removes them under a folder that this process owns, not those that it writes itself; how many there were. */
export async function clearLeftovers(dataFolder: string): Promise<number> {
  // With types: without, Node asks for each file by itself, and nothing else runs meanwhile.
  const entries = (await unlessGone(readdir(dataFolder, { recursive: true, withFileTypes: true }))) ?? [];
  const left = entries.filter(({ name }) => name.endsWith('.tmp') && !isOwnTemporary(name));
  for (const { parentPath, name } of left) await rm(join(parentPath, name), { force: true });
  return left.length;
}
