/** A folder on a real disk: where the temporary folder lies in memory, flushing costs nothing and would show nothing. */
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `TMPFS_MAGIC` of Linux. */
const inMemory = 0x01021994;
const places = [tmpdir(), '/var/tmp', fileURLToPath(new URL('../../..', import.meta.url))];

export interface Folder {
  path: string;
  remove(): Promise<void>;
}

export async function diskFolder(name: string): Promise<Folder> {
  for (const place of places) {
    const type = await statfs(place).then(
      (system) => system.type,
      () => inMemory,
    );
    if (type === inMemory) continue;
    const path = await mkdtemp(join(place, `guohe-bench-${name}-`));
    return { path, remove: () => rm(path, { recursive: true, force: true }) };
  }
  throw new Error('no folder on a disk was found');
}
