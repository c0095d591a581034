/** Sends what turns have put into the outbox, each conversation's in order; what may have arrived is never sent again. */
import type { Outbox, Sending, Settlement } from '../state/outbox.ts';
import type { Log } from './log.ts';

/** What a channel says of a try: `retry` means that it surely did not arrive, and may if it is tried again. */
export type Sent = { state: 'sent' } | { state: 'retry' | 'ambiguous' | 'failed'; reason: string };
export type Send = (sending: Sending) => Promise<Sent>;

export interface Sender {
  /** Something may be to be sent. */
  kick(): void;
  /** Resolves when nothing is being sent any more. */
  stop(): Promise<void>;
}

interface SenderOptions {
  outbox: Outbox;
  /** By name. */
  channels: ReadonlyMap<string, { send?: Send }>;
  now: () => Date;
  log: Log;
}

/** Milliseconds: how often it is looked for what is due, and how long a send may take before another process takes it up. */
const rhythm = { look: 1000, lease: 60_000 };
const atOnce = 20;
/** Tries, and milliseconds after the first; each further wait is twice as long. */
const tries = { most: 8, wait: 2000 };

export function keepSending({ outbox, channels, now, log }: SenderOptions): Sender {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  async function sendOne(sending: Sending): Promise<void> {
    const { channel, tries: before } = sending;
    const sent: Sent = (await channels.get(channel)?.send?.(sending)) ?? { state: 'failed', reason: 'no such channel' };
    if (sent.state !== 'sent') log.warn({ id: sending.id, channel, ...sent }, 'reply not sent');
    await outbox.settle(sending, settlement(sent, before));
  }

  function settlement(sent: Sent, before: number): Settlement {
    if (sent.state === 'sent') return sent;
    const { state, reason } = sent;
    if (state !== 'retry') return { state, reason };
    if (before + 1 >= tries.most) return { state: 'failed', reason };
    return { state, reason, at: new Date(now().getTime() + tries.wait * 2 ** before) };
  }

  async function run(): Promise<void> {
    try {
      for (;;) {
        again = false;
        const taken = stopped ? [] : await outbox.take(now(), atOnce, rhythm.lease);
        // What is not settled comes again when its lease has ended.
        const settled = await Promise.allSettled(taken.map(sendOne));
        for (const each of settled)
          if (each.status === 'rejected') log.error({ err: each.reason }, 'reply not settled');
        if (taken.length === 0 && !again) return;
      }
    } catch (error) {
      log.error({ err: error }, 'outbox not read');
    }
  }

  function kick(): void {
    again = true;
    running ??= run().finally(() => {
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
    },
  };
}
