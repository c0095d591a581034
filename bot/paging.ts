/**
 * What a channel cannot say at once: messages are cut into such as it can carry, and what goes beyond the number that it may send
 * waits with the conversation for 更多. What is new goes before what waited.
 */
import type { Activity } from 'botbuilder';
import { words } from '../dialogs/wording.ts';
import { type Language, say } from '../knowledge/language.ts';
import type { ConversationRecord } from '../state/conversation.ts';
import type { Presenting } from './channels/channel.ts';

type Message = Partial<Activity>;

/** Messages that wait, at most; the oldest are given up. */
const mostWaiting = 30;

const asksForMore = /^(?:更多|看更多|继续看|下一页|还有呢|more)[。.!！~～]?$/i;

/** The messages that wait, when the person asks for them. */
export function waitingPages(text: string, { pages }: ConversationRecord): Message[] | undefined {
  return pages?.length && asksForMore.test(text.normalize('NFKC').trim()) ? pages : undefined;
}

export interface Paged {
  /** To be said now. */
  now: Message[];
  /** The document with what waits, and what is said now counted. */
  record: ConversationRecord;
}

interface Heard {
  /** When the message that is answered was taken in (ISO): what was said after it counts against it. */
  at: string;
  now: Date;
  language: Language;
  /** What waited, when it is said now. */
  waited?: readonly Message[] | undefined;
  /** Messages that are said before these whatever their number. */
  before?: number;
}

/** What of `sent` is said now, and what waits. */
export function paged(
  sent: readonly Message[],
  shape: Presenting,
  { pages = [], told = [], ...record }: ConversationRecord,
  heard: Heard,
): Paged {
  const { split = (message: Message) => [message], mostAtOnce } = shape;
  const all = sent.flatMap((each) => split(each));
  if (mostAtOnce === undefined) return { now: all, record };
  const { before = 0 } = heard;
  const since = [...heldOver(told, heard.at, mostAtOnce), ...told.filter(({ at }) => at > heard.at)];
  const spent = since.reduce((sum, { n }) => sum + n, before);
  // Beyond the number one word is still said: that there is more.
  const bare: Message[] = spent === mostAtOnce ? [{ type: 'message', text: '' }] : [];
  const fitting = all.slice(0, Math.max(0, mostAtOnce - spent));
  const later = [...all.slice(fitting.length), ...(heard.waited ? [] : pages)].slice(0, mostWaiting);
  const said = fitting.length > 0 ? fitting : bare;
  const now = later.length > 0 ? hinted(said, later.length, heard.language) : fitting;
  return {
    now,
    record: {
      ...record,
      ...(later.length > 0 && { pages: later.map(plainMessage) }),
      told: [...since, { at: heard.now.toISOString(), n: now.length + before }],
    },
  };
}

type Told = NonNullable<ConversationRecord['told']>;

/** What was said whatever its number before the person's last message, beyond what may be said: it is sent only now, and counts now. */
function heldOver(told: Told, heardAt: string, mostAtOnce: number): Told {
  const earlier = told.filter(({ at }) => at <= heardAt).reduce((sum, { n }) => sum + n, 0);
  // One more than a turn says is allowed: it is left for a person.
  const n = earlier - mostAtOnce - 1;
  return n > 0 ? [{ at: heardAt, n }] : [];
}

/**
 * The document with `n` messages counted that are said whatever their number: those of the help desk, and with which the talk is handed back.
 *
 * @param heardAt when the person's message was taken in to which they are said; absent where they are said to none
 */
export function withTold(
  record: ConversationRecord,
  n: number,
  { mostAtOnce }: Presenting,
  now: Date,
  heardAt?: string,
): ConversationRecord {
  if (mostAtOnce === undefined) return record;
  const { told = [], ...rest } = record;
  const since =
    heardAt === undefined ? told : [...heldOver(told, heardAt, mostAtOnce), ...told.filter(({ at }) => at > heardAt)];
  return { ...rest, told: [...since, ...(n > 0 ? [{ at: now.toISOString(), n }] : [])] };
}

/** The last message says that there is more. */
function hinted(now: readonly Message[], n: number, language: Language): Message[] {
  const last = now.at(-1);
  if (!last) return [];
  const hint = say(words(language).more, { n });
  return [...now.slice(0, -1), { ...last, text: [last.text, hint].filter(Boolean).join('\n\n') }];
}

const plainMessage = (message: Message): Record<string, unknown> => JSON.parse(JSON.stringify(message));
