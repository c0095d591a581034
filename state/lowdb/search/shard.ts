/** The digests of the transcripts of one folder, in one file; the worker alone reads and writes it. */
import {
  appendFileSync,
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { parsedLine } from '../files.ts';
import { type ChunkHeader, chunkHeader, unlessMissing, type WholeChunk } from './chunk.ts';

export interface Chunk extends ChunkHeader {
  /** Where its header, and where its entries begin in the file, and where they end; right before the entries stands the summary. */
  from: number;
  begin: number;
  end: number;
}

export interface Shard {
  /** What is known of its transcripts, by name. */
  chunks: ReadonlyMap<string, Chunk>;
  /** The file in which `chunks` lie; good until the next one is read. */
  bytes(): Buffer;
  /** Puts digests in the place of those of the same name, and removes some; those are gone from the disk when it returns. */
  change(put: readonly WholeChunk[], remove: readonly string[]): void;
}

/** The folder of all of them. */
export const digestFolder = (dataFolder: string): string => join(dataFolder, 'search');

/** Gives back the bytes of a file, none if there is no file; good until the next call. */
export type ReadFile = (path: string) => Buffer;

/** Reads files one after the other into the same memory: new memory for each would cost more than the reading. */
export function fileReader(): ReadFile {
  let memory = Buffer.alloc(0);
  return (path) => {
    const file = unlessMissing(() => openSync(path, 'r'));
    if (file === undefined) return memory.subarray(0, 0);
    try {
      const { size } = fstatSync(file);
      if (memory.length < size) memory = Buffer.allocUnsafeSlow(size * 2);
      return memory.subarray(0, readSync(file, memory, 0, size, 0));
    } finally {
      closeSync(file);
    }
  };
}

export function openShard(dataFolder: string, prefix: string, readFile: ReadFile): Shard {
  const folder = digestFolder(dataFolder);
  const path = join(folder, `${prefix}.jsonl`);
  const temporary = `${path}.tmp`;
  const read = (): Buffer => readFile(path);
  const chunks = new Map<string, Chunk>();
  let size = 0;
  /** Of chunks that others took the place of. */
  let garbage = 0;

  function keep(header: ChunkHeader, from: number, begin: number): void {
    const before = chunks.get(header.name);
    if (before) garbage += before.end - before.from;
    size = begin + header.bytes;
    chunks.set(header.name, { ...header, from, begin, end: size });
  }

  function write(put: readonly WholeChunk[]): void {
    const parts = put.map(({ header, body }) => ({ header, body, head: Buffer.from(`${JSON.stringify(header)}\n`) }));
    appendFileSync(path, Buffer.concat(parts.flatMap(({ head, body }) => [head, body])), { mode: 0o600 });
    for (const { header, head } of parts) keep(header, size, size + head.length + header.summary);
  }

  /** Makes the file anew with what still counts. */
  function rewrite(): void {
    const bytes = read();
    const kept = [...chunks.values()];
    const parts = kept.map(({ from, end }) => bytes.subarray(from, end));
    writeFileSync(temporary, Buffer.concat(parts), { mode: 0o600 });
    renameSync(temporary, path);
    chunks.clear();
    size = 0;
    garbage = 0;
    for (const { from, begin, end: _end, ...header } of kept) keep(header, size, size + begin - from);
  }

  /** Runs what changes the file; when it fails (the disk is full), no file is left, and a new one can be made of the transcripts. */
  function changing(change: () => void): void {
    try {
      mkdirSync(folder, { recursive: true });
      change();
    } catch (error) {
      chunks.clear();
      size = 0;
      garbage = 0;
      for (const file of [path, temporary]) rmSync(file, { force: true });
      throw error;
    }
  }

  function load(): void {
    rmSync(temporary, { force: true });
    const bytes = read();
    while (size < bytes.length) {
      const begin = bytes.indexOf(10, size) + 1;
      const header = chunkHeader.safeParse(parsedLine(bytes.toString('utf8', size, begin))).data;
      if (!header || crc32(bytes.subarray(begin, begin + header.summary + header.bytes)) !== header.sum) break;
      keep(header, size, begin + header.summary);
    }
    // Torn, or with digests that count no more.
    if (size < bytes.length || garbage > 0) changing(rewrite);
  }

  load();
  return {
    chunks,
    bytes() {
      const bytes = read();
      if (bytes.length !== size) throw new Error('the digest was changed by somebody else');
      return bytes;
    },
    change(put, remove) {
      const gone = remove.filter((name) => chunks.delete(name));
      if (put.length === 0 && gone.length === 0) return;
      changing(() => {
        if (put.length > 0) write(put);
        if (gone.length > 0 || garbage > size / 2) rewrite();
      });
    },
  };
}
