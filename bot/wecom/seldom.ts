/** Says the same thing at most once a minute: strangers must not fill the log, nor one cause a thousand lines. */

const every = 60_000;

/** `say` is told how often it happened since it was last said. */
export function seldom(now: () => Date): (what: string, say: (times: number) => void) => void {
  const known = new Map<string, { at: number; times: number }>();
  return (what, say) => {
    const at = now().getTime();
    const before = known.get(what);
    const times = (before?.times ?? 0) + 1;
    if (before && at - before.at < every) {
      known.set(what, { at: before.at, times });
      return;
    }
    known.set(what, { at, times: 0 });
    say(times);
  };
}
