/** A disk that refuses when it is told to, and remembers what it was asked: the calls of the embedded home, in their order. */
import * as fs from 'node:fs/promises';
import { basename } from 'node:path';
import type { Disk } from '../../state/lowdb/files.ts';

export interface Call {
  /** `open`, `rename`, `appendFile`, `sync` … */
  call: string;
  path: string;
  /** What is to be written. */
  text?: string;
}

export interface FaultyDisk {
  disk: Disk;
  calls: readonly Call[];
  /** From now on calls for which it says so are refused; `half`: of a text half is written first. */
  refuse(when: (call: Call) => boolean, how?: { code?: string; half?: boolean }): void;
  /** All calls work again. */
  works(): void;
}

const handleCalls = ['appendFile', 'writeFile', 'sync', 'datasync', 'truncate'] as const;

/** Calls by which something is written. */
export const writes = ({ call, path }: Call): boolean =>
  ['appendFile', 'writeFile', 'rename', 'mkdir', 'sync', 'datasync', 'truncate'].includes(call) ||
  (call === 'open' && path.endsWith('.tmp'));

/** What a turn did is put into the inbox. */
export const commits = ({ call, text = '' }: Call): boolean => call === 'appendFile' && text.includes('{"commit":');

/** A full disk: nothing more can be written, what is there can be read, cut and removed. */
export const full = ({ call }: Call): boolean => call === 'appendFile' || call === 'writeFile';

export function faultyDisk(durable = true): FaultyDisk {
  const calls: Call[] = [];
  let refuses: (call: Call) => boolean = () => false;
  let code = 'ENOSPC';
  let half = false;

  const asked = (call: string, path: string, text?: string): boolean => {
    calls.push({ call, path });
    return refuses({ call, path, ...(text !== undefined && { text }) });
  };
  const refusal = (call: string, path: string): Error =>
    Object.assign(new Error(`${code}: ${call} ${basename(path)}`), { code });

  async function opened(path: string, flags?: string | number, mode?: number): Promise<fs.FileHandle> {
    if (asked('open', path)) throw refusal('open', path);
    const handle = await fs.open(path, flags, mode);
    return new Proxy(handle, {
      get(target, name) {
        const own: unknown = Reflect.get(target, name);
        if (typeof own !== 'function') return own;
        const call = handleCalls.find((each) => each === name);
        if (!call) return own.bind(target);
        return async (...args: unknown[]) => {
          const [text] = args;
          if (!asked(call, path, typeof text === 'string' ? text : undefined)) return own.apply(target, args);
          if (half && typeof text === 'string') await target.appendFile(text.slice(0, text.length / 2));
          throw refusal(call, path);
        };
      },
    });
  }

  const guarded =
    <A extends unknown[], R>(call: string, own: (path: string, ...rest: A) => Promise<R>) =>
    async (path: string, ...rest: A): Promise<R> => {
      if (asked(call, path)) throw refusal(call, path);
      return own(path, ...rest);
    };

  return {
    disk: {
      durable,
      calls: {
        open: opened as typeof fs.open,
        mkdir: guarded('mkdir', fs.mkdir as (path: string) => Promise<undefined>) as typeof fs.mkdir,
        readdir: guarded('readdir', fs.readdir as (path: string) => Promise<string[]>) as typeof fs.readdir,
        readFile: guarded(
          'readFile',
          fs.readFile as unknown as (path: string) => Promise<string>,
        ) as unknown as typeof fs.readFile,
        rename: guarded('rename', fs.rename as (path: string, to: string) => Promise<void>) as typeof fs.rename,
        rm: guarded('rm', fs.rm as (path: string) => Promise<void>) as typeof fs.rm,
      },
    },
    calls,
    refuse(when, how = {}) {
      refuses = when;
      code = how.code ?? 'ENOSPC';
      half = how.half ?? false;
    },
    works() {
      refuses = () => false;
    },
  };
}
