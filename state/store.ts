/** What every home of the state offers; the homes live in folders beside this file and pass the same contract tests. */

import type { Audit } from './audit.ts';
import type { ChecklistStore } from './checklists.ts';
import type { Documents } from './documents.ts';
import type { ExportStore } from './exports.ts';
import type { Outbox } from './outbox.ts';
import type { Shelf } from './shelf.ts';
import type { Summaries } from './summary.ts';
import type { Talks } from './talks.ts';
import type { Transcripts } from './transcripts.ts';

export interface Store {
  talks: Talks;
  outbox: Outbox;
  transcripts: Transcripts;
  /** Conversations as lists and figures know them. */
  summaries: Summaries;
  audit: Audit;
  documents: Documents;
  checklists: ChecklistStore;
  exports: ExportStore;
  shelf: Shelf;
  /** A secret of this home, made at first use: signs tokens so that they outlive a restart. */
  signingKey(): Promise<string>;
  /** Resolves when the home can be read and written now; rejects with the reason otherwise. Ends within two seconds. */
  check(): Promise<void>;
  /** Ends what runs in the background and frees what is held; nothing is called afterwards. */
  close(): Promise<void>;
}

/** A stored file that cannot be understood: set aside under another name, told, never overwritten. */
export class DamagedError extends Error {
  constructor(what: string, cause: unknown) {
    super(`${what}读不出来，已原样移到一旁，没有覆盖`, { cause });
    this.name = 'DamagedError';
  }
}
