/** The commit of a turn: everything that it did, at once. */
import type { Answer } from '../talks.ts';
import type { TranscriptLine } from '../transcript.ts';
import { dropEndings, saveEnding } from './ending.ts';
import { adding, type Place } from './lineRows.ts';
import type { Transaction } from './pool.ts';
import { lockTalkOf, movingWithAnswer } from './talkRows.ts';

/** What a turn answers. */
export interface Heard {
  place: Place;
  /** The hash of the activity's id. */
  id: Buffer;
  /** Ids of what belonged to the conversation when the turn began. */
  before: { checklists: readonly string[]; exports: readonly string[] };
}

export async function answer(transaction: Transaction, heard: Heard, done: Answer): Promise<TranscriptLine[]> {
  const { place, id } = heard;
  const talk = await lockTalkOf(transaction, place.conversation);
  const lines = done.lines(talk.last_seq + 1);
  const record = { ...done.record, channel: done.record.channel || place.channel };
  await transaction.commit(
    ...(done.checklists ?? []).map((each) => saveEnding('checklist', each.id, each.checklist)),
    ...(done.exports ?? []).map((each) => saveEnding('export', each.id, each.link)),
    ...dropEndings(done.drop ?? { checklists: [], exports: [] }),
    ...adding(place, lines),
    movingWithAnswer(talk, lines, { id, record }),
  );
  return lines;
}
