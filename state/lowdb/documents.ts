/** Plain documents in the embedded home: one small lowdb file each, in a folder of their kind. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { type Document, type Documents, StaleError } from '../documents.ts';
import { hashOf } from '../hash.ts';
import { queues } from '../queue.ts';
import { DamagedError } from '../store.ts';
import { AtomicFile, type Disk, hashedPath, namesIn, syncFolder } from './files.ts';

const document = z.object({ kind: z.string(), id: z.string(), value: z.unknown(), etag: z.string() });

export function documentFiles(dataFolder: string, disk: Disk): Documents {
  const inOrder = queues();
  /** Kinds are our own words; ids are anybody's. */
  const folderOf = (kind: string): string => join(dataFolder, 'documents', hashOf(kind).slice(0, 16));
  const pathOf = (kind: string, id: string): string => hashedPath(folderOf(kind), id, 'json');

  async function read(path: string): Promise<Document | undefined> {
    const db = new Low<unknown>(new AtomicFile(path, disk), null);
    try {
      await db.read();
      return db.data === null ? undefined : document.parse(db.data);
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
      await disk.calls.rename(path, `${path}.damaged-${Date.now()}`);
      throw new DamagedError('一份文档', error);
    }
  }

  return {
    read: (kind, id) => read(pathOf(kind, id)),
    write: (kind, id, value, expected) =>
      inOrder.run(pathOf(kind, id), async () => {
        const path = pathOf(kind, id);
        const before = expected === undefined ? undefined : await read(path);
        const fits = expected === undefined || expected === (before?.etag ?? 'new');
        if (!fits) throw new StaleError(kind, id);
        const etag = randomUUID();
        await new Low<unknown>(new AtomicFile(path, disk), { kind, id, value, etag }).write();
        return etag;
      }),
    remove: (kind, id) =>
      inOrder.run(pathOf(kind, id), async () => {
        const path = pathOf(kind, id);
        await disk.calls.rm(path, { force: true });
        if ((await namesIn(disk, join(path, '..'))).length > 0) await syncFolder(disk, join(path, '..'));
      }),
    async *list(kind) {
      const folder = folderOf(kind);
      for (const shard of await namesIn(disk, folder)) {
        for (const name of await namesIn(disk, join(folder, shard))) {
          const found = name.endsWith('.json') ? await read(join(folder, shard, name)) : undefined;
          if (found) yield found;
        }
      }
    },
  };
}
