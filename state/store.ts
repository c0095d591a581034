/** What every home of the state offers; the homes live in folders beside this file and pass the same contract tests. */
import type { ChecklistStore } from './checklists.ts';
import type { ConversationRecord } from './conversation.ts';
import type { ExportStore } from './exports.ts';
import type { Shelf } from './shelf.ts';
import type { TranscriptLine } from './transcript.ts';

export interface ConversationStore {
  /** The document, or undefined when there is none. Throws `DamagedError` for a file that cannot be read. */
  load(id: string): Promise<ConversationRecord | undefined>;
  /** Replaces the document whole; when it resolves, the document survives a crash. */
  save(record: ConversationRecord): Promise<void>;
}

export interface TranscriptHome {
  /** Adds lines; when it resolves, they survive a crash. */
  append(conversation: string, lines: readonly TranscriptLine[]): Promise<void>;
  /** Lines after `seq`, oldest first, each once. */
  read(conversation: string, afterSeq: number): Promise<TranscriptLine[]>;
}

export interface Store {
  conversations: ConversationStore;
  transcripts: TranscriptHome;
  checklists: ChecklistStore;
  exports: ExportStore;
  shelf: Shelf;
  /** A secret of this home, made at first use: signs tokens so that they outlive a restart. */
  signingKey(): Promise<string>;
}

/** A stored file that cannot be understood: set aside under another name, told, never overwritten. */
export class DamagedError extends Error {
  constructor(what: string, cause: unknown) {
    super(`${what}读不出来，已原样移到一旁，没有覆盖`, { cause });
    this.name = 'DamagedError';
  }
}
