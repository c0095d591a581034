/** Talks in the embedded home: accepted and committed in the inbox, then written into the conversation's document and transcript. */
import { type ConversationRecord, maxSeen, newConversation } from '../conversation.ts';
import { departedFor } from '../departed.ts';
import { hashOf } from '../hash.ts';
import type { Answer, Departure, Talks } from '../talks.ts';
import type { TranscriptLine } from '../transcript.ts';
import type { Accepted } from './inbox.ts';
import { finishLeaving, type Open, type OpenTalks } from './open.ts';
import type { Parts } from './parts.ts';

/** Lines that a document that was committed holds, and milliseconds after which they are moved into the transcript. */
const mostLines = 20;
const followsAfter = 1500;

/** A card is large: it is not to be written again with each turn. */
const hasCard = (lines: readonly TranscriptLine[]): boolean => lines.some(({ activity }) => activity.attachments);

/** Plain JSON is copied in half the time as JSON. */
const copyOf = (record: ConversationRecord): ConversationRecord => JSON.parse(JSON.stringify(record));

/** Told of lines that are to be sent, once they are committed. */
export type ToBeSent = (record: ConversationRecord, lines: readonly TranscriptLine[]) => void;

export interface EmbeddedTalks extends Talks {
  /** Resolves when everything is in its place. */
  settled(): Promise<void>;
}

