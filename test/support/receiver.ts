/** A loopback server in the place of somebody's webhook. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

export interface Receiver {
  url: string;
  /** What was posted, in order, with the path. */
  got: { path: string; body: Record<string, unknown> }[];
  /** How it answers from now on; 200 and `{"errcode": 0}` at first. */
  answer(how: (res: ServerResponse, req: IncomingMessage) => void): void;
}

export async function receiver(): Promise<Receiver> {
  const got: Receiver['got'] = [];
  let how = (res: ServerResponse): void => void res.end('{"errcode":0}');
  const server = createServer(async (req, res) => {
    const parts: Buffer[] = [];
    for await (const part of req) parts.push(part);
    got.push({ path: req.url ?? '', body: JSON.parse(Buffer.concat(parts).toString() || '{}') });
    (how as (res: ServerResponse, req: IncomingMessage) => void)(res, req);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    got,
    answer(next) {
      how = next as (res: ServerResponse) => void;
    },
  };
}
