/**
 * `POST /api/messages`: Teams, and whatever else the Bot Framework's channel service brings. With an app id the caller's token is checked;
 * without one the route takes loopback callers only, and answers go nowhere but to loopback (the adapter would post to any `serviceUrl`).
 */
import type { Request, Response } from 'restify';
import { isLoopback } from '../../loopback.ts';
import { Problem, sendJson } from '../../problem.ts';
import { bodyOf } from '../../server.ts';
import type { Channel, ChannelSurroundings, OpenChannel } from '../channel.ts';
import { activity, type TeamsActivity } from './activity.ts';
import { type Credentials, TeamsAdapter } from './adapter.ts';
import { type Cloud, cloudOf, personalChat } from './cloud.ts';
import { type Extension, extension } from './extension.ts';
import { changed, installed } from './install.ts';
import { invoked } from './invoke.ts';
import { edited, heard } from './messages.ts';
import { legalPages } from './package/pages.ts';
import { presentTeams } from './present.ts';
import { references } from './references.ts';
import { sendBy, writingBy } from './send.ts';
import { type Answered, done, type Teams } from './surroundings.ts';
import { type Tell, telling } from './tell.ts';

/** What tests put in the place of Microsoft's cloud; nothing of it can be set from outside. */
export interface Elsewhere {
  cloud?: Cloud;
  credentials?: Credentials | undefined;
  /** Milliseconds. */
  typingAfter?: number;
}

export interface TeamsChannel extends Channel {
  tell: Tell;
}

const name = 'msteams';
const day = 24 * 60 * 60 * 1000;

export const openTeams: OpenChannel = (surroundings) => openTeamsIn(surroundings, {});

export function openTeamsIn(surroundings: ChannelSurroundings, elsewhere: Elsewhere): TeamsChannel {
  const { server, env, conversations, store, guide, loopbackOpen, now, log, metrics } = surroundings;
  const { cloud = cloudOf(env), credentials, typingAfter = 1500 } = elsewhere;
  const tokenFailed = (): void => metrics?.tokenErrors.inc({ channel: name });
  const adapter = new TeamsAdapter({ env, cloud, log, keysFailed: tokenFailed, ...(credentials && { credentials }) });
  const writing = writingBy(adapter, env.MicrosoftAppId ?? '', tokenFailed);
  const known = references(store, now);
  const present = presentTeams({ guide, personalChat: personalChat(env, cloud) });
  const teams: Teams = {
    name,
    present,
    conversations,
    store,
    guide,
    now,
    env,
    log,
    writing,
    references: known,
    typingAfter,
  };
  const asking = extension(teams);
  const guarded = env.MicrosoftAppId !== undefined;

  server.post('/api/messages', async (req: Request, res: Response) => {
    if (guarded) {
      if (!(await adapter.isFromChannel(bodyOf(req), req.headers.authorization ?? '')))
        throw new Problem(401, '需要 Bot Framework 的令牌');
    } else if (!(loopbackOpen && isLoopback(req))) throw new Problem(404, '没有这个地址');
    const parsed = activity.safeParse(bodyOf(req));
    if (!parsed.success)
      throw new Problem(400, '活动的格式不对', parsed.error.issues.map((each) => each.path.join('.')).join('，'));
    const { serviceUrl } = parsed.data;
    if (!guarded && serviceUrl !== undefined && !isLocal(serviceUrl))
      throw new Problem(400, '没有应用编号时只回复本机地址');
    const { status, body } = await answered(parsed.data, teams, asking);
    sendJson(res, status, body);
  });

  if (guarded) legalPages(server, { guide, keptDays: env.RETENTION_DAYS });
  known
    .sweep(new Date(now().getTime() - env.RETENTION_DAYS * day))
    .catch((error: unknown) => log.warn({ err: error }, 'references not swept'));
  // The connector gives each message that it takes an id of its own.
  return { name, present, send: sendBy(writing), once: true, tell: telling(teams) };
}

/** What goes wrong behind this is ours: to ask again would help nobody. */
async function answered(taken: TeamsActivity, teams: Teams, asking: Extension): Promise<Answered> {
  try {
    return await answer(taken, teams, asking);
  } catch (error) {
    teams.log.error({ err: error, type: taken.type }, 'activity not answered');
    return done;
  }
}

/** What is not named here needs no answer: deleted messages, reactions, typing, events. */
function answer(taken: TeamsActivity, teams: Teams, asking: Extension): Answered | Promise<Answered> {
  switch (taken.type) {
    case 'message':
      return heard(taken, teams);
    case 'messageUpdate':
      return edited(taken, teams);
    case 'installationUpdate':
      return installed(taken, teams);
    case 'conversationUpdate':
      return changed(taken, teams);
    case 'invoke':
      return invoked(taken, asking);
    default:
      return done;
  }
}

function isLocal(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
