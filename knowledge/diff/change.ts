/** One difference between two guides, and how two lists are compared. */

/** `renamed`, `renumbered`: the same thing under another name or number. */
export type How = 'added' | 'dropped' | 'changed' | 'renamed' | 'renumbered';

export interface Change {
  how: How;
  /** What it is about, as staff speak of it. */
  what: string;
  /** Where it stands: in the new guide, or in the old one for what was dropped. */
  clause?: string;
  before?: string;
  after?: string;
}

/** Changes of one kind of thing, in the order of the new guide, what was dropped behind them. */
export interface Part {
  id: string;
  /** In Chinese. */
  title: string;
  changes: Change[];
}

/** Two lists whose items have keys: pairs with the same key, and what stands in one list only. */
export function matched<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): { pairs: (readonly [T, T])[]; added: T[]; dropped: T[] } {
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const now = new Set(after.map(keyOf));
  const pairs = after.flatMap((item) => {
    const known = old.get(keyOf(item));
    return known === undefined ? [] : [[known, item] as const];
  });
  return {
    pairs,
    added: after.filter((item) => !old.has(keyOf(item))),
    dropped: before.filter((item) => !now.has(keyOf(item))),
  };
}

/** Whether two values of data say the same. */
export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
