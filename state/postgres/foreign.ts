/** What other processes add: each tells by NOTIFY with its commit, and listens on a connection that comes back by itself. */
import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import pg from 'pg';
import { faultOf } from './fault.ts';
import { clean } from './lineRows.ts';
import { type Access, type Bound, limits, planned, prepared } from './pool.ts';

export interface Foreign {
  /** The statement that tells the others that lines were added. */
  notice(conversation: string): Bound<unknown>;
  listen(listener: (conversation: string) => void): () => void;
  close(): Promise<void>;
}

const channel = 'talks';
const notify = prepared<unknown>('notify', `SELECT pg_notify('${channel}', $1)`);

/** Bytes of an id; a payload has at most 8000. */
const longestId = 7000;
/** Milliseconds between two tries, and between two questions whether the connection still lives. */
const wait = { first: 100, most: 2000, beat: 10_000 };
/** What may have been missed is looked up from so far back (ms): a transaction stamps its row before it commits. */
const margin = 15_000;

export function foreignOf(access: Access, warn: (what: string) => void): Foreign {
  const origin = randomUUID().slice(0, 8);
  const listeners = new Set<(conversation: string) => void>();
  const stop = new AbortController();
  let running: Promise<void> | undefined;
  /** The database's time when the connection was last seen alive. */
  let alive: Date | undefined;

  function tell(conversation: string): void {
    for (const listener of listeners) listener(conversation);
  }

  /** Tells everything that has changed since the connection was last alive, whoever changed it. */
  async function catchUp(client: pg.Client): Promise<void> {
    const { rows } = await client.query<{ id: string }>(
      planned(
        `SELECT id FROM talks JOIN conversations USING (key)
         WHERE changed_at > coalesce($1::timestamptz, now()) - make_interval(secs => $2)`,
        [alive ?? null, margin / 1000],
      ),
    );
    for (const { id } of rows) tell(id);
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
      await catchUp(client);
      while (!stop.signal.aborted) {
        const { rows } = await client.query<{ now: Date }>('SELECT now()');
        alive = rows[0]?.now;
        const beat = after(wait.beat, 'beat' as const, { signal: stop.signal, ref: false }).catch(
          () => 'stopped' as const,
        );
        if ((await Promise.race([ended.then(() => 'ended' as const), beat])) === 'ended') return;
      }
    } finally {
      await Promise.race([client.end().catch(() => {}), after(1000, undefined, { ref: false })]);
    }
  }

  async function keepListening(): Promise<void> {
    for (let pause = wait.first; !stop.signal.aborted; pause = Math.min(wait.most, pause * 2)) {
      const begun = performance.now();
      await session().catch((error: unknown) => warn(faultOf('监听', error).message));
      if (performance.now() - begun > wait.most) pause = wait.first;
      await after(pause, undefined, { signal: stop.signal, ref: false }).catch(() => {});
    }
  }

  return {
    notice(conversation) {
      const id = clean(conversation);
      return notify(`${origin}${Buffer.byteLength(id) <= longestId ? id : ''}`);
    },
    listen(listener) {
      listeners.add(listener);
      running ??= keepListening();
      return () => void listeners.delete(listener);
    },
    async close() {
      stop.abort();
      await running;
    },
  };
}
