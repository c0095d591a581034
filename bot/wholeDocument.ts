/** A conversation's document, or none where it cannot be understood. */
import type { ConversationRecord } from '../state/conversation.ts';
import { type ConversationStore, DamagedError } from '../state/store.ts';
import type { Log } from './log.ts';

/** A document that cannot be understood is kept aside by its home: the talk begins anew instead of ending. */
export async function wholeDocument(
  conversations: ConversationStore,
  conversation: string,
  log: Log,
): Promise<ConversationRecord | undefined> {
  try {
    return await conversations.load(conversation);
  } catch (error) {
    if (!(error instanceof DamagedError)) throw error;
    log.error({ err: error, conversation }, 'document set aside');
    return undefined;
  }
}
