/** A loopback server that stands in for whatever the doctor asks, and what the doctor says of it. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished } from 'vitest';
import { type Area, asJson, type Check, printed } from '../../../bot/doctor/check.ts';
import { type Env, readEnv } from '../../../bot/env.ts';

/** What a path is answered with. */
export type Answer = (req: IncomingMessage, res: ServerResponse, body: string) => void;

/** Not by `writeHead`: restify, once loaded, makes it give back nothing. */
export const text =
  (value: string, status = 200, type = 'text/plain', headers: Record<string, string> = {}): Answer =>
  (_req, res) => {
    res.statusCode = status;
    for (const [name, of] of Object.entries({ 'Content-Type': type, ...headers })) res.setHeader(name, of);
    res.end(value);
  };

export const json = (value: unknown, status = 200): Answer => text(JSON.stringify(value), status, 'application/json');

export const html = (status = 200): Answer =>
  text('<!DOCTYPE html><html><body>欢迎</body></html>', status, 'text/html');

/** Takes the request and never answers. */
export const hanging: Answer = () => {};

export const redirected: Answer = text('', 301, 'text/plain', { Location: 'https://elsewhere.example/' });

/** Answers by path; what has no answer gets 404. Gives its address. */
export async function standIn(answers: Record<string, Answer>): Promise<string> {
  const server = createServer((req, res) => {
    const parts: Buffer[] = [];
    req.on('data', (part: Buffer) => parts.push(part));
    req.on('end', () => {
      const answer = answers[new URL(req.url ?? '', 'http://stand.in').pathname] ?? text('nothing', 404);
      answer(req, res, Buffer.concat(parts).toString());
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
}

/** Where nothing listens. */
export async function nowhere(): Promise<string> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on TCP
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

/** Milliseconds that the doctor waits in tests. */
export const patience = 400;

export function envOf(raw: Record<string, string>): Env {
  const read = readEnv({ DIRECTLINE_SECRET: 'not-for-anybody-1', ...raw });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  return read.ok;
}

/** Words that stand in secrets of these tests and nowhere else. */
const secret = /not-for-anybody/;

/** All that is said, in both forms; never a secret. */
export function said(areas: readonly Area[]): string {
  const all = `${printed(areas)}\n${asJson(areas)}`;
  expect(all).not.toMatch(secret);
  return printed(areas);
}

/** The failed ones as `says | todo`; all were looked at for secrets. */
export function failures(checks: readonly Check[]): string[] {
  said([{ name: 'test', checks: [...checks] }]);
  return checks.filter(({ status }) => status === 'failed').map(({ says, todo }) => `${says} | ${todo}`);
}
