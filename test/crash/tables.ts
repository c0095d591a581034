/** What stands in the tables of a database and is not whole, when every talk has come to its end. */
import { run } from '../support/postgres.ts';

export async function tornInTables(database: string): Promise<string[]> {
  const lines = await run<{ name: string; lines: string; last: string; activities: string }>(
    database,
    `SELECT t.name, count(*) AS lines, t.last_seq AS last, count(DISTINCT l.activity) AS activities
       FROM talks t JOIN lines l USING (key)
      GROUP BY t.key
     HAVING count(*) <> t.last_seq OR max(l.seq) <> t.last_seq OR count(DISTINCT l.activity) <> count(*)`,
  );
  const waiting = await run<{ name: string }>(
    database,
    'SELECT DISTINCT t.name FROM inbox i JOIN talks t USING (key) WHERE NOT i.answered',
  );
  const damaged = await run<{ name: string; what: string }>(database, 'SELECT name, what FROM damaged');
  return [
    ...lines.map((each) => `${each.name} has ${each.lines} lines of ${each.activities} activities up to ${each.last}`),
    ...waiting.map(({ name }) => `${name} waits for an answer`),
    ...damaged.map(({ name, what }) => `${name}: ${what} is damaged`),
  ];
}
