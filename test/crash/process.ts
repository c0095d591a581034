/** The service as a process of its own that is killed and started again on the same port and folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort, isReady } from '../support/freePort.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
/** A start that takes longer is a failure by itself. */
const longestStart = 60_000;

export interface ServiceProcess {
  url: string;
  /** Milliseconds from the start of the process until it was ready, of each start that came so far. */
  starts: readonly number[];
  /** Milliseconds for which it was ready until now, over all its lives. */
  served(): number;
  /** Starts it and does not wait: it may be killed before it is ready. */
  begin(): void;
  /** Starts it and waits until it is ready. */
  start(): Promise<void>;
  /** Without a chance to finish anything. */
  kill(): Promise<void>;
  /** Asks it to stop; its exit code. */
  stop(): Promise<number | null>;
  alive(): boolean;
  /** What it wrote on its log. */
  log(): string;
  /** Says something to the module that was loaded before it, and waits until that was heard. */
  tell(message: object): Promise<void>;
}

export interface ProcessOptions {
  /** More of the environment than the service needs to run on the folder. */
  env?: Record<string, string>;
  /** A module that is loaded before the service. */
  preload?: URL;
}

/** Not started yet. */
export async function serviceProcess(
  dataFolder: string,
  { env: more = {}, preload }: ProcessOptions = {},
): Promise<ServiceProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, PORT: String(port), DATA_DIR: dataFolder, LOG_LEVEL: 'error', ...more };
  const before = preload ? ['--import', preload.href] : [];
  const starts: number[] = [];
  const log: string[] = [];
  let child: ChildProcess | undefined;
  let earlier = 0;
  let ready: number | undefined;
  const served = (): number => earlier + (ready === undefined ? 0 : performance.now() - ready);
  const alive = (): boolean => child !== undefined && child.exitCode === null && child.signalCode === null;
  const ended = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> => {
    if (!child) return null;
    const gone = child;
    earlier = served();
    ready = undefined;
    const still = alive();
    child = undefined;
    if (!still) return gone.exitCode;
    const exit = once(gone, 'exit');
    gone.kill(signal);
    await exit;
    return gone.exitCode;
  };
  function begin(): void {
    child = spawn(process.execPath, [...before, 'bot/index.ts'], {
      cwd: project,
      env,
      stdio: ['ignore', 'pipe', 'pipe', ...(preload ? (['ipc'] as const) : [])],
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => log.push(String(part)));
  }
  return {
    url,
    starts,
    served,
    begin,
    alive,
    log: () => log.join(''),
    async start() {
      const begun = performance.now();
      begin();
      while (!(await isReady(url))) {
        if (!alive()) throw new Error(`the service did not start: ${log.join('')}`);
        if (performance.now() - begun > longestStart) throw new Error('the service takes too long to start');
        await after(20);
      }
      ready = performance.now();
      starts.push(ready - begun);
    },
    kill: async () => void (await ended('SIGKILL')),
    stop: () => ended('SIGTERM'),
    async tell(message) {
      if (!child) throw new Error('nobody listens');
      const heard = once(child, 'message');
      child.send(message);
      await heard;
    },
  };
}
