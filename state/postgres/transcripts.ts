/** Transcripts across conversations in PostgreSQL. */
import { hashOf } from '../hash.ts';
import { nextFor, pageFor } from '../paging.ts';
import { plainQuery } from '../transcriptQuery.ts';
import { type FoundLine, linesByTalk, type Page, type Talked, type Transcripts } from '../transcripts.ts';
import { appending } from './appending.ts';
import type { Home } from './home.ts';
import { type LineRow, lineOf } from './lineRows.ts';
import { planned, prepared } from './pool.ts';
import { conditionsOf, likeOf } from './searchConditions.ts';
import { postgresShelf } from './shelf.ts';

interface FoundRow extends LineRow {
  id: string;
  channel: string;
  key: string;
  seq: number;
  at: Date;
}

/** Lines of an export that are read at once. */
const batch = 500;

/** Nobody waits for it in front of a page. */
const leisure = { query_timeout: 65_000 };
const atLeisure = planned<never>('SET LOCAL statement_timeout = 60000', []);

/** Lines that the conditions choose, in this order, no more than that. */
const chosen = (where: readonly string[], order: string, most: string): string =>
  `SELECT id, found.channel, key, seq, found.at, line, delivery
   FROM (SELECT key, seq, at, channel FROM searched ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
     ORDER BY ${order} LIMIT ${most}) AS found JOIN lines USING (key, seq) JOIN conversations USING (key)
   ORDER BY ${order}`;

const someHits = prepared<FoundRow>(
  'hits',
  `SELECT id, found.channel, found.key, seq, found.at, line, delivery
   FROM talks, LATERAL (SELECT key, seq, at, channel FROM searched WHERE searched.key = talks.key AND said LIKE $1
     ORDER BY at DESC, seq DESC LIMIT $3) AS found JOIN lines USING (key, seq) JOIN conversations USING (key)
   WHERE name = ANY($2) ORDER BY found.key, found.at DESC, seq DESC`,
);

function foundOf({ id, channel, ...row }: FoundRow): FoundLine[] {
  const line = lineOf(row);
  return line ? [{ conversation: id, channel, line }] : [];
}

/** The rows as a page; `full`: there are more. */
function pageOf<Row extends { id: string; at: Date; seq: number }, T>(
  asked: object,
  rows: readonly Row[],
  full: boolean,
  made: (row: Row) => T[],
): Page<T> {
  const items = rows.flatMap(made);
  const last = rows.at(-1);
  if (!full || !last) return { items };
  return { items, next: nextFor(asked, { at: last.at.toISOString(), conversation: last.id, seq: last.seq }) };
}

export function postgresTranscripts(home: Home): Transcripts {
  const { others } = home;
  const shelf = postgresShelf(home);

  return {
    async search(asked, page) {
      const query = plainQuery(asked);
      const { most, after } = pageFor(query, page);
      const { where, values } = conditionsOf(query);
      if (after) {
        const [at, name, seq] = [
          values.push(after.at),
          values.push(hashOf(after.conversation)),
          values.push(after.seq),
        ];
        where.push(
          `(at, key, seq) < ($${at}::timestamptz, coalesce((SELECT key FROM talks WHERE name = $${name}), 0), $${seq}::integer)`,
        );
      }
      const text = chosen(where, 'at DESC, key DESC, seq DESC', `$${values.push(most + 1)}`);
      const rows = await others.query(planned<FoundRow>(text, values));
      return pageOf(query, rows.slice(0, most), rows.length > most, foundOf);
    },

    async hits(conversations, text, most) {
      const { text: wanted = '' } = plainQuery({ text });
      const rows = await others.query(someHits(likeOf(wanted), conversations.map(hashOf), most));
      return linesByTalk(rows.flatMap(foundOf));
    },

    async list(channel, page) {
      const asked = { channel };
      const { most, after } = pageFor(asked, page);
      const rows = await others.query(
        planned<{ id: string; channel: string; begun_at: Date; last_at: Date }>(
          `SELECT id, channel, begun_at, last_at FROM talks JOIN conversations USING (key)
           WHERE last_at IS NOT NULL AND ($1::text IS NULL OR channel = $1)
             AND ($2::timestamptz IS NULL
               OR (last_at, key) < ($2, coalesce((SELECT key FROM talks WHERE name = $3), 0)))
           ORDER BY last_at DESC, key DESC LIMIT $4`,
          [channel ?? null, after?.at ?? null, after ? hashOf(after.conversation) : null, most + 1],
        ),
      );
      return pageOf(
        asked,
        rows.slice(0, most).map((row) => ({ ...row, at: row.last_at, seq: 0 })),
        rows.length > most,
        ({ id, channel: its, begun_at, last_at }): Talked[] => [
          { conversation: id, channel: its, begunAt: begun_at.toISOString(), lastAt: last_at.toISOString() },
        ],
      );
    },

    async *export(query) {
      const { where, values } = conditionsOf(plainQuery(query));
      const [key, seq] = [values.push('0'), values.push(0)];
      where.push(`(key, seq) > ($${key}::bigint, $${seq}::integer)`);
      const text = chosen(where, 'key, seq', String(batch));
      for (;;) {
        const rows = await others.transaction(async (transaction) => {
          const [, some] = await transaction.commit(atLeisure, { ...planned<FoundRow>(text, [...values]), ...leisure });
          return some;
        });
        for (const row of rows) yield* foundOf(row);
        const last = rows.at(-1);
        if (!last || rows.length < batch) return;
        values[key - 1] = last.key;
        values[seq - 1] = last.seq;
      }
    },

    append: appending(home),

    async remove(conversation) {
      await shelf.retire(hashOf(conversation), () => true);
    },
  };
}
