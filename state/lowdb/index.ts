/** The embedded home: everything under one data folder, served by one process. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { checklist } from '../checklists.ts';
import { exportLink } from '../exports.ts';
import type { Store } from '../store.ts';
import { conversationFiles } from './conversations.ts';
import { endingFiles } from './ending.ts';
import { AtomicFile } from './files.ts';
import { shelfOf } from './shelf.ts';
import { transcriptFiles } from './transcripts.ts';

const keyFile = z.object({ key: z.string().min(32) });

export function embeddedStore(dataFolder: string): Store {
  return {
    conversations: conversationFiles(dataFolder),
    transcripts: transcriptFiles(dataFolder),
    checklists: endingFiles(join(dataFolder, 'checklists'), checklist),
    exports: endingFiles(join(dataFolder, 'exports'), exportLink),
    shelf: shelfOf(dataFolder),
    async signingKey() {
      const db = new Low<unknown>(new AtomicFile(join(dataFolder, 'signing-key.json')), null);
      await db.read();
      const known = keyFile.safeParse(db.data);
      if (known.success) return known.data.key;
      const key = randomBytes(32).toString('base64url');
      db.data = { key };
      await db.write();
      return key;
    },
  };
}
