/** The audit of the PostgreSQL home as pieces: a month each. */
import type { AuditEntry } from '../audit.ts';
import type { Found } from '../pieces.ts';
import { type AuditRow, auditOf, auditValues } from './audit.ts';
import { type Connections, planned, prepared } from './pool.ts';

const monthOfRow = "to_char(at AT TIME ZONE 'UTC', 'YYYY-MM')";

const some = prepared<AuditRow>(
  'copy-audit',
  `SELECT id, at, by_id, by_name, deed, about, note FROM audit WHERE ${monthOfRow} = $1 ORDER BY at, id`,
);
const clear = prepared<never>('copy-clear-audit', `DELETE FROM audit WHERE ${monthOfRow} = $1`);
const put = prepared<never>(
  'copy-put-audit',
  `INSERT INTO audit (at, by_id, by_name, deed, about, note)
   SELECT at, by_id, by_name, deed, about, note
   FROM unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
     WITH ORDINALITY AS new (at, by_id, by_name, deed, about, note, place) ORDER BY place`,
);

/** Entries of one statement: it must not take long. */
const atOnce = 1000;

export async function* auditPieces(connections: Connections): AsyncGenerator<Found> {
  const months = await connections.query(
    planned<{ name: string }>(`SELECT DISTINCT ${monthOfRow} AS name FROM audit ORDER BY name`, []),
  );
  for (const { name } of months) {
    const value = (await connections.query(some(name))).map(auditOf);
    yield { kind: 'audit', name, piece: { kind: 'audit', name, value }, damaged: false };
  }
}

export async function putAudit(connections: Connections, month: string, entries: readonly AuditEntry[]): Promise<void> {
  const parts = Array.from({ length: Math.ceil(entries.length / atOnce) }, (_, part) =>
    entries.slice(part * atOnce, (part + 1) * atOnce).map(auditValues),
  );
  await connections.transaction((transaction) =>
    transaction.commit(
      clear(month),
      ...parts.map((rows) => put(...[0, 1, 2, 3, 4, 5].map((column) => rows.map((row) => row[column] ?? null)))),
    ),
  );
}
