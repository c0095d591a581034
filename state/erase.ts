/** Removing a conversation with all that goes with it, so that a crash leaves nothing half removed for good. */
import { type ConversationRecord, newConversation } from './conversation.ts';
import type { Kept } from './shelf.ts';
import type { Store } from './store.ts';

/** Removes a conversation with all that goes with it, the document last: what was cut off is found and done again. */
export async function erase(
  store: Store,
  kept: Pick<Kept, 'name' | 'checklists' | 'exports'>,
  all?: 'all',
): Promise<void> {
  for (const id of kept.exports) await store.exports.drop(id);
  for (const id of kept.checklists) await store.checklists.drop(id);
  await store.shelf.drop(kept.name, all);
}

/** Deletes a conversation because the person wants it. One save settles it; after a crash `erase` is called again. */
export async function deleteWholly(store: Store, record: ConversationRecord): Promise<void> {
  const { id, channel, checklists, exports } = record;
  await store.conversations.save({ ...newConversation(id, channel), checklists, exports, deleting: true });
  await erase(store, { name: store.shelf.nameOf(id), checklists, exports }, 'all');
}
