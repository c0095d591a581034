/** Which tokens the bot gets for what it sends: by kind of app and by cloud. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { cloudOf, personalChat, settingsOf } from '../../../../bot/channels/teams/cloud.ts';
import { readEnv } from '../../../../bot/env.ts';
import { dataFolder } from '../../../support/hallTalk.ts';
import { teamsActivities } from '../../../support/teamsActivities.ts';
import { appId } from '../../../support/teamsIssuer.ts';
import { teamsService } from '../../../support/teamsService.ts';

const tenant = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
const multi = { MicrosoftAppId: appId, MicrosoftAppPassword: 'p' };
const single = { ...multi, MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: tenant };
const managed = { MicrosoftAppId: appId, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: tenant };
const china = { BOT_CLOUD: 'china' };

const envOf = (raw: Record<string, string>) => {
  const read = readEnv(raw);
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  return read.ok;
};

const client = z.looseObject({
  credentials: z.looseObject({ oAuthScope: z.string(), oAuthEndpoint: z.string().optional() }),
});

/** Where, and for whom, the SDK would ask for a token. */
async function asksFor(raw: Record<string, string>) {
  const env = envOf(raw);
  const authentication = new ConfigurationBotFrameworkAuthentication(settingsOf(env, cloudOf(env)));
  const claims = {
    claims: [{ type: 'aud', value: appId }],
    getClaimValue: (type: string) => (type === 'aud' ? appId : null),
  };
  const factory = authentication.createConnectorFactory(claims as never);
  const { credentials } = client.parse(await factory.create('https://smba.trafficmanager.net/'));
  return {
    scope: credentials.oAuthScope,
    from: credentials.oAuthEndpoint,
  };
}

test.each<[string, Record<string, string>, string, string]>([
  ['many tenants', multi, 'https://login.microsoftonline.com/botframework.com', 'https://api.botframework.com'],
  ['one tenant', single, `https://login.microsoftonline.com/${tenant}`, 'https://api.botframework.com'],
  [
    'many tenants in China',
    { ...multi, ...china },
    'https://login.partner.microsoftonline.cn/microsoftservices.partner.onmschina.cn',
    'https://api.botframework.azure.cn',
  ],
  [
    'one tenant in China',
    { ...single, ...china },
    `https://login.partner.microsoftonline.cn/${tenant}`,
    'https://api.botframework.azure.cn',
  ],
])('the token of a bot of %s is from there and for there', async (_what, raw, from, scope) => {
  expect(await asksFor(raw)).toEqual({ from, scope });
});

/** “Configure a bot in Microsoft Azure operated by 21Vianet”, the settings for single-tenant and managed-identity bots. */
test('the settings for China are those of its page', () => {
  const env = envOf({ ...single, ...china });
  expect(settingsOf(env, cloudOf(env))).toEqual({
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppId: appId,
    MicrosoftAppPassword: 'p',
    MicrosoftAppTenantId: tenant,
    OAuthUrl: 'https://token.botframework.azure.cn',
    ToChannelFromBotLoginUrl: `https://login.partner.microsoftonline.cn/${tenant}`,
    ToChannelFromBotOAuthScope: 'https://api.botframework.azure.cn',
    ToBotFromChannelTokenIssuer: 'https://api.botframework.azure.cn',
    ToBotFromChannelOpenIdMetadataUrl: 'https://login.botframework.azure.cn/v1/.well-known/openidconfiguration',
    ToBotFromEmulatorOpenIdMetadataUrl:
      'https://login.partner.microsoftonline.cn/a55a4d5b-9241-49b1-b4ff-befa8db00269/v2.0/.well-known/openid-configuration',
    ValidateAuthority: true,
  });
});

test.each<[Record<string, string>, string | undefined]>([
  [multi, `https://teams.microsoft.com/l/chat/0/0?users=28:${appId}`],
  [{ ...multi, ...china }, `https://teams.microsoftonline.cn/l/chat/0/0?users=28:${appId}`],
  [{}, undefined],
])('with %j the own chat is opened by %s', (raw, link) => {
  const env = envOf(raw);
  expect(personalChat(env, cloudOf(env))).toBe(link);
});

describe('a managed identity', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  /** Stands in for App Service's identity endpoint. */
  async function identityEndpoint() {
    const asked: { query: URLSearchParams; headers: IncomingHttpHeaders }[] = [];
    const server = createServer((req, res) => {
      asked.push({ query: new URL(req.url ?? '', 'http://localhost').searchParams, headers: req.headers });
      const expires_on = Math.floor(Date.now() / 1000) + 86_400;
      const token = {
        access_token: 'of-the-identity',
        expires_on,
        token_type: 'Bearer',
        resource: 'x',
        client_id: appId,
      };
      res.setHeader('Content-Type', 'application/json').end(JSON.stringify(token));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    vi.stubEnv('IDENTITY_ENDPOINT', `http://127.0.0.1:${port}/msi/token`);
    vi.stubEnv('IDENTITY_HEADER', 'the header');
    return asked;
  }

  test('takes what the channel service signed, and answers with the token of its identity', async () => {
    const asked = await identityEndpoint();
    const service = await teamsService({
      folder: await dataFolder(),
      env: managed,
      elsewhere: { credentials: undefined },
    });
    const { post, received, serviceUrl } = service;
    expect((await post(teamsActivities(serviceUrl).message('开始自查'))).status).toBe(200);
    await expect.poll(() => received.length).toBe(1);
    expect(received[0]?.authorization).toBe('Bearer of-the-identity');
    expect(asked[0]?.query.get('client_id')).toBe(appId);
    expect(asked[0]?.query.get('resource')).toBe('https://api.botframework.example');
    expect(asked[0]?.headers['x-identity-header']).toBe('the header');
  });
});
