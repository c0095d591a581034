/** Signing in by OpenID Connect (Entra ID and others): authorization code with PKCE, state and nonce; the library checks the token. */
import type { Configuration } from 'openid-client';
import { z } from 'zod';
import type { Env } from '../../env.ts';
import { type Role, roles } from '../route.ts';
import type { Visit } from '../visit.ts';
import { type Flows, randomWord } from './flow.ts';
import type { Recognised } from './foreign.ts';

export const oidcPath = '/staff/sign-in/oidc';

/** Seconds that the provider may take. */
const patience = 10;

const claimsForm = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  name: z.string().optional().catch(undefined),
  preferred_username: z.string().optional().catch(undefined),
  email: z.string().optional().catch(undefined),
  roles: z.array(z.string()).catch([]),
  groups: z.array(z.string()).catch([]),
});

/**
 * The highest role that is named. `roles` are the app's own (App roles of Entra ID): `reader`, `clerk`, `reviewer`, `admin`, with or without
 * `guohe-` before it. `groups` are of the whole organisation, where a group may well be called admin: only with `guohe-`.
 */
export function roleIn({
  roles: own,
  groups,
}: {
  roles: readonly string[];
  groups: readonly string[];
}): Role | undefined {
  const named = new Set([
    ...own.map((each) => each.toLowerCase()),
    ...groups.filter((each) => each.startsWith('guohe-')),
  ]);
  return roles.findLast((role) => named.has(`guohe-${role}`) || own.some((each) => each.toLowerCase() === role));
}

export interface Oidc {
  /** The provider's page to send the browser to. */
  start(visit: Visit, back: string): Promise<string>;
  /** Who has come back; nothing when nobody, or not as they went. */
  finish(visit: Visit): Promise<{ recognised: Recognised; back: string } | undefined>;
}

/** undefined where it is not configured. */
export function oidcSignIn(env: Env, flows: Flows, address: () => string | undefined): Oidc | undefined {
  const { STAFF_OIDC_ISSUER: issuer, STAFF_OIDC_CLIENT_ID: clientId, STAFF_OIDC_CLIENT_SECRET: secret } = env;
  if (issuer === undefined || clientId === undefined || secret === undefined) return undefined;
  let known: Promise<Configuration> | undefined;

  /** Asked for when somebody signs in, and again if the provider did not answer: the service starts without it. */
  const configuration = (): Promise<Configuration> => {
    known ??= (async () => {
      // Loaded with the first sign-in: the service starts without it.
      const client = await import('openid-client');
      const execute = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
      return client.discovery(new URL(issuer), clientId, secret, undefined, { execute, timeout: patience });
    })().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };

  const callback = (): string => {
    const here = address();
    if (here === undefined) throw new Error('OIDC sign-in needs PUBLIC_URL');
    return `${here}${oidcPath}/callback`;
  };

  return {
    async start(visit, back) {
      const [client, config] = [await import('openid-client'), await configuration()];
      const [state, nonce, verifier] = [randomWord(), randomWord(), client.randomPKCECodeVerifier()];
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: callback(),
        scope: 'openid profile email',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      await flows.begin(visit, { way: 'oidc', state, nonce, verifier, back });
      return url.href;
    },
    async finish(visit) {
      const flow = await flows.returned(visit, 'oidc');
      if (flow?.nonce === undefined || flow.verifier === undefined) return undefined;
      const [client, config] = [await import('openid-client'), await configuration()];
      const tokens = await client.authorizationCodeGrant(config, new URL(`${callback()}?${visit.query}`), {
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        pkceCodeVerifier: flow.verifier,
        idTokenExpected: true,
      });
      const claims = claimsForm.parse(tokens.claims());
      const role = roleIn(claims);
      const recognised: Recognised = {
        identity: `oidc\n${claims.iss}\n${claims.sub}`,
        by: '统一身份认证',
        name: claims.name ?? claims.preferred_username ?? claims.email ?? '',
        ...(role && { role }),
      };
      return { recognised, back: flow.back };
    },
  };
}
