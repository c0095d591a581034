/** The embedded home: everything under one data folder, served by one process. */
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { Low } from 'lowdb';
import { z } from 'zod';
import { checklist } from '../checklists.ts';
import { departed } from '../departed.ts';
import { exportLink } from '../exports.ts';
import { hashOf } from '../hash.ts';
import { queues } from '../queue.ts';
import type { Store } from '../store.ts';
import type { FoundLine } from '../transcripts.ts';
import { appendedTo } from './appended.ts';
import { auditFiles } from './audit.ts';
import { type ConversationFiles, conversationFiles } from './conversations.ts';
import { documentFiles } from './documents.ts';
import { endingFiles } from './ending.ts';
import { AtomicFile, type Disk, replaceFile, safeDisk } from './files.ts';
import { inboxFile } from './inbox.ts';
import { openTalks } from './open.ts';
import { embeddedOutbox } from './outbox.ts';
import type { Parts } from './parts.ts';
import { transcriptSearch } from './search.ts';
import { dropFiles, shelfOf } from './shelf.ts';
import { embeddedTalks } from './talks.ts';
import { transcriptFiles } from './transcripts.ts';

const keyFile = z.object({ key: z.string().min(32) });

export interface EmbeddedOptions {
  disk?: Disk;
  now?: () => Date;
  /** Told of what could not be understood and was set aside; the talk goes on without it. */
  onDamaged?: (error: Error) => void;
}

/** Milliseconds in which `check` must have come to an end. */
const patience = 2000;

export function embeddedStore(dataFolder: string, options: EmbeddedOptions = {}): Store {
  const { disk = safeDisk, now = () => new Date(), onDamaged = () => {} } = options;
  const search = transcriptSearch(dataFolder, unwritten);
  const parts: Parts = {
    folder: dataFolder,
    disk,
    now,
    documents: hidingDeleted(conversationFiles(dataFolder, disk), search.hide),
    transcripts: transcriptFiles(dataFolder, disk, search.changed),
    inbox: inboxFile(dataFolder, disk, onDamaged),
    departures: endingFiles(join(dataFolder, 'departed'), departed, disk),
    checklists: endingFiles(join(dataFolder, 'checklists'), checklist, disk),
    exports: endingFiles(join(dataFolder, 'exports'), exportLink, disk),
    inOrder: queues(),
    async drop({ name, checklists, exports }, all) {
      outbox.forget(name);
      for (const id of exports) await parts.exports.drop(id);
      for (const id of checklists) await parts.checklists.drop(id);
      // Before, so that a crash leaves no words that nothing leads to; after, since somebody may have searched meanwhile.
      await search.forget(name);
      await dropFiles(join(dataFolder, 'transcripts'), disk, name, all);
      await search.forget(name);
      await dropFiles(join(dataFolder, 'conversations'), disk, name, all);
    },
  };
  let key: Promise<string> | undefined;
  const open = openTalks(parts, onDamaged);
  let opened: Promise<void> | undefined;

  /** After a restart: what was committed and is in no file of its own is known of those that are open. */
  function unfinishedOpened(): Promise<void> {
    opened ??= (async () => {
      for (const conversation of await parts.inbox.unfinished())
        await parts.inOrder.run(hashOf(conversation), () => open.open(conversation));
    })().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  }

  /** What is said and does not stand in a transcript's file yet. */
  async function unwritten(): Promise<FoundLine[]> {
    await unfinishedOpened();
    const accepted = await parts.inbox.all();
    return [
      ...accepted.flatMap(({ conversation, channel, lines }) => lines.map((line) => ({ conversation, channel, line }))),
      ...open
        .unflushed()
        .flatMap(({ record, channel, tail }) => tail.map((line) => ({ conversation: record.id, channel, line }))),
    ];
  }

  const outbox = embeddedOutbox(parts, open);
  const shelf = shelfOf(parts, open);
  const talks = embeddedTalks(parts, open, outbox.add);
  return {
    talks,
    outbox,
    transcripts: {
      search: search.search,
      hits: search.hits,
      list: search.list,
      export: search.export,
      ...appendedTo(parts, open, shelf),
    },
    summaries: search.summaries,
    audit: auditFiles(dataFolder, disk),
    documents: documentFiles(dataFolder, disk),
    checklists: parts.checklists,
    exports: {
      ...parts.exports,
      // What is known of deleted conversations ends with the links.
      sweep: async (time) => (await parts.exports.sweep(time)) + (await parts.departures.sweep(time)),
    },
    shelf,
    signingKey() {
      key ??= keyIn(dataFolder, disk).catch((error: unknown) => {
        key = undefined;
        throw error;
      });
      return key;
    },
    async check() {
      const path = join(dataFolder, 'check.json');
      const tried = replaceFile(disk, path, JSON.stringify({ id: randomUUID() })).then(() => disk.calls.rm(path));
      const late = after(patience, undefined, { ref: false }).then(() => {
        throw new Error('数据文件夹没有反应');
      });
      await Promise.race([tried, late]);
    },
    async close() {
      await talks.settled();
      await parts.inbox.close();
      await search.close();
    },
  };
}

/** Deleting was confirmed: lists forget it at once, also where the rest of it cannot be done now. */
const hidingDeleted = (files: ConversationFiles, hide: (name: string) => void): ConversationFiles => ({
  ...files,
  async save(record) {
    await files.save(record);
    if (record.deleting) hide(hashOf(record.id));
  },
});

async function keyIn(dataFolder: string, disk: Disk): Promise<string> {
  const db = new Low<unknown>(new AtomicFile(join(dataFolder, 'signing-key.json'), disk), null);
  await db.read();
  const known = keyFile.safeParse(db.data);
  if (known.success) return known.data.key;
  const key = randomBytes(32).toString('base64url');
  db.data = { key };
  await db.write();
  return key;
}
