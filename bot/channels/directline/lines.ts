/** What a client that has seen everything up to a watermark must see next, the greeting of a fresh talk included. */

import type { TranscriptLine } from '../../../state/transcript.ts';
import type { Conversations } from '../../conversations.ts';
import { channel } from './decode.ts';

/** A watermark is the number of the last line seen; an empty or a strange one means that none was seen. */
export function readWatermark(text: string | null | undefined): number {
  return text && /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

async function stored(conversations: Conversations, conversation: string, afterSeq: number): Promise<TranscriptLine[]> {
  const lines = await conversations.read(conversation, afterSeq);
  if (lines.length > 0) return lines;
  // Written in just between the two questions: ask again.
  if (await conversations.exists(conversation)) return conversations.read(conversation, afterSeq);
  // Nobody has written: the greeting has the numbers that it keeps when the first message stores it.
  const greeting = await conversations.greeting(channel, conversation);
  return greeting.filter((line) => line.seq > afterSeq);
}

/**
 * The lines after `seen`, oldest first. A watermark beyond the end (the talk was deleted meanwhile) counts as none,
 * or the client would never see anything again.
 */
export async function linesAfter(
  conversations: Conversations,
  conversation: string,
  seen: number,
): Promise<TranscriptLine[]> {
  if (seen === 0) return stored(conversations, conversation, 0);
  const tail = await stored(conversations, conversation, seen - 1);
  if (tail.length > 0) return tail.filter((line) => line.seq > seen);
  return stored(conversations, conversation, 0);
}

/** The watermark after these lines. */
export function watermarkAfter(lines: TranscriptLine[], seen: number): number {
  return lines.at(-1)?.seq ?? seen;
}
