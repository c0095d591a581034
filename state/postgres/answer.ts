/** The commit of a turn: everything that it did, at once. */
import type { Answer } from '../talks.ts';
import type { TranscriptLine } from '../transcript.ts';
import { dropEndings, saveEnding } from './ending.ts';
import { adding, clean, type Place } from './lineRows.ts';
import { type Bound, prepared, type Transaction } from './pool.ts';
import { answered, lockTalkOf, moving } from './talkRows.ts';

/** What a turn answers. */
export interface Heard {
  place: Place;
  /** The hash of the activity's id. */
  id: Buffer;
  /** Ids of what belonged to the conversation when the turn began. */
  before: { checklists: readonly string[]; exports: readonly string[] };
  /** Tells other processes. */
  notice: Bound<unknown>;
}

const saveRecord = prepared<never>('save-record', 'UPDATE conversations SET record = $2, channel = $3 WHERE key = $1');

export async function answer(transaction: Transaction, heard: Heard, done: Answer): Promise<TranscriptLine[]> {
  const { place, id, notice } = heard;
  const { key, conversation, channel } = place;
  const talk = await lockTalkOf(transaction, conversation);
  const lines = done.lines(talk.last_seq + 1);
  const record = { ...done.record, channel: done.record.channel || channel };
  await transaction.commit(
    ...(done.checklists ?? []).map((each) => saveEnding('checklist', each.id, each.checklist)),
    ...(done.exports ?? []).map((each) => saveEnding('export', each.id, each.link)),
    ...dropEndings(done.drop ?? { checklists: [], exports: [] }),
    ...adding(place, lines),
    saveRecord(key, JSON.stringify(record), clean(record.channel)),
    answered(key, id),
    ...moving(key, lines),
    notice,
  );
  return lines;
}
