/**
 * The log: one JSON line an event, on standard output. It never holds what people wrote, who they are, or secrets:
 * name the event and its ids, and leave texts, answers and headers out. `docs/operating.md` tells its fields.
 */
import { pino } from 'pino';
import { belonging, shortened } from './logging/belonging.ts';
import { loggedError } from './logging/error.ts';

export type Log = pino.Logger;
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/** Fields that are blotted out wherever they stand in the logged object or one object below; a net, not a licence. */
const private_ = [
  'authorization',
  'cookie',
  'password',
  'secret',
  'token',
  'key',
  'headers',
  'body',
  'text',
  'facts',
  'value',
  'name',
  'birthDate',
  'phone',
  'email',
];

/** Whole requests and responses hold headers and addresses; restify would log them. */
const withheld = (): string => '***';

/** Makes the log; `destination` is standard output unless a test listens. */
export function createLog(level: LogLevel, destination?: pino.DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level,
    base: { pid: process.pid },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: belonging,
    redact: { paths: private_.flatMap((name) => [name, `*.${name}`]), censor: '***' },
    serializers: {
      conversation: shortened,
      err: loggedError,
      error: loggedError,
      req: withheld,
      res: withheld,
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
