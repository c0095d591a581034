/**
 * How much one person may say in a minute, on every channel: what is too much goes no further than here, and whoever said it is told once a
 * minute. Where replies are sent the channel's caller gets its usual answer: it would only bring the message again.
 */
import { randomUUID } from 'node:crypto';
import { words } from '../../dialogs/wording.ts';
import { queues } from '../../state/queue.ts';
import type { Channel } from '../channels/channel.ts';
import type { Conversations, Incoming } from '../conversations.ts';
import type { Log } from '../log.ts';
import type { Counter } from './counter.ts';
import { TooMany } from './tooMany.ts';

export interface PersonOptions {
  persons: Counter;
  /** The open channel of this name. */
  channel: (name: string) => Channel | undefined;
  limited: () => void;
  log: Log;
}

/** Where replies are sent the platform says who it is; where clients fetch them they could say anything, so the conversation counts. */
const personOf = ({ channel, conversation, from, address }: Incoming): string =>
  JSON.stringify([channel, address ? from.id : conversation]);

/** The same conversations, in which nobody says too much: `refused`, or where nobody can be written to, a thrown `TooMany`. */
export function withinLimits(conversations: Conversations, options: PersonOptions): Conversations {
  const { persons, channel, limited, log } = options;
  // Counting takes its time; what somebody says must stay in order.
  const inOrder = queues();

  const tooFast = async ({ conversation, text }: Incoming): Promise<string> =>
    words(await conversations.language(conversation, text)).tooFast;

  async function tell(incoming: Incoming): Promise<void> {
    const { channel: name, conversation, address = {} } = incoming;
    const open = channel(name);
    if (!open?.send) return;
    const id = randomUUID();
    const activity = { ...open.present({ text: await tooFast(incoming) }), id };
    const sent = await open.send({ id, conversation, channel: name, seq: 0, activity, address, tries: 0 });
    if (sent.state !== 'sent') log.warn({ channel: name, ...sent }, 'not told that it was too much');
  }

  return {
    ...conversations,
    async accept(incoming) {
      if (incoming.type !== 'message') return conversations.accept(incoming);
      const person = personOf(incoming);
      const taken = await inOrder.run(person, () => persons.take(person));
      if (!taken.over) return conversations.accept(incoming);
      limited();
      if (!incoming.address) throw new TooMany(taken, await tooFast(incoming));
      if (taken.first)
        tell(incoming).catch((error: unknown) => log.warn({ err: error }, 'not told that it was too much'));
      return 'refused';
    },
  };
}
