/** Direct Line 3.0 and the chat page's token: the routes and the upgrade; what they do is in the files beside. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type * as restify from 'restify';
import type { Conversations } from '../../conversations.ts';
import { TooMany, tellLimit } from '../../limits/tooMany.ts';
import { Problem, sendJson, sendThis } from '../../problem.ts';
import { makeAccess } from './access.ts';
import { type Call, makeHandlers, root } from './handlers.ts';
import { readWatermark } from './lines.ts';
import { makePresenter } from './present.ts';
import { refuse } from './refuse.ts';
import { makeStreams, refuseUpgrade, type StreamLimits, streamLimits } from './stream.ts';
import { makeTokens } from './tokens.ts';

export interface DirectLineOptions {
  conversations: Conversations;
  /** `DIRECTLINE_SECRET`; with it nothing is free, not even on loopback. */
  secret?: string | undefined;
  /** Signs tokens and conversation ids; must outlive a restart. */
  signingKey: string | Buffer;
  /** Whether a request from this machine, forwarded by nobody, needs no token (only without `secret`). */
  loopbackOpen: boolean;
  /** `PUBLIC_URL`: where streams are reached; otherwise the request's Host. */
  publicUrl?: string | undefined;
  /** Milliseconds since 1970; the clock of tokens. */
  now?: () => number;
  limits?: Partial<StreamLimits>;
  /** Whether this caller may open one more stream; everybody may where it is absent. */
  mayConnect?: (req: IncomingMessage) => Promise<boolean>;
  /** Told of what went wrong behind the channel; the caller saw a calm answer. */
  onError?: (error: unknown) => void;
}

const streamPath = /^\/v3\/directline\/conversations\/([^/?]+)\/stream\/?$/;

function splitUrl(req: IncomingMessage): { path: string; query: URLSearchParams } {
  const [path = '', query = ''] = (req.url ?? '').split('?', 2);
  return { path, query: new URLSearchParams(query) };
}

function makeStreamBase(publicUrl: string | undefined): (req: IncomingMessage) => string {
  const fixed = publicUrl?.replace(/^http/, 'ws').replace(/\/+$/, '');
  return (req) => {
    const host = req.headers.host ?? `127.0.0.1:${req.socket.localPort}`;
    return fixed ?? `${'encrypted' in req.socket ? 'wss' : 'ws'}://${host}`;
  };
}

/** Answers with what a handler returns; what it throws becomes a problem, and never somebody else's error message. */
function makeRoute(onError: (error: unknown) => void) {
  return (status: number, handler: (call: Call) => Promise<unknown>) =>
    async (req: restify.Request, res: restify.Response): Promise<void> => {
      try {
        const { path, query } = splitUrl(req);
        sendJson(res, status, await handler({ req, id: path.split('/')[4] ?? '', query, body: req.body }));
      } catch (error) {
        const problem = error instanceof Problem ? error : refuse.notNow();
        if (problem !== error) onError(error);
        if (problem.status === 401) res.setHeader('WWW-Authenticate', 'Bearer realm="directline"');
        if (problem.status === 503) res.setHeader('Retry-After', '3');
        if (problem instanceof TooMany) tellLimit(res, problem.taken);
        sendThis(res, problem);
      }
    };
}

/**
 * Registers Direct Line 3.0 and `POST /chat/token` on a server that parses JSON bodies into `req.body`.
 * Returns the way to end the streams, to be called before the server is closed.
 */
export function directLine(server: restify.Server, options: DirectLineOptions): { close(): void } {
  const { conversations, secret, loopbackOpen, onError = () => {} } = options;
  const tokens = makeTokens(options.signingKey, options.now ?? Date.now);
  const access = makeAccess({ tokens, secret, loopbackOpen });
  const presenter = makePresenter(conversations);
  const streamBase = makeStreamBase(options.publicUrl);
  const handlers = makeHandlers({ conversations, tokens, access, presenter, streamBase, onError });
  const limits = { ...streamLimits, ...options.limits };
  const streams = makeStreams({ conversations, presenter, limits, onError });

  const route = makeRoute(onError);
  const one = `${root}/conversations/:id`;
  server.post(`${root}/tokens/generate`, route(200, handlers.generate));
  server.post(`${root}/tokens/refresh`, route(200, handlers.refresh));
  server.post(`${root}/conversations`, route(201, handlers.begin));
  server.get(one, route(200, handlers.reconnect));
  server.get(`${one}/activities`, route(200, handlers.read));
  server.post(`${one}/activities`, route(200, handlers.say));
  server.post(`${one}/upload`, route(415, handlers.upload));
  server.post('/chat/token', route(200, handlers.pageToken));

  async function upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { path, query } = splitUrl(req);
    const id = streamPath.exec(path)?.[1];
    // This is the service's only WebSocket: nobody else would ever answer.
    if (id === undefined) return refuseUpgrade(socket, 404, 'Not Found');
    // Until it is taken over, a socket that breaks is nobody's concern, and must not end the process.
    const broken = () => socket.destroy();
    socket.on('error', broken);
    try {
      if (options.mayConnect && !(await options.mayConnect(req)))
        return refuseUpgrade(socket, 429, 'Too Many Requests');
      const conversation = await handlers.enter(req, id, query.get('t') ?? undefined);
      socket.removeListener('error', broken);
      streams.open({ req, socket, head, conversation, seen: readWatermark(query.get('watermark')) });
    } catch (error) {
      if (!(error instanceof Problem)) onError(error);
      refuseUpgrade(socket, error instanceof Problem ? error.status : 503, 'Refused');
    }
  }
  const onUpgrade = (req: IncomingMessage, socket: Duplex, head: Buffer) => void upgrade(req, socket, head);
  server.on('upgrade', onUpgrade);

  return {
    close() {
      server.removeListener('upgrade', onUpgrade);
      streams.close();
    },
  };
}
