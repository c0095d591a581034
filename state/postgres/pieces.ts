/** The PostgreSQL home as pieces. No process serves the database meanwhile. */
import pg from 'pg';
import { hashOf } from '../hash.ts';
import { CannotCopyError, documentName, endingOf, type Found, type Piece, type Pieces } from '../pieces.ts';
import { auditPieces, putAudit } from './auditPieces.ts';
import { faultOf } from './fault.ts';
import { accessOf } from './index.ts';
import { clean } from './lineRows.ts';
import { makeFit } from './migrate.ts';
import { type Access, type Connections, limits, openPool, planned, prepared } from './pool.ts';
import { putTalk, readTalk, talkNames } from './talkPieces.ts';

export interface DatabaseOptions {
  /** What has ended then is no piece. */
  now: Date;
  /** `shared`: a target that processes may serve meanwhile. */
  as: 'source' | 'target' | 'shared';
}

/**
 * Connects to a `postgresql://` address; a target gets its tables, an old source is brought up to date.
 *
 * @throws CannotCopyError while a process serves it, and for a source in which nothing of ours is.
 */
export async function databasePieces(url: string, { now, as }: DatabaseOptions): Promise<Pieces> {
  const { application_name: service, ...rest } = accessOf(url);
  const access = { ...rest, application_name: `${service} storage:copy` };
  await lookAt(access, service, as);
  await makeFit(access);
  // One after the other: what is listed holds no connection while something is put.
  const connections = openPool(access, { most: 1, warn: () => {} });
  return {
    async *list() {
      yield* keyOf(connections);
      for await (const name of talkNames(connections, 'all')) {
        const found = await readTalk(connections, name, now);
        if (found) yield found;
      }
      yield* endingsOf(connections, 'checklist', now);
      yield* endingsOf(connections, 'export', now);
      yield* documentsOf(connections);
      yield* auditPieces(connections);
    },
    talks: () => talkNames(connections, 'kept'),
    async put(piece) {
      if (piece.kind === 'talk') await putTalk(connections, piece.name, piece.value);
      else if (piece.kind === 'audit') await putAudit(connections, piece.name, piece.value);
      else await connections.query(putting(piece));
    },
    close: () => connections.end(),
  };
}

async function lookAt(access: Access, service: unknown, as: DatabaseOptions['as']): Promise<void> {
  const client = new pg.Client({ ...limits, ...access });
  // It comes to the statement, too.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ ours: boolean; others: string }>(
      `SELECT to_regclass('public.talks') IS NOT NULL AS ours,
         (SELECT count(DISTINCT pid) FROM pg_stat_activity
          WHERE datname = current_database() AND application_name = $1) AS others`,
      [service],
    );
    const [about] = rows;
    if (as === 'source' && !about?.ours)
      throw new CannotCopyError('数据库里没有国合申报助手的数据，请检查地址里的数据库名。');
    if (as !== 'shared' && Number(about?.others) > 0)
      throw new CannotCopyError('数据库正由运行中的服务使用。请先停掉连着它的所有进程，再复制。');
  } catch (error) {
    throw error instanceof CannotCopyError ? error : faultOf('连接', error);
  } finally {
    await client.end().catch(() => {});
  }
}

const readKey = prepared<{ secret: string }>('copy-key', `SELECT secret FROM secrets WHERE name = 'signing'`);
const putKey = prepared<never>(
  'copy-put-key',
  `INSERT INTO secrets (name, secret) VALUES ('signing', $1) ON CONFLICT (name) DO UPDATE SET secret = excluded.secret`,
);

async function* keyOf(connections: Connections): AsyncGenerator<Found> {
  const [row] = await connections.query(readKey());
  if (!row) return;
  yield {
    kind: 'key',
    name: 'signing',
    piece: { kind: 'key', name: 'signing', value: row.secret },
    damaged: false,
  };
}

const endings = prepared<{ name: string; thing: unknown }>(
  'copy-endings',
  `SELECT encode(id, 'hex') AS name, thing FROM endings WHERE kind = $1 AND id > decode($2, 'hex') ORDER BY id LIMIT 50`,
);
const putEnding = prepared<never>(
  'copy-put-ending',
  `INSERT INTO endings (kind, id, thing, expires_at) VALUES ($1, decode($2, 'hex'), $3, $4)
   ON CONFLICT (kind, id) DO UPDATE SET thing = excluded.thing, expires_at = excluded.expires_at`,
);

async function* endingsOf(connections: Connections, kind: 'checklist' | 'export', now: Date): AsyncGenerator<Found> {
  for (let last = ''; ; ) {
    const rows = await connections.query(endings(kind, last));
    for (const { name, thing } of rows) {
      const piece = endingOf(kind, name, thing);
      if (!piece || Date.parse(piece.value.expiresAt) > now.getTime())
        yield { kind, name, ...(piece && { piece }), damaged: !piece };
    }
    const final = rows.at(-1);
    if (!final) return;
    last = final.name;
  }
}

const documents = prepared<{ name: string; id: string; value: unknown }>(
  'copy-documents',
  `SELECT encode(name, 'hex') AS name, id, value FROM documents
   WHERE kind = $1 AND name > decode($2, 'hex') ORDER BY name LIMIT 50`,
);
const putDocument = prepared<never>(
  'copy-put-document',
  `INSERT INTO documents (kind, name, id, value) VALUES ($1, decode($2, 'hex'), $3, $4)
   ON CONFLICT (kind, name) DO UPDATE SET value = excluded.value, version = excluded.version`,
);

async function* documentsOf(connections: Connections): AsyncGenerator<Found> {
  const rows = await connections.query(planned<{ kind: string }>('SELECT DISTINCT kind FROM documents', []));
  const kinds = rows.map(({ kind }) => ({ kind, order: documentName(kind, '') }));
  for (const { kind } of kinds.sort((one, other) => (one.order < other.order ? -1 : 1))) {
    for (let last = ''; ; ) {
      const some = await connections.query(documents(kind, last));
      for (const { name: own, id, value } of some) {
        const name = documentName(kind, id);
        const piece: Piece = { kind: 'document', name, value: { kind, id, value } };
        // A text cannot hold every character of an id.
        const whole = hashOf(id) === own;
        yield { kind: 'document', name, ...(whole && { piece }), damaged: !whole };
      }
      const final = some.at(-1);
      if (!final) break;
      last = final.name;
    }
  }
}

function putting(piece: Exclude<Piece, { kind: 'talk' | 'audit' }>) {
  if (piece.kind === 'key') return putKey(piece.value);
  if (piece.kind === 'document') {
    const { kind, id, value } = piece.value;
    return putDocument(clean(kind), hashOf(id), clean(id), JSON.stringify(value));
  }
  return putEnding(piece.kind, piece.name, JSON.stringify(piece.value), new Date(piece.value.expiresAt));
}
