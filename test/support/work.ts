/** How much work something is. */

/**
 * Milliseconds of processor time that this thread needs for it. Unlike the clock, they do not go on while the machine is
 * busy with others.
 */
export function workOf(run: () => unknown): number {
  const before = process.threadCpuUsage();
  run();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
