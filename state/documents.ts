/**
 * Plain documents by kind and id, each with a true eTag: settings, tokens that are cached, botbuilder's `Storage`, and
 * whatever else is small and needs no table of its own (the help desk's queue, staff's notes).
 */

export interface Document {
  kind: string;
  id: string;
  /** Plain JSON. */
  value: unknown;
  /** Changes with each write. */
  etag: string;
}

/** The document is not what the writer thought it was. */
export class StaleError extends Error {
  constructor(kind: string, id: string) {
    super(`${kind} ${id} 已被别人改过`);
    this.name = 'StaleError';
  }
}

export interface Documents {
  read(kind: string, id: string): Promise<Document | undefined>;
  /**
   * Replaces the value whole; when it resolves, it survives a crash.
   *
   * @param expected the eTag that it must still have; `new`: there must be none of this id; absent: whatever is there.
   * @returns the new eTag. Throws `StaleError` when it is not as expected.
   */
  write(kind: string, id: string, value: unknown, expected?: string): Promise<string>;
  remove(kind: string, id: string): Promise<void>;
  /** All of a kind, in any order. */
  list(kind: string): AsyncIterable<Document>;
}
