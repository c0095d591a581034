/** Conversations in memory: each as it is committed, with what was accepted and not answered. Only their queues touch them. */
import { type ConversationRecord, newConversation } from '../conversation.ts';
import type { Departed } from '../departed.ts';
import { hashOf } from '../hash.ts';
import { DamagedError } from '../store.ts';
import { type TranscriptLine, transcriptLine } from '../transcript.ts';
import type { Accepted } from './inbox.ts';
import type { Parts } from './parts.ts';

/** One conversation, in memory. */
export interface Open {
  record: ConversationRecord;
  /** Whether there is a document. */
  kept: boolean;
  /** The document is committed in the inbox, and not in its file yet. */
  unsaved: boolean;
  channel: string;
  lastSeq: number;
  /** Nothing was ever said in it. */
  blank: boolean;
  /** Its transcript has no line yet. */
  begins: boolean;
  /** Ids of activities accepted, answered or not. */
  taken: Set<string>;
  /** Accepted and not answered, oldest first. */
  waiting: Accepted[];
  /** Committed, and perhaps not in the transcript yet; the document that was committed holds them too. */
  tail: TranscriptLine[];
  /** The largest number in the transcript. */
  writtenSeq: number;
  /** It was deleted not long ago. */
  departed: Departed | undefined;
}

/** What was accepted and not answered before the conversation was deleted, if it was. */
function unanswered(accepted: readonly Accepted[], departed: Departed | undefined): Accepted[] {
  const gone = new Set(departed?.taken);
  return accepted.filter(({ id }) => !gone.has(hashOf(id)));
}

/** Removes what a document that is marked so leaves behind, itself last. */
export async function finishLeaving(
  parts: Parts,
  { id, departed, checklists, exports }: ConversationRecord,
): Promise<void> {
  if (departed) await parts.departures.save(id, departed);
  await parts.drop({ name: hashOf(id), checklists, exports }, 'all');
}

/** Conversations kept in memory beyond those in use; the rest are read again from the disk. */
const most = 2000;

export interface OpenTalks {
  get(conversation: string): Open | undefined;
  /** The conversation as it is on the disk; what was committed and is missing in the transcript is written. */
  open(conversation: string): Promise<Open>;
  /** After a write that failed memory and disk may differ: the disk is read again. */
  forget(conversation: string): void;
  /** The ids that are in memory, of this name. */
  forgetNamed(name: string): void;
  /** Those of which something is committed and perhaps not written into the transcript. */
  unflushed(): readonly Open[];
  /** Writes what was committed into the conversation's own files. */
  flush(conversation: string, here: Open): Promise<void>;
}

export function openTalks(parts: Parts, onDamaged: (error: Error) => void): OpenTalks {
  const { documents, transcripts, departures, inbox, now } = parts;
  const talks = new Map<string, Open>();

  /** A document that cannot be understood is kept aside: the talk begins anew instead of ending. */
  async function documentOf(conversation: string): Promise<ConversationRecord | undefined> {
    try {
      return await documents.load(conversation);
    } catch (error) {
      if (!(error instanceof DamagedError)) throw error;
      onDamaged(error);
      return undefined;
    }
  }

  async function flush(conversation: string, here: Open): Promise<void> {
    const { tail, channel, begins } = here;
    if (tail.length > 0) {
      await transcripts.append({ conversation, channel, begins }, tail);
      here.begins = false;
      here.tail = here.tail.filter((line) => !tail.includes(line));
      here.writtenSeq = Math.max(here.writtenSeq, ...tail.map(({ seq }) => seq));
    }
    if (!here.unsaved) return;
    await documents.save(here.record);
    here.unsaved = false;
    inbox.written(conversation);
  }

  async function read(conversation: string): Promise<Open> {
    let document = await documentOf(conversation);
    // Deleting it was cut off.
    if (document?.deleting) {
      await inbox.replace(conversation, unanswered(await inbox.waiting(conversation), document.departed));
      await finishLeaving(parts, document);
      document = undefined;
    }
    // What was committed last is in the inbox until it is in its file.
    const committed = await inbox.committed(hashOf(conversation));
    document = committed ?? document;
    const departed = await departures.load(conversation, now());
    const lines = await transcripts.open(conversation);
    const written = new Set(lines.map(({ seq }) => seq));
    const pending = (document?.pending ?? []).map((each) => transcriptLine.parse(each));
    const tail = pending.filter(({ seq }) => !written.has(seq));
    const known = [...lines, ...tail];
    const answered = new Set([...(document?.seen ?? []), ...known.map(({ activity }) => String(activity.id ?? ''))]);
    const accepted = await inbox.waiting(conversation);
    const waiting = unanswered(accepted, departed).filter(({ id }) => !answered.has(id));
    for (const each of accepted) if (!waiting.includes(each)) inbox.answered(conversation, each.id);
    const all = [...known, ...waiting.flatMap((each) => each.lines)];
    const channel = document?.channel || (waiting[0]?.channel ?? '');
    // What is settled is told by marks in the transcript.
    const unsettled = new Set(known.filter(({ delivery }) => delivery === 'pending').map(({ seq }) => seq));
    if (document) document.outbox = document.outbox.filter((seq) => unsettled.has(seq));
    const here: Open = {
      record: document ?? newConversation(conversation, channel),
      kept: document !== undefined,
      unsaved: committed !== undefined,
      channel,
      lastSeq: all.reduce((last, { seq }) => Math.max(last, seq), departed?.lastSeq ?? 0),
      blank: all.length === 0,
      begins: lines.length === 0,
      taken: new Set([...answered, ...waiting.map(({ id }) => id)]),
      waiting,
      tail,
      writtenSeq: lines.at(-1)?.seq ?? 0,
      departed,
    };
    // While the disk refuses it is read from memory; the next turn needs it to have worked.
    await flush(conversation, here).catch(() => {});
    return here;
  }

  return {
    get: (conversation) => talks.get(conversation),
    async open(conversation) {
      const known = talks.get(conversation);
      if (known) return known;
      const here = await read(conversation);
      if (talks.size >= most) {
        const isIdle = ({ waiting, tail, unsaved }: Open): boolean => waiting.length + tail.length === 0 && !unsaved;
        const [idle] = [...talks].find(([, each]) => isIdle(each)) ?? [];
        if (idle !== undefined) talks.delete(idle);
      }
      talks.set(conversation, here);
      return here;
    },
    unflushed: () => [...talks.values()].filter(({ tail }) => tail.length > 0),
    forget: (conversation) => void talks.delete(conversation),
    forgetNamed(name) {
      for (const id of talks.keys()) if (hashOf(id) === name) talks.delete(id);
    },
    flush,
  };
}
