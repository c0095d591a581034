/** The row of a conversation that counts its lines: locked only by what ends at once. */

import { hashOf } from '../hash.ts';
import { isDeed, type TranscriptLine } from '../transcript.ts';
import { clean, isoOf, jsonOf } from './lineRows.ts';
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

const moveTalk = prepared<never>(
  'move-talk',
  `UPDATE talks SET last_seq = $2, begun_at = least(begun_at, $3), last_at = greatest(last_at, $4),
     address = coalesce($5::json, address), changed_at = clock_timestamp() WHERE key = $1`,
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

/** Lets numbers and times go on behind lines that are added. */
export function moving(
  { key, last_seq }: Pick<TalkRow, 'key' | 'last_seq'>,
  lines: readonly TranscriptLine[],
  address?: unknown,
): Bound<never> {
  const times = lines.flatMap((line) => (isDeed(line) ? [] : [isoOf(line.at)])).sort();
  return moveTalk(key, lines.at(-1)?.seq ?? last_seq, times[0] ?? null, times.at(-1) ?? null, jsonOf(address));
}

/** Statements that a conversation needs in which somebody writes, for the first time or after it was deleted. */
export function beginning(talk: TalkRow, conversation: string, channel: string): Bound<never>[] {
  return [
    ...(talk.departed ? [forgetTold(talk.key)] : []),
    ...(talk.blank ? [newConversation(talk.key, clean(conversation), clean(channel))] : []),
  ];
}

export const answered = prepared<never>(
  'answered',
  "UPDATE inbox SET answered = true WHERE key = $1 AND id = decode($2, 'hex')",
);
