/**
 * The limits of a service: how much a person may say, and how much an address and an API key may ask, in a minute. Off on a loopback service
 * without keys: nobody but this machine can reach it.
 */
import type { IncomingMessage } from 'node:http';
import type { Request, Response } from 'restify';
import type { Channel } from '../channels/channel.ts';
import type { Conversations } from '../conversations.ts';
import { type Env, onLoopbackOnly } from '../env.ts';
import type { Log } from '../log.ts';
import type { Problem } from '../problem.ts';
import { callerAddress, networkOf } from './address.ts';
import { type CounterOptions, counter } from './counter.ts';
import { withinLimits } from './persons.ts';
import { requestLimits } from './requests.ts';
import type { CountingClient } from './shared.ts';

export interface Limits {
  /** Why a request is refused; nothing when it may go on. */
  admit(req: Request, res: Response): Promise<Problem | undefined>;
  /** Whether this caller may open one more stream. */
  mayConnect(req: IncomingMessage): Promise<boolean>;
  /** The conversations as channels may use them. */
  within(conversations: Conversations, channel: (name: string) => Channel | undefined): Conversations;
  close(): Promise<void>;
}

export interface LimitsOptions {
  env: Env;
  /** Of the home of the state: names are kept only as what it makes of them. */
  signingKey: string;
  log: Log;
  /** Told of each refusal. */
  limited?: (by: 'person' | 'ip' | 'key') => void;
}

/** Seconds. */
const minute = 60;
/** Reading is never limited below 20 a second; this is twice as much, and in this process only: a poller must not ask a database each time. */
const reads = 40 * minute;

const off: Limits = {
  admit: async () => undefined,
  mayConnect: async () => true,
  within: (conversations) => conversations,
  close: async () => {},
};

export async function openLimits({ env, signingKey, log, limited = () => {} }: LimitsOptions): Promise<Limits> {
  const { HELPDESK_API_KEYS: keys, DIRECTLINE_SECRET: secret, DATABASE_URL, TRUST_PROXY } = env;
  if (onLoopbackOnly(env) && keys.size === 0 && secret === undefined) return off;
  let shared: CountingClient | undefined;
  if (DATABASE_URL !== undefined) {
    // Its driver is loaded by those who need it.
    const { countingClient } = await import('./shared.ts');
    shared = await countingClient(DATABASE_URL, (err) => log.warn({ err }, '数据库没有回应，限速暂由各进程自己计数'));
  }
  const of = (kind: string, limit: number, more: Partial<CounterOptions> = {}) =>
    counter({ kind, limit, seconds: minute, key: signingKey, shared, ...more });
  const address = callerAddress(TRUST_PROXY);
  let warned = TRUST_PROXY !== undefined;
  const requests = requestLimits({
    counters: {
      ip: of('ip', env.RATE_PER_IP),
      key: of('key', env.RATE_PER_KEY),
      reader: of('reader', reads, { shared: undefined }),
    },
    caller(req) {
      if (!warned && req.headers['x-forwarded-for'] !== undefined) {
        warned = true;
        log.warn('请求经过了代理，但没有设置 TRUST_PROXY：同一代理后面的人按一个 IP 计数。见 docs/deploying.md');
      }
      return networkOf(address(req));
    },
    keys,
    secret,
    limited,
  });
  const persons = of('person', env.RATE_PER_PERSON);
  return {
    admit: requests.admit,
    mayConnect: requests.mayConnect,
    within: (conversations, channel) =>
      withinLimits(conversations, { persons, channel, limited: () => limited('person'), log }),
    close: async () => shared?.end(),
  };
}
