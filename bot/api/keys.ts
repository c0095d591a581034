/** Who may call the API: holders of a key, or on an open loopback service without keys this machine. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isLoopback } from '../loopback.ts';
import { Problem } from '../problem.ts';

export interface ApiAccess {
  /** Name → key. */
  keys: ReadonlyMap<string, string>;
  /** Whether the service is reachable from this machine only, so that the API is open while there are no keys. */
  loopbackOpen: boolean;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The name of the key in `Authorization: Bearer KEY`; takes the same time whichever key it is, or none. */
export function keyHolder(
  req: Pick<IncomingMessage, 'headers'>,
  keys: ReadonlyMap<string, string>,
): string | undefined {
  const presented = /^Bearer ([^\s]{1,512})$/i.exec(req.headers.authorization ?? '')?.[1];
  if (presented === undefined) return undefined;
  const wanted = digest(presented);
  let holder: string | undefined;
  for (const [name, key] of keys) {
    if (timingSafeEqual(digest(key), wanted)) holder = name;
  }
  return holder;
}

/** Why this caller may not use the API; nothing when it may. */
export function refusedCaller(req: IncomingMessage, access: ApiAccess): Problem | undefined {
  const open = access.loopbackOpen && access.keys.size === 0 && isLoopback(req);
  if (open || keyHolder(req, access.keys) !== undefined) return undefined;
  return new Problem(401, '需要接口密钥', '请在请求头中写 Authorization: Bearer 密钥');
}
