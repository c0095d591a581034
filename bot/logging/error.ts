/**
 * An error as the log may tell it: what kind, its codes, where it was thrown. The words of an error are only told where our own code wrote
 * them: others put in what they choked on (`Unexpected token '张'`, `Key (id)=(…)`, a whole address with its token).
 */
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Errors of ours whose words are made of nothing that people wrote. Others of ours (`StaleError`) name ids. */
const ours = new Set(['DamagedError', 'OwnedError', 'PostgresFault', 'UnfitError', 'CannotCopyError', 'OverlayMoved']);

/** What packages and Node say in these very words, and would be missed. */
const harmless = new Set([
  'fetch failed',
  'socket hang up',
  'terminated',
  'aborted',
  'Premature close',
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout expired',
  'timeout exceeded when trying to connect',
  'Query read timeout',
  'The server does not support SSL connections',
  'The operation was aborted due to timeout',
  'Client network socket disconnected before secure TLS connection was established',
]);

/** Members of others' errors that say what failed and hold nothing that people wrote; `detail`, `where`, `input` and the like are not of them. */
const telling = [
  ...['code', 'errno', 'syscall', 'address', 'port', 'hostname', 'path', 'dest'],
  ...['severity', 'routine', 'schema', 'table', 'constraint', 'statusCode', 'status'],
];

const root = join(import.meta.dirname, '../..') + sep;
const rootUrl = pathToFileURL(root).href;
const frame = /^ {4}at (?:async )?(?:[\w.$<>#[\] ]{1,120} \()?[^\s()]{1,400}:\d+:\d+\)?$/;
const own = /^ {4}at (?!async )(?:[\w.$<>#[\] ]{1,120} \()?(?:bot|dialogs|state|knowledge)[\\/]/;
const mostFrames = 12;

/** The places alone, inside the project by their names in it: the first lines of a stack are the error's words. */
function framesOf({ stack, message }: Error): string[] {
  if (typeof stack !== 'string') return [];
  const words = stack.indexOf(message);
  return stack
    .slice(words < 0 ? 0 : words + message.length)
    .replaceAll(rootUrl, '')
    .replaceAll(root, '')
    .split('\n')
    .filter((line) => frame.test(line))
    .slice(0, mostFrames);
}

/** Addresses may carry a password (`postgres://user:password@host`) or a key in the query. */
const blot = (text: string): string =>
  text.replace(/\/\/[^\s/@]{1,200}@/g, '//***@').replace(/([?&][\w-]{1,40}=)[^\s&"']{1,500}/g, '$1***');

const typeOf = (error: Error): string =>
  [error.name, error.constructor?.name].find((each) => typeof each === 'string' && /^[\w.]{1,60}$/.test(each)) ??
  'Error';

/** Made by our own code, in so many words. */
const wordsAreOurs = (error: Error, frames: readonly string[]): boolean =>
  error.constructor === Error ? own.test(frames[0] ?? '') : ours.has(error.constructor.name);

function wordsOf(error: Error, frames: readonly string[]): object {
  if (wordsAreOurs(error, frames)) return { message: blot(error.message) };
  if (harmless.has(error.message)) return { message: error.message };
  return { withheld: `${error.message.length} characters` };
}

function membersOf(error: Error): object {
  const found = telling.flatMap((name) => {
    const value: unknown = Reflect.get(error, name);
    if (typeof value === 'number') return [[name, value]];
    return typeof value === 'string' && /^[\w./\\:@-]{1,300}$/.test(value) ? [[name, blot(value)]] : [];
  });
  return Object.fromEntries(found);
}

/** zod says of what is wrong where it stands and which rule it breaks; its words hold the value. */
function issuesOf(error: Error): object {
  const issues: unknown = Reflect.get(error, 'issues');
  if (!Array.isArray(issues)) return {};
  const told = issues.slice(0, 10).map((issue: unknown) => {
    const { code, path } = Object(issue);
    const steps: unknown[] = Array.isArray(path) ? path : [];
    const places = steps.map((step) => (typeof step === 'number' || /^\w{1,40}$/.test(String(step)) ? step : '*'));
    return `${places.join('.')} ${/^\w{1,40}$/.test(String(code)) ? code : ''}`.trim();
  });
  return { issues: told };
}

/** How many causes below each other are told. */
const deepest = 4;

/** The error as plain data for the log. */
export function loggedError(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { type: `thrown ${typeof error}` };
  const frames = framesOf(error);
  const { cause } = error;
  const all: unknown = Reflect.get(error, 'errors');
  return {
    type: typeOf(error),
    ...wordsOf(error, frames),
    ...membersOf(error),
    ...issuesOf(error),
    ...(cause !== undefined && depth < deepest && { cause: loggedError(cause, depth + 1) }),
    ...(Array.isArray(all) &&
      depth < deepest && { errors: all.slice(0, 5).map((each) => loggedError(each, depth + 1)) }),
    stack: frames.join('\n'),
  };
}
