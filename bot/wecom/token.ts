/**
 * The one owner of an app's access token (document/path/91039). It is kept in the home of the state, so that all processes use the same:
 * whoever fetches a second one may make the first one worthless. One fetch at a time, in the process and among the processes.
 */
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import { type Documents, StaleError } from '../../state/documents.ts';
import type { Trouble } from './trouble.ts';

/** What was fetched: the token and how many seconds it is good for. */
export type Fetched = { token: string; seconds: number } | Trouble;

export interface TokenOptions {
  corpId: string;
  secret: string;
  documents: Documents;
  /** Asks WeCom for a token. */
  fetchToken(): Promise<Fetched>;
  now: () => Date;
}

export interface TokenOwner {
  /** A token that should be good. */
  current(): Promise<string | Trouble>;
  /** Another token than this one, which WeCom has refused. */
  insteadOf(dead: string): Promise<string | Trouble>;
}

const kind = 'wecom-token';
/** Milliseconds before its end at which a token is exchanged. */
const early = 5 * 60_000;
/** Milliseconds: a fetch that is not done by then was somebody's who died; and how often it is looked. */
const fetching = { longest: 15_000, look: 100 };
/** Milliseconds for which a refusal stands: asking again at once would only be counted against us. */
const refusal = 60_000;

/** Times in milliseconds since 1970. */
const kept = z
  .object({
    token: z.string(),
    fresh: z.number(),
    end: z.number(),
    fetching: z.object({ by: z.string(), until: z.number() }),
  })
  .partial();
type Kept = z.output<typeof kept>;

export function tokenOwner({ corpId, secret, documents, fetchToken, now }: TokenOptions): TokenOwner {
  const id = createHash('sha256').update(`${corpId}\n${secret}`).digest('hex');
  const by = randomUUID();
  let known: Kept = {};
  let refused: { trouble: Trouble; until: number } | undefined;
  let running: Promise<string | Trouble> | undefined;
  const clock = (): number => now().getTime();

  /** The token, if it is good until then and another than the dead one. */
  const usable = ({ token, ...times }: Kept, until: 'fresh' | 'end', dead?: string): string | undefined =>
    token !== dead && (times[until] ?? 0) > clock() ? token : undefined;

  /** The new eTag; undefined when another process was faster. */
  const written = (value: Kept, expected: string): Promise<string | undefined> =>
    documents.write(kind, id, value, expected).catch((error: unknown) => {
      if (error instanceof StaleError) return undefined;
      throw error;
    });

  async function fetchAndKeep(before: Kept, etag: string, dead?: string): Promise<string | Trouble> {
    const fetched = await fetchToken();
    if ('token' in fetched) {
      const end = clock() + fetched.seconds * 1000;
      known = { token: fetched.token, fresh: Math.max(end - early, clock() + (end - clock()) / 2), end };
      await written(known, etag);
      return fetched.token;
    }
    const { fetching: _mine, ...rest } = before;
    await written(rest, etag);
    if (fetched.errcode !== undefined) refused = { trouble: fetched, until: clock() + refusal };
    // What is exchanged early may be used until its end.
    return usable(rest, 'end', dead) ?? fetched;
  }

  async function obtain(dead?: string): Promise<string | Trouble> {
    for (let looks = 0; ; looks += 1) {
      const document = await documents.read(kind, id);
      const shared = kept.catch({}).parse(document?.value);
      const token = usable(shared, 'fresh', dead);
      if (token !== undefined) {
        known = shared;
        return token;
      }
      if (refused && refused.until > clock()) return usable(shared, 'end', dead) ?? refused.trouble;
      // Counted too, since another machine's clock may be wrong.
      if ((shared.fetching?.until ?? 0) > clock() && looks * fetching.look < fetching.longest) {
        const old = usable(shared, 'end', dead);
        if (old !== undefined) return old;
        await after(fetching.look);
        continue;
      }
      const mine = { ...shared, fetching: { by, until: clock() + fetching.longest } };
      const etag = await written(mine, document?.etag ?? 'new');
      if (etag !== undefined) return fetchAndKeep(shared, etag, dead);
    }
  }

  function once(dead?: string): Promise<string | Trouble> {
    running ??= obtain(dead).finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    current: async () => usable(known, 'fresh') ?? once(),
    async insteadOf(dead) {
      const token = usable(known, 'fresh', dead) ?? (await once(dead));
      // What was running may have been somebody's who did not know yet that it is dead.
      return token === dead ? once(dead) : token;
    },
  };
}
