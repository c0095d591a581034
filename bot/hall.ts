/**
 * The hall: every channel's way in. It owns the turn and its commit: an activity is kept before it is acknowledged,
 * turns of one conversation run in order, and one save holds facts, dialog state, the answered id and the replies.
 */
import { randomUUID } from 'node:crypto';
import { greeting as greetingReply } from '../dialogs/main.ts';
import { type ConversationRecord, maxSeen, newConversation } from '../state/conversation.ts';
import { deleteWholly, erase } from '../state/erase.ts';
import { type TranscriptLine, transcriptLine } from '../state/transcript.ts';
import type { Conversations, Incoming } from './conversations.ts';
import { departures } from './ownData/departures.ts';
import { newReference } from './problem.ts';
import { queues } from './queue.ts';
import { isOver } from './retention/retention.ts';
import { basisOf, type HallOptions, language, turns } from './turn.ts';
import { masked, plain, restored } from './turnActivity.ts';
import { wholeDocument } from './wholeDocument.ts';

export type { HallOptions } from './turn.ts';

export interface Hall extends Conversations {
  /** Deletes a conversation of this name wholly, unless a word has been said since `before`; whether it did. */
  retire(name: string, before: Date): Promise<boolean>;
}

/** A conversation in memory: what is on disk, and what was taken in but not answered yet. */
interface Open {
  record: ConversationRecord;
  lastSeq: number;
  /** Nothing was ever said in it: the greeting is kept with the first message. */
  blank: boolean;
  /** Up to here readers may see: the replies to one activity become visible together. */
  visible: number;
  /** Ids of activities taken in, answered or not. */
  taken: Set<string>;
}

/** Conversations kept in memory beyond those in use; the rest are read again from disk. */
const mostOpen = 2000;

