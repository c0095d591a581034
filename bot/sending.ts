/** Sends what turns have put into the outbox, each conversation's in order; what a channel says may have arrived is not sent again. */
import { setTimeout as after } from 'node:timers/promises';
import type { Outbox, Sending, Settlement } from '../state/outbox.ts';
import type { Log } from './log.ts';
import { aboutMessage, apart } from './logging/belonging.ts';
import type { Metrics } from './metrics/metrics.ts';

/**
 * What a channel says of a try: `retry` means that it surely did not arrive, and may if it is tried again: not before `after`
 * milliseconds, and however often where it is `held` until something happens (the channel says when that is over).
 */
export type Sent =
  | { state: 'sent' }
  | { state: 'retry'; reason: string; after?: number; held?: true }
  | { state: 'ambiguous' | 'failed'; reason: string };
export type Send = (sending: Sending) => Promise<Sent>;

/** How a channel sends. */
export interface Sends {
  /** Sends one committed message; absent where clients fetch them. */
  send?: Send;
  /**
   * Nobody out there knows a message that comes twice: what staff said is not sent again after a crash that cut its send off, but as good as
   * ambiguous, and staff see it. Our own replies are: better twice than never.
   */
  once?: true;
}

export interface Sender {
  /** Something may be to be sent. */
  kick(): void;
  /** Resolves when nothing is being sent any more. */
  stop(): Promise<void>;
}

interface SenderOptions {
  outbox: Outbox;
  /** By name. */
  channels: ReadonlyMap<string, Sends>;
  now: () => Date;
  log: Log;
  metrics?: Metrics;
}

/** Milliseconds: how often it is looked for what is due, and how long a send may take before another process takes it up. */
const rhythm = { look: 1000, lease: 60_000 };
/** Before another process takes it up; what was not answered by then may have arrived. */
const longest = 45_000;
const tooLong = (signal: AbortSignal): Promise<Sent> =>
  after(longest, { state: 'ambiguous', reason: 'no answer' } as const, { signal, ref: false }).catch(
    () => new Promise<never>(() => {}),
  );

/** Its sender was killed, or could not keep what became of it. */
const cutOff: Sent = { state: 'ambiguous', reason: 'cut off' };
const noChannel: Sent = { state: 'failed', reason: 'no such channel' };

/** Sends under way: what hangs holds up none but its own conversation while there are fewer. */
const atOnce = 50;
/** Tries, and milliseconds after the first; each further wait is twice as long. What is held is looked after at least so often. */
const tries = { most: 8, wait: 2000, held: 20_000 };

export function keepSending({ outbox, channels, now, log, metrics }: SenderOptions): Sender {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  async function sendOne(sending: Sending): Promise<void> {
    const { channel, tries: before, begun } = sending;
    const tried = begun ? cutOff : (channels.get(channel)?.send?.(sending) ?? noChannel);
    const late = new AbortController();
    const sent: Sent = await Promise.race([tried, tooLong(late.signal)]).finally(() => late.abort());
    metrics?.deliveries.inc({ channel: metrics.channel(channel), state: sent.state });
    if (sent.state !== 'sent') log.warn({ id: sending.id, channel, ...sent }, 'reply not sent');
    else log.debug({ id: sending.id, channel }, 'reply sent');
    await outbox.settle(sending, settlement(sent, before));
  }

  function settlement(sent: Sent, before: number): Settlement {
    if (sent.state !== 'retry') return sent;
    const { reason, after = 0, held } = sent;
    if (!held && before + 1 >= tries.most) return { state: 'failed', reason };
    const wait = Math.min(tries.wait * 2 ** before, held ? tries.held : Number.POSITIVE_INFINITY);
    return { state: 'retry', reason, at: new Date(now().getTime() + Math.max(after, wait)) };
  }

  const underWay = new Map<string, Promise<void>>();

  /** What is not settled comes again when its lease has ended. */
  function begin(sending: Sending): void {
    const done = aboutMessage(sending.conversation, sending.activity.replyToId, () => sendOne(sending))
      .catch((error: unknown) => log.error({ err: error }, 'reply not settled'))
      .finally(() => {
        underWay.delete(sending.id);
        kick();
      });
    underWay.set(sending.id, done);
  }

  async function run(): Promise<void> {
    try {
      do {
        again = false;
        const free = stopped ? 0 : atOnce - underWay.size;
        const once = [...channels].flatMap(([name, each]) => (each.once ? [name] : []));
        const taken = free > 0 ? await outbox.take(now(), free, rhythm.lease, once) : [];
        for (const each of taken) if (!underWay.has(each.id)) begin(each);
      } while (again && !stopped && underWay.size < atOnce);
    } catch (error) {
      log.error({ err: error }, 'outbox not read');
    }
  }

  function kick(): void {
    again = true;
    running ??= apart(run).finally(() => {
      running = undefined;
    });
  }

  const timer = setInterval(kick, rhythm.look);
  timer.unref();
  kick();
  return {
    kick,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
      await Promise.all(underWay.values());
    },
  };
}
