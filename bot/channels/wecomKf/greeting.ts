/**
 * The greeting on entering, with the code that is good for 20 seconds (document/path/95122), once in 48 hours. Who was not greeted then
 * hears it before the first reply, as everywhere.
 */
import { z } from 'zod';
import { type Documents, StaleError } from '../../../state/documents.ts';
import type { Conversations } from '../../conversations.ts';
import type { Log } from '../../log.ts';
import type { WecomApi } from '../../wecom/api.ts';
import { type Address, conversationOf, name } from './address.ts';
import { contentOf } from './menu.ts';
import { msgidOf } from './msgid.ts';

const kind = 'wecom-kf-greeted';
/** `told`: it arrived, as far as anybody knows. */
const greeted = z.object({ at: z.string(), told: z.boolean() });
const once = 48 * 60 * 60 * 1000;

export interface Greeter {
  /** Somebody has come in. */
  welcome(to: Address, code: string): Promise<void>;
  /** Whether somebody was greeted in this talk. */
  knows(conversation: string): Promise<boolean>;
  forgetTalk(conversation: string): Promise<void>;
  /** Forgets whom it greeted before this time. */
  forget(before: Date): Promise<void>;
}

interface GreeterOptions {
  api: WecomApi;
  conversations: Conversations;
  documents: Documents;
  now: () => Date;
  log: Log;
}

export function kfGreeter({ api, conversations, documents, now, log }: GreeterOptions): Greeter {
  async function read(conversation: string) {
    const document = await documents.read(kind, conversation);
    return { etag: document?.etag ?? 'new', value: greeted.safeParse(document?.value).data };
  }

  const write = (conversation: string, told: boolean, etag?: string): Promise<string> =>
    documents.write(kind, conversation, { at: now().toISOString(), told }, etag);

  async function content(conversation: string): Promise<object> {
    const [line] = await conversations.greeting(name, conversation);
    return contentOf(line?.activity ?? {});
  }

  return {
    async welcome(to, code) {
      const conversation = conversationOf(to);
      if (await conversations.silent(conversation)) return;
      const { etag, value } = await read(conversation);
      if (value && now().getTime() - Date.parse(value.at) < once) return;
      try {
        // Before it is sent: another process may have seen the same event.
        await write(conversation, false, etag);
      } catch (error) {
        if (error instanceof StaleError) return;
        throw error;
      }
      const msgid = msgidOf(`${code} greeting`);
      const called = await api.call('kf/send_msg_on_event', { code, msgid, ...(await content(conversation)) });
      if (called.state === 'ok' || called.state === 'ambiguous') await write(conversation, true);
      else log.warn({ conversation, ...called }, 'greeting not sent');
    },
    knows: async (conversation) => (await read(conversation)).value?.told === true,
    forgetTalk: (conversation) => documents.remove(kind, conversation),
    async forget(before) {
      for await (const { id, value } of documents.list(kind)) {
        const found = greeted.safeParse(value).data;
        if (!found || Date.parse(found.at) < before.getTime()) await documents.remove(kind, id);
      }
    },
  };
}
