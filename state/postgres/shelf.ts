/** The shelf in PostgreSQL: conversations by name and age. */
import { hashOf } from '../hash.ts';
import type { Kept, Shelf } from '../shelf.ts';
import { transcriptLine } from '../transcript.ts';
import { removingAll } from './departure.ts';
import type { Home } from './home.ts';
import { prepared } from './pool.ts';
import { readRecord } from './records.ts';
import { lockTalk } from './talkRows.ts';

interface KeptRow {
  key: string;
  name: string;
  last_at: Date | null;
  record: unknown;
  /** The last line, null where there is none. */
  line: unknown;
  aside: boolean;
}

const kept = `SELECT key, name, last_at, record,
    (SELECT line FROM lines WHERE lines.key = talks.key AND NOT told ORDER BY seq DESC LIMIT 1) AS line,
    EXISTS (SELECT FROM damaged WHERE damaged.name = talks.name) AS aside
  FROM talks JOIN conversations USING (key)`;
const look = prepared<KeptRow>('look', `${kept} WHERE name = $1`);
const some = prepared<KeptRow>('some-kept', `${kept} WHERE key > $1 ORDER BY key LIMIT 100`);
const hold = prepared<{ key: string }>(
  'hold-kept',
  'SELECT key FROM conversations WHERE key = (SELECT key FROM talks WHERE name = $1) FOR UPDATE',
);

function keptOf({ name, last_at, record: stored, line, aside }: KeptRow): Kept {
  const record = readRecord(stored);
  const whole = record instanceof Error ? undefined : record;
  const [lastAt] = [whole?.heardAt, last_at?.toISOString()]
    .filter((at) => typeof at === 'string' && !Number.isNaN(Date.parse(at)))
    .sort((one = '', other = '') => Date.parse(other) - Date.parse(one));
  return {
    name,
    lastAt,
    checklists: whole?.checklists ?? [],
    exports: whole?.exports ?? [],
    deleting: whole?.deleting ?? false,
    damaged: aside || record instanceof Error || (line !== null && !transcriptLine.safeParse(line).success),
  };
}

export function postgresShelf({ turns, others, inOrder }: Home): Shelf {
  return {
    nameOf: hashOf,
    async look(name) {
      const [row] = await others.query(look(name));
      return row && keptOf(row);
    },
    async *list() {
      for (let last = '0'; ; ) {
        const rows = await others.query(some(last));
        for (const row of rows) yield keptOf(row);
        const final = rows.at(-1);
        if (!final) return;
        last = final.key;
      }
    },
    retire: (name, when) =>
      inOrder.run(name, () =>
        turns.transaction(async (transaction) => {
          const [[held], [talk], [row]] = await transaction.send(hold(name), lockTalk(name), look(name));
          if (!held || !talk || !row) return false;
          const found = keptOf(row);
          if (!when(found)) return false;
          await transaction.commit(...removingAll(held.key, found, talk.last_seq));
          return true;
        }),
      ),
  };
}
