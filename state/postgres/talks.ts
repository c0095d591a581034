/** Talks in PostgreSQL: reading, and what waits; accepting is in `accept.ts`, turns are in `turn.ts`. */
import { hashOf } from '../hash.ts';
import type { Talks } from '../talks.ts';
import { accept } from './accept.ts';
import type { Home } from './home.ts';
import { type LineRow, linesOf } from './lineRows.ts';
import { prepared } from './pool.ts';
import { readRecord } from './records.ts';
import { turnsOf } from './turn.ts';

const readLines = prepared<LineRow>(
  'read-lines',
  `SELECT line, delivery, CASE WHEN delivery IN ('failed', 'ambiguous')
     THEN (SELECT reason FROM outbox WHERE outbox.key = lines.key AND outbox.seq = lines.seq LIMIT 1) END AS reason
   FROM lines WHERE key = (SELECT key FROM talks WHERE name = $1) AND seq > $2 ORDER BY seq`,
);

const loadRecord = prepared<{ record: unknown }>(
  'load-record',
  'SELECT record FROM conversations WHERE key = (SELECT key FROM talks WHERE name = $1)',
);

const waitingKeys = prepared<{ key: string; id: string }>(
  'waiting',
  `SELECT c.key, c.id FROM
     (SELECT DISTINCT key FROM inbox WHERE NOT answered AND key > $1 ORDER BY key LIMIT 200) AS waiting
     JOIN conversations c USING (key) ORDER BY c.key`,
);

export function postgresTalks(home: Home): Talks {
  const { others, foreign, onDamaged } = home;

  return {
    accept: accept(home),

    turn: turnsOf(home),

    read: async (conversation, afterSeq) => linesOf(await others.query(readLines(hashOf(conversation), afterSeq))),

    async load(conversation) {
      const [row] = await others.query(loadRecord(hashOf(conversation)));
      const record = readRecord(row?.record);
      if (!(record instanceof Error)) return record?.deleting ? undefined : record;
      // It is set aside by the next turn, which holds its row.
      onDamaged(record);
      return undefined;
    },

    exists: async (conversation) => (await others.query(loadRecord(hashOf(conversation)))).length > 0,

    async *unanswered() {
      for (let last = '0'; ; ) {
        const rows = await others.query(waitingKeys(last));
        for (const { id } of rows) yield id;
        const final = rows.at(-1);
        if (!final) return;
        last = final.key;
      }
    },

    onForeign: foreign.listen,
  };
}
