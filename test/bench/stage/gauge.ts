/** Loaded before a measured process' own entry: tells over the IPC channel what the process has taken so far. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What is told; times in milliseconds, sizes in bytes. */
export interface Reading {
  /** Of all threads, since the process began. */
  cpuMs: number;
  rss: number;
  heapUsed: number;
  /** Resources that keep the event loop alive: sockets, files, timers. */
  handles: number;
  /** How late the main thread came to its timers since the reading before. */
  delay: { p99Ms: number; maxMs: number };
}

/** Beyond these milliseconds between two ticks it is late. */
const tick = 10;
const delay = monitorEventLoopDelay({ resolution: tick });

function reading(): Reading {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - tick);
  return {
    cpuMs: (user + system) / 1000,
    rss,
    heapUsed,
    handles: process.getActiveResourcesInfo().length,
    delay: { p99Ms: late(delay.percentile(99)), maxMs: late(delay.max) },
  };
}

process.on('message', (asked) => {
  if (asked === 'collect') globalThis.gc?.();
  process.send?.(reading());
  // Its ticks cost something: only those who ask for delays pay.
  if (asked === 'watch') delay.enable();
  delay.reset();
});
// Whoever measured it is gone.
process.once('disconnect', () => process.exit());
// Asking must not keep a process alive that has ended otherwise.
process.channel?.unref();
