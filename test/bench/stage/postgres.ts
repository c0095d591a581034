/** The PostgreSQL home, on a server of its own that flushes what it commits. */
import pg from 'pg';
import { hashOf } from '../../../state/hash.ts';
import { saveEnding } from '../../../state/postgres/ending.ts';
import { postgresStore } from '../../../state/postgres/index.ts';
import { adding } from '../../../state/postgres/lineRows.ts';
import { newServer, remove, urlOf } from '../../support/postgres.ts';
import { diskFolder } from './folder.ts';
import type { BenchHome, Filling } from './home.ts';
import { channel, type StoredTalk, storedTalks } from './stored.ts';

/** Conversations that are written in one transaction. */
const atOnce = 500;

export async function postgresHome({ conversations, lines }: Filling): Promise<BenchHome> {
  const folder = await diskFolder('postgres');
  const data = await diskFolder('data');
  // It flushes what it commits.
  const server = await newServer({ under: folder.path, settings: { fsync: 'on', shared_buffers: '512MB' } });
  const url = urlOf(server, 'postgres');
  const open = () => postgresStore(url);
  // Makes the tables.
  await (await open()).close();
  await fill(url, conversations, await storedTalks(Math.max(1, Math.round(lines / conversations))));
  return {
    env: { DATABASE_URL: url, DATA_DIR: data.path },
    open,
    async remove() {
      await remove(server);
      await folder.remove();
      await data.remove();
    },
  };
}

/** The rows that the home would have written; indexes that can be made afterwards are. */
async function fill(url: string, conversations: number, talk: (number: number) => StoredTalk): Promise<void> {
  const client = new pg.Client({ connectionString: url, pipeline: true });
  await client.connect();
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE tablename = 'lines' AND indexname NOT IN (SELECT conname FROM pg_constraint)`,
  );
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  for (let begin = 0; begin < conversations; begin += atOnce) {
    const length = Math.min(atOnce, conversations - begin);
    await client.query('BEGIN');
    await write(
      client,
      Array.from({ length }, (_, at) => talk(begin + at)),
    );
    await client.query('COMMIT');
  }
  await client.query("SET maintenance_work_mem = '512MB'");
  for (const { definition } of indexes) await client.query(definition);
  await client.query('VACUUM ANALYZE');
  await client.query('CHECKPOINT');
  await client.end();
}

async function write(client: pg.Client, talks: readonly StoredTalk[]): Promise<void> {
  const { rows } = await client.query<{ key: string }>(
    `INSERT INTO talks (name, last_seq, begun_at, last_at)
     SELECT * FROM unnest($1::text[], $2::integer[], $3::timestamptz[], $4::timestamptz[]) RETURNING key`,
    [
      talks.map(({ record }) => hashOf(record.id)),
      talks.map(({ lines }) => lines.at(-1)?.seq ?? 0),
      talks.map(({ lines }) => lines.at(0)?.at),
      talks.map(({ lines }) => lines.at(-1)?.at),
    ],
  );
  const keys = rows.map(({ key }) => key);
  await client.query(
    `INSERT INTO conversations (key, id, channel, record)
     SELECT key, id, $3, record::json FROM unnest($1::bigint[], $2::text[], $4::text[]) AS new (key, id, record)`,
    [
      keys,
      talks.map(({ record }) => record.id),
      channel,
      // What only the embedded home keeps in it.
      talks.map(({ record }) => JSON.stringify({ ...record, seen: [], pending: [], outbox: [] })),
    ],
  );
  const rest = talks.flatMap(({ record, lines, checklists }, at) => [
    ...adding({ key: keys[at] ?? '', conversation: record.id, channel, address: null }, lines),
    ...checklists.map(({ id, checklist }) => saveEnding('checklist', id, checklist)),
  ]);
  await Promise.all(rest.map((statement) => client.query(statement)));
}
