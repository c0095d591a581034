/** Documents of conversations as they are stored, checked when they are read. */
import { type ConversationRecord, conversationRecord } from '../conversation.ts';
import { DamagedError } from '../store.ts';

/** The record, undefined where there is none, or the error that tells that it cannot be understood. */
export function readRecord(stored: unknown): ConversationRecord | undefined | DamagedError {
  if (stored === undefined || stored === null) return undefined;
  const read = conversationRecord.safeParse(stored);
  return read.success ? read.data : new DamagedError('这段对话的存档', read.error);
}
