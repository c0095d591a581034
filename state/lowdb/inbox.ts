/**
 * The inbox of the embedded home: one file of what was accepted and of what turns did, over all conversations, flushed once for all that
 * come at the same time. What is in it and not answered, sent or written into its own files is what a start goes on with; once nothing is
 * left of that, it is emptied.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { type ConversationRecord, conversationRecord } from '../conversation.ts';
import { hashOf } from '../hash.ts';
import { DamagedError } from '../store.ts';
import { transcriptLine } from '../transcript.ts';
import { type Disk, parsedLine, replaceFile, syncFolder } from './files.ts';
import { growingFile, wholeLines } from './jsonLines.ts';

/** One activity as it was accepted. */
export const accepted = z.object({
  conversation: z.string(),
  channel: z.string(),
  id: z.string(),
  address: z.record(z.string(), z.unknown()).optional(),
  /** The person's line, the greeting before it if it is the first. */
  lines: z.array(transcriptLine).min(1),
});
export type Accepted = z.infer<typeof accepted>;

/** A conversation whose sends are not settled; `begun`: the number of the line whose send is under way. The last of a conversation counts. */
export const owing = z.object({ owes: z.string(), begun: z.number().int().positive().optional() });

/** What a turn did: the document as it is from then on. Of several of one conversation the last counts. */
export const committed = z.object({ commit: conversationRecord });

/** Bytes after which it is made anew with what still counts. */
const most = { whenBusy: 1_000_000, whenIdle: 64_000 };

export interface Inbox {
  /** Keeps it; when it resolves, it survives a crash. */
  add(arrived: Accepted): Promise<void>;
  /** What has no answer, oldest first. */
  waiting(conversation: string): Promise<readonly Accepted[]>;
  /** The same of all conversations. */
  all(): Promise<Accepted[]>;
  /** It is answered (or was, before a crash). */
  answered(conversation: string, id: string): void;
  /** Keeps the document; when it resolves, that survives a crash. */
  commit(record: ConversationRecord): Promise<void>;
  /** The document of the conversation of this name (a hash) as it was last committed, unless it is known to be in its file. */
  committed(name: string): Promise<ConversationRecord | undefined>;
  /** What was last committed of this conversation is in its own files. */
  written(conversation: string): void;
  /** Replies of this conversation are still to be sent, and must be found again after a crash. */
  owes(conversation: string, still: boolean): void;
  /** Of what it owes the send of this line begins (undefined: none is under way); when it resolves, that survives a crash. */
  begins(conversation: string, seq: number | undefined): Promise<void>;
  /** The line whose send was last said to begin. */
  begun(conversation: string): number | undefined;
  /** Conversations in which something waits, or is to be done. */
  unfinished(): Promise<string[]>;
  /** Puts these in the place of everything of this conversation, answered or not; nothing else of it is left in the file. */
  replace(conversation: string, entries: readonly Accepted[]): Promise<void>;
  /** Drops everything of the conversation of this name (a hash), answered or not. */
  drop(name: string): Promise<void>;
  /** Resolves when nothing is being written; the file holds what still counts, and is let go. */
  close(): Promise<void>;
}

interface Job {
  text: string;
  done(): void;
  failed(error: unknown): void;
}

