import type { Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Request, Response } from 'restify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isLoopback } from '../../../bot/loopback.ts';
import { sendJson } from '../../../bot/problem.ts';
import { type Listening, listen, sendRaw } from './listening.ts';

let at: Listening;
beforeAll(async () => {
  at = await listen((server) =>
    server.get('/where', async (req: Request, res: Response) => sendJson(res, 200, { loopback: isLoopback(req) })),
  );
});
afterAll(() => at.close());

const ask = async (headers: string) => {
  const answer = await sendRaw(at.port, [`GET /where HTTP/1.1\r\n${headers}\r\n\r\n`]);
  return /"loopback":(true|false)/.exec(answer)?.[1] ?? answer.slice(0, 12);
};

test.each([
  ['Host: 127.0.0.1:3978', 'true'],
  ['Host: localhost', 'true'],
  ['Host: guohe.localhost:3978', 'true'],
  ['Host: [::1]:3978', 'true'],
  // A page of a foreign name, rebound to this machine.
  ['Host: evil.example.cn:3978', 'false'],
  ['Host: localhost.example.cn', 'false'],
  ['Host: 127.0.0.1.example.cn', 'false'],
  // Through a proxy on this machine.
  ['Host: 127.0.0.1\r\nX-Forwarded-For: 127.0.0.1', 'false'],
  ['Host: 127.0.0.1\r\nx-forwarded-for:', 'false'],
  ['Host: 127.0.0.1\r\nForwarded: for=127.0.0.1', 'false'],
  ['Host: 127.0.0.1\r\nX-Forwarded-Host: localhost', 'false'],
  // More headers than Node keeps must not push the proxy's own header out.
  [`Host: 127.0.0.1\r\n${'A: b\r\n'.repeat(2_000)}X-Forwarded-For: 1.2.3.4`, 'HTTP/1.1 431'],
])('a request with "%s" counts as loopback: %s', async (headers, expected) => {
  expect(await ask(headers)).toBe(expected);
});

const from = (remoteAddress: string | undefined) =>
  // Only the address of the socket is read.
  isLoopback({ socket: { remoteAddress } as Socket, headers: { host: 'localhost' } });

test.each([
  ['127.0.0.1', true],
  ['127.8.9.1', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['::ffff:10.0.0.1', false],
  ['10.0.0.1', false],
  ['192.168.1.2', false],
  ['fe80::1', false],
  ['1270.0.0.1', false],
  [undefined, false],
])('a socket from %s counts as loopback: %s', (address, expected) => {
  expect(from(address)).toBe(expected);
});

test('no address of this machine on a network counts as loopback', () => {
  for (const addresses of Object.values(networkInterfaces())) {
    for (const { address, internal } of addresses ?? []) {
      if (!internal) expect(from(address), address).toBe(false);
    }
  }
});
