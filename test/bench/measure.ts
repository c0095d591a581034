/** Measuring CPU time: a process' own, so that other people's work on the machine counts as little as possible. */

/** Milliseconds of CPU time that each run took of this process. */
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

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

/** Three digits behind the point: more would only look exact. */
export const rounded = (value: number): number => Math.round(value * 1000) / 1000;

export const megabytes = (bytes: number): number => Math.round(bytes / 1e5) / 10;
