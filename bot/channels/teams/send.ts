/** Sends and updates by a conversation's reference, once: the SDK would send again what may have arrived. */
import { type Activity, type CloudAdapter, type ConversationReference, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Send, Sent } from '../../sending.ts';
import type { Message } from '../channel.ts';
import { maybe, type TeamsActivity } from './activity.ts';
import { formFor } from './wire.ts';

const word = z.string().max(400);
const account = z.object({ id: word, name: maybe(word), role: maybe(word) });

/** What of a reference is needed to write into the conversation again; the SDK sends nothing where more of it is of another form. */
const reference = z.object({
  serviceUrl: z.string().min(1),
  activityId: maybe(word),
  channelId: word,
  conversation: z.object({
    id: word,
    name: maybe(word),
    isGroup: maybe(z.boolean()),
    conversationType: maybe(word),
    tenantId: maybe(word),
  }),
  user: maybe(account),
  bot: account,
  locale: maybe(word),
});
export type Reference = z.output<typeof reference>;

/** The reference as it was stored; undefined when it is none. */
export const referenceOf = (address: unknown): Reference | undefined => {
  const { data } = reference.safeParse(address);
  return data && JSON.parse(JSON.stringify(data)); // without what is undefined
};

/** Where the replies to this activity go, as plain data; undefined where they go with the response (`expectReplies`) or nowhere. */
export function addressOf(activity: TeamsActivity): Reference | undefined {
  if (activity.deliveryMode === 'expectReplies') return undefined;
  return referenceOf(allOf(activity));
}

const allOf = (activity: TeamsActivity): unknown =>
  // What was checked has the members that a reference is made of.
  JSON.parse(JSON.stringify(TurnContext.getConversationReference(activity as unknown as Partial<Activity>)));

/** The reply as the response carries it, where the caller waits for it. */
export function addressed(reply: Message, activity: TeamsActivity): Message {
  // As above.
  return TurnContext.applyConversationReference(
    formFor(activity.channelId, reply),
    allOf(activity) as Partial<ConversationReference>,
  );
}

/** The SDK's pipeline sends 408 and 5xx again, although the message may have been taken. */
export function sendOnce(adapter: CloudAdapter): void {
  adapter.use(async (context, next) => {
    const client: unknown = context.turnState.get(adapter.ConnectorClientKey);
    const pipeline = z
      .object({ client: z.object({ pipeline: z.custom<{ removePolicy(policy: { name: string }): void }>() }) })
      .safeParse(client);
    pipeline.data?.client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    await next();
  });
}

const failure = z.object({ statusCode: z.number().optional(), code: z.string().optional() });
/** The connection was never made: nothing can have arrived. */
const neverLeft = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH)$/;

const noToken = (error: unknown): boolean => error instanceof Error && error.name === 'AuthenticationError';

/** What a failed send means. */
function outcome(error: unknown): Sent {
  const { statusCode, code } = failure.safeParse(error).data ?? {};
  const reason = String(statusCode ?? code ?? (error instanceof Error ? error.name : 'unknown'));
  if (statusCode === 429 || neverLeft.test(code ?? '')) return { state: 'retry', reason };
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500 && statusCode !== 408)
    return { state: 'failed', reason };
  // No token could be had: the message itself was not sent.
  if (noToken(error)) return { state: 'retry', reason };
  return { state: 'ambiguous', reason };
}

/** Writes into conversations: what is thrown inside would go to the adapter's onTurnError and come out nowhere. */
export interface Writing {
  /** As an answer to the reference's activity, where it names one. */
  send(message: Message, to: Reference): Promise<Sent>;
  /** Puts the message in the place of the one that Teams knows by this id. */
  update(message: Message, id: string, to: Reference): Promise<Sent>;
}

/** @param tokenFailed told when the bot's own token could not be had */
export function writingBy(adapter: CloudAdapter, appId: string, tokenFailed: () => void = () => {}): Writing {
  async function write(to: Reference, work: (context: TurnContext) => Promise<unknown>): Promise<Sent> {
    let sent: Sent = { state: 'retry', reason: 'not tried' };
    const attempt = async (context: TurnContext): Promise<void> => {
      // The SDK continues under an id of its own; the reply belongs to what was said.
      if (to.activityId !== undefined) context.activity.id = to.activityId;
      else context.activity.id = '';
      await work(context).then(
        () => {
          sent = { state: 'sent' };
        },
        (error: unknown) => {
          if (noToken(error)) tokenFailed();
          sent = outcome(error);
        },
      );
    };
    // A reference that was read back is plain data of the SDK's own form.
    const known = to as unknown as ConversationReference;
    await adapter.continueConversationAsync(appId, known, attempt).catch((error: unknown) => {
      if (noToken(error)) tokenFailed();
      sent = outcome(error);
    });
    return sent;
  }

  return {
    send: ({ id: _own, replyToId: _to, ...message }, to) =>
      write(to, (context) => context.sendActivity(formFor(to.channelId, message))),
    update: (message, id, to) =>
      write(to, (context) => context.updateActivity({ ...formFor(to.channelId, message), id })),
  };
}

/** Sends what the outbox holds for this channel. */
export const sendBy =
  ({ send }: Writing): Send =>
  async ({ activity, address }) => {
    const to = referenceOf(address);
    return to ? send(activity, to) : { state: 'failed', reason: 'no reference' };
  };
