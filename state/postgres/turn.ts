/** Turns in PostgreSQL: one transaction that holds the conversation's row while the work is done. */
import { type ConversationRecord, newConversation } from '../conversation.ts';
import { hashOf } from '../hash.ts';
import { DamagedError } from '../store.ts';
import type { Commit, Talks, Turn } from '../talks.ts';
import type { TranscriptLine } from '../transcript.ts';
import { answer, type Heard } from './answer.ts';
import { depart } from './departure.ts';
import { isTimeOut } from './fault.ts';
import type { Home } from './home.ts';
import { keptTextOf, type LineRow, lineOf, linesOf } from './lineRows.ts';
import { opening, prepared } from './pool.ts';
import { readRecord } from './records.ts';
import { answered } from './talkRows.ts';

/** A conversation whose row is held, with the oldest activity that has no answer. */
interface Begun {
  /** Null where the row is gone. */
  key: string | null;
  channel: string;
  last: number;
  /** The hash of the activity's id, hexadecimal. */
  id: string;
  line: unknown;
  /** It is the line that this process has in hand; likewise the document. */
  lineKnown: boolean;
  delivery: string | null;
  /** Where replies are sent; null where they are fetched. */
  address: Record<string, unknown> | null;
  document: unknown;
  documentKnown: boolean;
}

const hashOfText = (text: string | undefined): string => (text === undefined ? '' : hashOf(text));

/** Begins the transaction, too: nothing but hashes stands in it, so that it needs no values. */
const beginTurn = (name: string, document: string | undefined, line: TranscriptLine | undefined) =>
  opening<{ turn: Begun | null }>(
    `SELECT begin_turn('${name}', '${hashOfText(document)}', '${hashOfText(line && keptTextOf(line))}') AS turn`,
  );

const waits = prepared<{ key: string }>(
  'waits',
  'SELECT key FROM inbox WHERE key = (SELECT key FROM talks WHERE name = $1) AND NOT answered LIMIT 1',
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

export function turnsOf({ turns, others, inOrder, inHand, foreign, onDamaged }: Home): Talks['turn'] {
  const { numbers, documents, arrived } = inHand;

  function attempt(
    { conversation, name, accepted }: { conversation: string; name: string; accepted: TranscriptLine | undefined },
    work: (turn: Turn) => Promise<Commit>,
  ): Promise<TranscriptLine[] | undefined | 'gone'> {
    return turns.transaction(async (transaction) => {
      const text = documents.get(name);
      const [[row]] = await transaction.send(beginTurn(name, text, accepted));
      const begun = row?.turn;
      if (!begun) return undefined;
      const { key, channel, id, last } = begun;
      if (key === null) return 'gone';
      const line = begun.lineKnown ? accepted : lineOf(begun);
      if (!line) {
        await transaction.commit(setAside(name, 'line', JSON.stringify(begun.line)), answered(key, id));
        throw new DamagedError('一条消息', undefined);
      }
      // A text of ours, or one that is checked.
      const kept = begun.documentKnown && text ? (JSON.parse(text) as ConversationRecord) : readRecord(begun.document);
      if (kept instanceof Error) {
        onDamaged(kept);
        await transaction.send(setAside(name, 'conversation', JSON.stringify(begun.document)));
      }
      const record = kept === undefined || kept instanceof Error ? newConversation(conversation, channel) : kept;
      record.channel ||= channel;
      const address = begun.address ?? undefined;
      const heard: Heard = {
        place: { key, conversation, channel, address },
        id,
        last,
        before: { checklists: [...record.checklists], exports: [...record.exports] },
      };
      const lines = async (): Promise<TranscriptLine[]> => linesOf((await transaction.send(allLines(key)))[0]);
      const done = await work({ record, heard: line, lines, ...(address && { address }) });
      if ('departs' in done) {
        numbers.forget(name);
        documents.forget(name);
        return depart(transaction, heard, done);
      }
      const { replies, document } = await answer(transaction, heard, done);
      numbers.set(name, replies.at(-1)?.seq ?? last);
      documents.set(name, document);
      return replies;
    });
  }

  return (conversation, work) => {
    const name = hashOf(conversation);
    return inOrder.run(name, async () => {
      const accepted = arrived.get(name);
      arrived.delete(name);
      // A look costs less than a turn that finds nothing.
      if (!accepted && (await others.query(waits(name))).length === 0) return undefined;
      const begun = performance.now();
      for (let look = 1; look <= looks; ) {
        let entered = false;
        try {
          const done = await attempt({ conversation, name, accepted }, (turn) => {
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
  };
}
