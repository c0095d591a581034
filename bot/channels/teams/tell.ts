/** Writing to people who did not just write: by the reference that is kept of where the bot is installed. */
import type { Sent } from '../../sending.ts';
import type { Message } from '../channel.ts';
import type { Teams } from './surroundings.ts';

/**
 * Sends one message into the hall's conversation, once; it becomes no line of the transcript. `failed` with `not installed` where the
 * bot is not, or no longer: nothing is sent then.
 */
export type Tell = (conversation: string, message: Message) => Promise<Sent>;

/** Teams says so when the bot was removed, or blocked, and we were not told. */
const gone = /^40[34]$/;

export const telling =
  ({ references, writing }: Pick<Teams, 'references' | 'writing'>): Tell =>
  async (conversation, message) => {
    const to = await references.of(conversation);
    if (!to) return { state: 'failed', reason: 'not installed' };
    const sent = await writing.send(message, to);
    if (sent.state === 'failed' && gone.test(sent.reason)) await references.forget(conversation);
    return sent;
  };
