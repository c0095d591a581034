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
      .map(({ seq, activity }) => {
        const id = `${hashOf(conversation)}-${seq}`;
        return { id, conversation, channel, seq, activity, address, tries: 0, from: 0 };
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
    async take(at, most, leaseMs) {
      await ready();
      const taken: Sending[] = [];
      for (const [first] of pending.values()) {
        if (taken.length >= most) break;
        if (!first || first.from > at.getTime()) continue;
        first.from = at.getTime() + leaseMs;
        const { from: _from, ...sending } = first;
        taken.push({ ...sending });
      }
      return taken;
    },
    async settle(sending, settlement) {
      if (settlement.state === 'retry') {
        const own = pending.get(sending.conversation)?.find(({ seq }) => seq === sending.seq);
        if (own) Object.assign(own, { tries: sending.tries + 1, from: settlement.at.getTime() });
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
      }),
    async counts() {
      await ready();
      return { pending: [...pending.values()].flat().length, dead };
    },
  };
}
