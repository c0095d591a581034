/** Callers who hold connections without using them: each is cut off in its time, and the others are served meanwhile. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import type { Request, Response } from 'restify';
import { expect, onTestFinished, test } from 'vitest';
import { sendJson } from '../../../bot/problem.ts';
import { bodyOf, type HttpServerOptions } from '../../../bot/server.ts';
import { expectAlive, type Listening, listen } from './listening.ts';

/** Milliseconds. */
const soon = 300;

async function service(options: Partial<HttpServerOptions> = {}): Promise<Listening> {
  const at = await listen(
    (server) => {
      server.post('/echo', async (req: Request, res: Response) => sendJson(res, 200, { body: bodyOf(req) ?? null }));
      server.get('/large', async (_req: Request, res: Response) => {
        res.sendRaw(200, Buffer.alloc(64 * 1024 * 1024));
      });
    },
    { receiveTimeout: soon, ...options },
  );
  onTestFinished(() => at.close());
  return at;
}

/** A connection of somebody else, and when it was closed. */
async function opened({ port }: Listening): Promise<{ socket: Socket; came: () => string; closed: Promise<void> }> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  let came = '';
  socket.on('data', (chunk) => {
    came += chunk.toString('latin1').slice(0, 1000 - came.length);
  });
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
  });
  await once(socket, 'connect');
  onTestFinished(() => void socket.destroy());
  return { socket, came: () => came, closed };
}

const longest = <T>(work: Promise<T>) => Promise.race([work, after(10 * soon).then(() => 'still open' as const)]);

test('a hundred who send their headers a byte at a time are cut off, and somebody else is answered meanwhile', async () => {
  const at = await service();
  const slow = await Promise.all(Array.from({ length: 100 }, () => opened(at)));
  const drip = setInterval(() => {
    for (const { socket } of slow) socket.write('a');
  }, 50);
  for (const { socket } of slow) socket.write('GET / HTTP/1.1\r\nX-Slow: ');
  await expectAlive(at);
  expect(await longest(Promise.all(slow.map(({ closed }) => closed)))).not.toBe('still open');
  clearInterval(drip);
  expect(slow[0]?.came()).toMatch(/^HTTP\/1\.1 408 /);
  await expectAlive(at);
});

test('who sends the body a byte at a time is cut off, too', async () => {
  const at = await service();
  const { socket, came, closed } = await opened(at);
  socket.write('POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n"');
  const drip = setInterval(() => socket.write('a'), 50);
  expect(await longest(closed)).not.toBe('still open');
  clearInterval(drip);
  expect(came()).toMatch(/^HTTP\/1\.1 408 /);
});

test('who connects and says nothing is cut off', async () => {
  const at = await service();
  expect(await longest((await opened(at)).closed)).not.toBe('still open');
});

test('who was answered and says nothing more is cut off', async () => {
  const at = await service({ idleTimeout: { between: soon } });
  const { socket, came, closed } = await opened(at);
  socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n');
  await expect.poll(came).toMatch(/^HTTP\/1\.1 200 /);
  expect(await longest(closed)).not.toBe('still open');
});

test('who does not take a large answer is cut off', async () => {
  const at = await service({ idleTimeout: { within: soon } });
  const { socket, closed } = await opened(at);
  socket.pause();
  socket.write('GET /large HTTP/1.1\r\nHost: a\r\n\r\n');
  await after(3 * soon);
  socket.resume();
  expect(await longest(closed)).not.toBe('still open');
  expect(socket.bytesRead).toBeLessThan(64 * 1024 * 1024);
  await expectAlive(at);
});

test('one connection more than there may be is closed at once, and there is room again when one goes', async () => {
  const at = await service({ maxConnections: 3, receiveTimeout: 30_000 });
  const taken = await Promise.all([opened(at), opened(at), opened(at)]);
  expect(await longest((await opened(at)).closed)).not.toBe('still open');
  for (const { socket } of taken) socket.destroy();
  await expect
    .poll(() =>
      fetch(`${at.url}/healthz`).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200);
});
