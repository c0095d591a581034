/**
 * What stands at the moment, looked at when somebody asks. What the home of the state must be asked for is waited for a second; if it does
 * not come, the series is missing rather than old: the store's own figures tell why.
 */
import { setTimeout as after } from 'node:timers/promises';
import { Gauge } from 'prom-client';
import type { OutboxCounts } from '../../state/outbox.ts';
import type { Waiting } from '../progress.ts';
import type { Metrics } from './metrics.ts';

export interface Standing {
  /** Messages that wait for an answer in this process. */
  queue(): Waiting;
  /** Replies to be sent, over all processes. */
  outbox(): Promise<OutboxCounts>;
  /** When each question that waits for a person was asked (ISO), over all processes. */
  desk(): Promise<readonly string[]>;
  now: () => Date;
}

const patience = 1000;

/** What was asked for, or nothing when it failed or took too long. */
async function inTime<T>(asked: Promise<T>): Promise<T | undefined> {
  const late = new AbortController();
  const tooLate = after(patience, undefined, { signal: late.signal, ref: false }).catch(() => undefined);
  try {
    return await Promise.race([asked, tooLate]);
  } catch {
    return undefined;
  } finally {
    late.abort();
  }
}

/** Milliseconds for which it is not looked again: the first look at a large home may take seconds, during which nothing is told. */
const kept = 30_000;

/** One look for all who ask, and for those who ask soon after. */
function recent<T>(look: () => Promise<T>): () => Promise<T | undefined> {
  let last: { at: number; found: T } | undefined;
  let running: Promise<void> | undefined;
  const begin = (): Promise<void> =>
    look()
      .then(
        (found) => {
          last = { at: performance.now(), found };
        },
        () => {
          last = undefined;
        },
      )
      .finally(() => {
        running = undefined;
      });
  return async () => {
    if (!last || performance.now() - last.at > kept) {
      running ??= begin();
      await inTime(running);
    }
    return last?.found;
  };
}

export function addGauges({ registry }: Metrics, { queue, outbox, desk, now }: Standing): void {
  const registers = [registry];
  new Gauge({
    name: 'guohe_queue_length',
    help: 'Messages that wait for an answer in this process',
    registers,
    collect() {
      this.set(queue().length);
    },
  });
  new Gauge({
    name: 'guohe_queue_oldest_seconds',
    help: 'Seconds for which the oldest of them has waited',
    registers,
    collect() {
      this.set(queue().oldest);
    },
  });
  new Gauge({
    name: 'guohe_outbox',
    help: 'Replies in the outbox of the whole service: to be sent, and given up',
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset();
      const counts = await inTime(outbox());
      if (counts) for (const state of ['pending', 'dead'] as const) this.set({ state }, counts[state]);
    },
  });
  const asked = recent(desk);
  new Gauge({
    name: 'guohe_desk_waiting',
    help: 'Questions of the whole service that wait for a person at the help desk',
    registers,
    async collect() {
      const times = await asked();
      if (times) this.set(times.length);
      else this.remove();
    },
  });
  new Gauge({
    name: 'guohe_desk_oldest_seconds',
    help: 'Seconds for which the oldest of them has waited',
    registers,
    async collect() {
      const times = await asked();
      const at = now().getTime();
      if (times) this.set(times.reduce((most, time) => Math.max(most, (at - Date.parse(time)) / 1000), 0));
      else this.remove();
    },
  });
}
