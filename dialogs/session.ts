/** What the turn's owner lays into the turn for the dialogs: the conversation's document, the day, the presenter. */
import type { Activity, TurnContext } from 'botbuilder';
import type { Guide } from '../knowledge/guide.ts';
import type { Language } from '../knowledge/language.ts';
import { loadGuide } from '../knowledge/loadGuide.ts';
import { type Overlay, overlaid } from '../knowledge/overlay.ts';
import type { CaseRecord, ConversationRecord } from '../state/conversation.ts';
import type { Reply } from './reply.ts';
import type { Frame } from './verdict.ts';

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
  /** Who speaks, on channels that prove it, in a talk with one person. */
  speaker?: Speaker;
  /** Makes a code of staff worthless that others may have read. */
  voidCode?(code: string): Promise<void>;
  /** The guide that answers, and with which a new case begins. */
  guideId: string;
  /** What staff have published on the guide of `guideId` at the moment of the turn. */
  overlay: Overlay | null;
  /** What they have published on another one. */
  overlayOf?: (guideId: string) => Overlay | null;
  /** A guide by its id, where another one than that of the project is meant. */
  guides?: (id: string) => Guide;
  /** Makes the channel's message of a reply. */
  present(reply: Reply, record?: CaseRecord): Partial<Activity>;
  /** Days that a conversation is kept after its last word. */
  keptDays: number;
  /** What is kept of this conversation beside its document; `since` and `until` are ISO dates. */
  kept(): Promise<{ messages: number; answers?: number; since: string; until: string; checklists: number }>;
  /** A link to a file of everything that is kept; undefined where nobody could open it. */
  exportLink(): string | undefined;
  /** Everything of this conversation is deleted with this turn; what is sent in it is not kept. */
  deleteAll(): void;
  /** A new id for a case. */
  newId(): string;
  /** What is to be known for handing the talk over; absent where nobody reads a queue. */
  desk?: DeskSide;
}

export interface DeskSide {
  /** ISO time of the turn. */
  now: string;
  /** The number of the line that is answered. */
  seq: number;
  /** When somebody is there, as it is told to people; whether that is now, where it can be known. */
  hours?: { text: string; open?: boolean } | undefined;
  /** The channel hands the whole talk to people of its own. */
  seat?: boolean;
  /** What the person last said before this, lately, that may be a question: no command, and no answer that was taken. */
  lastWords(): Promise<{ seq: number; question: string } | undefined>;
}

/** Somebody whom the channel vouches for. */
export interface Speaker {
  /** The account of staff to which they have linked themselves, as long as it may sign in. */
  staff?: { id: string; name: string };
  /** A day has gone by since they were last heard. */
  rested: boolean;
  /** Links them to the account that shows this code. */
  bind(code: string): Promise<'wrong' | 'too-many' | { id: string; name: string }>;
  unbind(): Promise<void>;
}

/** Whether what is said here are other people's questions: somebody of staff speaks, and has no talk of their own. */
export const isForOthers = ({ speaker, record }: Session): boolean =>
  speaker?.staff !== undefined && (!record.own || speaker.rested);

const key = Symbol('session');

export function layIn(context: TurnContext, session: Session): void {
  context.turnState.set(key, session);
}

/** The guide of a case, or that of a new one, with what staff have published on it. */
export function guideOf({ guideId, overlay, overlayOf, guides = loadGuide }: Session, id = guideId): Guide {
  return overlaid(guides(id), id === guideId || !overlayOf ? overlay : overlayOf(id));
}

/** By which guides a question is answered, and those of a case decided: the part of a frame that the session knows. */
export function guidesOf(session: Session, id?: string): Pick<Frame, 'guide' | 'overlay' | 'onFile'> {
  const guide = guideOf(session, id);
  const newest = guideOf(session);
  const onFile = [newest, ...(newest.older ?? []).map((each) => guideOf(session, each.id))];
  return { guide, overlay: guide.laid?.overlay ?? null, onFile };
}

/** Throws when the turn's owner laid none in: a mistake of ours. */
export function sessionOf(context: TurnContext): Session {
  const session: Session | undefined = context.turnState.get(key);
  if (!session) throw new Error('turn without a session: layIn() must come before the dialogs');
  return session;
}
