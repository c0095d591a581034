/** What ends by itself, in the embedded home: one small lowdb file each, named by the hash of its id. */
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import type { z } from 'zod';
import type { EndingStore } from '../ending.ts';
import { AtomicFile, hashedPath, namesIn, unlessGone } from './files.ts';

type Ending = { expiresAt: string };

export function endingFiles<T extends Ending>(folder: string, form: z.ZodType<T>): EndingStore<T> {
  const pathOf = (id: string): string => hashedPath(folder, id, 'json');
  return {
    async save(id, kept) {
      await new Low<unknown>(new AtomicFile(pathOf(id)), kept).write();
    },
    async load(id, now) {
      const path = pathOf(id);
      const kept = await read(path, form);
      if (kept === undefined || !ended(kept, now)) return kept;
      await rm(path, { force: true });
      return undefined;
    },
    drop: (id) => rm(pathOf(id), { force: true }),
    async sweep(now) {
      let dropped = 0;
      for (const shard of await namesIn(folder)) {
        for (const name of await namesIn(join(folder, shard))) {
          const path = join(folder, shard, name);
          if (!(name.endsWith('.json') ? await isOver(path, form, now) : await isLeftOver(path))) continue;
          await rm(path, { force: true });
          dropped += 1;
        }
      }
      return dropped;
    },
  };
}

const ended = ({ expiresAt }: Ending, now: Date): boolean => Date.parse(expiresAt) <= now.getTime();

async function isOver(path: string, form: z.ZodType<Ending>, now: Date): Promise<boolean> {
  const kept = await read(path, form);
  return kept === undefined || ended(kept, now);
}

/** A temporary file of a process that is gone. */
async function isLeftOver(path: string): Promise<boolean> {
  const mtimeMs = await unlessGone(stat(path).then((each) => each.mtimeMs));
  return mtimeMs !== undefined && mtimeMs < performance.timeOrigin;
}

/** What cannot be understood is as good as gone: it can be asked for again. */
async function read<T extends Ending>(path: string, form: z.ZodType<T>): Promise<T | undefined> {
  const db = new Low<unknown>(new AtomicFile(path), null);
  try {
    await db.read();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const kept = form.safeParse(db.data);
  return kept.success ? kept.data : undefined;
}
