/** The Teams channel as `bot/service.ts` puts it together, with an app id, an issuer on loopback and a connector on loopback. */
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { onTestFinished } from 'vitest';
import type { OpenChannel } from '../../bot/channels/channel.ts';
import { type Elsewhere, openTeamsIn, type TeamsChannel } from '../../bot/channels/teams/index.ts';
import type { Conversations } from '../../bot/conversations.ts';
import { readEnv } from '../../bot/env.ts';
import { createLog } from '../../bot/log.ts';
import { openService } from '../../bot/service.ts';
import { embeddedStore } from '../../state/lowdb/index.ts';
import type { Store } from '../../state/store.ts';
import { connector } from './connector.ts';
import { today } from './hallTalk.ts';
import { postJson } from './realService.ts';
import { appId, type TeamsIssuer, teamsIssuer } from './teamsIssuer.ts';

/** Entra ID is asked for nothing: the bot's own token is this word. */
export const ownToken = 'the-bot-itself';

class WithoutEntra extends ConfigurationServiceClientCredentialFactory {
  override async createCredentials() {
    type Request = Parameters<
      Awaited<ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']>>['signRequest']
    >[0];
    return {
      async signRequest(request: Request) {
        request.headers.set('authorization', `Bearer ${ownToken}`);
        return request;
      },
    };
  }
}

export interface TeamsServiceOptions {
  folder: string;
  env?: Record<string, string>;
  issuer?: TeamsIssuer;
  elsewhere?: Partial<Elsewhere>;
  /** The hall's, when something of it is to be watched or slowed down. */
  store?: Store;
}

export async function teamsService({ folder, env = {}, elsewhere, ...given }: TeamsServiceOptions) {
  const issuer = given.issuer ?? (await teamsIssuer());
  const credentials = { MicrosoftAppId: appId, MicrosoftAppPassword: 'a password' };
  const read = readEnv({ PORT: '0', DATA_DIR: folder, ...(env.MicrosoftAppType ? {} : credentials), ...env });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  const store = given.store ?? embeddedStore(folder);
  const lines: string[] = [];
  const log = createLog('debug', { write: (line: string) => void lines.push(line) });
  let channel: TeamsChannel | undefined;
  const open: OpenChannel = (surroundings) => {
    conversations = surroundings.conversations;
    const entra = new WithoutEntra(credentials);
    channel = openTeamsIn(surroundings, { cloud: issuer.cloud, credentials: entra, ...elsewhere });
    return channel;
  };
  let conversations: Conversations | undefined;
  const service = await openService({ env: read.ok, log, store, now: () => today, channels: [open] });
  const at = await service.listen();
  if (!channel || !conversations) throw new Error('the channel was not opened');
  const { received, serviceUrl, answer } = await connector();
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= service.close();
    return closed;
  };
  onTestFinished(close);
  const url = `${at}/api/messages`;
  return {
    url,
    issuer,
    channel,
    conversations,
    store,
    received,
    answer,
    serviceUrl,
    close,
    log: () => lines.join(''),
    /** Posts an activity as Teams would, signed; `headers` may say otherwise. */
    post: (activity: Record<string, unknown>, headers: Record<string, string> = {}) =>
      postJson(url, activity, {
        Authorization: issuer.bearer(typeof activity.serviceUrl === 'string' ? activity.serviceUrl : serviceUrl),
        ...headers,
      }),
  };
}
