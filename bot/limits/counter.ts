/** Counts what somebody does in a minute, by rate-limiter-flexible: in memory, or with all processes together in PostgreSQL. */
import { createHmac } from 'node:crypto';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { CountingClient } from './shared.ts';

/** What became of one more. */
export interface Taken {
  /** It is more than may be. */
  over: boolean;
  /** It is the first that is too many in this minute: the one to say so. */
  first: boolean;
  limit: number;
  /** Seconds in which so many may be. */
  window: number;
  remaining: number;
  /** Until counting begins anew. */
  seconds: number;
}

export interface Counter {
  /** Counts one more of this name. Never rejects: a store that fails must not keep people out. */
  take(name: string): Promise<Taken>;
}

export interface CounterOptions {
  /** Of what: counters with other kinds know nothing of each other. */
  kind: string;
  /** In `seconds`. */
  limit: number;
  seconds: number;
  /** Names that are known at the same time. */
  most?: number;
  /** Names are ids and addresses of people: only what this key makes of them is kept. */
  key: string;
  /** Absent: in the memory of this process. */
  shared?: CountingClient | undefined;
}

/** Some 500 bytes each: an attacker with very many addresses makes the oldest be forgotten, and no more. */
const mostKnown = 20_000;

/** The table that `state/postgres/migrations` makes. */
const tableName = 'rate_limits';

/** The package's own keeps every name until its time is over, however many there are. */
class BoundedMemory extends RateLimiterMemory {
  readonly #most: number;
  /** The one that was seen longest ago first. */
  readonly #known = new Set<string | number>();

  constructor(options: ConstructorParameters<typeof RateLimiterMemory>[0], most: number) {
    super(options);
    this.#most = most;
  }

  override async consume(key: string | number, points?: number, options?: object): Promise<RateLimiterRes> {
    this.#known.delete(key);
    this.#known.add(key);
    const oldest = this.#known.values().next();
    if (this.#known.size > this.#most && !oldest.done) {
      this.#known.delete(oldest.value);
      await this.delete(oldest.value);
    }
    return super.consume(key, points, options);
  }
}

function limiterFor({ kind, limit, seconds, most = mostKnown, shared }: CounterOptions): RateLimiterAbstract {
  const usual = { keyPrefix: kind, points: limit, duration: seconds };
  const memory = new BoundedMemory(usual, most);
  if (!shared) return memory;
  return new RateLimiterPostgres({
    ...usual,
    storeClient: shared,
    storeType: 'client',
    tableName,
    tableCreated: true,
    insuranceLimiter: memory,
    // Who has had too much is told so without asking again.
    inMemoryBlockOnConsumed: limit + 1,
  });
}

export function counter(options: CounterOptions): Counter {
  const { key, limit, seconds } = options;
  const limiter = limiterFor(options);
  const hidden = (name: string): string => createHmac('sha256', key).update(name).digest('base64url');

  return {
    async take(name) {
      const found = await limiter.consume(hidden(name)).catch((refused: unknown) => refused);
      if (!(found instanceof RateLimiterRes))
        return { over: false, first: false, limit, window: seconds, remaining: 0, seconds };
      const { consumedPoints, remainingPoints, msBeforeNext } = found;
      // What the limiter remembers as refused has no count any more.
      const over = consumedPoints > limit || consumedPoints === 0;
      return {
        over,
        first: consumedPoints === limit + 1,
        limit,
        window: seconds,
        remaining: over ? 0 : remainingPoints,
        seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
      };
    },
  };
}
