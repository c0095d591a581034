/** One HTTP request, and what came of it as a word or a Chinese phrase: nothing here throws, and no address is told on. */

export interface Answered {
  kind: 'answered';
  status: number;
  text: string;
  /** The parsed body; undefined where it is no JSON. */
  json: unknown;
  /** Milliseconds until the whole answer was there. */
  took: number;
}

export interface Silent {
  kind: 'silent';
  /** A Chinese phrase: 连接被拒绝…. */
  why: string;
}

export interface Asking {
  /** Milliseconds. */
  patience: number;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
}

/** Bytes; what is longer is no answer to any of these questions. */
const longest = 1024 * 1024;

/** A redirect is an answer too: those who call the service do not follow it. */
export async function ask(url: string, { patience, ...init }: Asking): Promise<Answered | Silent> {
  const begun = performance.now();
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(patience) });
    const text = await bodyOf(response);
    return { kind: 'answered', status: response.status, text, json: parsed(text), took: performance.now() - begun };
  } catch (error) {
    return { kind: 'silent', why: whyOf(error, patience) };
  }
}

async function bodyOf(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.byteLength;
    if (size > longest) break;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Codes of Node and of its TLS (nodejs.org/api/tls.html, X509 certificate error codes). */
const reasons: Record<string, string> = {
  ENOTFOUND: '域名解析不出来',
  EAI_AGAIN: '域名解析不出来',
  ECONNREFUSED: '连接被拒绝，那里没有程序在监听',
  ECONNRESET: '连接中途断开',
  UND_ERR_SOCKET: '连接中途断开',
  ETIMEDOUT: '网络到不了那里',
  EHOSTUNREACH: '网络到不了那里',
  ENETUNREACH: '网络到不了那里',
  UND_ERR_CONNECT_TIMEOUT: '网络到不了那里',
  CERT_HAS_EXPIRED: '证书过期了',
  CERT_NOT_YET_VALID: '证书还没有生效，或本机时钟不对',
  DEPTH_ZERO_SELF_SIGNED_CERT: '证书是自己签的，别人不认',
  SELF_SIGNED_CERT_IN_CHAIN: '证书是自己签的，别人不认',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: '证书链不完整，缺少中间证书',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: '证书链不完整，缺少中间证书',
  ERR_TLS_CERT_ALTNAME_INVALID: '证书不是发给这个域名的',
  ERR_SSL_WRONG_VERSION_NUMBER: '那里不是 https',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: '那里不是 https',
};

function whyOf(error: unknown, patience: number): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (cause instanceof Error && cause.name === 'TimeoutError') return `${patience / 1000} 秒内没有回答`;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  // Codes are words of Node's own; anything else might be part of an address.
  return reasons[code] ?? (/^[A-Z_]{3,60}$/.test(code) ? `连不上（${code}）` : '连不上');
}

/** Whether a page for people came where data was asked for. */
export const isPage = ({ text }: Answered): boolean => /^\s*<(!doctype|html|head|body)/i.test(text);

/** An address as it may be told: without a user and password, and without a query. */
export function shown(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/+$/, '');
}
