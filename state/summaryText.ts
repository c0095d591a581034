/** Which of the conversations that fit a filter hold a text: looked for among the newest first, everywhere only where those are too few. */
import type { Summary } from './summary.ts';

/** Conversations in which some line holds the text. */
export interface Holding {
  among(conversations: readonly string[]): Promise<ReadonlySet<string>>;
  everywhere(): Promise<ReadonlySet<string>>;
  /** All of them where an index tells at once that there are few, undefined where it does not; absent without such an index. */
  rare?(): Promise<ReadonlySet<string> | undefined>;
}

/** Conversations in which looking costs next to nothing, and those in which it costs less than looking everywhere. */
const fewest = 400;
const few = 2000;

/**
 * @param found newest first
 * @param most no more than these are needed
 */
export async function holdingText(
  found: readonly Summary[],
  { among, everywhere, rare }: Holding,
  most = Number.POSITIVE_INFINITY,
): Promise<Summary[]> {
  /** Undefined where the newest of this number do not tell. */
  async function inNewest(size: number): Promise<Summary[] | undefined> {
    const isAll = found.length <= size;
    if (!isAll && most === Number.POSITIVE_INFINITY) return undefined;
    const newest = found.slice(0, size);
    const held = chosen(newest, await among(newest.map(({ conversation }) => conversation)));
    return isAll || held.length >= most ? held.slice(0, most) : undefined;
  }

  const near = rare && (await inNewest(fewest));
  if (near) return near;
  const indexed = await rare?.();
  if (indexed) return chosen(found, indexed).slice(0, most);
  const newest = await inNewest(most === Number.POSITIVE_INFINITY ? few : Math.max(few, 3 * most));
  return newest ?? chosen(found, await everywhere()).slice(0, most);
}

const chosen = (found: readonly Summary[], held: ReadonlySet<string>): Summary[] =>
  found.filter(({ conversation }) => held.has(conversation));
