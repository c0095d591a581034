/** Talks in PostgreSQL: accepting, reading, and what waits; turns are in `turn.ts`. */
import { hashOf } from '../hash.ts';
import { queues } from '../queue.ts';
import type { Talks } from '../talks.ts';
import type { Home } from './home.ts';
import { adding, type LineRow, linesOf, sha256 } from './lineRows.ts';
import { prepared } from './pool.ts';
import { readRecord } from './records.ts';
import { beginning, knownId, lockTalkBeside, movingWithArrival } from './talkRows.ts';
import { turnsOf } from './turn.ts';

const readLines = prepared<LineRow>(
  'read-lines',
  `SELECT line, delivery FROM lines WHERE key = (SELECT key FROM talks WHERE name = $1) AND seq > $2 ORDER BY seq`,
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
  const { others, foreign, arrived, onDamaged } = home;
  // Those of one conversation wait for each other here, so that they do not take the connections of all.
  const accepting = queues();

  return {
    accept(arrival) {
      const { conversation, channel } = arrival;
      const name = hashOf(conversation);
      const id = sha256(arrival.id);
      return accepting.run(name, () =>
        others.transaction(async (transaction) => {
          const [talk, known] = await lockTalkBeside(transaction, conversation, knownId(name, id));
          if (known.length > 0) return 'repeated';
          const lines = arrival.lines(talk.last_seq + 1, talk.blank);
          if (lines.length === 0) throw new Error('an activity without a line');
          const named = arrival.address === 'latest' ? talk.address : arrival.address;
          const address = named ?? talk.address;
          await transaction.commit(
            ...beginning(talk, conversation, channel),
            ...adding({ key: talk.key, conversation, channel, address }, lines),
            movingWithArrival(talk, lines, { id, address: named }),
          );
          foreign.changed(conversation);
          arrived.add(name);
          return lines;
        }),
      );
    },

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
