/** Temporary files of a process that was killed while it wrote: never committed, so nothing is lost with them. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessGone } from './files.ts';

/** Removes them under a folder that this process owns and has not written to yet; how many there were. */
export async function clearLeftovers(dataFolder: string): Promise<number> {
  const entries = (await unlessGone(readdir(dataFolder, { recursive: true, withFileTypes: true }))) ?? [];
  const left = entries.filter((each) => each.isFile() && each.name.endsWith('.tmp'));
  for (const { parentPath, name } of left) await rm(join(parentPath, name), { force: true });
  return left.length;
}
