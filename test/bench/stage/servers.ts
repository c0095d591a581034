/** The two that are compared, each in a process of its own on a port of its own: the service over one of its homes, and the echo bot. */
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort, isReady } from '../../support/freePort.ts';
import { type Measured, measured } from './measured.ts';

export interface Server extends Measured {
  url: string;
  /** From the start of the process until it was ready. */
  readyMs: number;
  /** CPU time that it had taken by then. */
  readyCpuMs: number;
}

/** A start that takes longer is a failure by itself. */
const longestStart = 120_000;

/** The service; `home` is where its state is, as in the environment. */
export function serviceServer(home: Record<string, string>): Promise<Server> {
  // Here a few people say what many would.
  const noLimit = { RATE_PER_PERSON: '1000000', RATE_PER_IP: '1000000' };
  return started(new URL('../../../bot/index.ts', import.meta.url), { ...home, ...noLimit, DURABILITY: 'fsync' });
}

export function echoServer(): Promise<Server> {
  return started(new URL('./echoServer.ts', import.meta.url), {});
}

async function started(file: URL, env: Record<string, string>): Promise<Server> {
  const entry = fileURLToPath(file);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const begun = performance.now();
  const process = measured(entry, { ...env, PORT: String(port) });
  while (!(await isReady(url))) {
    process.alive();
    if (performance.now() - begun > longestStart) throw new Error(`${entry} takes too long to start`);
    await after(10);
  }
  const readyMs = performance.now() - begun;
  const { cpuMs } = await process.read();
  return { ...process, url, readyMs, readyCpuMs: cpuMs };
}
