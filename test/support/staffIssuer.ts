/** An OpenID Connect provider on loopback, and a browser that goes through it; what its token says can be bent. */
import { OAuth2Server } from 'oauth2-mock-server';
import { onTestFinished } from 'vitest';
import type { Visitor } from './staffSignIn.ts';

interface Token {
  payload: Record<string, unknown>;
}

export interface Issuer {
  url: string;
  /** Of the environment. */
  env: Record<string, string>;
  /** Added to, or instead of, what the next id tokens say. */
  claims: Record<string, unknown>;
  /** A new key signs, which the provider does not show. */
  signWithUnknownKey(): Promise<void>;
  stop(): Promise<void>;
}

const clientId = 'guohe-console';

export async function openIssuer(): Promise<Issuer> {
  const server = new OAuth2Server();
  await server.issuer.keys.generate('RS256');
  await server.start(0, '127.0.0.1');
  const url = server.issuer.url ?? '';
  const issuer: Issuer = {
    url,
    env: {
      STAFF_OIDC_ISSUER: url,
      STAFF_OIDC_CLIENT_ID: clientId,
      STAFF_OIDC_CLIENT_SECRET: 'the secret of the client',
    },
    claims: {},
    async signWithUnknownKey() {
      const other = new OAuth2Server();
      await other.issuer.keys.generate('RS256');
      other.issuer.url = url;
      const forged = await other.issuer.buildToken({
        scopesOrTransform: (_header, payload) => Object.assign(payload, { sub: 'somebody', aud: clientId }),
      });
      server.service.once('beforeResponse', (response: { body: Record<string, unknown> }) => {
        response.body.id_token = forged;
      });
    },
    stop: () => server.stop(),
  };
  // Both tokens are signed by this; only the id token is looked at.
  server.service.on('beforeTokenSigning', ({ payload }: Token) => {
    Object.assign(payload, { sub: 'u-1', name: '王五', aud: clientId }, issuer.claims);
  });
  onTestFinished(() => server.stop().catch(() => {}));
  return issuer;
}

/** From the console to the provider; gives back the path and query with which the provider sends the browser home. */
export async function throughIssuer(person: Visitor, back = '/staff/me'): Promise<string> {
  const gone = await person.get(`/staff/sign-in/oidc?back=${encodeURIComponent(back)}`);
  const returned = await fetch(gone.headers.get('location') ?? '', { redirect: 'manual' });
  const { pathname, search } = new URL(returned.headers.get('location') ?? '');
  return pathname + search;
}
