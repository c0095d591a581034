/** Errors of PostgreSQL as they may be told: never with a password, and never with what people said. */
import pg from 'pg';

/** Classes of SQLSTATE whose messages quote values. */
const quotingValues = new Set(['21', '22', '23', '44']);

/** The database refused something, or could not be reached. */
export class PostgresFault extends Error {
  /** SQLSTATE, or Node's code of a connection that failed. */
  readonly code: string | undefined;
  /** A statement was refused, and the connection is as good as before. */
  readonly refused: boolean;
  constructor(
    doing: string,
    message: string,
    { code, refused = false }: { code?: string | undefined; refused?: boolean } = {},
  ) {
    super(`数据库：${doing}：${message}`);
    this.name = 'PostgresFault';
    this.code = code;
    this.refused = refused;
  }
}

/** The driver's errors hold rows (`detail`), statements and clients: only code and message are taken from them. */
export function faultOf(doing: string, error: unknown): PostgresFault {
  if (error instanceof PostgresFault) return error;
  if (error instanceof pg.DatabaseError) {
    const { code = '', message, constraint, table, severity } = error;
    const told = quotingValues.has(code.slice(0, 2)) ? [table, constraint].filter(Boolean).join(' ') : message;
    return new PostgresFault(doing, `${told} (${code})`, { code, refused: severity === 'ERROR' });
  }
  if (!(error instanceof Error)) return new PostgresFault(doing, '原因不明');
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  // The driver's and Node's own; a row that could not be parsed would quote itself.
  const told = error.constructor === Error ? error.message : '';
  return new PostgresFault(doing, told || (code ?? error.name), { code });
}

/** A statement that took too long, most often because it waited for a lock. */
export const isTimeOut = (error: unknown): boolean =>
  error instanceof PostgresFault && (error.code === '57014' || error.code === '55P03');
