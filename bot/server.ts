/**
 * The frame of the HTTP server: limits before anything parses, JSON bodies, problems without internal text, safe
 * headers, `/healthz` and `/readyz`. Channels and APIs add their routes to what this makes.
 */
import { createServer, type Next, type Request, type Response, type Server } from 'restify';
import { type BodyRule, discard, readBody, refusedUnread } from './body.ts';
import { answerErrors, guardHandlers, safeFormatters } from './errors.ts';
import type { Log } from './log.ts';
import { inRequest, requestIdOf } from './logging/belonging.ts';
import { Problem, sendJson, sendThis } from './problem.ts';

export interface HttpServerOptions {
  log: Log;
  /** Whether the service can take work now: storage open, guide loaded, not stopping. */
  ready: () => boolean | Promise<boolean>;
  /** Whether the service is about to end: nothing new is begun. */
  stopping?: () => boolean;
  /** Largest body in bytes. */
  bodyLimit?: number;
  /** How long a caller may take to send a request, in milliseconds. */
  receiveTimeout?: number;
  /** How long a connection may lie still: between two requests, and while an answer is not taken. Milliseconds. */
  idleTimeout?: Partial<IdleTimeout>;
  /** Connections at the same time; one more is closed at once. */
  maxConnections?: number;
  /** Why a request is refused before its body is read; asked once its route is known. */
  admit?: (req: Request, res: Response) => Promise<Problem | undefined>;
  /** Whether people reach the service by https: then browsers are told to use nothing else. */
  https?: boolean;
}

interface IdleTimeout {
  /** Longer than a proxy keeps its connections (nginx: 60 seconds), or it would send into one that is just being closed. */
  between: number;
  within: number;
}

/** No page of ours needs more; a page that does sets its own header. */
const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Content-Security-Policy':
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Cache-Control': 'no-store',
};

/** A year. Other names of the domain are somebody else's to decide. */
const httpsOnly = { 'Strict-Transport-Security': 'max-age=31536000' };

const maxHeaders = 100;

const restarting = new Problem(503, '服务正在重启', '请稍后再试');

const bodyRules = new WeakMap<Server, Map<string, BodyRule>>();

/**
 * Lets the route at `path` take another body than JSON of 256 KB: WeCom's XML, a form, a batch. No parameters; `/name/*` means every path
 * below `/name`.
 */
export function takeBody(server: Server, path: string, rule: BodyRule): void {
  bodyRules.get(server)?.set(path, rule);
}

const ruleOf = (rules: Map<string, BodyRule>, path: string): BodyRule | undefined =>
  rules.get(path) ?? rules.get(`/${path.split('/')[1]}/*`);

/** What the request carried: parsed JSON, a string on text routes, undefined without a body. Check it with zod. */
export const bodyOf = (req: Request): unknown => req.body;

/** The query parameter, only when it is there exactly once. */
export function queryValue(req: Request, name: string): string | undefined {
  const values = new URLSearchParams(req.getQuery()).getAll(name);
  return values.length === 1 ? values[0] : undefined;
}

/** Why a request is refused before its route is looked for. */
function refusal(req: Request, rules: Map<string, BodyRule>, bodyLimit: number): Problem | undefined {
  // Far below the 2,000 after which Node drops headers silently, and with them a proxy's X-Forwarded-For.
  if (req.rawHeaders.length / 2 > maxHeaders) return new Problem(431, '请求头过多');
  try {
    req.getUrl(); // throws on a malformed Host header, later where nobody catches it
  } catch {
    return new Problem(400, '请求的地址不正确');
  }
  return refusedUnread(req, ruleOf(rules, req.path())?.limit ?? bodyLimit);
}

const hasBody = (req: Request): boolean =>
  req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;

function limitSockets(server: Server, options: HttpServerOptions): void {
  const { receiveTimeout = 30_000, maxConnections = 4000 } = options;
  const { between, within } = { between: 65_000, within: 120_000, ...options.idleTimeout };
  const { server: node } = server;
  if (!('requestTimeout' in node)) throw new Error('restify made no plain HTTP server');
  node.requestTimeout = receiveTimeout;
  node.headersTimeout = Math.min(10_000, receiveTimeout);
  node.keepAliveTimeout = between;
  node.timeout = within;
  node.maxConnections = maxConnections;
  // Read when listening starts; @types/node does not name it on the server.
  Object.assign(node, { connectionsCheckingInterval: Math.min(5_000, receiveTimeout) });
  // restify listens to this event whether or not a channel does; without an answer the socket would stay for ever.
  server.on('upgrade', (_req, socket) => {
    if (server.listenerCount('upgrade') > 1 || node.listenerCount('upgrade') > 1) return;
    socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
}

/** Makes the server, not yet listening. */
export function createHttpServer(options: HttpServerOptions): Server {
  const { log, ready, stopping = () => false, bodyLimit = 256 * 1024, admit, https = false } = options;
  // On `trace` restify itself logs whole requests.
  const quieter = log.isLevelEnabled('trace') ? log.child({}, { level: 'debug' }) : log;
  const settings = { name: '', log: quieter, formatters: safeFormatters, onceNext: true, maxParamLength: 256 };
  // restify's types ask for a bunyan logger where restify itself uses pino, and do not know maxParamLength.
  const server = createServer(settings as unknown as Parameters<typeof createServer>[0]);
  const rules = new Map<string, BodyRule>();
  bodyRules.set(server, rules);
  limitSockets(server, options);
  const headers = Object.entries({ ...securityHeaders, ...(https && httpsOnly) });
  guardHandlers(server);
  answerErrors(server, log);

  server.pre((req: Request, res: Response, next: Next) => {
    const request = requestIdOf(req.headers['x-request-id']);
    res.setHeader('X-Request-Id', request);
    return inRequest(request, next);
  });

  server.pre((req: Request, res: Response, next: Next) => {
    for (const [name, value] of headers) res.setHeader(name, value);
    if (stopping()) res.setHeader('Connection', 'close');
    const problem = stopping() && req.path() !== '/readyz' ? restarting : refusal(req, rules, bodyLimit);
    if (problem?.status === 503) res.setHeader('Retry-After', '3');
    if (!problem) return next();
    discard(req);
    sendThis(res, problem);
    return next(false);
  });

  if (admit)
    server.use(async (req: Request, res: Response) => {
      const problem = await admit(req, res);
      if (!problem) return;
      discard(req);
      throw problem;
    });

  server.use((req: Request, _res: Response, next: Next) => {
    req.body = undefined;
    if (!hasBody(req)) return next();
    const { limit = bodyLimit, text, unread, refuse } = ruleOf(rules, req.path()) ?? {};
    if (unread) return next();
    const problem = refuse?.(req);
    if (problem) {
      discard(req);
      return next(problem);
    }
    readBody(req, limit, text).then(
      (body) => {
        req.body = body;
        next();
      },
      (error: unknown) => next(error),
    );
  });

  server.get('/healthz', (_req: Request, res: Response, next: Next) => {
    sendJson(res, 200, { status: 'ok' });
    next();
  });
  server.get('/readyz', async (_req: Request, res: Response) => {
    const isReady = await ready();
    sendJson(res, isReady ? 200 : 503, { ready: isReady });
  });
  return server;
}
