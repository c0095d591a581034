/** Conversation documents in the embedded home: one small lowdb file each. */
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { ZodError } from 'zod';
import { type ConversationRecord, conversationRecord } from '../conversation.ts';
import { type ConversationStore, DamagedError } from '../store.ts';
import { AtomicFile, hashedPath } from './files.ts';

export function conversationFiles(dataFolder: string): ConversationStore {
  const folder = join(dataFolder, 'conversations');
  return {
    async load(id) {
      const path = hashedPath(folder, id, 'json');
      const db = new Low<unknown>(new AtomicFile(path), null);
      try {
        await db.read();
        return db.data === null ? undefined : conversationRecord.parse(db.data);
      } catch (error) {
        // A file that could not be opened just now (too many files, no permission) may be whole.
        if (!(error instanceof SyntaxError || error instanceof ZodError)) throw error;
        await rename(path, `${path}.damaged-${Date.now()}`);
        throw new DamagedError('这段对话的存档', error);
      }
    },
    async save(record: ConversationRecord) {
      const db = new Low<unknown>(new AtomicFile(hashedPath(folder, record.id, 'json')), record);
      await db.write();
    },
  };
}
