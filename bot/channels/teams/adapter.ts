/** CloudAdapter as it is used here: it checks who calls, and sends; what comes in is read by us. */
import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { z } from 'zod';
import type { Log } from '../../log.ts';
import { type Cloud, settingsOf, type TeamsEnv } from './cloud.ts';
import { quietly } from './quiet.ts';
import { sendOnce } from './send.ts';

/** How the bot gets the tokens for what it sends; by the settings, unless a test has no Entra ID to ask. */
export type Credentials = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1];

export interface AdapterOptions {
  env: TeamsEnv;
  cloud: Cloud;
  log: Log;
  credentials?: Credentials;
  /** Told when keys or tokens could not be had. */
  keysFailed?: () => void;
}

/** What of an activity the token speaks of. */
const spokenOf = z.looseObject({
  channelId: z.string().trim().min(1).max(400),
  serviceUrl: z.string().min(1).max(2000),
});
const payload = z.looseObject({ iss: z.string() });

/** The channel's own name would make the SDK look for keys elsewhere, by settings of its own. */
const elsewhere = 'AseChannel';

export class TeamsAdapter extends CloudAdapter {
  readonly #issuer: string;
  readonly #log: Log;
  readonly #keysFailed: () => void;

  constructor({ env, cloud, log, credentials, keysFailed = () => {} }: AdapterOptions) {
    super(new ConfigurationBotFrameworkAuthentication(settingsOf(env, cloud), credentials));
    this.#issuer = cloud.issuer;
    this.#log = log;
    this.#keysFailed = keysFailed;
    this.onTurnError = async (_context, error) => {
      log.error({ err: error }, 'teams turn');
    };
    sendOnce(this);
  }

  /**
   * Whether the channel service signed this activity: its issuer, our app id, the service URL, the time, a key that is endorsed for the
   * channel. The SDK would check none of the service URL and the channel where the activity lacks them, and would take the tokens of the
   * emulator and of other bots too, among them every token that we send out ourselves: these are refused.
   */
  async isFromChannel(body: unknown, authorization: string): Promise<boolean> {
    const activity = spokenOf.safeParse(body).data;
    if (!activity || activity.channelId === elsewhere || issuerOf(authorization) !== this.#issuer) return false;
    try {
      // Only the two members that were checked are read.
      await quietly(() =>
        this.botFrameworkAuthentication.authenticateRequest(activity as unknown as Activity, authorization),
      );
      return true;
    } catch (error) {
      // Without the keys nobody can be known: that is our trouble, and looks like a refusal outside.
      if (keysMissing(error)) {
        this.#keysFailed();
        this.#log.error({ reason: error.name }, 'keys of the channel service not fetched');
      }
      return false;
    }
  }
}

/** Whom the token names as its issuer; nothing of it is proved yet. */
function issuerOf(authorization: string): string | undefined {
  const [, claims = ''] = /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(authorization) ?? [];
  try {
    return payload.parse(JSON.parse(Buffer.from(claims, 'base64url').toString())).iss;
  } catch {
    return undefined;
  }
}

function keysMissing(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return error.name === 'FetchError' || ('statusCode' in error && Number(error.statusCode) >= 500);
}
