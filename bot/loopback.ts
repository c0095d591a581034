/** Whether a request comes from this very machine, and not through a proxy or a page of somebody else's. */
import type { IncomingMessage } from 'node:http';

const localSocket = (address: string | undefined): boolean =>
  address === '::1' || /^(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address ?? '');

/** A foreign name in Host means a page of that name whose address was rebound to this machine. */
const localName = (host: string | undefined): boolean =>
  host === undefined || /^(localhost|[\w-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i.test(host);

/**
 * True when the socket is of this machine, no proxy has forwarded the request, and it was sent to a local name.
 * Reads only `socket` and `headers`, so that it serves WebSocket handshakes too.
 */
export function isLoopback(req: Pick<IncomingMessage, 'socket' | 'headers'>): boolean {
  const { forwarded, host } = req.headers;
  const through = forwarded !== undefined || Object.keys(req.headers).some((name) => name.startsWith('x-forwarded-'));
  return !through && localSocket(req.socket.remoteAddress) && localName(host);
}
