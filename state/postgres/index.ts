/** The home in PostgreSQL: any number of processes serve the same conversations. */
import { setTimeout as after } from 'node:timers/promises';
import { checklist } from '../checklists.ts';
import { exportLink } from '../exports.ts';
import { queues } from '../queue.ts';
import type { Store } from '../store.ts';
import { postgresAudit } from './audit.ts';
import { postgresDocuments } from './documents.ts';
import { postgresEndings } from './ending.ts';
import { PostgresFault } from './fault.ts';
import { foreignOf } from './foreign.ts';
import type { Home } from './home.ts';
import { inHand } from './inHand.ts';
import { makeFit, UnfitError } from './migrate.ts';
import { postgresOutbox } from './outbox.ts';
import { type Access, openPool, prepared } from './pool.ts';
import { prune } from './prune.ts';
import { postgresShelf } from './shelf.ts';
import { signingKey } from './signingKey.ts';
import { postgresSummaries } from './summaries.ts';
import { postgresTalks } from './talks.ts';
import { postgresTranscripts } from './transcripts.ts';

export interface PostgresOptions {
  /** Turns at once in this process, each on a connection of its own; the rest wait. */
  turns?: number;
  /** Connections for everything else. */
  others?: number;
  /** Milliseconds between two looks for what has ended. */
  pruneEvery?: number;
  /** Told of what could not be understood and was set aside; the talk goes on without it. */
  onDamaged?: (error: Error) => void;
  /** Told of what failed in the background and is tried again by itself. */
  warn?: (what: string) => void;
}

const hour = 60 * 60 * 1000;
/** Milliseconds: how long a job waits for a connection, and in which `check` ends. */
const patience = { job: 5000, check: 1900 };
/** Milliseconds after which what lists are made of is brought up to date: a start comes first. */
const keepUp = { first: 30_000, every: 10 * 60 * 1000 };

const beat = prepared<never>(
  'beat',
  'INSERT INTO pulse (at) VALUES (now()) ON CONFLICT (one) DO UPDATE SET at = excluded.at',
);

/**
 * Opens the home at a `postgresql://` address, after bringing its tables up to date.
 *
 * @throws UnfitError, with what to do, for a database that this program must not serve; PostgresFault when it cannot be reached.
 */
export async function postgresStore(url: string, options: PostgresOptions = {}): Promise<Store> {
  const { turns: atOnce = 8, others: more = 8, pruneEvery = hour, onDamaged = () => {}, warn = () => {} } = options;
  const access = accessOf(url);
  await makeFit(access);
  const others = openPool(access, { most: more, patience: patience.job, warn });
  const home: Home = {
    turns: openPool(access, { most: atOnce, warn }),
    others,
    inOrder: queues(),
    foreign: foreignOf(access, others, warn),
    inHand: inHand(),
    onDamaged,
  };
  const { turns, foreign } = home;
  let pruning: Promise<void> = Promise.resolve();
  const pruneNow = (): void => {
    pruning = pruning.then(() => prune(others)).catch((error: unknown) => warn(String(error)));
  };
  pruneNow();
  const timer = setInterval(pruneNow, pruneEvery).unref();
  const summaries = postgresSummaries(others);
  const closing = new AbortController();
  const keepingUp = (async () => {
    const rest = (time: number) => after(time, undefined, { ref: false, signal: closing.signal }).catch(() => {});
    for (await rest(keepUp.first); !closing.signal.aborted; await rest(keepUp.every))
      await summaries.keepUp(closing.signal).catch((error: unknown) => warn(String(error)));
  })();
  return {
    talks: postgresTalks(home),
    outbox: postgresOutbox(others),
    transcripts: postgresTranscripts(home),
    summaries,
    audit: postgresAudit(others),
    documents: postgresDocuments(others),
    checklists: postgresEndings(others, 'checklist', checklist),
    exports: postgresEndings(others, 'export', exportLink),
    shelf: postgresShelf(home),
    signingKey: () => signingKey(others),
    async check() {
      const late = after(patience.check, undefined, { ref: false }).then(() => {
        throw new PostgresFault('检查', '没有反应');
      });
      await Promise.race([others.query(beat()), late]);
    },
    async close() {
      clearInterval(timer);
      closing.abort();
      await Promise.all([pruning, keepingUp]);
      await foreign.close();
      await Promise.all([turns.end(), others.end()]);
    },
  };
}

/** The address stands in no message: it holds a password. */
export function accessOf(url: string): Access {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url))
    throw new UnfitError(
      'DATABASE_URL 不是 PostgreSQL 的地址。它的样子是 postgresql://用户:密码@主机:5432/数据库，特殊字符要按 URL 转义。',
    );
  return { connectionString: url, application_name: 'guohe-shenbao-zhushou' };
}
