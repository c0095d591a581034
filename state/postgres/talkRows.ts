/** The row of a conversation that counts its lines: locked only by what ends at once. */

import type { ConversationRecord } from '../conversation.ts';
import { hashOf } from '../hash.ts';
import { isDeed, type TranscriptLine } from '../transcript.ts';
import { clean, isoOf } from './lineRows.ts';
import { type Bound, prepared, type Transaction } from './pool.ts';

export interface TalkRow {
  key: string;
  last_seq: number;
  /** Nothing is kept of the conversation. */
  blank: boolean;
  /** It was deleted, and nobody has written since. */
  departed: boolean;
  address: unknown;
}

export const lockTalk = prepared<TalkRow>(
  'lock-talk',
  `SELECT key, last_seq, last_at IS NULL AS blank, departed_at IS NOT NULL AS departed, address
   FROM talks WHERE name = $1 FOR UPDATE`,
);

const newTalk = prepared<never>('new-talk', 'INSERT INTO talks (name) VALUES ($1) ON CONFLICT (name) DO NOTHING');

/** An id that was accepted before, seen after the row was locked. */
export const knownId = prepared<{ seq: number }>(
  'known-id',
  'SELECT seq FROM inbox WHERE key = (SELECT key FROM talks WHERE name = $1) AND id = $2',
);

/** An update of the row, by its key ($1), for lines that are added ($2 to $5): numbers and times go on. */
const moved = `UPDATE talks SET last_seq = $2, begun_at = least(begun_at, $3), last_at = greatest(last_at, $4),
  address = coalesce($5::json, address), changed_at = clock_timestamp() WHERE key = $1`;

const moveTalk = prepared<never>('move-talk', moved);

const moveWithArrival = prepared<never>(
  'move-with-arrival',
  `WITH heard AS (INSERT INTO inbox (key, id, seq, answered, addressed)
     VALUES ($1, $6, $2, false, $5::json IS NOT NULL)) ${moved}`,
);

const moveWithAnswer = prepared<never>(
  'move-with-answer',
  `WITH heard AS (UPDATE inbox SET answered = true WHERE key = $1 AND id = $6),
     kept AS (UPDATE conversations SET record = $7, channel = $8 WHERE key = $1) ${moved}`,
);

const newConversation = prepared<never>(
  'new-conversation',
  'INSERT INTO conversations (key, id, channel) VALUES ($1, $2, $3) ON CONFLICT (key) DO NOTHING',
);

const forgetTold = prepared<never>(
  'forget-told',
  `WITH told AS (DELETE FROM lines WHERE key = $1 AND told)
   UPDATE talks SET departed_at = NULL WHERE key = $1`,
);

/** Locks the row of a conversation that is there. */
export async function lockTalkOf(transaction: Transaction, conversation: string): Promise<TalkRow> {
  const [[talk]] = await transaction.send(lockTalk(hashOf(conversation)));
  if (!talk) throw new Error('the row that counts its lines is gone');
  return talk;
}

/** Locks the row, made now if there is none; `beside` sees what was committed until then. */
export async function lockTalkBeside<Row>(
  transaction: Transaction,
  conversation: string,
  beside: Bound<Row>,
): Promise<[TalkRow, Row[]]> {
  const name = hashOf(conversation);
  const [[known], rows] = await transaction.send(lockTalk(name), beside);
  if (known) return [known, rows];
  const [, [made], others] = await transaction.send(newTalk(name), lockTalk(name), beside);
  if (!made) throw new Error('the row that counts its lines is gone');
  return [made, others];
}

/** What the row learns of lines that are added. */
function learned(
  key: string,
  { last_seq }: Pick<TalkRow, 'last_seq'>,
  lines: readonly TranscriptLine[],
  address?: unknown,
): unknown[] {
  const times = lines.flatMap((line) => (isDeed(line) ? [] : [isoOf(line.at)])).sort();
  const where = address === undefined || address === null ? null : JSON.stringify(address);
  return [key, lines.at(-1)?.seq ?? last_seq, times[0] ?? null, times.at(-1) ?? null, where];
}

/** Lets numbers and times go on behind lines that are added. */
export const moving = (talk: TalkRow, lines: readonly TranscriptLine[], address?: unknown): Bound<never> =>
  moveTalk(...learned(talk.key, talk, lines, address));

/** The same, and keeps that the last of them waits for an answer. */
export const movingWithArrival = (
  talk: TalkRow,
  lines: readonly TranscriptLine[],
  { id, address }: { id: Buffer; address: unknown },
): Bound<never> => moveWithArrival(...learned(talk.key, talk, lines, address), id);

/** The same, and keeps what the turn did to the document, and that the activity is answered. */
export const movingWithAnswer = (
  talk: TalkRow,
  lines: readonly TranscriptLine[],
  { id, record }: { id: Buffer; record: ConversationRecord },
): Bound<never> => moveWithAnswer(...learned(talk.key, talk, lines), id, JSON.stringify(record), clean(record.channel));

/** Statements that a conversation needs in which somebody writes, for the first time or after it was deleted. */
export function beginning(talk: TalkRow, conversation: string, channel: string): Bound<never>[] {
  return [
    ...(talk.departed ? [forgetTold(talk.key)] : []),
    ...(talk.blank ? [newConversation(talk.key, clean(conversation), clean(channel))] : []),
  ];
}

export const answered = prepared<never>('answered', 'UPDATE inbox SET answered = true WHERE key = $1 AND id = $2');
