/** What the parts of the Teams channel share. */
import { setTimeout as after } from 'node:timers/promises';
import type { ChannelSurroundings, Presenting } from '../channel.ts';
import type { References } from './references.ts';
import type { Writing } from './send.ts';

export interface Teams extends Pick<ChannelSurroundings, 'conversations' | 'store' | 'guide' | 'log' | 'now' | 'env'> {
  /** As in `Incoming.channel`. */
  name: string;
  present: Presenting['present'];
  writing: Writing;
  references: References;
  /** Milliseconds after which somebody who waits is shown that we are writing. */
  typingAfter: number;
}

/** What the HTTP answer is; an empty object where there is nothing to say. */
export interface Answered {
  status: number;
  body: unknown;
}

export const done: Answered = { status: 200, body: {} };

/** Milliseconds: the channel service asks again after 15 seconds. */
const longestAnswer = 4000;

/** Waits for what is sent, but not so long that the caller would ask again; it goes on by itself then. */
export async function soon(work: Promise<unknown>): Promise<void> {
  const waiting = new AbortController();
  const late = after(longestAnswer, undefined, { ref: false, signal: waiting.signal }).catch(() => {});
  await Promise.race([work, late]);
  waiting.abort();
}