export function hall(options: HallOptions): Hall {
  const { store, log, guideId, now, present, checklists, exports, retentionDays } = options;
  const run = turns(options);
  const inOrder = queues();
  const nameOf = store.shelf.nameOf;
  const open = new Map<string, Open>();
  const left = departures();
  const listeners = new Map<string, Set<(lines: TranscriptLine[]) => void>>();

  const line = (seq: number, from: TranscriptLine['from'], activity: object, more: Partial<TranscriptLine> = {}) =>
    transcriptLine.parse({
      guide: guideId,
      overlay: null,
      ...more,
      seq,
      at: now().toISOString(),
      from,
      activity,
      ...(from === 'bot' && { delivery: 'visible' }),
    });

  function tell(conversation: string, lines: TranscriptLine[]): void {
    for (const listener of listeners.get(conversation) ?? []) listener(lines);
  }

  function visible(conversation: string, lines: TranscriptLine[]): TranscriptLine[] {
    const last = open.get(conversation)?.visible ?? Number.POSITIVE_INFINITY;
    return lines.filter(({ seq }) => seq <= last);
  }

  /** After a failed write memory and disk may differ: the disk is read again, and what is owed is made up for. */
  function orForget<T>(conversation: string, job: Promise<T>): Promise<T> {
    return job.catch((error: unknown) => {
      open.delete(conversation);
      throw error;
    });
  }

  /** The conversation as it is on disk; replies that were committed but not written yet are written now. */
  async function opened(conversation: string, channel: string): Promise<Open> {
    const known = open.get(conversation);
    if (known) return known;
    let record = await wholeDocument(store.conversations, conversation, log);
    // Deleting it was cut off.
    if (record?.deleting) {
      await deleteWholly(store, record);
      record = undefined;
    }
    record ??= newConversation(conversation, channel);
    const lines = await store.transcripts.read(conversation, 0);
    const written = new Set(lines.map(({ seq }) => seq));
    const owed = record.pending.map((each) => transcriptLine.parse(each)).filter(({ seq }) => !written.has(seq));
    await store.transcripts.append(conversation, owed);
    const all = [...lines, ...owed];
    const heard = all.filter(({ from }) => from === 'person');
    const before = left.get(conversation);
    const made: Open = {
      record,
      lastSeq: all.reduce((most, { seq }) => Math.max(most, seq), before?.lastSeq ?? 0),
      blank: all.length === 0,
      visible: Number.POSITIVE_INFINITY,
      taken: new Set([...(before?.taken ?? []), ...heard.slice(-maxSeen).map(({ activity }) => String(activity.id))]),
    };
    if (open.size >= mostOpen) open.delete(String(open.keys().next().value));
    open.set(conversation, made);
    const answered = new Set([...record.seen, ...all.map(({ activity }) => String(activity.replyToId ?? ''))]);
    for (const { activity } of heard) {
      const id = String(activity.id);
      if (answered.has(id)) continue;
      // Masked before it was kept, but for what an earlier version kept.
      void answerLater(masked({ ...restored(activity), id, channel: record.channel, conversation }));
    }
    return made;
  }

  function greetingLines(seq = 1): TranscriptLine[] {
    return [line(seq, 'bot', { ...present(greetingReply(guideId, retentionDays, language)), id: 'greeting' })];
  }

  async function take(incoming: Incoming): Promise<'accepted' | 'repeated'> {
    const { conversation, channel, ...activity } = incoming;
    const here = await opened(conversation, channel);
    if (here.taken.has(incoming.id)) return 'repeated';
    const first = here.blank ? greetingLines(here.lastSeq + 1) : [];
    const heard = line(here.lastSeq + first.length + 1, 'person', { ...activity, timestamp: now().toISOString() });
    await store.transcripts.append(conversation, [...first, heard]);
    left.moveOn(conversation);
    here.blank = false;
    here.lastSeq = heard.seq;
    here.visible = heard.seq;
    here.taken.add(incoming.id);
    tell(conversation, [heard]);
    void answerLater(incoming);
    return 'accepted';
  }

  function answerLater(incoming: Incoming): Promise<void> {
    return inOrder
      .run(nameOf(incoming.conversation), () => orForget(incoming.conversation, answer(incoming)))
      .catch((error: unknown) => {
        const reference = newReference();
        log.error({ err: error, reference, conversation: incoming.conversation }, 'turn not committed');
      });
  }

  async function answer(incoming: Incoming): Promise<void> {
    const { conversation } = incoming;
    const here = await opened(conversation, incoming.channel);
    if (here.record.seen.includes(incoming.id)) return;
    const { record, sent, made, data } = await run(incoming, here.record);
    const lines = sent.map((activity, at) =>
      line(
        here.lastSeq + at + 1,
        'bot',
        { ...plain(activity), id: randomUUID(), replyToId: incoming.id },
        basisOf(activity),
      ),
    );
    if (data?.deleting) return leave(incoming, here, lines);
    record.channel ||= incoming.channel; // unknown while somebody had only read
    record.seen = [...record.seen, incoming.id].slice(-maxSeen);
    record.pending = lines.map((each) => ({ ...each }));
    const tooMany = await checklists?.keep(record, made);
    const tooManyLinks = await exports?.keep(record, data?.made ?? []);
    await store.conversations.save(record);
    here.record = record;
    here.lastSeq += lines.length;
    await store.transcripts.append(conversation, lines);
    here.visible = here.lastSeq;
    tell(conversation, lines);
    await checklists?.drop(tooMany ?? []);
    await exports?.drop(tooManyLinks ?? []);
  }

  /** Deletes the conversation instead of committing the turn; what is told of it is kept nowhere. */
  async function leave({ conversation, channel, id }: Incoming, here: Open, told: TranscriptLine[]): Promise<void> {
    const lines = await store.transcripts.read(conversation, 0);
    const last = lines.find(({ activity }) => activity.id === id)?.seq ?? here.lastSeq;
    // What was said meanwhile was promised to be kept: it begins the next conversation.
    const meanwhile = lines.filter(({ seq, from }) => from === 'person' && seq > last);
    await deleteWholly(store, here.record);
    open.delete(conversation);
    const lastSeq = told.at(-1)?.seq ?? here.lastSeq;
    left.add(conversation, { lastSeq, told, taken: here.taken });
    tell(conversation, told);
    if (meanwhile.length === 0) return;
    const seq = lastSeq + 1;
    const again = [...greetingLines(seq), ...meanwhile.map((each, at) => ({ ...each, seq: seq + at + 1 }))];
    await store.transcripts.append(conversation, again);
    left.moveOn(conversation);
    tell(conversation, again);
    await opened(conversation, channel);
  }

  return {
    greeting: async () => greetingLines(),
    async accept(incoming) {
      if (incoming.type !== 'message') return 'accepted';
      const { conversation } = incoming;
      return inOrder.run(nameOf(conversation), () => orForget(conversation, take(masked(incoming))));
    },
    read: async (conversation, afterSeq) => {
      const told = left.told(conversation);
      if (told.length > 0) return told.filter(({ seq }) => seq > afterSeq);
      const lines = await store.transcripts.read(conversation, afterSeq);
      if (open.has(conversation) || (lines.length === 0 && afterSeq === 0)) return visible(conversation, lines);
      await inOrder.run(nameOf(conversation), () => opened(conversation, ''));
      return visible(conversation, await store.transcripts.read(conversation, afterSeq));
    },
    exists: async (conversation) =>
      open.get(conversation)?.blank === false || (await store.transcripts.read(conversation, 0)).length > 0,
    subscribe(conversation, listener) {
      const own = listeners.get(conversation) ?? new Set();
      listeners.set(conversation, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0) listeners.delete(conversation);
      };
    },
    idle: (conversation) => inOrder.idle(conversation === undefined ? undefined : nameOf(conversation)),
    retire: (name, before) =>
      inOrder.run(name, async () => {
        const kept = await store.shelf.look(name);
        if (!kept || !isOver(kept, before)) return false;
        for (const id of open.keys()) if (nameOf(id) === name) open.delete(id);
        await erase(store, kept);
        return true;
      }),
  };
}
