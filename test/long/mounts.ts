/** Real file systems of a test's own: a disk in a file that can lose its power, and a small one in memory that can be full. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Why this machine lets a test mount nothing; undefined when it does. */
export function noMounts(kind: 'loop' | 'tmpfs'): string | undefined {
  if (process.platform !== 'linux') return 'not Linux';
  if (process.getuid?.() !== 0) return 'not root';
  const folder = mkdtempSync(join(tmpdir(), 'guohe-mount-'));
  const image = join(folder, 'image');
  try {
    if (kind === 'tmpfs') quietly('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', folder]);
    else {
      quietly('truncate', ['-s', '8M', image]);
      quietly('mkfs.ext4', ['-q', image]);
      quietly('mount', ['-o', 'loop', image, folder]);
    }
    quietly('umount', [folder]);
    return undefined;
  } catch (error) {
    return kind === 'tmpfs' ? 'no tmpfs may be mounted' : `no loop device or no ext4: ${String(error).split('\n')[0]}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const quietly = (command: string, given: string[]): Buffer => execFileSync(command, given, { stdio: 'pipe' });

export interface LooseDisk {
  /** Where it is mounted. */
  folder: string;
  /** Flushes everything. */
  flush(): Promise<void>;
  /** What was not flushed is gone; the folder shows what a machine finds after the cut. Nobody may have a file open. */
  cutPower(): Promise<void>;
  remove(): Promise<void>;
}

/** An ext4 disk of 64 MB under `parent`, whose own commits come so seldom that only what is flushed by name is safe. */
export async function looseDisk(parent: string): Promise<LooseDisk> {
  const folder = join(parent, 'disk');
  const image = join(parent, 'image');
  const mount = () => run('mount', ['-o', 'loop,commit=300', image, folder]);
  await mkdir(folder);
  await run('truncate', ['-s', '64M', image]);
  await run('mkfs.ext4', ['-q', '-E', 'lazy_itable_init=0,lazy_journal_init=0', image]);
  await mount();
  return {
    folder,
    flush: async () => void (await run('sync', ['--file-system', folder])),
    async cutPower() {
      // Neither unmounted nor flushed: the copy is what the disk held at this moment.
      await run('cp', ['--sparse=always', image, `${image}.cut`]);
      await run('umount', [folder]);
      await rename(`${image}.cut`, image);
      await mount();
    },
    async remove() {
      await run('umount', ['--lazy', folder]).catch(() => {});
      await rm(image, { force: true });
    },
  };
}

export interface SmallDisk {
  folder: string;
  /** Mounts it anew with other options (`ro`, `rw`, `nr_inodes=…`); what is open stays open. */
  remount(options: string): Promise<void>;
  remove(): Promise<void>;
}

/** A file system in memory. */
export async function smallDisk(parent: string, megabytes: number): Promise<SmallDisk> {
  const folder = join(parent, 'disk');
  await mkdir(folder);
  await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,nr_inodes=10000,mode=0700`, 'none', folder]);
  return {
    folder,
    remount: async (options) => void (await run('mount', ['-o', `remount,${options}`, folder])),
    remove: async () => void (await run('umount', ['--lazy', folder]).catch(() => {})),
  };
}