export function embeddedTalks(parts: Parts, open: OpenTalks, toBeSent: ToBeSent): EmbeddedTalks {
  const { documents, transcripts, inbox, inOrder, checklists, exports } = parts;

  /** One job of a conversation at a time; after one that failed, what is in memory is read again. */
  function holding<T>(conversation: string, job: (here: Open) => Promise<T>): Promise<T> {
    return inOrder.run(hashOf(conversation), async () => {
      try {
        return await job(await open.open(conversation));
      } catch (error) {
        open.forget(conversation);
        throw error;
      }
    });
  }

  const timers = new Map<string, NodeJS.Timeout>();

  /** Committed is committed: the files follow in a while, for many turns at once, and are made up for if they do not. */
  function flushLater(conversation: string): void {
    if (timers.has(conversation)) return;
    const flush = (): void => {
      timers.delete(conversation);
      void flushed(conversation).catch(() => {});
    };
    timers.set(conversation, setTimeout(flush, followsAfter).unref());
  }

  function flushed(conversation: string): Promise<void> {
    return holding(conversation, (here) => open.flush(conversation, here));
  }

  /** Everything that may be seen: what is written, what is committed, what is accepted. */
  async function lines(conversation: string, here: Open, afterSeq = 0): Promise<TranscriptLine[]> {
    // Taken before the file is read: what is moved into it meanwhile stands in both.
    const inMemory = [...here.tail, ...here.waiting.flatMap((each) => each.lines)];
    const written = afterSeq >= here.writtenSeq ? [] : await transcripts.read(conversation);
    const seqs = new Set(written.map(({ seq }) => seq));
    const all = [...written, ...inMemory.filter(({ seq }) => !seqs.has(seq))];
    return all.filter(({ seq }) => seq > afterSeq).sort((one, other) => one.seq - other.seq);
  }

  async function commit(conversation: string, here: Open, entry: Accepted, answer: Answer): Promise<TranscriptLine[]> {
    for (const { id, checklist } of answer.checklists ?? []) await checklists.save(id, checklist);
    for (const { id, link } of answer.exports ?? []) await exports.save(id, link);
    const replies = answer.lines(here.lastSeq + 1);
    const said = [...here.tail, ...entry.lines, ...replies];
    const owed = replies.filter(({ delivery }) => delivery === 'pending');
    const record: ConversationRecord = {
      ...answer.record,
      channel: answer.record.channel || entry.channel,
      seen: [...here.record.seen, entry.id].slice(-maxSeen),
      pending: said.map((each) => ({ ...each })),
      outbox: [...here.record.outbox, ...owed.map(({ seq }) => seq)],
      ...(entry.address && { address: entry.address }),
    };
    await inbox.commit(record);
    here.record = record;
    here.kept = true;
    here.unsaved = true;
    here.channel = record.channel;
    here.lastSeq += replies.length;
    here.waiting = here.waiting.filter((each) => each !== entry);
    here.tail = said;
    if (owed.length > 0) toBeSent(record, owed);
    inbox.answered(conversation, entry.id);
    return replies;
  }

  /** What stays by mistake ends by itself. */
  async function dropOld({ drop }: Answer): Promise<void> {
    for (const id of drop?.checklists ?? []) await checklists.drop(id).catch(() => {});
    for (const id of drop?.exports ?? []) await exports.drop(id).catch(() => {});
  }

  /** Deletes everything but what was said meanwhile, which was promised to be kept: it begins the conversation anew. */
  async function leave(
    conversation: string,
    here: Open,
    entry: Accepted,
    departure: Departure,
  ): Promise<TranscriptLine[]> {
    const told = departure.lines(here.lastSeq + 1);
    // What staff did goes with it.
    const meanwhile = here.waiting.filter((each) => each !== entry && each.lines.at(-1)?.from === 'person');
    const gone = [...here.taken].filter((id) => meanwhile.every((each) => each.id !== id));
    let last = told.at(-1)?.seq ?? here.lastSeq;
    const { id, channel, checklists: lists, exports: links } = here.record;
    const marked: ConversationRecord = {
      ...newConversation(id, channel),
      checklists: lists,
      exports: links,
      deleting: true,
      departed: {
        schema: 1,
        expiresAt: new Date(parts.now().getTime() + departedFor).toISOString(),
        lastSeq: last,
        told,
        taken: gone.map(hashOf),
      },
    };
    await documents.save(marked);
    open.forget(conversation);
    const anew = meanwhile.map((each, at) => {
      const greeting = at === 0 ? departure.greeting(last + 1) : [];
      const heard = each.lines.filter(({ from }) => from === 'person');
      const lines = [...greeting, ...heard].map((line, number) => ({ ...line, seq: last + 1 + number }));
      last += lines.length;
      return { ...each, lines };
    });
    await inbox.replace(conversation, anew);
    await finishLeaving(parts, marked);
    // What tells of it is kept nowhere: a crash before it is sent loses it.
    const address = entry.address ?? here.record.address;
    const owed = told.filter(({ delivery }) => delivery === 'pending');
    toBeSent({ ...marked, channel: marked.channel || entry.channel, ...(address && { address }) }, owed);
    return [...told, ...anew.flatMap(({ lines }) => lines)];
  }

  return {
    accept: (arrival) =>
      holding(arrival.conversation, async (here) => {
        const { conversation, channel, id, address } = arrival;
        if (here.taken.has(id) || here.departed?.taken.includes(hashOf(id))) return 'repeated';
        const made = arrival.lines(here.lastSeq + 1, here.blank);
        const where = address === 'latest' ? (here.waiting.at(-1)?.address ?? here.record.address) : address;
        const accepted: Accepted = { conversation, channel, id, lines: made, ...(where && { address: where }) };
        await inbox.add(accepted);
        here.channel ||= channel;
        here.blank = false;
        here.lastSeq += made.length;
        here.taken.add(id);
        here.waiting.push(accepted);
        return made;
      }),

    async turn(conversation, work) {
      const replies = await holding(conversation, async (here) => {
        const entry = here.waiting[0];
        const heard = entry?.lines.at(-1);
        if (!entry || !heard) return undefined;
        // The document would grow: it holds them until then.
        if (here.tail.length >= mostLines || hasCard(here.tail)) await open.flush(conversation, here);
        // Its parts are shared: what is found out about facts is kept by them, and serves the next turn too.
        const channel = here.record.channel || entry.channel;
        const record: ConversationRecord = { ...here.record, channel, seen: [], pending: [], outbox: [] };
        const { address } = entry;
        const done = await work({ record, heard, lines: () => lines(conversation, here), ...(address && { address }) });
        if ('departs' in done) return leave(conversation, here, entry, done);
        const made = await commit(conversation, here, entry, done);
        await dropOld(done);
        return made;
      });
      if (replies) flushLater(conversation);
      return replies;
    },

    async read(conversation, afterSeq) {
      const here = open.get(conversation) ?? (await holding(conversation, async (opened) => opened));
      if (here.blank) return (here.departed?.told ?? []).filter(({ seq }) => seq > afterSeq);
      if (afterSeq >= here.lastSeq) return [];
      return lines(conversation, here, afterSeq);
    },

    async load(conversation) {
      const { kept, record } = open.get(conversation) ?? (await holding(conversation, async (opened) => opened));
      return kept ? copyOf(record) : undefined;
    },

    exists: async (conversation) =>
      !(open.get(conversation) ?? (await holding(conversation, async (opened) => opened))).blank,

    async *unanswered() {
      for (const conversation of await inbox.unfinished()) {
        const { waiting } = await holding(conversation, async (opened) => opened);
        if (waiting.length > 0) yield conversation;
      }
    },

    // One process serves a folder.
    onForeign: () => () => {},

    async settled() {
      await inOrder.idle();
      // What cannot be written now is made up for by the next start.
      for (const conversation of [...timers.keys()]) await flushed(conversation).catch(() => {});
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
