/** The parts of which the embedded home is made, as its larger ones share them. */
import type { ChecklistStore } from '../checklists.ts';
import type { DepartedStore } from '../departed.ts';
import type { ExportStore } from '../exports.ts';
import type { Queues } from '../queue.ts';
import type { Kept } from '../shelf.ts';
import type { ConversationFiles } from './conversations.ts';
import type { Disk } from './files.ts';
import type { Inbox } from './inbox.ts';
import type { TranscriptFiles } from './transcripts.ts';

export interface Parts {
  folder: string;
  disk: Disk;
  documents: ConversationFiles;
  transcripts: TranscriptFiles;
  inbox: Inbox;
  departures: DepartedStore;
  checklists: ChecklistStore;
  exports: ExportStore;
  /** Jobs of one conversation, by the hash of its id, run one after the other. */
  inOrder: Queues;
  now: () => Date;
  /** Removes a conversation's files with all that goes with it, the document last: what was cut off is found and done again. */
  drop(kept: Pick<Kept, 'name' | 'checklists' | 'exports'>, all?: 'all'): Promise<void>;
}
