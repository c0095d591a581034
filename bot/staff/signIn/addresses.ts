/** How often one address may try something before somebody is signed in; an office shares one. In memory: each process counts for itself. */

/** Tries in `ms` milliseconds. */
export const perAddress = { tries: 60, ms: 15 * 60_000 };
const mostAddresses = 10_000;

/** Whether this address may try once more now. */
export function countAddresses(now: () => Date): (from: string) => boolean {
  const known = new Map<string, { count: number; since: number }>();
  return (from) => {
    const at = now().getTime();
    const before = known.get(from);
    const entry = before && at - before.since < perAddress.ms ? before : { count: 0, since: at };
    entry.count += 1;
    // The one that was seen longest ago is forgotten first.
    known.delete(from);
    known.set(from, entry);
    const oldest = known.keys().next();
    if (known.size > mostAddresses && !oldest.done) known.delete(oldest.value);
    return entry.count <= perAddress.tries;
  };
}
