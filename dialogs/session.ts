/** What the turn's owner lays into the turn for the dialogs: the conversation's document, the day, the presenter. */
import type { Activity, TurnContext } from 'botbuilder';
import type { Language } from '../knowledge/language.ts';
import type { CaseRecord, ConversationRecord } from '../state/conversation.ts';
import type { Reply } from './reply.ts';

export interface Session {
  /** The conversation's document; dialogs change it in place, the turn's owner saves it. */
  record: ConversationRecord;
  /** ISO date of the message, in the service's time zone. */
  today: string;
  /** The language in which the person is spoken to. */
  language: Language;
  /** Whether hours have gone by since the person was last heard. */
  away: boolean;
  /** Several people read the conversation: only questions about the guide are answered. */
  group?: boolean;
  /** Others wrote the message: the questions in it are answered, and no fact is taken. */
  forwarded?: boolean;
  /** The guide with which a new case begins. */
  guideId: string;
  /** Makes the channel's message of a reply. */
  present(reply: Reply, record?: CaseRecord): Partial<Activity>;
  /** Days that a conversation is kept after its last word. */
  keptDays: number;
  /** What is kept of this conversation beside its document; `since` and `until` are ISO dates. */
  kept(): Promise<{ messages: number; since: string; until: string; checklists: number }>;
  /** A link to a file of everything that is kept; undefined where nobody could open it. */
  exportLink(): string | undefined;
  /** Everything of this conversation is deleted with this turn; what is sent in it is not kept. */
  deleteAll(): void;
  /** A new id for a case. */
  newId(): string;
}

const key = Symbol('session');

export function layIn(context: TurnContext, session: Session): void {
  context.turnState.set(key, session);
}

/** Throws when the turn's owner laid none in: a mistake of ours. */
export function sessionOf(context: TurnContext): Session {
  const session: Session | undefined = context.turnState.get(key);
  if (!session) throw new Error('turn without a session: layIn() must come before the dialogs');
  return session;
}
