/** What is done with each thing that `kf/sync_msg` brings, in the order in which one customer's things came. */
import type { Conversations, Incoming } from '../../conversations.ts';
import type { Log } from '../../log.ts';
import { type Address, conversationOf, name } from './address.ts';
import { mergedText, quoted } from './forwarded.ts';
import type { Greeter } from './greeting.ts';
import { questionOfMenu } from './menu.ts';
import { type Item, type KfEvent, origins } from './messages.ts';
import type { Sessions } from './sessions.ts';
import type { Undelivered } from './undelivered.ts';

interface TakeOptions {
  conversations: Conversations;
  sessions: Sessions;
  greeter: Greeter;
  undelivered: Undelivered;
  now: () => Date;
  log: Log;
}

/** Milliseconds: a welcome code is good for 20 seconds, and clocks differ. */
const welcomeFor = 60_000;

/** Whose it is; undefined for what is no customer's (a seat that comes or goes). */
export function addressOf({ open_kfid, external_userid, event }: Item, account: string): Address | undefined {
  const touser = external_userid ?? event?.external_userid;
  return touser === undefined ? undefined : { open_kfid: open_kfid ?? event?.open_kfid ?? account, touser };
}

/** Resolves when it is kept, or needs no keeping; it may come again. */
export type Take = (item: Item, to: Address) => Promise<void>;

export function kfTake({ conversations, sessions, greeter, undelivered, now, log }: TakeOptions): Take {
  async function hear(event: KfEvent, to: Address, seconds: number): Promise<void> {
    const late = now().getTime() - seconds * 1000 > welcomeFor;
    if (event.event_type === 'enter_session' && event.welcome_code !== undefined && !late)
      await greeter.welcome(to, event.welcome_code);
    if (event.event_type === 'msg_send_fail') await undelivered(to, event);
    if (event.event_type === 'session_status_change') {
      // An event may be an old one that comes again: what counts is who has the session now.
      const found = await sessions.look(to);
      if (typeof found !== 'string')
        log.warn({ conversation: conversationOf(to), reason: found.reason }, 'session state not known');
    }
  }

  /** Who had everything deleted is greeted anew. */
  function forgetLeft(conversation: string): void {
    conversations
      .idle(conversation)
      .then(async () => {
        if (!(await conversations.exists(conversation))) await greeter.forgetTalk(conversation);
      })
      .catch((error: unknown) => log.warn({ err: error, conversation }, 'greeting not forgotten'));
  }

  return async (item, to) => {
    if (item.event) return hear(item.event, to, item.send_time);
    if (item.origin !== origins.customer) return;
    if (await sessions.withSeat(to)) return;
    const conversation = conversationOf(to);
    const greeted = await greeter.knows(conversation);
    await conversations.accept({ ...incomingOf(item, to), ...(greeted && { greeted }) });
    if (greeted) forgetLeft(conversation);
  };
}

/** The hall's form of a customer's message; what is no text has none, and is asked for. */
function incomingOf({ msgid, msgtype, send_time, text, merged_msg }: Item, to: Address): Incoming {
  const conversation = conversationOf(to);
  const incoming = {
    id: msgid,
    channel: name,
    conversation,
    from: { id: conversation },
    type: 'message',
    channelData: { sentAt: new Date(send_time * 1000).toISOString(), kind: msgtype },
    address: { ...to },
  } satisfies Incoming;
  if (msgtype === 'merged_msg') {
    const words = mergedText(merged_msg);
    return { ...incoming, text: words, ...(words !== '' && { forwarded: true as const }) };
  }
  if (msgtype !== 'text' || !text) return { ...incoming, text: '' };
  const question = questionOfMenu(text.menu_id);
  if (question !== undefined) return { ...incoming, text: text.content, value: { text: text.content, question } };
  const own = quoted(text.content);
  return { ...incoming, text: own.text, ...(own.forwarded && { forwarded: true as const }) };
}
