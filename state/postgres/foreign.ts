/** What other processes add: each tells by NOTIFY what it has committed, and listens on a connection that comes back by itself. */
import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import pg from 'pg';
import { faultOf } from './fault.ts';
import { clean } from './lineRows.ts';
import { type Access, type Connections, limits, planned, prepared } from './pool.ts';

export interface Foreign {
  /** Tells the others, soon, that lines were added. */
  changed(conversation: string): void;
  listen(listener: (conversation: string) => void): () => void;
  close(): Promise<void>;
}

const channel = 'talks';

/**
 * After the commit, not in it: a transaction that notifies holds a lock of the whole server while it is flushed, so that no
 * two commit together (a third of the turns a second, measured). What a process that is killed in between did not tell is
 * found at the next beat.
 */
const notify = prepared<never>(
  'notify',
  // Nothing of it must survive a crash: unflushed, it costs the disk nothing.
  `SELECT pg_notify('${channel}', told) FROM unnest($1::text[]) AS told
   WHERE set_config('synchronous_commit', 'off', true) = 'off'`,
);

/** Bytes of an id; a payload has at most 8000. */
const longestId = 7000;
/** Milliseconds between two tries, and between two looks at what was not told. */
const wait = { first: 100, most: 2000, beat: 10_000 };
/** Milliseconds in which what is to be told comes together. */
const gathering = 10;
/** What was not told is looked up from so far back (ms): a transaction stamps its row before it commits. */
const margin = 6000;

export function foreignOf(access: Access, others: Connections, warn: (what: string) => void): Foreign {
  const origin = randomUUID().slice(0, 8);
  const listeners = new Set<(conversation: string) => void>();
  const stop = new AbortController();
  const untold = new Set<string>();
  let telling: Promise<void> | undefined;
  let running: Promise<void> | undefined;
  /** The database's time up to which everything was told. */
  let told: Date | undefined;

  function tell(conversation: string): void {
    for (const listener of listeners) listener(conversation);
  }

  /** Tells at once what has come together meanwhile. */
  async function tellOthers(): Promise<void> {
    while (untold.size > 0) {
      await after(gathering);
      const payloads = [...untold].map((id) => `${origin}${Buffer.byteLength(id) <= longestId ? id : ''}`);
      untold.clear();
      // They find it at their next beat.
      await others.query(notify(payloads)).catch((error: unknown) => warn(String(error)));
    }
    telling = undefined;
  }

  /** Tells what has changed since everything was told, whoever changed it. */
  async function catchUp(client: pg.Client): Promise<void> {
    const { rows } = await client.query<{ id: string | null; now: Date }>(
      planned(
        `SELECT now(), id FROM (SELECT) AS one LEFT JOIN (
           SELECT id FROM talks JOIN conversations USING (key)
           WHERE changed_at > coalesce($1::timestamptz, now()) - make_interval(secs => $2)) AS changed ON true`,
        [told ?? null, margin / 1000],
      ),
    );
    for (const { id } of rows) if (id !== null) tell(id);
    told = rows[0]?.now;
  }

  /** Listens until the connection ends. */
  async function session(): Promise<void> {
    const client = new pg.Client({ ...limits, keepAlive: true, ...access });
    const ended = new Promise<void>((resolve) => {
      client.on('end', resolve);
      client.on('error', () => resolve());
    });
    try {
      await client.connect();
      client.on('notification', ({ payload = '' }) => {
        const [from, id] = [payload.slice(0, origin.length), payload.slice(origin.length)];
        if (from === origin) return;
        if (id !== '') tell(id);
        else void catchUp(client).catch(() => {});
      });
      await client.query(`LISTEN ${channel}`);
      while (!stop.signal.aborted) {
        await catchUp(client);
        const beat = after(wait.beat, 'beat', { signal: stop.signal, ref: false }).catch(() => 'stopped');
        if ((await Promise.race([ended.then(() => 'ended'), beat])) === 'ended') return;
      }
    } finally {
      await Promise.race([client.end().catch(() => {}), after(1000, undefined, { ref: false })]);
    }
  }

  async function keepListening(): Promise<void> {
    for (let pause = wait.first; !stop.signal.aborted; pause = Math.min(wait.most, pause * 2)) {
      const begun = performance.now();
      // Once, and not at every try while the database is away.
      await session().catch((error: unknown) => pause === wait.first && warn(faultOf('监听', error).message));
      if (performance.now() - begun > wait.most) pause = wait.first;
      await after(pause, undefined, { signal: stop.signal, ref: false }).catch(() => {});
    }
  }

  return {
    changed(conversation) {
      untold.add(clean(conversation));
      telling ??= tellOthers();
    },
    listen(listener) {
      listeners.add(listener);
      running ??= keepListening();
      return () => void listeners.delete(listener);
    },
    async close() {
      stop.abort();
      await Promise.all([running, telling]);
    },
  };
}
