/** Stands in for the Bot Framework's issuer: an OpenID document and keys on loopback, and tokens signed with them. */
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';
import type { Cloud } from '../../bot/channels/teams/cloud.ts';

export const appId = '11111111-2222-3333-4444-555555555555';

export interface Claims {
  iss?: string | undefined;
  aud?: string | undefined;
  serviceurl?: string | undefined;
  /** Seconds since 1970. */
  nbf?: number;
  exp?: number;
  [claim: string]: unknown;
}

export interface TeamsIssuer {
  /** As `settingsOf` wants it. */
  cloud: Cloud;
  /** An Authorization header: valid for this service URL unless something is said otherwise. */
  bearer(serviceUrl: string, claims?: Claims, how?: { kid?: string; alg?: string; key?: KeyObject }): string;
  /** How often the document was asked for. */
  asked(): number;
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
/** Making a key takes long: one for all, and one that nobody endorses. */
const [known, unendorsed, stranger] = [pair(), pair(), pair()];
/** Signs well, and stands in no document. */
export const strangersKey = stranger.privateKey;
export const unendorsedKey = unendorsed.privateKey;

export async function teamsIssuer(endorsements: readonly string[] = ['msteams']): Promise<TeamsIssuer> {
  let times = 0;
  const keys = [
    { ...known.publicKey.export({ format: 'jwk' }), kid: 'known', use: 'sig', endorsements },
    { ...unendorsed.publicKey.export({ format: 'jwk' }), kid: 'unendorsed', use: 'sig', endorsements: ['webchat'] },
  ];
  const server = createServer((req, res) => {
    if (req.url === '/openid') times += 1;
    // The emulator's document has the same keys: who took its tokens would take these.
    const document = req.url === '/openid' || req.url === '/emulator';
    const body = document ? { issuer, jwks_uri: `${origin}/keys` } : { keys };
    res.setHeader('Content-Type', 'application/json').end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const issuer = 'https://api.botframework.example';
  return {
    cloud: {
      login: `${origin}/`,
      tenant: 'nobody',
      scope: 'https://api.botframework.example',
      issuer,
      openId: `${origin}/openid`,
      emulatorOpenId: `${origin}/emulator`,
      tokens: origin,
      teams: 'https://teams.example',
    },
    asked: () => times,
    bearer(serviceurl, claims = {}, { kid = 'known', alg = 'RS256', key = known.privateKey } = {}) {
      const now = Math.floor(Date.now() / 1000);
      const all = { iss: issuer, aud: appId, serviceurl, nbf: now - 60, exp: now + 3600, ...claims };
      const signed = `${encoded({ alg, typ: 'JWT', kid })}.${encoded(all)}`;
      const signature = alg === 'none' ? '' : createSign('RSA-SHA256').update(signed).sign(key, 'base64url');
      return `Bearer ${signed}.${signature}`;
    },
  };
}
