/** Plain documents in PostgreSQL: the version is the eTag. */
import { type Documents, StaleError } from '../documents.ts';
import { clean, sha256 } from './lineRows.ts';
import { type Connections, prepared } from './pool.ts';

interface DocumentRow {
  id: string;
  value: unknown;
  etag: string;
}

const read = prepared<DocumentRow>(
  'read-document',
  'SELECT id, value, version::text AS etag FROM documents WHERE kind = $1 AND name = $2',
);
const add = prepared<{ etag: string }>(
  'add-document',
  `INSERT INTO documents (kind, name, id, value) VALUES ($1, $2, $3, $4)
   ON CONFLICT DO NOTHING RETURNING version::text AS etag`,
);
const put = prepared<{ etag: string }>(
  'put-document',
  `INSERT INTO documents (kind, name, id, value) VALUES ($1, $2, $3, $4)
   ON CONFLICT (kind, name) DO UPDATE SET value = excluded.value, version = excluded.version
   RETURNING version::text AS etag`,
);
const replace = prepared<{ etag: string }>(
  'replace-document',
  `UPDATE documents SET value = $3, version = nextval('document_versions')
   WHERE kind = $1 AND name = $2 AND version::text = $4 RETURNING version::text AS etag`,
);
const remove = prepared<never>('remove-document', 'DELETE FROM documents WHERE kind = $1 AND name = $2');
const some = prepared<DocumentRow & { name: Buffer }>(
  'some-documents',
  `SELECT name, id, value, version::text AS etag FROM documents WHERE kind = $1 AND name > $2 ORDER BY name LIMIT 100`,
);

export function postgresDocuments(connections: Connections): Documents {
  return {
    async read(kind, id) {
      const [row] = await connections.query(read(clean(kind), sha256(id)));
      return row && { kind, id, value: row.value, etag: row.etag };
    },
    async write(kind, id, value, expected) {
      const [name, json] = [sha256(id), JSON.stringify(value ?? null)];
      const [row] = await connections.query(
        expected === undefined
          ? put(clean(kind), name, clean(id), json)
          : expected === 'new'
            ? add(clean(kind), name, clean(id), json)
            : replace(clean(kind), name, json, clean(expected)),
      );
      if (!row) throw new StaleError(kind, id);
      return row.etag;
    },
    async remove(kind, id) {
      await connections.query(remove(clean(kind), sha256(id)));
    },
    async *list(kind) {
      for (let last: Buffer = Buffer.alloc(0); ; ) {
        const rows = await connections.query(some(clean(kind), last));
        for (const { id, value, etag } of rows) yield { kind, id, value, etag };
        const final = rows.at(-1);
        if (!final) return;
        last = final.name;
      }
    },
  };
}
