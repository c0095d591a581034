/** What a member does in a conversation, and what came of it: whether it had effect is told by the lines that answer it. */
import { setTimeout as after } from 'node:timers/promises';
import type { StaffAct } from '../../../state/staffAct.ts';
import type { Store } from '../../../state/store.ts';
import type { Conversations } from '../../conversations.ts';

export type Effect =
  | { state: 'done' }
  /** Somebody else has the talk. */
  | { state: 'held'; by: string }
  /** The item is closed, or the conversation deleted. */
  | { state: 'gone' }
  /** Kept, and not yet answered: it will be. */
  | { state: 'waiting' };

export interface Acting {
  store: Pick<Store, 'talks'>;
  conversations: Pick<Conversations, 'staff' | 'idle'>;
  /** Milliseconds that a form waits for its effect. */
  longest?: number;
}

/** Does it, and waits a while until it is done. */
export async function act(acting: Acting, given: StaffAct): Promise<Effect> {
  const { store, conversations, longest = 5000 } = acting;
  const { id, conversation } = given;
  if ((await conversations.staff(given)) === 'unknown') return { state: 'gone' };
  const answered = conversations.idle(conversation).then(() => true);
  // Once nothing waits any more, whoever answered it, what is not there had no effect.
  if (await Promise.race([answered, after(longest, false, { ref: false })])) return effectOf(store, given);
  return (await hasEffect(store, id, conversation)) ? { state: 'done' } : { state: 'waiting' };
}

/** What has come of an act, once everything that was kept of its conversation is answered. */
async function effectOf(store: Acting['store'], { id, conversation, by, deed }: StaffAct): Promise<Effect> {
  if (await hasEffect(store, id, conversation)) return { state: 'done' };
  const desk = (await store.talks.load(conversation))?.desk;
  if (!desk || ('item' in deed && desk.id !== deed.item)) return { state: 'gone' };
  if (desk.by && desk.by.id !== by.id) return { state: 'held', by: desk.by.name };
  if (deed.do === 'take' && desk.by) return { state: 'done' };
  // Its turn could not be committed, and is tried again.
  return { state: 'waiting' };
}

async function hasEffect({ talks }: Acting['store'], id: string, conversation: string): Promise<boolean> {
  const lines = await talks.read(conversation, 0);
  return lines.some(({ activity }) => activity.replyToId === id);
}
