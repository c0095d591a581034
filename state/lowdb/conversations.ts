/** Conversation documents in the embedded home: one small lowdb file each. */
import { join } from 'node:path';
import { Low } from 'lowdb';
import { ZodError } from 'zod';
import { type ConversationRecord, conversationRecord } from '../conversation.ts';
import { DamagedError } from '../store.ts';
import { AtomicFile, type Disk, hashedPath } from './files.ts';

export interface ConversationFiles {
  /** The document, or undefined when there is none. Throws `DamagedError` for a file that cannot be understood. */
  load(id: string): Promise<ConversationRecord | undefined>;
  /** Replaces the document whole; when it resolves, the document survives a crash. */
  save(record: ConversationRecord): Promise<void>;
}

export function conversationFiles(dataFolder: string, disk: Disk): ConversationFiles {
  const folder = join(dataFolder, 'conversations');
  return {
    async load(id) {
      const path = hashedPath(folder, id, 'json');
      const db = new Low<unknown>(new AtomicFile(path, disk), null);
      try {
        await db.read();
        return db.data === null ? undefined : conversationRecord.parse(db.data);
      } catch (error) {
        // A file that could not be opened just now (too many files, no permission) may be whole.
        if (!(error instanceof SyntaxError || error instanceof ZodError)) throw error;
        await disk.calls.rename(path, `${path}.damaged-${Date.now()}`);
        throw new DamagedError('这段对话的存档', error);
      }
    },
    async save(record) {
      await new Low<unknown>(new AtomicFile(hashedPath(folder, record.id, 'json'), disk), record).write();
    },
  };
}
