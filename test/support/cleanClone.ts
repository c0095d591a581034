/** What somebody has who just cloned the project: the files that git knows or would add, with the packages linked in. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** Whether the project stands in a git work tree; a downloaded archive has none. */
export const hasGit = existsSync(join(project, '.git'));

/** A copy in a folder of its own; whoever makes it removes it. */
export async function cleanClone(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'guohe-clone-'));
  const { stdout } = await promisify(execFile)('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: project,
  });
  const files = stdout.split('\0').filter((path) => path !== '' && existsSync(join(project, path)));
  for (const path of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await copyFile(join(project, path), join(folder, path));
  }
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

export interface Started {
  child: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** Waits for the exit; the exit code. */
  ended(): Promise<number | null>;
  /** Asks everything that it started to stop, or kills it, and waits. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/** Runs an npm script of the clone, with nothing of this process's settings but where programs are. */
export function runScript(folder: string, script: string, env: Record<string, string>): Started {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn('npm', ['run', '--silent', script], { cwd: folder, env: { PATH, HOME, ...env }, detached: true });
  const heard = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    heard.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    heard.stderr += text;
  });
  const ended = async () => {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
    return child.exitCode;
  };
  return {
    child,
    stdout: () => heard.stdout,
    stderr: () => heard.stderr,
    ended,
    stop(signal = 'SIGTERM') {
      const over = child.exitCode !== null || child.signalCode !== null;
      // npm and the service are a process group of their own.
      if (child.pid !== undefined && !over) process.kill(-child.pid, signal);
      return ended();
    },
  };
}
