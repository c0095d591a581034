/** A loopback server that stands in for WeCom's API: tokens, what apps send, and scripted troubles. 微信客服's calls are added in `calls`. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

export type Json = Record<string, unknown>;

/** One call that came: `body` is parsed JSON, or `{raw}` of a form. */
export interface Call {
  path: string;
  query: Record<string, string>;
  body: Json;
}

/** What a call is answered with; `errcode` 0 unless it says otherwise. */
export type Answer = (call: Call) => Json | Promise<Json>;

/** A trouble that meets the next call of this path instead of its answer. */
export type Trouble =
  | { errcode: number; [more: string]: unknown }
  /** An HTTP status with something that is no JSON. */
  | { status: number }
  /** The connection breaks after the call was read; `taken`: after it had its effect. */
  | { broken: true; taken?: true };

export interface StandIn {
  /** `WECOM_API_BASE`. */
  url: string;
  /** Every call, in the order in which they came. */
  calls: Call[];
  /** The calls of this path, e.g. `message/send`. */
  of(path: string): Call[];
  /** How many tokens were handed out. */
  tokens(): number;
  /** No token that was handed out so far is good any more. */
  killTokens(): void;
  /** Secrets that get a token; `undefined`: any. */
  secrets: Set<string> | undefined;
  /** `last`: a new token makes the one before worthless; `none`: no token is ever good. */
  good: 'all' | 'last' | 'none';
  /** The code with which a dead token is answered. */
  deadCode: 40014 | 42001;
  /** Milliseconds before every answer, by path. */
  delays: Map<string, number>;
  /** The next calls of this path meet these, one each. */
  script(path: string, ...troubles: Trouble[]): void;
  /** By path; replace or add. */
  answers: Map<string, Answer>;
}

const ok: Json = { errcode: 0, errmsg: 'ok' };
const failed = (errcode: number, more: Json = {}): Json => ({ errcode, errmsg: 'refused, hint: [1]', ...more });

async function bodyOf(req: IncomingMessage): Promise<Json> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part);
  const raw = Buffer.concat(parts).toString();
  // WeCom refuses JSON with escapes (40033).
  if (/\\u[0-9a-fA-F]{4}/.test(raw)) return { escaped: true };
  try {
    return JSON.parse(raw);
  } catch {
    return { raw };
  }
}

/** @param port 0: a free one */
export async function wecomStandIn(port = 0): Promise<StandIn> {
  const handedOut: string[] = [];
  let firstGood = 0;
  const scripts = new Map<string, Trouble[]>();

  const isGood = (token: string): boolean => {
    const at = handedOut.indexOf(token);
    if (at < firstGood || standIn.good === 'none') return false;
    return standIn.good === 'all' || at === handedOut.length - 1;
  };

  async function answerOf(call: Call): Promise<Json> {
    if (call.path === 'gettoken') {
      const { corpid = '', corpsecret = '' } = call.query;
      if (!corpid) return failed(40013);
      if (standIn.secrets && !standIn.secrets.has(corpsecret)) return failed(40001);
      const token = `token-${handedOut.length + 1}-of-${corpsecret.length}`;
      handedOut.push(token);
      return { ...ok, access_token: token, expires_in: 7200 };
    }
    if (!isGood(call.query.access_token ?? '')) return failed(standIn.deadCode);
    if (call.body.escaped) return failed(40033);
    const answer = standIn.answers.get(call.path);
    return answer ? { ...ok, ...(await answer(call)) } : failed(404);
  }

  async function meet(call: Call, res: ServerResponse): Promise<void> {
    const trouble = scripts.get(call.path)?.shift();
    await after(standIn.delays.get(call.path) ?? 0);
    if (trouble && 'broken' in trouble) {
      if (trouble.taken) await answerOf(call);
      res.destroy();
    } else if (trouble && 'status' in trouble) {
      res.statusCode = Number(trouble.status);
      res.end('<html>no</html>');
    } else {
      const answer = trouble ? failed(trouble.errcode, trouble) : await answerOf(call);
      res.setHeader('Content-Type', 'application/json').end(JSON.stringify(answer));
    }
  }

  const server = createServer(async (req, res) => {
    const { pathname, searchParams } = new URL(req.url ?? '', 'http://wecom');
    const path = pathname.replace(/^\/cgi-bin\//, '');
    const call = { path, query: Object.fromEntries(searchParams), body: await bodyOf(req) };
    standIn.calls.push(call);
    await meet(call, res);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const standIn: StandIn = {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    calls: [],
    of: (path) => standIn.calls.filter((call) => call.path === path),
    tokens: () => handedOut.length,
    killTokens() {
      firstGood = handedOut.length;
    },
    secrets: undefined,
    good: 'all',
    deadCode: 42001,
    delays: new Map(),
    script: (path, ...troubles) => void scripts.set(path, [...(scripts.get(path) ?? []), ...troubles]),
    answers: new Map(),
  };
  return standIn;
}
