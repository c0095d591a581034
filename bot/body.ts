/** Reads request bodies: bounded before anything parses them, JSON unless a route says otherwise. */
import type { IncomingMessage } from 'node:http';
import { Problem } from './problem.ts';

/** Deeper than any form we take; deeper values would overflow whoever walks them. */
const maxDepth = 64;

/** Past this many bytes a caller who was refused and goes on sending is cut off. */
const maxDiscarded = 32 * 1024 * 1024;

const tooLarge = (limit: number): Problem =>
  new Problem(413, '请求内容过大', `请求内容最多 ${Math.floor(limit / 1024)} KB`);

/** Lets the rest of a refused body run away, so that the caller can read the answer, but not without end. */
export function discard(req: IncomingMessage): void {
  let bytes = 0;
  req.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > maxDiscarded) req.destroy();
  });
  req.on('error', () => {}); // the caller is gone, which is well
  req.resume();
}

/** Why a body of this request is refused before a byte of it is read; nothing when it may be read. */
export function refusedUnread(req: IncomingMessage, limit: number): Problem | undefined {
  // A broken gzip body kills the process in restify's own parser, and a bomb passes its limit.
  const encoding = req.headers['content-encoding']?.trim().toLowerCase();
  if (encoding && encoding !== 'identity') return new Problem(415, '不支持压缩的请求内容', '请去掉 Content-Encoding');
  if (Number(req.headers['content-length'] ?? 0) > limit) return tooLarge(limit);
  return undefined;
}

/** The whole body; rejects with a 413 problem as soon as more than `limit` bytes have come. */
export function readBytes(req: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const take = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes <= limit) {
        chunks.push(chunk);
        return;
      }
      req.off('data', take);
      discard(req);
      reject(tooLarge(limit));
    };
    req.on('data', take);
    req.on('end', () => resolve(Buffer.concat(chunks)));
    req.on('error', reject);
    req.on('aborted', () => reject(new Error('the caller hung up')));
  });
}

const utf8 = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw Object.assign(new Problem(400, '请求内容不是 UTF-8 编码'), { cause });
  }
};

/** Removes every `__proto__` and refuses what is nested too deep, without recursion. */
function tame(value: unknown): void {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) throw new Problem(400, '请求内容嵌套过深', `最多 ${maxDepth} 层`);
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue;
      if (Object.hasOwn(item, '__proto__')) Reflect.deleteProperty(item, '__proto__');
      for (const inner of Object.values(item)) next.push(inner);
    }
    level = next;
  }
}

/** Parses JSON; throws a 400 problem when it is malformed or too deep. */
function parseJson(bytes: Buffer): unknown {
  const text = utf8(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem(400, '请求内容不是正确的 JSON');
  }
  tame(value);
  return value;
}

/** What a route takes, where it is not JSON up to the server's own limit. */
export interface BodyRule {
  /** Content types, lower case, without parameters; the body is then a string. */
  text?: readonly string[];
  /** Bytes. */
  limit?: number;
  /** The route reads the body itself, once it knows who sends it. */
  unread?: true;
  /** Why this caller's body is refused before a byte of it is read: a large body is read only from those we know. */
  refuse?: (req: IncomingMessage) => Problem | undefined;
}

const isJson = (type: string): boolean => type === 'application/json' || /^application\/[\w.-]+\+json$/.test(type);

/** The body as the route wants it: parsed JSON, or a string for a text route; undefined when there is none. */
export async function readBody(req: IncomingMessage, limit: number, text?: readonly string[]): Promise<unknown> {
  const bytes = await readBytes(req, limit);
  if (bytes.length === 0) return undefined;
  const [type = '', ...parameters] = (req.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((part) => /^\s*charset="?([\w-]+)"?\s*$/.exec(part)?.[1]).find(Boolean) ?? 'utf-8';
  if (!/^(utf-?8|us-ascii)$/.test(charset)) throw new Problem(415, '请求内容不是 UTF-8 编码');
  if (text) {
    if (text.includes(type.trim())) return utf8(bytes);
    throw new Problem(415, '不支持这种内容类型', `请使用 ${text.join(' 或 ')}`);
  }
  if (!isJson(type.trim())) throw new Problem(415, '不支持这种内容类型', '请使用 application/json');
  return parseJson(bytes);
}
