/**
 * The talks of every home: an activity is kept before it is acknowledged, turns of one conversation run one after the
 * other, and what a turn did is committed whole or not at all.
 */
import type { Checklist } from './checklists.ts';
import type { ConversationRecord } from './conversation.ts';
import type { ExportLink } from './exports.ts';
import type { TranscriptLine } from './transcript.ts';

/** What a channel hands in. */
export interface Arrival {
  conversation: string;
  channel: string;
  /** Unique in the conversation: an id that was kept before has no second effect. */
  id: string;
  /**
   * Where replies are sent (a Bot Framework reference, an account …); absent where clients fetch them. The latest stands. `latest`: what
   * came last of the conversation says it.
   */
  address?: Record<string, unknown> | 'latest';
  /**
   * Makes the lines to keep, numbered from `seq`: the person's as the last one. `blank`: nothing is kept of this
   * conversation, so that the greeting goes before it. Nothing else in them depends on the number: where others come between, a home moves
   * the numbers on. May be called again, and in vain.
   */
  lines(seq: number, blank: boolean): TranscriptLine[];
}

/** The oldest activity that has no answer yet, in the hands of whoever answers it. */
export interface Turn {
  /**
   * A copy of the document: what is put into it counts only by the commit. Its parts may be shared with what is kept: they are replaced,
   * not changed.
   */
  record: ConversationRecord;
  /** The line to be answered. */
  heard: TranscriptLine;
  /** Where replies to it are sent; absent where clients fetch them. */
  address?: Record<string, unknown>;
  /** Everything that was said so far, oldest first. */
  lines(): Promise<TranscriptLine[]>;
}

/** What a turn did. Bot lines whose delivery is `pending` become sends of the outbox. */
export type Commit = Answer | Departure;

export interface Answer {
  record: ConversationRecord;
  /** Makes the replies' lines, numbered from `seq`; nothing else in them depends on it. */
  lines(seq: number): TranscriptLine[];
  /** Things with ids of their own that the replies name: kept before, or together with, the replies. */
  checklists?: readonly { id: string; checklist: Checklist }[];
  exports?: readonly { id: string; link: ExportLink }[];
  /** Ids of those that are too many now. */
  drop?: { checklists: readonly string[]; exports: readonly string[] };
}

/**
 * The person had everything deleted. Nothing is kept but what was said after the message that is answered here: it
 * begins the conversation anew, behind `greeting`. The lines that tell of it are read until somebody writes again.
 */
export interface Departure {
  departs: true;
  lines(seq: number): TranscriptLine[];
  greeting(seq: number): TranscriptLine[];
}

export interface Talks {
  /**
   * Keeps what arrived, unless one of this id was kept in this conversation before (ids are known for at least a day,
   * also those of a conversation that was deleted). When it resolves, it survives a crash.
   *
   * @returns the lines as kept. Rejects when they could not be kept; then nothing of them is.
   */
  accept(arrival: Arrival): Promise<TranscriptLine[] | 'repeated'>;
  /**
   * Answers the oldest activity of the conversation that has no answer: `work` runs while nobody else, in this process
   * or another, runs a turn of it. When `work` throws, nothing happened and the activity still has no answer.
   *
   * @returns the lines that became visible, or undefined when nothing waits for an answer.
   */
  turn(conversation: string, work: (turn: Turn) => Promise<Commit>): Promise<TranscriptLine[] | undefined>;
  /** Lines after `afterSeq` in order, each once; the lines of one commit appear together. */
  read(conversation: string, afterSeq: number): Promise<TranscriptLine[]>;
  /** The document as it is committed, or undefined when there is none (deleted ones included). */
  load(conversation: string): Promise<ConversationRecord | undefined>;
  /** Whether anything is kept of it. */
  exists(conversation: string): Promise<boolean>;
  /** Conversations in which something was accepted and not answered: what a start goes on with. */
  unanswered(): AsyncIterable<string>;
  /** Calls the listener when another process has added lines to a conversation. Returns the way to stop. */
  onForeign(listener: (conversation: string) => void): () => void;
}
