/** How often one member may be written to: what is more, WeCom drops without a word (document/path/90454). */

/** Messages within milliseconds. */
const limits = [
  { most: 30, within: 60_000 },
  { most: 1000, within: 3_600_000 },
];
const longest = 3_600_000;

export interface Budget {
  /**
   * Counts a message to this member if it may be sent now: 0; otherwise the milliseconds after which one may.
   *
   * @param spare how many must be left besides, for what matters more
   */
  spend(userid: string, spare?: number): number;
}

export function memberBudget(now: () => Date): Budget {
  const sent = new Map<string, number[]>();
  let swept = now().getTime();

  /** Nobody is remembered for longer than an hour. */
  function sweep(at: number): void {
    if (at - swept < longest) return;
    swept = at;
    for (const [member, times] of sent) if ((times.at(-1) ?? 0) <= at - longest) sent.delete(member);
  }

  return {
    spend(userid, spare = 0) {
      const at = now().getTime();
      sweep(at);
      const member = userid.toLowerCase();
      const times = (sent.get(member) ?? []).filter((time) => time > at - longest);
      const waits = limits.map(({ most, within }) => {
        const first = times.at(spare - most);
        return first === undefined ? 0 : Math.max(0, first + within - at);
      });
      const wait = Math.max(...waits);
      sent.set(member, wait > 0 ? times : [...times, at]);
      return wait;
    },
  };
}
