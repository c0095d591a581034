/** Checklists in the embedded home: one small lowdb file each, named by the hash of its id. */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { type Checklist, type ChecklistStore, checklist } from '../checklists.ts';
import { AtomicFile, hashedPath } from './files.ts';

export function checklistFiles(dataFolder: string): ChecklistStore {
  const folder = join(dataFolder, 'checklists');
  const pathOf = (id: string): string => hashedPath(folder, id, 'json');
  return {
    async save(id, kept) {
      await new Low<unknown>(new AtomicFile(pathOf(id)), kept).write();
    },
    async load(id, now) {
      const path = pathOf(id);
      const kept = await read(path);
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
          if (!(name.endsWith('.json') ? await isOver(path, now) : await isLeftOver(path))) continue;
          await rm(path, { force: true });
          dropped += 1;
        }
      }
      return dropped;
    },
  };
}

const ended = ({ expiresAt }: Checklist, now: Date): boolean => Date.parse(expiresAt) <= now.getTime();

async function isOver(path: string, now: Date): Promise<boolean> {
  const kept = await read(path);
  return kept === undefined || ended(kept, now);
}

/** A temporary file of a process that is gone. */
async function isLeftOver(path: string): Promise<boolean> {
  const mtimeMs = await unlessGone(stat(path).then((each) => each.mtimeMs));
  return mtimeMs !== undefined && mtimeMs < performance.timeOrigin;
}

/** What cannot be understood is as good as gone: the verdict can be asked for again. */
async function read(path: string): Promise<Checklist | undefined> {
  const db = new Low<unknown>(new AtomicFile(path), null);
  try {
    await db.read();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const kept = checklist.safeParse(db.data);
  return kept.success ? kept.data : undefined;
}

const namesIn = async (folder: string): Promise<string[]> => (await unlessGone(readdir(folder))) ?? [];

/** What was asked of a file or folder, or undefined when it is not there (any more). */
async function unlessGone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
