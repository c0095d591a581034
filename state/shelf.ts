/** Conversations as they stand on the shelf, by name and age: what retention and deleting look at, never at what was said. */

export interface Kept {
  /** The hash of the conversation's id (SHA-256, hexadecimal). */
  name: string;
  /** When the last word was said (ISO), by the document and the transcript's last line; undefined when neither tells. */
  lastAt: string | undefined;
  /** Ids of what goes with it. */
  checklists: readonly string[];
  exports: readonly string[];
  /** Deleting was confirmed, and has not come to its end. */
  deleting: boolean;
  /** A part of it cannot be understood: nobody knows how old it is. */
  damaged: boolean;
}

export interface Shelf {
  nameOf(conversation: string): string;
  /** Every conversation of which anything is kept, in any order. Changes nothing, not even what is damaged. */
  list(): AsyncIterable<Kept>;
  look(name: string): Promise<Kept | undefined>;
  /** Removes a conversation with all that goes with it, if `when` says so of it while nobody runs a turn of it; whether it did. */
  retire(name: string, when: (kept: Kept) => boolean): Promise<boolean>;
}
