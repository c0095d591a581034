/** One request to the console, before it is known who sends it, and the ways to answer it. */
import type { Request, Response } from 'restify';
import type { Env } from '../env.ts';
import type { Html } from '../html.ts';
import { callerAddress, networkOf } from '../limits/address.ts';

/** Where Teams shows tabs (learn.microsoft.com: Teams tabs, content security policies); nobody else may frame the console. */
const framers = [
  "'self'",
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
];

/** Nothing runs, loads or is sent anywhere but what the service itself serves. */
const policy = [
  "default-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  `frame-ancestors ${framers.join(' ')}`,
].join('; ');

export interface Visit {
  req: Request;
  res: Response;
  method: 'GET' | 'POST';
  /** No body is sent. */
  head: boolean;
  path: string;
  query: URLSearchParams;
  /** htmx asks. */
  partial: boolean;
  /** In a frame of another site. */
  framed: boolean;
  /** Whose machine sends it, as far as that can be known. */
  from: string;
}

const localPeer = /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]/i;

/** As `TRUST_PROXY` says; without it what the nearest proxy says, where there is one and the peer is of this house. */
export function addressOf({
  PUBLIC_URL,
  TRUST_PROXY,
}: Pick<Env, 'PUBLIC_URL' | 'TRUST_PROXY'>): (req: Request) => string {
  const told = callerAddress(TRUST_PROXY);
  return TRUST_PROXY === undefined ? (req) => nearestOf(req, PUBLIC_URL !== undefined) : (req) => networkOf(told(req));
}

/** What callers say of themselves stands before it. */
function nearestOf(req: Request, proxied: boolean): string {
  const peer = req.socket.remoteAddress ?? '';
  const forwarded = req.headers['x-forwarded-for'];
  const last = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',').at(-1)?.trim();
  return proxied && localPeer.test(peer) && last ? last.slice(0, 60) : peer;
}

/**
 * undefined for a method that the console does not know.
 *
 * @param address of whoever sends it
 */
export function visitOf(req: Request, res: Response, address: (req: Request) => string): Visit | undefined {
  const head = req.method === 'HEAD';
  const method = head ? 'GET' : req.method;
  if (method !== 'GET' && method !== 'POST') return undefined;
  const { headers } = req;
  return {
    req,
    res,
    method,
    head,
    path: req.path(),
    query: new URLSearchParams(req.getQuery()),
    partial: headers['hx-request'] === 'true' && headers['hx-history-restore-request'] !== 'true',
    framed: headers['sec-fetch-dest'] === 'iframe',
    from: address(req),
  };
}

/** Of every answer of the console. */
export function setHeaders(res: Response): void {
  res.removeHeader('X-Frame-Options'); // it knows no list; frame-ancestors says who may
  res.setHeader('Content-Security-Policy', policy);
  // With no-referrer browsers send `Origin: null` with a form, and nothing could be told from it.
  res.setHeader('Referrer-Policy', 'same-origin');
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('X-Robots-Tag', 'noindex, nofollow, noarchive');
}

export function sendBytes({ res, head }: Visit, status: number, type: string, body: string | Uint8Array): void {
  if (res.headersSent || res.destroyed) return;
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  res.setHeader('Content-Type', type);
  res.setHeader('Content-Length', bytes.length);
  res.writeHead(status);
  res.end(head ? undefined : bytes);
}

export const sendHtml = (visit: Visit, status: number, page: Html): void =>
  sendBytes(visit, status, 'text/html; charset=utf-8', page.toString());

/** 303 to a path of the console, or to another address of ours to sign in; htmx is told to go there with the whole page. */
export function redirect({ res, partial }: Visit, to: string): void {
  if (res.headersSent || res.destroyed) return;
  res.setHeader(partial ? 'HX-Redirect' : 'Location', to);
  res.setHeader('Content-Length', 0);
  res.writeHead(partial ? 200 : 303);
  res.end();
}

/** `Set-Cookie`, beside those that are there. */
export function addCookie(res: Response, cookie: string): void {
  const before = res.getHeader('Set-Cookie');
  const all = Array.isArray(before) ? before : before === undefined ? [] : [String(before)];
  res.setHeader('Set-Cookie', [...all, cookie]);
}
