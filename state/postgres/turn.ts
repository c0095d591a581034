/** Turns in PostgreSQL: one transaction that holds the conversation's row while the work is done. */
import { newConversation } from '../conversation.ts';
import { hashOf } from '../hash.ts';
import { DamagedError } from '../store.ts';
import type { Commit, Talks, Turn } from '../talks.ts';
import type { TranscriptLine } from '../transcript.ts';
import { answer, type Heard } from './answer.ts';
import { depart } from './departure.ts';
import { isTimeOut } from './fault.ts';
import type { Home } from './home.ts';
import { type LineRow, lineOf, linesOf } from './lineRows.ts';
import { prepared } from './pool.ts';
import { readRecord } from './records.ts';
import { answered } from './talkRows.ts';

/** A conversation whose row is locked. */
interface HeldRow {
  key: string;
  id: string;
  channel: string;
  record: unknown;
}

interface HeardRow extends LineRow {
  id: Buffer;
  seq: number;
  /** Where replies are sent; null where they are fetched. */
  address: Record<string, unknown> | null;
}

const hold = prepared<HeldRow>(
  'hold',
  `SELECT key, id, channel, record FROM conversations
   WHERE key = (SELECT key FROM talks WHERE name = $1) FOR UPDATE`,
);

const oldest = prepared<HeardRow>(
  'oldest',
  `SELECT inbox.id, inbox.seq, line, delivery, CASE WHEN addressed THEN address END AS address
   FROM talks JOIN inbox USING (key)
     LEFT JOIN lines ON lines.key = inbox.key AND lines.seq = inbox.seq
   WHERE name = $1 AND NOT answered ORDER BY inbox.seq LIMIT 1`,
);

const allLines = prepared<LineRow>(
  'all-lines',
  'SELECT line, delivery FROM lines WHERE key = $1 AND NOT told ORDER BY seq',
);

const setAside = prepared<never>('set-aside', 'INSERT INTO damaged (name, what, content) VALUES ($1, $2, $3)');

/** Milliseconds for which a turn waits for another process's: longer than the database leaves a frozen one its lock. */
const longest = 45_000;

/** How often it is looked again when the row was removed while this waited for it: the conversation may have begun anew. */
const looks = 5;

export function turnsOf({ turns, others, inOrder, arrived, foreign, onDamaged }: Home): Talks['turn'] {
  function attempt(
    conversation: string,
    work: (turn: Turn) => Promise<Commit>,
  ): Promise<TranscriptLine[] | undefined | 'gone'> {
    const name = hashOf(conversation);
    return turns.transaction(async (transaction) => {
      const [[held], [waiting]] = await transaction.send(hold(name), oldest(name));
      if (!waiting) return undefined;
      if (!held) return 'gone';
      const line = lineOf(waiting);
      if (!line) {
        await transaction.commit(setAside(name, 'line', JSON.stringify(waiting.line)), answered(held.key, waiting.id));
        throw new DamagedError('一条消息', undefined);
      }
      const { key, channel } = held;
      const kept = readRecord(held.record);
      if (kept instanceof Error) {
        onDamaged(kept);
        await transaction.send(setAside(name, 'conversation', JSON.stringify(held.record)));
      }
      const record = kept === undefined || kept instanceof Error ? newConversation(conversation, channel) : kept;
      record.channel ||= channel;
      const address = waiting.address ?? undefined;
      const heard: Heard = {
        place: { key, conversation, channel, address },
        id: waiting.id,
        before: { checklists: [...record.checklists], exports: [...record.exports] },
      };
      const lines = async (): Promise<TranscriptLine[]> => linesOf((await transaction.send(allLines(key)))[0]);
      const done = await work({ record, heard: line, lines, ...(address && { address }) });
      return 'departs' in done ? depart(transaction, heard, done) : answer(transaction, heard, done);
    });
  }

  return (conversation, work) =>
    inOrder.run(hashOf(conversation), async () => {
      // A look costs less than a turn that finds nothing.
      const name = hashOf(conversation);
      if (!arrived.delete(name) && (await others.query(oldest(name))).length === 0) return undefined;
      const begun = performance.now();
      for (let look = 1; look <= looks; ) {
        let entered = false;
        try {
          const done = await attempt(conversation, (turn) => {
            entered = true;
            return work(turn);
          });
          if (done !== 'gone') {
            if (done) foreign.changed(conversation);
            return done;
          }
          look += 1;
        } catch (error) {
          if (entered || !isTimeOut(error) || performance.now() - begun > longest) throw error;
        }
      }
      return undefined;
    });
}
