/**
 * The hall: every channel's way in. It owns the turn and its commit: an activity is kept before it is acknowledged,
 * turns of one conversation run in order, and one save holds facts, dialog state, the answered id and the replies.
 */
import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { greeting as greetingReply } from '../dialogs/main.ts';
import type { Reply } from '../dialogs/reply.ts';
import { layIn } from '../dialogs/session.ts';
import { words } from '../dialogs/wording.ts';
import { type Language, say } from '../knowledge/language.ts';
import { type CaseRecord, type ConversationRecord, maxSeen, newConversation, openCase } from '../state/conversation.ts';
import type { Store } from '../state/store.ts';
import { type TranscriptLine, transcriptLine } from '../state/transcript.ts';
import { Assistant } from './assistant.ts';
import type { ChecklistKeeper, NewChecklist } from './checklists/keeper.ts';
import type { ChecklistLinks } from './checklists/links.ts';
import type { Conversations, Incoming } from './conversations.ts';
import { InProcessAdapter } from './inProcessAdapter.ts';
import type { Log } from './log.ts';
import { newReference } from './problem.ts';
import { queues } from './queue.ts';
import { activityOf, plain, reasons, restored } from './turnActivity.ts';
import { wholeDocument } from './wholeDocument.ts';

export interface HallOptions {
  store: Store;
  log: Log;
  guideId: string;
  /** The clock. */
  now: () => Date;
  /** IANA zone in which 今天 is meant. */
  timeZone: string;
  present: (reply: Reply, checklist?: ChecklistLinks) => Partial<Activity>;
  /** Makes a checklist of each verdict; none where there is nothing to open it with. */
  checklists?: ChecklistKeeper;
}

/** A conversation in memory: what is on disk, and what was taken in but not answered yet. */
interface Open {
  record: ConversationRecord;
  lastSeq: number;
  /** Up to here readers may see: the replies to one activity become visible together. */
  visible: number;
  /** Ids of activities taken in, answered or not. */
  taken: Set<string>;
}

/** Everybody is spoken to in Chinese; what other languages lack would fall back to it. */
const language: Language = 'zh';

/** Milliseconds of silence after which somebody is welcomed back. */
const awayAfter = 4 * 60 * 60 * 1000;

const why = Symbol('why');
type Sent = Partial<Activity> & { [why]?: Partial<TranscriptLine> };

/** Conversations kept in memory beyond those in use; the rest are read again from disk. */
const mostOpen = 2000;

