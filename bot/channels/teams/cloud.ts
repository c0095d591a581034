/**
 * The two clouds in which a bot can be registered, and the adapter's settings in each. Public: `AuthenticationConstants` of
 * botframework-connector 4.23.3. China: “Configure a bot in Microsoft Azure operated by 21Vianet”
 * (learn.microsoft.com/azure/bot-service/how-to-deploy-china-cloud; docs.azure.cn has the same), and the `CHINA` environment of
 * Microsoft's Teams SDK, which names the same addresses; the connector itself knows the public and the US government's cloud only.
 */
import type { ConfigurationBotFrameworkAuthenticationOptions } from 'botbuilder';
import type { Env } from '../../env.ts';

export interface Cloud {
  /** Where our tokens are from; the tenant follows. */
  login: string;
  /** The tenant of bots that belong to none of their own. */
  tenant: string;
  /** For whom our tokens are: the channel service. */
  scope: string;
  /** Who signs what the channel service sends us. */
  issuer: string;
  /** The OpenID document that leads to the channel service's keys. */
  openId: string;
  /** The same for the emulator's and other bots' tokens. Not used: these are refused. */
  emulatorOpenId: string;
  /** Where people's sign-ins would be kept. Not used: there are none. */
  tokens: string;
  /** Where links into Teams lead (learn.microsoft.com/microsoftteams/platform/concepts/sovereign-cloud, “Supported clouds”). */
  teams: string;
}

const clouds: Readonly<Record<Env['BOT_CLOUD'], Cloud>> = {
  public: {
    login: 'https://login.microsoftonline.com/',
    tenant: 'botframework.com',
    scope: 'https://api.botframework.com',
    issuer: 'https://api.botframework.com',
    openId: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    emulatorOpenId: 'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
    tokens: 'https://api.botframework.com',
    teams: 'https://teams.microsoft.com',
  },
  china: {
    login: 'https://login.partner.microsoftonline.cn/',
    tenant: 'microsoftservices.partner.onmschina.cn',
    scope: 'https://api.botframework.azure.cn',
    issuer: 'https://api.botframework.azure.cn',
    openId: 'https://login.botframework.azure.cn/v1/.well-known/openidconfiguration',
    emulatorOpenId:
      'https://login.partner.microsoftonline.cn/a55a4d5b-9241-49b1-b4ff-befa8db00269/v2.0/.well-known/openid-configuration',
    tokens: 'https://token.botframework.azure.cn',
    teams: 'https://teams.microsoftonline.cn',
  },
};

export const cloudOf = ({ BOT_CLOUD }: Pick<Env, 'BOT_CLOUD'>): Cloud => clouds[BOT_CLOUD];

export type TeamsEnv = Pick<
  Env,
  'MicrosoftAppType' | 'MicrosoftAppId' | 'MicrosoftAppPassword' | 'MicrosoftAppTenantId'
>;

/** All addresses are named together: the SDK takes its own for none of them then. */
export function settingsOf(env: TeamsEnv, cloud: Cloud): ConfigurationBotFrameworkAuthenticationOptions {
  const { MicrosoftAppType, MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId } = env;
  const ofOneTenant = MicrosoftAppType === 'SingleTenant' || MicrosoftAppType === 'UserAssignedMSI';
  return {
    ...(MicrosoftAppType && { MicrosoftAppType }),
    ...(MicrosoftAppId && { MicrosoftAppId }),
    ...(MicrosoftAppPassword && { MicrosoftAppPassword }),
    ...(MicrosoftAppTenantId && { MicrosoftAppTenantId }),
    ValidateAuthority: true,
    ToChannelFromBotLoginUrl: cloud.login + ((ofOneTenant && MicrosoftAppTenantId) || cloud.tenant),
    ToChannelFromBotOAuthScope: cloud.scope,
    ToBotFromChannelTokenIssuer: cloud.issuer,
    ToBotFromChannelOpenIdMetadataUrl: cloud.openId,
    ToBotFromEmulatorOpenIdMetadataUrl: cloud.emulatorOpenId,
    OAuthUrl: cloud.tokens,
  };
}

/**
 * The link that opens somebody's own chat with the bot; none without an app. Its form is that of the hand-off to a bot
 * (learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams).
 */
export const personalChat = ({ MicrosoftAppId }: TeamsEnv, { teams }: Cloud): string | undefined =>
  MicrosoftAppId && `${teams}/l/chat/0/0?users=28:${MicrosoftAppId}`;
