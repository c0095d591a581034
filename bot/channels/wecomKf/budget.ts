/**
 * What may still be sent (document/path/94677): five messages within 48 hours after each message of the customer. Counted from the
 * transcript before WeCom refuses it.
 */
import { z } from 'zod';
import type { Talks } from '../../../state/talks.ts';
import type { TranscriptLine } from '../../../state/transcript.ts';
import type { Sent } from '../../sending.ts';
import type { Window } from '../channel.ts';

const most = { messages: 5, ms: 48 * 60 * 60 * 1000 };
/** It may go with the customer's next message, which comes within 48 hours or never. */
export const tooMany: Sent = { state: 'retry', held: true, reason: 'too many messages since the customer wrote' };
export const tooLate: Sent = { state: 'failed', reason: 'over 48 hours since the customer wrote' };

/** Lines before the one to be sent among which the customer's last message usually stands: those are in memory. */
const near = 12;

/** The lines that decide whether the one of this number may be sent. */
export async function linesAround(
  talks: Pick<Talks, 'read'>,
  conversation: string,
  seq: number,
): Promise<TranscriptLine[]> {
  const lines = await talks.read(conversation, Math.max(0, seq - near));
  return lines.some(({ from }) => from === 'person') ? lines : talks.read(conversation, 0);
}

const heard = z.looseObject({ channelData: z.looseObject({ sentAt: z.string() }).optional().catch(undefined) });

/** When the customer sent it; a message may lie while the service is down. */
const sentAt = ({ activity, at }: TranscriptLine): number =>
  Date.parse(heard.parse(activity).channelData?.sentAt ?? at);

export interface Budget {
  /**
   * Why the line may not be sent: too late is for ever; too many is until the customer writes again. `bot/paging.ts` keeps turns within the number; this is for messages that crossed each other.
   */
  refused(conversation: string, lines: readonly TranscriptLine[], now: Date): Sent | undefined;
  /** This line was sent; it counts for a customer's message that came while it waited. */
  spent(conversation: string, lines: readonly TranscriptLine[], seq: number): void;
}

const lastHeard = (lines: readonly TranscriptLine[]) => lines.findLast(({ from }) => from === 'person');

/** What may still be sent into a talk, for those at the desk. What waits to be sent counts as sent. */
export async function kfWindow(talks: Pick<Talks, 'read'>, conversation: string, now: Date): Promise<Window> {
  const lines = await talks.read(conversation, 0);
  const last = lastHeard(lines);
  const end = last ? sentAt(last) + most.ms : 0;
  if (!last || end <= now.getTime()) return { closed: true };
  const counted = new Set(['sent', 'ambiguous', 'pending']);
  const said = lines.filter(
    ({ seq, from, delivery = '' }) =>
      from !== 'person' && counted.has(delivery) && (seq > last.seq || delivery === 'pending'),
  );
  return { until: new Date(end).toISOString(), messages: Math.max(0, most.messages - said.length) };
}

export function kfBudget(): Budget {
  /** Lines of earlier turns that were sent after the customer's last message; only this process knows. */
  const late = new Map<string, { since: number; n: number }>();

  return {
    refused(conversation, lines, now) {
      const last = lastHeard(lines);
      // Deleted meanwhile: WeCom counts by itself.
      if (!last) return undefined;
      if (now.getTime() - sentAt(last) >= most.ms) return tooLate;
      const said = lines.filter(
        ({ seq, from, delivery }) =>
          seq > last.seq && from !== 'person' && (delivery === 'sent' || delivery === 'ambiguous'),
      );
      const before = late.get(conversation);
      const n = said.length + (before?.since === last.seq ? before.n : 0);
      return n >= most.messages ? tooMany : undefined;
    },
    spent(conversation, lines, seq) {
      const last = lastHeard(lines);
      if (!last || seq > last.seq) return;
      const before = late.get(conversation);
      if (late.size > 10_000) late.clear();
      late.set(conversation, { since: last.seq, n: (before?.since === last.seq ? before.n : 0) + 1 });
    },
  };
}
