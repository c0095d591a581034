/** The real server on a free port, with its log in memory, and raw sockets for what no client library would send. */
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Server } from 'restify';
import { expect } from 'vitest';
import { createLog } from '../../../bot/log.ts';
import { createHttpServer, type HttpServerOptions } from '../../../bot/server.ts';

export interface Listening {
  server: Server;
  url: string;
  port: number;
  /** Every line of the log so far. */
  log: () => string;
  close(): Promise<void>;
}

/** Starts the server with `routes` added. */
export async function listen(
  routes: (server: Server) => void = () => {},
  options: Partial<Omit<HttpServerOptions, 'log'>> = {},
): Promise<Listening> {
  const lines: string[] = [];
  const log = createLog('debug', { write: (line: string) => void lines.push(line) });
  const server = createHttpServer({ log, ready: () => true, ...options });
  routes(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  return {
    server,
    port,
    url: `http://127.0.0.1:${port}`,
    log: () => lines.join(''),
    close: async () => {
      if ('closeAllConnections' in server.server) server.server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}

/** Sends bytes as they are and gives back everything until the server closes or `wait` milliseconds are over. */
export function sendRaw(port: number, parts: (string | Buffer)[], wait = 2_000): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    const end = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(end, wait);
    socket.on('data', (chunk) => {
      answer += chunk.toString('utf8');
      if (/\r\n\r\n.*\}$/s.test(answer)) end();
    });
    socket.on('error', end);
    socket.on('close', end);
    for (const part of parts) socket.write(part);
  });
}

/** Posts JSON, or what `headers` say it is. */
export const post = (
  at: Listening,
  path: string,
  body: string | Buffer | undefined,
  headers: Record<string, string> = {},
) =>
  fetch(at.url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body }),
  });

/** Everybody may read a problem: Chinese, with a reference number, and nothing of ours in it. */
export async function expectProblem(res: globalThis.Response, status: number): Promise<Record<string, unknown>> {
  const text = await res.text();
  expect(res.status).toBe(status);
  expect(res.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(text).not.toMatch(/ENOENT|secret|张三|node_modules|Error|\bat \//);
  const problem = JSON.parse(text);
  expect(problem).toMatchObject({ type: 'about:blank', status, title: expect.stringMatching(/\p{Script=Han}/u) });
  expect(problem.reference).toMatch(/^[2-9A-Z]{8}$/);
  return problem;
}

/** Whatever came before, the server still answers. */
export async function expectAlive({ url }: Listening): Promise<void> {
  const res = await fetch(`${url}/healthz`);
  expect(await res.json()).toEqual({ status: 'ok' });
}
