/** Sends a reply by the conversation's stored reference, once: the SDK would send again what may have arrived. */
import { type CloudAdapter, type ConversationReference, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Send, Sent } from '../../sending.ts';

/** What of a reference is needed to write into the conversation again. */
const reference = z.looseObject({
  serviceUrl: z.string().min(1),
  activityId: z.string().optional(),
  channelId: z.string(),
  conversation: z.looseObject({ id: z.string() }),
  bot: z.looseObject({ id: z.string() }),
});

/** Where the replies to this activity go, as plain data; undefined where they go with the response (`expectReplies`) or nowhere. */
export function addressOf({ activity }: TurnContext): Record<string, unknown> | undefined {
  if (activity.deliveryMode === 'expectReplies') return undefined;
  const plain: unknown = JSON.parse(JSON.stringify(TurnContext.getConversationReference(activity)));
  return reference.safeParse(plain).data;
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

/** What a failed send means. */
function outcome(error: unknown): Sent {
  const { statusCode, code } = failure.safeParse(error).data ?? {};
  const reason = String(statusCode ?? code ?? (error instanceof Error ? error.name : 'unknown'));
  if (statusCode === 429 || neverLeft.test(code ?? '')) return { state: 'retry', reason };
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500 && statusCode !== 408)
    return { state: 'failed', reason };
  // No token could be had: the message itself was not sent.
  if (error instanceof Error && error.name === 'AuthenticationError') return { state: 'retry', reason };
  return { state: 'ambiguous', reason };
}

export function sendBy(adapter: CloudAdapter, appId: string): Send {
  return async ({ activity, address }) => {
    const to = reference.safeParse(address);
    if (!to.success) return { state: 'failed', reason: 'no reference' };
    const { id: _own, replyToId: _to, ...reply } = activity;
    // What is thrown inside goes to the adapter's onTurnError, and comes out nowhere.
    let sent: Sent = { state: 'retry', reason: 'not tried' };
    const write = async (context: TurnContext): Promise<void> => {
      // The SDK continues under an id of its own; the reply belongs to what was said.
      if (to.data.activityId !== undefined) context.activity.id = to.data.activityId;
      await context.sendActivity(reply).then(
        () => {
          sent = { state: 'sent' };
        },
        (error: unknown) => {
          sent = outcome(error);
        },
      );
    };
    // A reference that was read back is plain data of the SDK's own form.
    const known = to.data as unknown as ConversationReference;
    await adapter.continueConversationAsync(appId, known, write).catch((error: unknown) => {
      sent = outcome(error);
    });
    return sent;
  };
}