export function hall(options: HallOptions): Conversations {
  const { store, log, guideId, now, present, checklists } = options;
  const adapter = new InProcessAdapter();
  const assistant = new Assistant();
  const inOrder = queues();
  const open = new Map<string, Open>();
  const listeners = new Map<string, Set<(lines: TranscriptLine[]) => void>>();

  const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: options.timeZone }).format(now());
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
    const record =
      (await wholeDocument(store.conversations, conversation, log)) ?? newConversation(conversation, channel);
    const lines = await store.transcripts.read(conversation, 0);
    const written = new Set(lines.map(({ seq }) => seq));
    const owed = record.pending.map((each) => transcriptLine.parse(each)).filter(({ seq }) => !written.has(seq));
    await store.transcripts.append(conversation, owed);
    const all = [...lines, ...owed];
    const heard = all.filter(({ from }) => from === 'person');
    const made: Open = {
      record,
      lastSeq: all.reduce((most, { seq }) => Math.max(most, seq), 0),
      visible: Number.POSITIVE_INFINITY,
      taken: new Set(heard.slice(-maxSeen).map(({ activity }) => String(activity.id))),
    };
    if (open.size >= mostOpen) open.delete(String(open.keys().next().value));
    open.set(conversation, made);
    const answered = new Set([...record.seen, ...all.map(({ activity }) => String(activity.replyToId ?? ''))]);
    for (const { activity } of heard) {
      const id = String(activity.id);
      if (!answered.has(id)) void answerLater({ ...restored(activity), id, channel: record.channel, conversation });
    }
    return made;
  }

  function greetingLines(): TranscriptLine[] {
    return [line(1, 'bot', { ...present(greetingReply(guideId, language)), id: 'greeting' })];
  }

  async function take(incoming: Incoming): Promise<'accepted' | 'repeated'> {
    const { conversation, channel, ...activity } = incoming;
    const here = await opened(conversation, channel);
    if (here.taken.has(incoming.id)) return 'repeated';
    const first = here.lastSeq === 0 ? greetingLines() : [];
    const heard = line(here.lastSeq + first.length + 1, 'person', { ...activity, timestamp: now().toISOString() });
    await store.transcripts.append(conversation, [...first, heard]);
    here.lastSeq = heard.seq;
    here.visible = heard.seq;
    here.taken.add(incoming.id);
    tell(conversation, [heard]);
    void answerLater(incoming);
    return 'accepted';
  }

  function answerLater(incoming: Incoming): Promise<void> {
    return inOrder
      .run(incoming.conversation, () => orForget(incoming.conversation, answer(incoming)))
      .catch((error: unknown) => {
        const reference = newReference();
        log.error({ err: error, reference, conversation: incoming.conversation }, 'turn not committed');
      });
  }

  async function answer(incoming: Incoming): Promise<void> {
    const { conversation } = incoming;
    const here = await opened(conversation, incoming.channel);
    if (here.record.seen.includes(incoming.id)) return;
    const { record, sent, made } = await run(incoming, here.record);
    const lines = sent.map((activity, at) =>
      line(
        here.lastSeq + at + 1,
        'bot',
        { ...plain(activity), id: randomUUID(), replyToId: incoming.id },
        activity[why],
      ),
    );
    record.channel ||= incoming.channel; // unknown while somebody had only read
    record.seen = [...record.seen, incoming.id].slice(-maxSeen);
    record.pending = lines.map((each) => ({ ...each }));
    const tooMany = await checklists?.keep(record, made);
    await store.conversations.save(record);
    here.record = record;
    here.lastSeq += lines.length;
    await store.transcripts.append(conversation, lines);
    here.visible = here.lastSeq;
    tell(conversation, lines);
    await checklists?.drop(tooMany ?? []);
  }

  function isAway({ heardAt }: ConversationRecord): boolean {
    return heardAt !== undefined && now().getTime() - Date.parse(heardAt) >= awayAfter;
  }

  /** One turn. When it fails, the answers stay as they were, the dialogs begin anew, and the person is told calmly. */
  async function run(
    incoming: Incoming,
    before: ConversationRecord,
  ): Promise<{ record: ConversationRecord; sent: Sent[]; made: NewChecklist[] }> {
    const record = structuredClone(before);
    const made: NewChecklist[] = [];
    const shown = (reply: Reply, current?: CaseRecord): Sent => {
      const checklist = reply.verdict && checklists?.make(reply.verdict);
      if (checklist) made.push(checklist);
      return { ...present(reply, checklist?.links), [why]: reasons(reply, current) };
    };
    try {
      const session = {
        record,
        today: today(),
        guideId,
        language,
        away: isAway(record),
        present: shown,
        newId: randomUUID,
      };
      record.heardAt = now().toISOString();
      const sent = await adapter.turn(
        activityOf(incoming),
        (context) => layIn(context, session),
        (context) => assistant.run(context),
      );
      return { record, sent, made };
    } catch (error) {
      const reference = newReference();
      log.error({ err: error, reference, conversation: incoming.conversation }, 'turn failed');
      const failed = shown({ text: say(words(language).failed, { reference }) }, openCase(before));
      return { record: { ...structuredClone(before), dialog: {} }, sent: [failed], made: [] };
    }
  }

  return {
    greeting: async () => greetingLines(),
    async accept(incoming) {
      if (incoming.type !== 'message') return 'accepted';
      return inOrder.run(incoming.conversation, () => orForget(incoming.conversation, take(incoming)));
    },
    read: async (conversation, afterSeq) => {
      const lines = await store.transcripts.read(conversation, afterSeq);
      if (open.has(conversation) || (lines.length === 0 && afterSeq === 0)) return visible(conversation, lines);
      await inOrder.run(conversation, () => opened(conversation, ''));
      return visible(conversation, await store.transcripts.read(conversation, afterSeq));
    },
    exists: async (conversation) =>
      (open.get(conversation)?.lastSeq ?? 0) > 0 || (await store.transcripts.read(conversation, 0)).length > 0,
    subscribe(conversation, listener) {
      const own = listeners.get(conversation) ?? new Set();
      listeners.set(conversation, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0) listeners.delete(conversation);
      };
    },
    idle: (conversation) => inOrder.idle(conversation),
  };
}
