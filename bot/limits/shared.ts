/**
 * What several processes count in: the database, by a few connections of its own, so that counting never waits behind turns. It may fail and
 * may hang; then it is left alone for some seconds, and each process counts for itself.
 */
import pg from 'pg';
import { faultOf } from '../../state/postgres/fault.ts';
import { accessOf } from '../../state/postgres/index.ts';

/** As rate-limiter-flexible asks for it. */
export interface CountingClient {
  query(statement: pg.QueryConfig): Promise<pg.QueryResult>;
  end(): Promise<void>;
}

/** Milliseconds: how long somebody waits for a count, and how long nothing is asked after that was too long. */
const patience = { answer: 1000, rest: 5000 };

/** @param warn told when it begins to fail */
export async function countingClient(url: string, warn: (error: unknown) => void): Promise<CountingClient> {
  const pool = new pg.Pool({
    ...accessOf(url),
    max: 2,
    keepAlive: true,
    allowExitOnIdle: true,
    connectionTimeoutMillis: patience.answer,
    query_timeout: patience.answer,
    statement_timeout: patience.answer,
  });
  // An error of a connection comes to its statement, too; without a listener it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', () => {});
  let restsUntil = 0;

  const client: CountingClient = {
    async query(statement) {
      if (performance.now() < restsUntil) throw new Error('the database rests');
      try {
        return await pool.query(statement);
      } catch (error) {
        // What the driver says may hold values and addresses.
        if (performance.now() >= restsUntil) warn(faultOf('限速计数', error));
        restsUntil = performance.now() + patience.rest;
        throw error;
      }
    },
    end: () => pool.end(),
  };
  // So that nobody waits for the first connection; without one it begins with a rest.
  await client.query({ text: 'SELECT 1' }).catch(() => {});
  return client;
}
