/** Documents of the PostgreSQL home for those who only look: in transactions that cannot write, beside any service. */
import pg from 'pg';
import type { ConversationRecord } from '../conversation.ts';
import { faultOf } from './fault.ts';
import { accessOf } from './index.ts';
import { limits } from './pool.ts';
import { readRecord } from './records.ts';

const atOnce = 200;

/** One after the other; undefined for one that cannot be understood. Throws with a Chinese sentence when the database cannot be read. */
export async function* recordsInDatabase(url: string): AsyncGenerator<ConversationRecord | undefined> {
  const client = new pg.Client({ ...limits, ...accessOf(url), application_name: 'guohe-shenbao-zhushou guide:diff' });
  // It comes to the statement, too.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY');
    for (let last = '-1'; ; ) {
      const { rows } = await client.query<{ key: string; record: unknown }>(
        'SELECT key, record FROM conversations WHERE key > $1 AND record IS NOT NULL ORDER BY key LIMIT $2',
        [last, atOnce],
      );
      for (const { record } of rows) {
        const read = readRecord(record);
        yield read instanceof Error ? undefined : read;
      }
      const end = rows.at(-1);
      if (!end || rows.length < atOnce) return;
      last = end.key;
    }
  } catch (error) {
    throw faultOf('读取', error);
  } finally {
    await client.end().catch(() => {});
  }
}
