/** A process of its own that is measured: the service or the echo bot. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Reading } from './gauge.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const gauge = new URL('./gauge.ts', import.meta.url).href;

export interface Measured {
  /** Asks the process; `collect` its garbage before, `watch` the delays of its main thread from now on. */
  read(how?: 'collect' | 'watch'): Promise<Reading>;
  pid: number;
  /** Fails, with what it wrote, once it has ended. */
  alive(): void;
  stop(): Promise<void>;
}

export function measured(entry: string, env: Record<string, string>): Measured {
  const { PATH = '', HOME = '' } = process.env;
  const child: ChildProcess = spawn(process.execPath, ['--expose-gc', '--import', gauge, entry], {
    cwd: project,
    env: { PATH, HOME, LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => log.push(String(part)));
  const alive = (): void => {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${entry} has ended: ${log.join('')}`);
  };
  return {
    pid: child.pid ?? 0,
    alive,
    async read(how) {
      alive();
      child.send(how ?? 'read');
      const [told] = (await once(child, 'message')) as [Reading]; // what the gauge sends
      return told;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
  };
}
