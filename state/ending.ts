/** A home of things that are reached by an id that cannot be guessed, and end by themselves. */

export interface EndingStore<T extends { expiresAt: string }> {
  /** Keeps the thing; when it resolves, it survives a crash. */
  save(id: string, thing: T): Promise<void>;
  /** The thing, or undefined when there is none of this id, it cannot be understood, or it has ended (which drops it). */
  load(id: string, now: Date): Promise<T | undefined>;
  drop(id: string): Promise<void>;
  /** Drops what has ended or cannot be understood; gives back how many were dropped. */
  sweep(now: Date): Promise<number>;
}
