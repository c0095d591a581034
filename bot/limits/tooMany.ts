/** A refusal because there was too much in this minute: what it says, and the headers that tell when to come again. */
import type { ServerResponse } from 'node:http';
import { Problem } from '../problem.ts';
import type { Taken } from './counter.ts';

export class TooMany extends Problem {
  readonly taken: Taken;

  /** @param members further members of the answer */
  constructor(taken: Taken, detail: string, members: Record<string, unknown> = {}) {
    super(429, '请求太频繁', detail, members);
    this.name = 'TooMany';
    this.taken = taken;
  }
}

/** As IETF draft-ietf-httpapi-ratelimit-headers-06 names them, which clients know best. */
export function tellLimit(res: ServerResponse, { over, limit, window, remaining, seconds }: Taken): void {
  if (res.headersSent) return;
  res.setHeader('RateLimit-Policy', `${limit};w=${window}`);
  res.setHeader('RateLimit-Limit', limit);
  res.setHeader('RateLimit-Remaining', remaining);
  res.setHeader('RateLimit-Reset', seconds);
  if (over) res.setHeader('Retry-After', seconds);
}
