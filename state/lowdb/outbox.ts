/** The outbox of the embedded home: which lines are to be sent stands in the document, what became of it in the transcript. */
import type { ConversationRecord } from '../conversation.ts';
import { hashOf } from '../hash.ts';
import type { Outbox, Sending, Settlement } from '../outbox.ts';
import type { TranscriptLine } from '../transcript.ts';
import type { OpenTalks } from './open.ts';
import type { Parts } from './parts.ts';
import type { ToBeSent } from './talks.ts';

interface Pending extends Sending {
  /** Milliseconds since 1970: nobody takes it before. */
  from: number;
  /** Staff say it. */
  staff: boolean;
}

export interface EmbeddedOutbox extends Outbox {
  add: ToBeSent;
  /** The conversation of this name is gone: nothing of it is sent. */
  forget(name: string): void;
}

export function embeddedOutbox(parts: Parts, open: OpenTalks): EmbeddedOutbox {
  const { inbox, inOrder, transcripts, now } = parts;
  /** In the order of their lines. */
  const pending = new Map<string, Pending[]>();
  let dead = 0;
  let restored: Promise<void> | undefined;

  function add(record: ConversationRecord, lines: readonly TranscriptLine[]): void {
    const { id: conversation, channel, address } = record;
    if (!address || lines.length === 0) return;
    const known = pending.get(conversation) ?? [];
    const more = lines
      .filter(({ seq }) => known.every((each) => each.seq !== seq))
      .map(({ seq, activity, from }) => {
        const id = `${hashOf(conversation)}-${seq}`;
        return { id, conversation, channel, seq, activity, address, tries: 0, from: 0, staff: from === 'staff' };
      });
    pending.set(
      conversation,
      [...known, ...more].sort((one, other) => one.seq - other.seq),
    );
    inbox.owes(conversation, true);
  }

  /** After a restart: what the documents name and no mark settles. */
  async function restore(): Promise<void> {
    for (const conversation of await inbox.unfinished()) {
      await inOrder.run(hashOf(conversation), async () => {
        const { record } = await open.open(conversation);
        const lines = record.outbox.length > 0 ? await transcripts.read(conversation) : [];
        const owed = lines.filter(({ seq, delivery }) => delivery === 'pending' && record.outbox.includes(seq));
        add(record, owed);
        const begun = inbox.begun(conversation);
        for (const each of pending.get(conversation) ?? []) if (each.seq === begun) each.begun = true;
        if (!pending.has(conversation)) inbox.owes(conversation, false);
      });
    }
  }

  function ready(): Promise<void> {
    restored ??= restore().catch((error: unknown) => {
      restored = undefined;
      throw error;
    });
    return restored;
  }

  /** Keeps that the send begins. */
  async function begin(one: Pending): Promise<void> {
    if (!one.begun) await inbox.begins(one.conversation, one.seq);
    one.begun = true;
  }

  function remove({ conversation, seq }: Sending): void {
    const left = (pending.get(conversation) ?? []).filter((each) => each.seq !== seq);
    if (left.length > 0) pending.set(conversation, left);
    else {
      pending.delete(conversation);
      inbox.owes(conversation, false);
    }
  }

  /** Written behind the line; the document follows with its next save. */
  function mark(sending: Sending, settled: Exclude<Settlement, { state: 'retry' }>): Promise<void> {
    const { conversation, channel, seq } = sending;
    return inOrder.run(hashOf(conversation), async () => {
      const here = await open.open(conversation);
      // Deleted meanwhile.
      if (!here.record.outbox.includes(seq)) return;
      await open.flush(conversation, here);
      const reason = 'reason' in settled ? settled.reason : undefined;
      const line = { mark: seq, delivery: settled.state, at: now().toISOString(), reason };
      await transcripts.append({ conversation, channel, begins: here.begins }, [line]);
      here.record.outbox = here.record.outbox.filter((each) => each !== seq);
    });
  }

  return {
    add,
    forget(name) {
      for (const id of pending.keys()) if (hashOf(id) === name) pending.delete(id);
    },
    async take(at, most, leaseMs, once = []) {
      await ready();
      const taken: Pending[] = [];
      for (const [first] of pending.values()) {
        if (taken.length >= most) break;
        if (!first || first.from > at.getTime()) continue;
        first.from = at.getTime() + leaseMs;
        taken.push(first);
      }
      const sendings = taken.map(({ from: _from, staff: _staff, ...sending }): Sending => sending);
      try {
        await Promise.all(taken.filter(({ channel, staff }) => staff && once.includes(channel)).map(begin));
      } catch (error) {
        for (const each of taken) each.from = at.getTime();
        throw error;
      }
      return sendings;
    },
    async settle(sending, settlement) {
      if (settlement.state === 'retry') {
        const own = pending.get(sending.conversation)?.find(({ seq }) => seq === sending.seq);
        if (!own) return;
        const { begun } = own;
        delete own.begun;
        Object.assign(own, { tries: sending.tries + 1, from: settlement.at.getTime() });
        // It surely did not arrive: a crash must not make that doubtful.
        if (begun) await inbox.begins(own.conversation, undefined);
        return;
      }
      await mark(sending, settlement);
      remove(sending);
      if (settlement.state !== 'sent') dead += 1;
    },
    bounced: (conversation, seq, reason) =>
      inOrder.run(hashOf(conversation), async () => {
        const { record, begins } = await open.open(conversation);
        const line = (await transcripts.read(conversation)).find((each) => each.seq === seq);
        if (line?.delivery !== 'sent') return;
        const mark = { mark: seq, delivery: 'failed' as const, at: now().toISOString(), reason };
        await transcripts.append({ conversation, channel: record.channel, begins }, [mark]);
        dead += 1;
      }),
    async counts() {
      await ready();
      return { pending: [...pending.values()].flat().length, dead };
    },
  };
}
