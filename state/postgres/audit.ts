/** The audit in PostgreSQL. */
import { type Audit, type AuditEntry, entryToAdd, monthOf } from '../audit.ts';
import { nextFor, pageFor } from '../paging.ts';
import { clean, isoOf } from './lineRows.ts';
import { type Connections, planned, prepared } from './pool.ts';

export interface AuditRow {
  id: string;
  at: Date;
  by_id: string;
  by_name: string;
  deed: string;
  about: string | null;
  note: string | null;
}

const add = prepared<never>(
  'add-audit',
  'INSERT INTO audit (at, by_id, by_name, deed, about, note) VALUES ($1, $2, $3, $4, $5, $6)',
);
const prune = prepared<never>('prune-audit', 'DELETE FROM audit WHERE at < $1');

const cleaned = (text: string | undefined): string | null => (text === undefined ? null : clean(text));

/** The values of a row. */
export const auditValues = ({ at, by, deed, about, note }: AuditEntry): (string | null)[] => [
  isoOf(at),
  clean(by.id),
  clean(by.name),
  clean(deed),
  cleaned(about),
  cleaned(note),
];

export const auditOf = ({ at, by_id, by_name, deed, about, note }: AuditRow): AuditEntry => ({
  at: at.toISOString(),
  by: { id: by_id, name: by_name },
  deed,
  ...(about !== null && { about }),
  ...(note !== null && { note }),
});

export function postgresAudit(others: Connections): Audit {
  return {
    async add(entry) {
      await others.query(add(...auditValues(entryToAdd(entry))));
    },
    async list(filter, page) {
      const asked = { audit: true, ...filter };
      const { most, after } = pageFor(asked, page);
      const rows = await others.query(
        planned<AuditRow>(
          `SELECT id, at, by_id, by_name, deed, about, note FROM audit
           WHERE ($1::text IS NULL OR by_id = $1) AND ($2::text IS NULL OR deed = $2) AND ($3::text IS NULL OR about = $3)
             AND ($4::timestamptz IS NULL OR (at, id) < ($4, $5::bigint))
           ORDER BY at DESC, id DESC LIMIT $6`,
          [
            cleaned(filter.by),
            cleaned(filter.deed),
            cleaned(filter.about),
            after?.at ?? null,
            after?.seq ?? null,
            most + 1,
          ],
        ),
      );
      const some = rows.slice(0, most);
      const end = some.at(-1);
      const items = some.map(auditOf);
      if (rows.length <= most || !end) return { items };
      return { items, next: nextFor(asked, { at: end.at.toISOString(), conversation: '', seq: Number(end.id) }) };
    },
    async prune(before) {
      await others.query(prune(`${monthOf(before.toISOString())}-01T00:00:00Z`));
    },
  };
}
