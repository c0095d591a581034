/** Measuring CPU time: this process' own, so that other people's work on the machine does not count. */

/** Milliseconds of CPU time that each run took. */
export async function cpuOf(runs: readonly (() => unknown)[]): Promise<number[]> {
  const taken: number[] = [];
  for (const run of runs) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    taken.push((user + system) / 1000);
  }
  return taken;
}

/** The value under which this share of the numbers lies: 0.5 is the median. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
