/** Transcripts across conversations: what staff page through, search and take away. */
import type { TranscriptLine } from './transcript.ts';

/** Every condition must hold; an absent one holds for all. */
export interface TranscriptQuery {
  conversation?: string;
  channel?: string;
  from?: TranscriptLine['from'];
  /** ISO times: from `since` on, before `until`. */
  since?: string;
  until?: string;
  /** Part of what was said, as it stands there; case does not count. */
  text?: string;
  questionId?: string;
  answerStatus?: string;
  ruleId?: string;
  verdict?: string;
  guide?: string;
}

export interface FoundLine {
  conversation: string;
  channel: string;
  line: TranscriptLine;
}

export interface Page<T> {
  items: T[];
  /** Asks for what follows; absent when there is nothing more. */
  next?: string;
}

export interface Talked {
  conversation: string;
  channel: string;
  /** ISO times of the first and the last line. */
  begunAt: string;
  lastAt: string;
}

/** What staff did (`isDeed`) is neither searched nor exported; `talks.read` gives it. */
export interface Transcripts {
  /** Newest first. A `next` of another query, or none of ours, throws RangeError. */
  search(query: TranscriptQuery, page?: { most?: number; next?: string }): Promise<Page<FoundLine>>;
  /** Where a text stands in each of these conversations: at most so many lines of each, its newest first. */
  hits(conversations: readonly string[], text: string, most: number): Promise<ReadonlyMap<string, TranscriptLine[]>>;
  /** Conversations, that with the newest last line first. */
  list(channel?: string, page?: { most?: number; next?: string }): Promise<Page<Talked>>;
  /** Everything that fits, oldest first within each conversation; holds one conversation at a time in memory. */
  export(query: TranscriptQuery): AsyncIterable<FoundLine>;
  /** Adds lines outside a turn (botbuilder's `logActivity`), numbered by the home; one whose activity id is there already is left out. */
  append(conversation: string, channel: string, lines: readonly Omit<TranscriptLine, 'seq'>[]): Promise<void>;
  /** Removes a conversation's transcript and its document. */
  remove(conversation: string): Promise<void>;
}

/** What was found, by its conversation. */
export function linesByTalk(found: readonly FoundLine[]): ReadonlyMap<string, TranscriptLine[]> {
  const lines = new Map<string, TranscriptLine[]>();
  for (const { conversation, line } of found) lines.set(conversation, [...(lines.get(conversation) ?? []), line]);
  return lines;
}
