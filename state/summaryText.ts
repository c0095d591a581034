/** Which of the conversations that fit a filter hold a text: looked for among the newest first, everywhere only where those are too few. */
import type { Summary } from './summary.ts';

/** Conversations in which some line holds the text: among these, or of all. */
export type Holding = (among?: readonly string[]) => Promise<ReadonlySet<string>>;

/** Conversations in which looking costs less than looking everywhere. */
const few = 2000;

/**
 * @param found newest first
 * @param most no more than these are needed
 */
export async function holdingText(
  found: readonly Summary[],
  holding: Holding,
  most = Number.POSITIVE_INFINITY,
): Promise<Summary[]> {
  const all = most === Number.POSITIVE_INFINITY;
  const newest = found.slice(0, all ? few : Math.max(few, 3 * most));
  const isAll = newest.length === found.length;
  if (isAll || !all) {
    const held = among(newest, await holding(newest.map(({ conversation }) => conversation)));
    if (isAll || held.length >= most) return held.slice(0, most);
  }
  return among(found, await holding()).slice(0, most);
}

const among = (found: readonly Summary[], held: ReadonlySet<string>): Summary[] =>
  found.filter(({ conversation }) => held.has(conversation));
