/** The key that signs tokens: made by whoever comes first, the same for every process. */
import { randomBytes } from 'node:crypto';
import { type Connections, prepared } from './pool.ts';

const offer = prepared<never>(
  'offer-key',
  `INSERT INTO secrets (name, secret) VALUES ('signing', $1) ON CONFLICT (name) DO NOTHING`,
);
const read = prepared<{ secret: string }>('read-key', `SELECT secret FROM secrets WHERE name = 'signing'`);

export async function signingKey(connections: Connections): Promise<string> {
  const [known] = await connections.query(read());
  if (known) return known.secret;
  await connections.query(offer(randomBytes(32).toString('base64url')));
  const [made] = await connections.query(read());
  if (!made) throw new Error('the signing key that was just made is gone');
  return made.secret;
}
