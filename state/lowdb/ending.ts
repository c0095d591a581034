/** What ends by itself, in the embedded home: one small lowdb file each, named by the hash of its id. */
import { join } from 'node:path';
import { Low } from 'lowdb';
import type { z } from 'zod';
import type { EndingStore } from '../ending.ts';
import { AtomicFile, type Disk, hashedPath, namesIn } from './files.ts';

type Ending = { expiresAt: string };

export function endingFiles<T extends Ending>(folder: string, form: z.ZodType<T>, disk: Disk): EndingStore<T> {
  const isOver = async (path: string, now: Date): Promise<boolean> => {
    const kept = await read(path, form, disk);
    return kept === undefined || ended(kept, now);
  };
  const pathOf = (id: string): string => hashedPath(folder, id, 'json');
  return {
    async save(id, kept) {
      await new Low<unknown>(new AtomicFile(pathOf(id), disk), kept).write();
    },
    async load(id, now) {
      const path = pathOf(id);
      const kept = await read(path, form, disk);
      if (kept === undefined || !ended(kept, now)) return kept;
      await disk.calls.rm(path, { force: true });
      return undefined;
    },
    drop: (id) => disk.calls.rm(pathOf(id), { force: true }),
    async sweep(now) {
      let dropped = 0;
      for (const shard of await namesIn(disk, folder)) {
        for (const name of await namesIn(disk, join(folder, shard))) {
          const path = join(folder, shard, name);
          if (!name.endsWith('.json') || !(await isOver(path, now))) continue;
          await disk.calls.rm(path, { force: true });
          dropped += 1;
        }
      }
      return dropped;
    },
  };
}

const ended = ({ expiresAt }: Ending, now: Date): boolean => Date.parse(expiresAt) <= now.getTime();

/** What cannot be understood is as good as gone: it can be asked for again. */
async function read<T extends Ending>(path: string, form: z.ZodType<T>, disk: Disk): Promise<T | undefined> {
  const db = new Low<unknown>(new AtomicFile(path, disk), null);
  try {
    await db.read();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const kept = form.safeParse(db.data);
  return kept.success ? kept.data : undefined;
}
