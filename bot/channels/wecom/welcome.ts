/** Who opens the app is greeted, at most once in two days: the event comes with every opening. */
import { z } from 'zod';
import { type Documents, StaleError } from '../../../state/documents.ts';
import type { Conversations } from '../../conversations.ts';
import type { Send } from '../../sending.ts';
import type { Message } from '../channel.ts';
import { wecomPresenting } from './present.ts';
import type { Member } from './who.ts';

const kind = 'wecom-welcomed';
const rest = 48 * 60 * 60 * 1000;
const welcomed = z.object({ at: z.string() });

interface WelcomeOptions {
  name: string;
  documents: Documents;
  conversations: Pick<Conversations, 'greeting' | 'silent'>;
  send: Send;
  now: () => Date;
}

export interface Welcoming {
  welcome(member: Member, touser: string): Promise<void>;
  /** Whether this member was greeted lately. */
  knows(member: Member): Promise<boolean>;
  /** This member is greeted otherwise. */
  note(member: Member): Promise<void>;
  forget(member: Member): Promise<void>;
  /** Forgets who was greeted so long ago that it no longer matters. */
  sweep(signal: AbortSignal): Promise<void>;
}

export function welcoming({ name, documents, conversations, send, now }: WelcomeOptions): Welcoming {
  /** Whether this was written so lately that nobody is greeted again. */
  function isRecent(value: unknown): boolean {
    const before = welcomed.safeParse(value).data;
    return before !== undefined && now().getTime() - Date.parse(before.at) < rest;
  }

  /** Whether it is this process's turn to greet. */
  async function due(id: string): Promise<boolean> {
    const document = await documents.read(kind, id);
    if (isRecent(document?.value)) return false;
    try {
      await documents.write(kind, id, { at: now().toISOString() }, document?.etag ?? 'new');
      return true;
    } catch (error) {
      if (error instanceof StaleError) return false;
      throw error;
    }
  }

  async function welcome({ id, conversation }: Member, touser: string): Promise<void> {
    if (await conversations.silent(conversation)) return;
    if (!(await due(id))) return;
    const greeting = await conversations.greeting(name, conversation);
    // A line is a message of this channel, as `present` made it.
    const messages = greeting.flatMap(({ activity }) => wecomPresenting.split?.(activity as Message) ?? []);
    for (const [seq, message] of messages.entries()) {
      const activity: Record<string, unknown> = { ...message, id: crypto.randomUUID() };
      const sent = await send({
        id: `welcome-${seq}`,
        conversation,
        channel: name,
        seq,
        activity,
        address: { touser },
        tries: 0,
      });
      if (sent.state === 'sent') continue;
      // Nothing arrived: the next opening may try again.
      if (seq === 0 && sent.state === 'retry') await documents.remove(kind, id);
      return;
    }
  }

  return {
    welcome,
    knows: async ({ id }) => isRecent((await documents.read(kind, id))?.value),
    async note({ id }) {
      await due(id);
    },
    forget: ({ id }) => documents.remove(kind, id),
    async sweep(signal) {
      for await (const { id, value } of documents.list(kind)) {
        if (signal.aborted) return;
        if (!isRecent(value)) await documents.remove(kind, id);
      }
    },
  };
}