export function inboxFile(dataFolder: string, disk: Disk, onDamaged: (error: Error) => void): Inbox {
  const path = join(dataFolder, 'inbox.jsonl');
  const byConversation = new Map<string, Accepted[]>();
  const file = growingFile(disk, path);
  /** Conversations, with the line whose send is under way. */
  const owed = new Map<string, number | undefined>();
  /** By the hash of the conversation's id; the line that stands in the file. */
  const commits = new Map<string, { conversation: string; text: string }>();
  const jobs: Job[] = [];
  let size = 0;
  /** Its size when it was last made anew: it must have doubled before that is worth doing again. */
  let base = 0;
  /** Something was added: only whoever serves the folder does that, and others leave the file alone. */
  let added = false;
  let loaded: Promise<void> | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function load(): Promise<void> {
    const lines = await wholeLines(disk, path);
    let damaged = false;
    for (const line of lines) {
      const value = parsedLine(line);
      const entry = accepted.safeParse(value).data;
      const done = entry ? undefined : committed.safeParse(value).data?.commit;
      const debt = entry || done ? undefined : owing.safeParse(value).data;
      const conversation = entry?.conversation ?? done?.id ?? debt?.owes;
      if (entry) waitingOf(entry.conversation).push(entry);
      if (done) commits.set(hashOf(done.id), { conversation: done.id, text: line });
      // Whoever opens it finds out.
      if (conversation !== undefined) owed.set(conversation, debt ? debt.begun : owed.get(conversation));
      else damaged = true;
      size += Buffer.byteLength(line) + 1;
    }
    if (!damaged) return;
    await disk.calls.rename(path, `${path}.damaged-${Date.now()}`);
    await rewrite();
    onDamaged(new DamagedError('收件记录里的几行', undefined));
  }

  function ready(): Promise<void> {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  }

  function waitingOf(conversation: string): Accepted[] {
    const known = byConversation.get(conversation) ?? [];
    byConversation.set(conversation, known);
    return known;
  }

  async function rewrite(): Promise<void> {
    const entries = [...byConversation.values()].flat();
    const debts = [...owed].map(([conversation, begun]) => ({ owes: conversation, begun }));
    const texts = [...debts, ...entries].map((each) => JSON.stringify(each));
    const text = [...texts, ...[...commits.values()].map((each) => each.text)].map((each) => `${each}\n`).join('');
    await file.close();
    if (text === '') {
      await disk.calls.rm(path, { force: true });
      // What was removed must not come back after a crash: it is older than the conversations' own files.
      await syncFolder(disk, dataFolder);
    } else await replaceFile(disk, path, text);
    size = Buffer.byteLength(text);
    base = size;
  }

  /** Everything that has come in meanwhile is written and flushed at once. */
  async function write(): Promise<void> {
    const batch = jobs.splice(0);
    if (batch.length === 0) return;
    const text = batch.map((job) => job.text).join('');
    try {
      added = true;
      await file.append(text);
      size += Buffer.byteLength(text);
      for (const job of batch) job.done();
    } catch (error) {
      for (const job of batch) job.failed(error);
    }
    await tidy();
  }

  /** What cannot be tidied up now is tidied up later. */
  async function tidy(): Promise<void> {
    const idle = byConversation.size === 0 && owed.size === 0 && commits.size === 0;
    if (size > Math.max(idle ? most.whenIdle : most.whenBusy, 2 * base)) await rewrite().catch(() => {});
  }

  /** `done` is called as soon as it is kept, before anything else is written. */
  function keep(text: string, done: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const kept = (): void => {
        done();
        resolve();
      };
      jobs.push({ text: `${text}\n`, done: kept, failed: reject });
      void inTurn(write);
    });
  }

  function inTurn<T>(job: () => Promise<T>): Promise<T> {
    const result = writing.then(job);
    writing = result.then(
      () => {},
      () => {},
    );
    return result;
  }

  return {
    async add(arrived) {
      await ready();
      await keep(JSON.stringify(arrived), () => waitingOf(arrived.conversation).push(arrived));
    },
    async waiting(conversation) {
      await ready();
      return byConversation.get(conversation) ?? [];
    },
    async all() {
      await ready();
      return [...byConversation.values()].flat();
    },
    answered(conversation, id) {
      const left = (byConversation.get(conversation) ?? []).filter((each) => each.id !== id);
      if (left.length > 0) byConversation.set(conversation, left);
      else byConversation.delete(conversation);
      if (byConversation.size === 0) void inTurn(tidy);
    },
    async commit(record) {
      await ready();
      const text = JSON.stringify({ commit: record });
      await keep(text, () => commits.set(hashOf(record.id), { conversation: record.id, text }));
    },
    async committed(name) {
      await ready();
      const kept = commits.get(name);
      return kept && committed.parse(JSON.parse(kept.text)).commit;
    },
    written(conversation) {
      commits.delete(hashOf(conversation));
      void inTurn(tidy);
    },
    owes(conversation, still) {
      if (still) owed.set(conversation, owed.get(conversation));
      else if (owed.delete(conversation)) void inTurn(tidy);
    },
    async begins(conversation, seq) {
      await ready();
      await keep(JSON.stringify({ owes: conversation, begun: seq }), () => {
        // It may have been deleted meanwhile.
        if (owed.has(conversation)) owed.set(conversation, seq);
      });
    },
    begun: (conversation) => owed.get(conversation),
    async unfinished() {
      await ready();
      const unwritten = [...commits.values()].map(({ conversation }) => conversation);
      return [...new Set([...byConversation.keys(), ...owed.keys(), ...unwritten])];
    },
    async replace(conversation, entries) {
      await ready();
      owed.delete(conversation);
      commits.delete(hashOf(conversation));
      if (entries.length > 0) byConversation.set(conversation, [...entries]);
      else byConversation.delete(conversation);
      if (size > 0 || entries.length > 0) await inTurn(rewrite);
    },
    async drop(name) {
      await ready();
      commits.delete(name);
      for (const each of [...byConversation.keys(), ...owed.keys()]) {
        if (hashOf(each) !== name) continue;
        byConversation.delete(each);
        owed.delete(each);
      }
      if (size > 0) await inTurn(rewrite);
    },
    close: () =>
      inTurn(async () => {
        // What counts no more is not to lie about; where that cannot be done now, a start does it again.
        if (added && size > base) await rewrite().catch(() => {});
        await file.close();
      }),
  };
}
