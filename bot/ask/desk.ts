/** Answers questions about the guide for callers outside the chat: the API, the command line, a question set. */
import { randomUUID } from 'node:crypto';
import { ask } from '../../knowledge/answer/ask.ts';
import type { Answer } from '../../knowledge/answer/compose.ts';
import type { Guide } from '../../knowledge/guide.ts';
import type { Overlay } from '../../knowledge/overlay.ts';
import { contexts } from './contexts.ts';

export interface Asking {
  question: string;
  /** Whose conversation it is: the name of the key; conversations of one holder are closed to others. */
  holder?: string;
  /** Chosen by the caller; made here when there is none. */
  conversation?: string | undefined;
}

/** The answer as it leaves the house. */
export type Answered = Answer & { conversation: string };
export type Desk = (asking: Asking) => Answered;

export interface DeskOptions {
  guide: Guide;
  /** What staff have published, read at each question; nothing without it. */
  overlay?: () => Overlay | null;
  /** The clock. */
  now: () => Date;
  /** IANA zone in which 今天 is meant. */
  timeZone: string;
  /** Conversations remembered at a time. */
  most?: number;
}

/** A desk with a memory of its own: what a conversation asked is known to this process only. */
export function openDesk({ guide, overlay = () => null, now, timeZone, most }: DeskOptions): Desk {
  const remembered = contexts(now, most);
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone });
  // A wrong lexicon stops the start, and nobody waits for the first answer.
  ask({ text: guide.title, guide, overlay: overlay(), today: day.format(now()) });
  return ({ question, holder = '', conversation = randomUUID() }) => {
    const key = JSON.stringify([holder, conversation]);
    const memory = remembered.recall(key);
    const told = ask({ text: question, guide, overlay: overlay(), today: day.format(now()), memory });
    remembered.keep(key, told.memory);
    return { ...told.answer, conversation };
  };
}
