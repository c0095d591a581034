/**
 * Which requests are counted, and as whose: looked up by the route as it is registered, so that no other way of writing an address goes past
 * it. A route that stands in neither list does not pass `test/bot/limits/routes.test.ts`.
 */
import type { IncomingMessage } from 'node:http';
import type { Request, Response } from 'restify';
import { keyHolder } from '../api/keys.ts';
import { sameSecret } from '../channels/directline/tokens.ts';
import type { Problem } from '../problem.ts';
import type { Counter, Taken } from './counter.ts';
import { TooMany, tellLimit } from './tooMany.ts';

const activities = '/v3/directline/conversations/:id/activities';

/** `ip`: the caller's address; `key`: the API key, without one the address; `reader`: the conversation that is read. */
export const counted: Readonly<Record<string, 'ip' | 'key' | 'reader'>> = {
  'POST /chat/token': 'ip',
  'POST /v3/directline/tokens/generate': 'ip',
  'POST /v3/directline/tokens/refresh': 'ip',
  'POST /v3/directline/conversations': 'ip',
  'GET /v3/directline/conversations/:id': 'ip',
  [`POST ${activities}`]: 'ip',
  'POST /v3/directline/conversations/:id/upload': 'ip',
  [`GET ${activities}`]: 'reader',
  'POST /api/v1/ask': 'key',
  'POST /api/v1/assessments': 'key',
  'POST /api/v1/assessments/batch': 'key',
  'POST /api/v1/webhooks/zammad': 'ip',
  'GET /checklists/:name': 'ip',
  'GET /exports/:name': 'ip',
};

/** What is not counted, and why it need not be. */
export const uncounted: Readonly<Record<string, string>> = {
  'GET /': 'from memory; an office that opens the page must not be shut out',
  'GET /page/:file': 'from memory',
  'GET /healthz': 'monitors ask often; it does nothing',
  'GET /readyz': 'monitors ask often; the store is looked at once a second at most',
  'GET /metrics': 'with its own key',
  'GET /openapi.json': 'from memory',
  'GET /teams/privacy': 'from memory',
  'GET /teams/terms': 'from memory',
  'POST /api/messages':
    'signed by Microsoft, whose servers speak for everybody; people are counted one by one behind it',
  'GET /wecom/callback': 'signed by WeCom',
  'POST /wecom/callback': 'signed by WeCom, whose servers speak for everybody; a refusal would only bring it again',
  'GET /wecom-kf/callback': 'signed by WeCom',
  'POST /wecom-kf/callback': 'likewise',
};

/** Everything below it is for people who are signed in, and signing in has limits of its own (`bot/staff/signIn/`). */
export const staffRoutes = /^\/staff(\/\*)?$/;

export interface RequestCounters {
  ip: Counter;
  key: Counter;
  reader: Counter;
}

export interface RequestLimits {
  /** Why the request is refused; nothing when it may go on. Tells the limit in the answer's headers. */
  admit(req: Request, res: Response): Promise<Problem | undefined>;
  /** Whether this caller may open one more stream. */
  mayConnect(req: IncomingMessage): Promise<boolean>;
}

export interface RequestOptions {
  counters: RequestCounters;
  /** What counts as one caller. */
  caller: (req: IncomingMessage) => string;
  /** Name → key. */
  keys: ReadonlyMap<string, string>;
  /** Who has it speaks for many people, and is counted by conversation only. */
  secret: string | undefined;
  limited: (by: 'ip' | 'key') => void;
}

export function requestLimits({ counters, caller, keys, secret, limited }: RequestOptions): RequestLimits {
  const hasSecret = ({ headers }: IncomingMessage): boolean => {
    // As `bot/channels/directline/access.ts` reads it: a secret may hold blanks.
    const bearer = headers.authorization?.replace(/^(Bearer|BotConnector) +/i, '').trim();
    return secret !== undefined && bearer !== undefined && sameSecret(bearer, secret);
  };

  async function taken(
    req: Request,
    path: string,
    by: 'ip' | 'key' | 'reader',
  ): Promise<[Taken, 'ip' | 'key'] | undefined> {
    const holder = by === 'key' ? keyHolder(req, keys) : undefined;
    if (holder !== undefined) return [await counters.key.take(holder), 'key'];
    if (by === 'reader') return [await counters.reader.take(req.path().split('/')[4] ?? ''), 'ip'];
    if (path.startsWith('/v3/directline/') && hasSecret(req)) return undefined;
    return [await counters.ip.take(caller(req)), 'ip'];
  }

  return {
    async admit(req, res) {
      const path = String(req.getRoute()?.path);
      const by = counted[`${req.method} ${path}`];
      if (by === undefined) return undefined;
      const [count, who] = (await taken(req, path, by)) ?? [];
      if (!count || !who) return undefined;
      tellLimit(res, count);
      if (!count.over) return undefined;
      limited(who);
      const detail = `请在 ${count.seconds} 秒后再试`;
      // What Direct Line clients read.
      const error = { error: { code: 'TooManyRequests', message: detail } };
      return new TooMany(count, detail, path.startsWith('/v3/directline/') ? error : {});
    },
    async mayConnect(req) {
      const { over } = await counters.ip.take(caller(req));
      if (over) limited('ip');
      return !over;
    },
  };
}
