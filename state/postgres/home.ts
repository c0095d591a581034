/** What the parts of the PostgreSQL home share. */
import type { Queues } from '../queue.ts';
import type { Foreign } from './foreign.ts';
import type { InHand } from './inHand.ts';
import type { Connections } from './pool.ts';

export interface Home {
  /** For what holds the row of a conversation: turns, and the removal of one. */
  turns: Connections;
  /** For everything else; nothing that runs here waits for a turn, so that a turn may use it. */
  others: Connections;
  /** Turns and removals of one conversation in this process, by the hash of its id, one after the other. */
  inOrder: Queues;
  foreign: Foreign;
  inHand: InHand;
  /** Told of what cannot be understood; the talk goes on without it. */
  onDamaged: (error: Error) => void;
}
