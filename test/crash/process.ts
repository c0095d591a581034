/** The service as a process of its own that is killed and started again on the same port and folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
/** A start that takes longer is a failure by itself. */
const longestStart = 30_000;

export interface ServiceProcess {
  url: string;
  /** Milliseconds from the start of the process until it was ready, of each start. */
  starts: readonly number[];
  start(): Promise<void>;
  /** Without a chance to finish anything. */
  kill(): Promise<void>;
  /** Asks it to stop; its exit code. */
  stop(): Promise<number | null>;
  /** What it wrote on its log. */
  log(): string;
}

/** Not started yet. */
export async function serviceProcess(dataFolder: string): Promise<ServiceProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, PORT: String(port), DATA_DIR: dataFolder, LOG_LEVEL: 'error' };
  const starts: number[] = [];
  const log: string[] = [];
  let child: ChildProcess | undefined;
  const ended = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> => {
    if (!child) return null;
    const gone = child;
    child = undefined;
    if (gone.exitCode !== null) return gone.exitCode;
    const exit = once(gone, 'exit');
    gone.kill(signal);
    await exit;
    return gone.exitCode;
  };
  return {
    url,
    starts,
    log: () => log.join(''),
    async start() {
      const begun = performance.now();
      const started = spawn(process.execPath, ['bot/index.ts'], {
        cwd: project,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = started;
      for (const stream of [started.stdout, started.stderr]) stream.on('data', (part) => log.push(String(part)));
      while (!(await isReady(url))) {
        if (started.exitCode !== null) throw new Error(`the service did not start: ${log.join('')}`);
        if (performance.now() - begun > longestStart) throw new Error('the service takes too long to start');
        await after(20);
      }
      starts.push(performance.now() - begun);
    },
    kill: async () => void (await ended('SIGKILL')),
    stop: () => ended('SIGTERM'),
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}
