/**
 * `POST /api/messages`: Bot Framework. With an app id the CloudAdapter checks the caller's token; without one the route
 * takes loopback callers only, and answers go nowhere but to loopback (the adapter would post to any `serviceUrl`).
 */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import type { Response, Server } from 'restify';
import { z } from 'zod';
import { words } from '../../../dialogs/wording.ts';
import type { Conversations, Incoming } from '../../conversations.ts';
import type { Env } from '../../env.ts';
import type { Log } from '../../log.ts';
import { isLoopback } from '../../loopback.ts';
import { Problem, sendJson } from '../../problem.ts';
import type { Send } from '../../sending.ts';
import { bodyOf } from '../../server.ts';
import type { OpenChannel } from '../channel.ts';
import { presentActivity } from '../present.ts';
import { addressOf, sendBy, sendOnce } from './send.ts';

export interface MessagesOptions {
  env: Env;
  conversations: Conversations;
  loopbackOpen: boolean;
  log: Log;
}

const id = z.string().min(1).max(400);
const incoming = z.looseObject({
  type: z.string().max(60),
  id: id.optional(),
  channelId: id.optional(),
  serviceUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  conversation: z.looseObject({ id }),
  from: z.looseObject({ id, name: z.string().max(400).optional() }),
  membersAdded: z.array(z.looseObject({ id })).max(100).optional(),
  text: z.string().optional(),
});

export const openTeams: OpenChannel = ({ server, env, conversations, loopbackOpen, log }) => {
  const { send } = messagesEndpoint(server, { env, conversations, loopbackOpen, log });
  return { name: 'msteams', present: presentActivity, send };
};

/** Registers the route; `send` sends what the outbox holds for this channel. */
function messagesEndpoint(
  server: Server,
  { env, conversations, loopbackOpen, log }: MessagesOptions,
): { send: Send } {
  const guarded = env.MicrosoftAppId !== undefined;
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication({
      ...(env.MicrosoftAppType && { MicrosoftAppType: env.MicrosoftAppType }),
      ...(env.MicrosoftAppId && { MicrosoftAppId: env.MicrosoftAppId }),
      ...(env.MicrosoftAppPassword && { MicrosoftAppPassword: env.MicrosoftAppPassword }),
      ...(env.MicrosoftAppTenantId && { MicrosoftAppTenantId: env.MicrosoftAppTenantId }),
    }),
  );
  sendOnce(adapter);
  adapter.onTurnError = async (_context, error) => {
    log.error({ err: error }, 'teams turn');
  };
  server.post('/api/messages', async (req, res) => {
    if (!guarded && !(loopbackOpen && isLoopback(req))) throw new Problem(404, '没有这个地址');
    if (guarded && !/^Bearer \S/i.test(req.headers.authorization ?? ''))
      throw new Problem(401, '需要 Bot Framework 的令牌');
    const parsed = incoming.safeParse(bodyOf(req));
    if (!parsed.success)
      throw new Problem(400, '活动的格式不对', parsed.error.issues.map((each) => each.path.join('.')).join('，'));
    const { serviceUrl } = parsed.data;
    if (!guarded && serviceUrl !== undefined && !isLocal(serviceUrl))
      throw new Problem(400, '没有应用编号时只回复本机地址');
    // Restify's request is Node's; botbuilder only names its fields more strictly.
    await adapter.process(req as never, quiet(res, log), (context) => answer(context, conversations, log));
  });
  return { send: sendBy(adapter, env.MicrosoftAppId ?? '') };
}

/** CloudAdapter answers faults with their internal text: only the status leaves. */
function quiet(res: Response, log: Log) {
  let status = 200;
  return {
    socket: undefined,
    status: (code: number) => {
      status = code;
    },
    header: () => {},
    send: () => {},
    end: () => {
      if (status >= 500) log.warn({ status }, 'activity refused');
      sendJson(res, status >= 500 ? 401 : status, status < 300 ? {} : { title: '活动被拒绝', status });
    },
  } as never;
}

function isLocal(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** Hands a message to the hall; the replies are sent from the outbox, or go with the response where the caller waits for them. */
async function answer(context: TurnContext, conversations: Conversations, log: Log): Promise<void> {
  const { activity } = context;
  const conversation = `teams:${activity.conversation.id}`;
  if (activity.type === 'conversationUpdate') {
    const joined = (activity.membersAdded ?? []).some((member) => member.id !== activity.recipient?.id);
    if (joined)
      for (const line of await conversations.greeting('msteams', conversation))
        await context.sendActivity(line.activity);
    return;
  }
  if (activity.type !== 'message') return;
  const address = addressOf(context);
  const taken: Incoming = {
    id: activity.id ?? crypto.randomUUID(),
    channel: 'msteams',
    conversation,
    from: { id: activity.from.id, ...(activity.from.name && { name: activity.from.name }) },
    type: 'message',
    ...(typeof activity.text === 'string' && { text: activity.text }),
    ...(activity.value !== undefined && { value: activity.value }),
    ...(address && { address }),
  };
  try {
    await conversations.accept(taken);
  } catch (error) {
    log.error({ err: error }, 'activity not kept');
    await context.sendActivity(words('zh').storeDown);
    return;
  }
  if (address) return;
  await conversations.idle(conversation);
  for (const line of await conversations.read(conversation, 0)) {
    if (line.activity.replyToId !== taken.id) continue;
    const { id: _own, replyToId: _to, ...reply } = line.activity;
    await context.sendActivity(reply);
  }
}
