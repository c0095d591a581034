/**
 * The log: one JSON line an event, on standard output. It never holds what people wrote, who they are, or secrets:
 * name the event and its ids, and leave texts, answers and headers out.
 */
import { pino } from 'pino';

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
  'birthDate',
  'phone',
  'email',
];

/** Addresses in error messages may carry a password (`postgres://user:password@host`) or a key in the query. */
const blot = (text: string): string =>
  text.replace(/\/\/[^\s/@]{1,200}@/g, '//***@').replace(/([?&][\w-]{1,40}=)[^\s&"']{1,500}/g, '$1***');

const blotted = (error: Error): unknown => {
  const plain = pino.stdSerializers.err(error);
  return { type: plain.type, message: blot(plain.message), stack: blot(plain.stack) };
};

/** Makes the log; `destination` is standard output unless a test listens. */
export function createLog(level: LogLevel, destination?: pino.DestinationStream): Log {
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: private_.flatMap((name) => [name, `*.${name}`]), censor: '***' },
    serializers: { err: blotted, error: blotted },
  };
  return destination ? pino(options, destination) : pino(options);
}
