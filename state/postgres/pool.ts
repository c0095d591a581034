/** Connections: a bounded number of them, statements sent together in one round trip, errors that never end the process. */
import pg from 'pg';
import { faultOf, PostgresFault } from './fault.ts';
import { gate } from './gate.ts';

declare const row: unique symbol;

/** A statement with its values. `Row`: what it gives back, as its text says; JSON in it is checked where it is read. */
export interface Bound<Row> extends pg.QueryConfig {
  readonly [row]?: Row;
}

/** A statement of the hot path: parsed and planned once a connection. */
export function prepared<Row>(name: string, text: string): (...values: unknown[]) => Bound<Row> {
  return (...values) => ({ name, text, values });
}

/** A statement that is planned for its values each time. */
export const planned = <Row>(text: string, values: unknown[]): Bound<Row> => ({ text, values });

const beginning = 'BEGIN ISOLATION LEVEL READ COMMITTED';
const begin = planned<never>(beginning, []);

/** A statement that begins the transaction as its first, without values: one message instead of two. */
export const opening = <Row>(text: string): Bound<Row> & { opens: true } => ({
  text: `${beginning}; ${text}`,
  opens: true,
});

type RowsOf<Statements extends readonly Bound<unknown>[]> = {
  [At in keyof Statements]: Statements[At] extends Bound<infer Row> ? Row[] : never;
};

export interface Transaction {
  /** Sends the statements together; the rows of each. */
  send<Statements extends readonly Bound<unknown>[]>(...statements: Statements): Promise<RowsOf<Statements>>;
  /** The same, and commits; only once, as the last. */
  commit<Statements extends readonly Bound<unknown>[]>(...statements: Statements): Promise<RowsOf<Statements>>;
}

export interface Connections {
  /** One statement on its own. */
  query<Row>(statement: Bound<Row>): Promise<Row[]>;
  /** READ COMMITTED: each statement sees what was committed before it. Rolled back unless it was committed. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  end(): Promise<void>;
}

/** What every connection of the home has in common; times in milliseconds. */
export interface Access extends pg.PoolConfig {
  connectionString: string;
}

export const limits = {
  connectionTimeoutMillis: 2000,
  statement_timeout: 5000,
  // The server may not answer at all.
  query_timeout: 8000,
  // A process that froze in the middle of a turn lets go of its conversation.
  idle_in_transaction_session_timeout: 30_000,
  // Compiling a search costs more than it saves; a function must see what was committed before each of its statements.
  options: '-c jit=off -c default_transaction_isolation=read\\ committed',
};

interface PoolOptions {
  /** Connections, and so jobs at once. */
  most: number;
  /** How long a job waits for its turn. */
  patience?: number;
  /** Told what happened to a connection that nobody was using. */
  warn: (what: string) => void;
}

const end = planned('COMMIT', []);
const undo = planned('ROLLBACK', []);

export function openPool(access: Access, { most, patience, warn }: PoolOptions): Connections {
  const pool = new pg.Pool({
    ...limits,
    pipeline: true,
    keepAlive: true,
    idleTimeoutMillis: 60_000,
    ...access,
    max: most,
  });
  // An error of a connection that is in use comes to its next statement, too; without a listener it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', (error) => {
    if (!pool.ending) warn(faultOf('连接断开', error).message);
  });
  const door = gate(most, () => new PostgresFault('等待连接', '太忙'), patience);

  async function using<T>(job: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    return door.pass(async () => {
      const client = await pool.connect().catch((error: unknown) => {
        throw faultOf('连接', error);
      });
      let sound = false;
      try {
        const result = await job(client);
        sound = true;
        return result;
      } catch (error) {
        sound = !(error instanceof PostgresFault) || error.refused;
        throw error;
      } finally {
        client.release(!sound);
      }
    });
  }

  return {
    query: (statement) =>
      using(async (client) => {
        const [rows] = await sendAll(client, [statement] as const);
        return rows;
      }),
    transaction: (work) =>
      using(async (client) => {
        const open = transactionOn(client);
        try {
          return await work(open);
        } finally {
          await open.undo();
        }
      }),
    end: () => pool.end(),
  };
}

function transactionOn(client: pg.ClientBase): Transaction & { undo(): Promise<void> } {
  let begun = false;
  let over = false;

  async function send<Statements extends readonly Bound<unknown>[]>(
    statements: Statements,
    last: readonly Bound<unknown>[],
  ): Promise<RowsOf<Statements>> {
    if (over) throw new Error('this transaction is over');
    const [opener] = statements;
    const first = begun || (opener && 'opens' in opener) ? [] : [begin];
    begun = true;
    over = last.length > 0;
    const all = await sendAll(client, [...first, ...statements, ...last]);
    return all.slice(first.length, first.length + statements.length) as RowsOf<Statements>; // those of the statements alone
  }

  return {
    send: (...statements) => send(statements, []),
    commit: (...statements) => send(statements, [end]),
    /** When it cannot even do this, the connection is not used again, and the server rolls back. */
    async undo() {
      if (begun && !over) await sendAll(client, [undo]);
    },
  };
}

/** What a client's socket offers; its type does not name it. */
interface Piped {
  connection?: { stream?: { cork?(): void; uncork?(): void } };
}

/** The driver writes every statement to the socket by itself: held back until all are there, they leave in one piece. */
function inOnePiece<T>(client: pg.ClientBase, send: () => T): T {
  const { stream } = (client as Piped).connection ?? {}; // all of it may be missing
  stream?.cork?.();
  try {
    return send();
  } finally {
    stream?.uncork?.();
  }
}

/**
 * The first refusal is the reason of the others; COMMIT behind a refused statement rolls back. One promise for all of them: one for each
 * would cost as much as the statement.
 */
function sendAll<Statements extends readonly Bound<unknown>[]>(
  client: pg.ClientBase,
  statements: Statements,
): Promise<RowsOf<Statements>> {
  return new Promise((resolve, reject) => {
    const rows: unknown[][] = [];
    let fault: PostgresFault | undefined;
    let left = statements.length;
    inOnePiece(client, () => {
      for (const [at, statement] of statements.entries())
        void client.query(statement, (error: Error | null, result: pg.QueryResult | pg.QueryResult[] | undefined) => {
          if (error) fault ??= faultOf(statement.name ?? '语句', error);
          // Of several statements in one text the last counts.
          else rows[at] = (Array.isArray(result) ? result.at(-1) : result)?.rows ?? [];
          left -= 1;
          if (left > 0) return;
          if (fault) reject(fault);
          else resolve(rows as RowsOf<Statements>); // in their order
        });
    });
  });
}
