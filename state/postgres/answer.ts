/** The commit of a turn: everything that it did, at once. */
import type { Answer } from '../talks.ts';
import type { TranscriptLine } from '../transcript.ts';
import { dropEndings, saveEnding } from './ending.ts';
import { asTaken, clean, jsonOf, movedBy, type Place } from './lineRows.ts';
import { prepared, type Transaction } from './pool.ts';

/** What a turn answers. */
export interface Heard {
  place: Place;
  /** The hash of the activity's id, hexadecimal. */
  id: string;
  /** The conversation's last number when the turn began. */
  last: number;
  /** Ids of what belonged to the conversation when the turn began. */
  before: { checklists: readonly string[]; exports: readonly string[] };
}

const commitTurn = prepared<{ moved: number }>(
  'commit-turn',
  'SELECT commit_turn($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) AS moved',
);

/** What was accepted while the turn ran has taken numbers: the database moves the replies behind it. */
export async function answer(
  transaction: Transaction,
  { place, id, last }: Heard,
  done: Answer,
): Promise<{ replies: TranscriptLine[]; document: string }> {
  const { key, conversation, channel, address } = place;
  const lines = done.lines(last + 1);
  const record = { ...done.record, channel: done.record.channel || channel };
  const document = JSON.stringify(record);
  const committing = commitTurn(
    key,
    id,
    clean(conversation),
    clean(channel),
    jsonOf(address),
    last,
    ...asTaken(lines),
    document,
    clean(record.channel),
  );
  const [[row]] = await transaction.commit(
    committing,
    ...(done.checklists ?? []).map((each) => saveEnding('checklist', each.id, each.checklist)),
    ...(done.exports ?? []).map((each) => saveEnding('export', each.id, each.link)),
    ...dropEndings(done.drop ?? { checklists: [], exports: [] }),
  );
  return { replies: movedBy(row?.moved ?? 0, lines), document };
}
