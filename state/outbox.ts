/**
 * The outbox of every home: replies that must be sent, committed with the turn that made them. A crash repeats at most a
 * send. One conversation's sends go out one after the other, in the order of their lines.
 */

/** A reply to be sent, leased to whoever took it. */
export interface Sending {
  /** Unique in the home. */
  id: string;
  conversation: string;
  channel: string;
  /** The number of its line. */
  seq: number;
  /** As the line keeps it. */
  activity: Record<string, unknown>;
  /** As the channel handed it in. */
  address: Record<string, unknown>;
  /** How often it was tried before. */
  tries: number;
  /** A send of it had begun, and how that ended is not known: it may have arrived. */
  begun?: true;
}

/**
 * What became of a send: `ambiguous` (it may have arrived: 408, 5xx, a connection that broke) and `failed` (it never will)
 * are recorded and not tried again.
 */
export type Settlement =
  | { state: 'sent' }
  | { state: 'retry'; at: Date; reason: string }
  | { state: 'ambiguous' | 'failed'; reason: string };

export interface OutboxCounts {
  pending: number;
  /** `failed` and `ambiguous` ones that are still known. */
  dead: number;
}

export interface Outbox {
  /**
   * Takes at most `most` sends that are due, the first of each conversation only; nobody else gets them for `leaseMs`.
   *
   * @param once channels on which a repeat would show: of what staff say there it is kept, before it is given away, that its send begins;
   * taken again without a settlement between, also after a crash, it is `begun`
   */
  take(now: Date, most: number, leaseMs: number, once?: readonly string[]): Promise<Sending[]>;
  /** Ends the lease. Its line's `delivery` follows. */
  settle(sending: Sending, settlement: Settlement): Promise<void>;
  /** A line that counts as sent did not arrive after all; of any other nothing happens. */
  bounced(conversation: string, seq: number, reason: string): Promise<void>;
  counts(): Promise<OutboxCounts>;
}
