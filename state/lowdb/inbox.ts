/**
 * The inbox of the embedded home: one file of what was accepted, over all conversations, flushed once for all that arrive at the same
 * time. What is in it and not answered is what a start goes on with; once everything is answered and sent, it is emptied.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { hashOf } from '../hash.ts';
import { DamagedError } from '../store.ts';
import { transcriptLine } from '../transcript.ts';
import { type Disk, parsedLine, replaceFile } from './files.ts';
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

/** A conversation whose sends are not settled. */
export const owing = z.object({ owes: z.string() });

/** Bytes after which it is made anew with what still counts. */
const most = { whenBusy: 1_000_000, whenIdle: 64_000 };

/** Replies to be sent; lines to be written into the transcript. */
export type Debt = 'sends' | 'lines';

export interface Inbox {
  /** Keeps it; when it resolves, it survives a crash. */
  add(arrived: Accepted): Promise<void>;
  /** What has no answer, oldest first. */
  waiting(conversation: string): Promise<readonly Accepted[]>;
  /** The same of all conversations. */
  all(): Promise<Accepted[]>;
  /** It is answered (or was, before a crash). */
  answered(conversation: string, id: string): void;
  /** Something of this conversation is still to be done, and must be found again after a crash. */
  owes(conversation: string, debt: Debt, still: boolean): void;
  /** Conversations in which something waits, or is to be done. */
  unfinished(): Promise<string[]>;
  /** Puts these in the place of everything of this conversation, answered or not; nothing else of it is left in the file. */
  replace(conversation: string, entries: readonly Accepted[]): Promise<void>;
  /** Drops everything of the conversation of this name (a hash), answered or not. */
  drop(name: string): Promise<void>;
  /** Resolves when nothing is being written and the file is let go. */
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
  const owed = new Map<string, Set<Debt>>();
  const jobs: Job[] = [];
  let size = 0;
  /** Its size when it was last made anew: it must have doubled before that is worth doing again. */
  let base = 0;
  let loaded: Promise<void> | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function load(): Promise<void> {
    const lines = await wholeLines(disk, path);
    let damaged = false;
    for (const line of lines) {
      const value = parsedLine(line);
      const entry = accepted.safeParse(value);
      const conversation = entry.data?.conversation ?? owing.safeParse(value).data?.owes;
      if (entry.success) waitingOf(entry.data.conversation).push(entry.data);
      // Whoever opens it finds out.
      if (conversation !== undefined) owed.set(conversation, new Set(['sends', 'lines']));
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
    const debts = [...owed.keys()].map((conversation) => ({ owes: conversation }));
    const text = [...debts, ...entries].map((each) => `${JSON.stringify(each)}\n`).join('');
    await file.close();
    if (text === '') await disk.calls.rm(path, { force: true });
    else await replaceFile(disk, path, text);
    size = Buffer.byteLength(text);
    base = size;
  }

  /** Everything that has come in meanwhile is written and flushed at once. */
  async function write(): Promise<void> {
    const batch = jobs.splice(0);
    if (batch.length === 0) return;
    const text = batch.map((job) => job.text).join('');
    try {
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
    const idle = byConversation.size === 0 && owed.size === 0;
    if (size > Math.max(idle ? most.whenIdle : most.whenBusy, 2 * base)) await rewrite().catch(() => {});
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
      await new Promise<void>((resolve, reject) => {
        const done = (): void => {
          waitingOf(arrived.conversation).push(arrived);
          resolve();
        };
        jobs.push({ text: `${JSON.stringify(arrived)}\n`, done, failed: reject });
        void inTurn(write);
      });
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
    owes(conversation, debt, still) {
      const debts = owed.get(conversation) ?? new Set();
      if (still) owed.set(conversation, debts.add(debt));
      else if (debts.delete(debt) && debts.size === 0) owed.delete(conversation);
      if (!still) void inTurn(tidy);
    },
    async unfinished() {
      await ready();
      return [...new Set([...byConversation.keys(), ...owed.keys()])];
    },
    async replace(conversation, entries) {
      await ready();
      owed.delete(conversation);
      if (entries.length > 0) byConversation.set(conversation, [...entries]);
      else byConversation.delete(conversation);
      if (size > 0 || entries.length > 0) await inTurn(rewrite);
    },
    async drop(name) {
      await ready();
      for (const each of [...byConversation.keys(), ...owed.keys()]) {
        if (hashOf(each) !== name) continue;
        byConversation.delete(each);
        owed.delete(each);
      }
      if (size > 0) await inTurn(rewrite);
    },
    close: () => inTurn(() => file.close()),
  };
}
