/**
 * The hall that every channel enters by: takes activities in once, in order per conversation, and hands replies out.
 * Channels own HTTP and formats; they never touch state or dialogs.
 */
import type { Language } from '../knowledge/language.ts';
import type { StaffAct } from '../state/staffAct.ts';
import type { TranscriptLine } from '../state/transcript.ts';

/** An activity as a channel decoded and checked it. */
export interface Incoming {
  /** Unique in the conversation; a repeated id has one effect. */
  id: string;
  channel: string;
  conversation: string;
  from: { id: string; name?: string };
  type: 'message' | 'conversationUpdate' | 'event' | 'typing';
  text?: string;
  /** What a button carries: its words in `text`, the id of the question to which it belongs in `question`. */
  value?: unknown;
  /** Several people read the conversation: only questions about the guide are answered, nobody's facts are taken or shown. */
  group?: true;
  /** Others wrote it and the person hands it on, one message a line: its questions are answered, no fact is taken. */
  forwarded?: true;
  /** The channel has greeted the person here; otherwise, where replies are sent, the first of them is the greeting. */
  greeted?: true;
  channelData?: unknown;
  timestamp?: string;
  /** Where replies are sent, in the channel's own form; absent where clients fetch them. */
  address?: Record<string, unknown>;
}

export interface Conversations {
  /** The greeting of a conversation in which nobody has written yet; nothing is stored by it. Same lines each time. */
  greeting(channel: string, conversation: string): Promise<TranscriptLine[]>;
  /**
   * Takes an activity in. Resolves when it is kept on disk (so that a 2xx may be sent), before it is answered.
   * `repeated` when this id was taken before: it has no second effect. `refused` when the person has said too much in a minute: nothing is kept,
   * and they are told (`bot/limits/persons.ts`); where clients fetch the replies this is thrown as a `TooMany` instead.
   */
  accept(incoming: Incoming): Promise<'accepted' | 'repeated' | 'refused'>;
  /**
   * Takes in what somebody at the help desk does in a conversation; kept, answered in order with the person's messages, and done once however
   * often it comes. `unknown`: nothing is kept of the conversation.
   */
  staff(act: StaffAct): Promise<'accepted' | 'repeated' | 'unknown'>;
  /** Whether somebody at the help desk has the talk: then nothing else is said to the person, in whatever way. */
  silent(conversation: string): Promise<boolean>;
  /** In which language the person is spoken to after this text; what is kept is not needed for it. */
  language(conversation: string, text?: string): Promise<Language>;
  /** All lines of the conversation after `seq`, oldest first. The replies to one activity become visible together. */
  read(conversation: string, afterSeq: number): Promise<TranscriptLine[]>;
  /** Whether anybody has written in this conversation (now or before a restart). */
  exists(conversation: string): Promise<boolean>;
  /** Calls `listener` with each batch of new lines, in order. Returns the way to stop. */
  subscribe(conversation: string, listener: (lines: TranscriptLine[]) => void): () => void;
  /** Resolves when every accepted activity (of this conversation) is answered. */
  idle(conversation?: string): Promise<void>;
}
