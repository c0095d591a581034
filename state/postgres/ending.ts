/** What ends by itself, in PostgreSQL: found by the hash of its id, which is a secret. */
import type { z } from 'zod';
import type { EndingStore } from '../ending.ts';
import { sha256 } from './lineRows.ts';
import { type Bound, type Connections, prepared } from './pool.ts';

type Ending = { expiresAt: string };
type Kind = 'checklist' | 'export';

const save = prepared<never>(
  'save-ending',
  `INSERT INTO endings (kind, id, thing, expires_at) VALUES ($1, $2, $3, $4)
   ON CONFLICT (kind, id) DO UPDATE SET thing = excluded.thing, expires_at = excluded.expires_at`,
);
const load = prepared<{ thing: unknown }>('load-ending', 'SELECT thing FROM endings WHERE kind = $1 AND id = $2');
const drop = prepared<{ id: Buffer }>(
  'drop-endings',
  'DELETE FROM endings WHERE kind = $1 AND id = ANY($2::bytea[]) RETURNING id',
);
const dropEnded = prepared<{ gone: string }>(
  'drop-ended',
  `WITH gone AS (DELETE FROM endings WHERE kind = $1 AND expires_at <= $2 RETURNING 1)
   SELECT count(*) AS gone FROM gone`,
);
const some = prepared<{ id: Buffer; thing: unknown }>(
  'some-endings',
  'SELECT id, thing FROM endings WHERE kind = $1 AND id > $2 ORDER BY id LIMIT 200',
);

/** A statement that keeps the thing. */
export const saveEnding = (kind: Kind, id: string, thing: Ending): Bound<never> =>
  save(kind, sha256(id), JSON.stringify(thing), new Date(thing.expiresAt));

/** Statements that drop things. */
export function dropEndings(ids: { checklists: readonly string[]; exports: readonly string[] }): Bound<unknown>[] {
  return [
    ...(ids.checklists.length > 0 ? [drop('checklist', ids.checklists.map(sha256))] : []),
    ...(ids.exports.length > 0 ? [drop('export', ids.exports.map(sha256))] : []),
  ];
}

export function postgresEndings<T extends Ending>(
  connections: Connections,
  kind: Kind,
  form: z.ZodType<T>,
): EndingStore<T> {
  return {
    async save(id, thing) {
      await connections.query(saveEnding(kind, id, thing));
    },
    async load(id, now) {
      const [row] = await connections.query(load(kind, sha256(id)));
      const thing = form.safeParse(row?.thing).data;
      if (thing === undefined || Date.parse(thing.expiresAt) > now.getTime()) return thing;
      await connections.query(drop(kind, [sha256(id)]));
      return undefined;
    },
    async drop(id) {
      await connections.query(drop(kind, [sha256(id)]));
    },
    async sweep(now) {
      const [ended] = await connections.query(dropEnded(kind, now));
      let dropped = Number(ended?.gone ?? 0);
      for (let last: Buffer = Buffer.alloc(0); ; ) {
        const rows = await connections.query(some(kind, last));
        const final = rows.at(-1);
        if (!final) return dropped;
        last = final.id;
        const unknown = rows.filter(({ thing }) => !form.safeParse(thing).success).map(({ id }) => id);
        if (unknown.length > 0) dropped += (await connections.query(drop(kind, unknown))).length;
      }
    },
  };
}
