/**
 * When accounts are synchronised: on each event, at the start, and now and then without one, since a callback may get lost. One run
 * of an account at a time; after trouble with a growing pause.
 */
import type { Log } from '../../log.ts';
import { apart, inRequest, requestIdOf } from '../../logging/belonging.ts';
import type { Sync } from './sync.ts';

interface SyncingOptions {
  sync: Sync;
  accounts: readonly string[];
  now: () => Date;
  log: Log;
  /** Milliseconds from one look without an event to the next. */
  every?: number;
}

export interface Syncing {
  /** Looks at every account; nothing is fetched before. */
  begin(): void;
  /** Something has come to this account. @param token of the event, good for ten minutes */
  hint(account: string, token?: string): void;
  /** Begins nothing more; resolves when nothing is under way. */
  stop(): Promise<void>;
}

/** Milliseconds: without an event WeCom allows fewer calls. */
const look = 3 * 60_000;
/** Milliseconds after the first failure; each further pause is twice as long. */
const pause = { first: 2000, most: 5 * 60_000 };

interface Account {
  running: Promise<void> | undefined;
  /** Asked for while it runs, or while it must wait. */
  wanted: boolean;
  token: string | undefined;
  failures: number;
  /** Milliseconds since 1970. */
  notBefore: number;
}

export function keepSyncing({ sync, accounts, now, log, every = look }: SyncingOptions): Syncing {
  const known = new Map(accounts.map((each) => [each, fresh()]));
  const timers = new Set<NodeJS.Timeout>();
  let stopped = false;

  /** When it may; a timer may be early by a moment. */
  function later(account: string, own: Account): void {
    if (stopped) return;
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        if (mayRun(own)) want(account);
        else later(account, own);
      },
      Math.max(1, own.notBefore - now().getTime()),
    ).unref();
    timers.add(timer);
  }

  async function once(account: string, own: Account): Promise<void> {
    const { token } = own;
    own.wanted = false;
    own.token = undefined;
    // What comes is logged under the fetch that brought it: a callback only says that there is something.
    const trouble = await inRequest(requestIdOf(undefined), () => sync.run(account, token)).catch((error: unknown) => {
      log.error({ err: error, account }, 'kf messages not kept');
      return { state: 'retry' as const, reason: 'not kept', after: 0 };
    });
    if (!trouble) {
      own.failures = 0;
      return;
    }
    const wait = Math.max(trouble.after ?? 0, Math.min(pause.most, pause.first * 2 ** own.failures));
    own.failures = Math.min(own.failures + 1, 20);
    own.notBefore = now().getTime() + wait;
    log.warn({ account, reason: trouble.reason, failures: own.failures, wait }, 'kf messages not fetched');
    later(account, own);
  }

  function want(account: string, token?: string): void {
    const own = known.get(account);
    if (!own || stopped) return;
    own.wanted = true;
    own.token = token ?? own.token;
    own.running ??= apart(() => run(account, own)).finally(() => {
      own.running = undefined;
      // Asked for between the last look and here.
      if (own.wanted && mayRun(own)) want(account);
    });
  }

  const mayRun = ({ notBefore }: Account): boolean => !stopped && now().getTime() >= notBefore;

  async function run(account: string, own: Account): Promise<void> {
    while (own.wanted && mayRun(own)) await once(account, own);
  }

  const lookAtAll = (): void => {
    for (const account of known.keys()) want(account);
  };

  let timer: NodeJS.Timeout | undefined;
  return {
    begin() {
      timer = setInterval(lookAtAll, every).unref();
      lookAtAll();
    },
    hint: want,
    async stop() {
      stopped = true;
      clearInterval(timer);
      for (const each of timers) clearTimeout(each);
      await Promise.all([...known.values()].map(({ running }) => running));
    },
  };
}

const fresh = (): Account => ({ running: undefined, wanted: false, token: undefined, failures: 0, notBefore: 0 });
