/** Files of JSON lines that only grow: what was not written whole is cut off, so that no two lines are ever glued. */
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Disk, inFolder, readText, syncFolder } from './files.ts';

/**
 * Adds text that ends with a line break; when it resolves, the text survives a crash. When it rejects, nothing of it is left, unless
 * even the cutting failed: then the end is torn, and `wholeLines` cuts it.
 */
export async function appendLines(disk: Disk, path: string, text: string): Promise<void> {
  const file = growingFile(disk, path);
  await file.append(text);
  await file.close();
}

export interface GrowingFile {
  /** As `appendLines` does; the file stays open as long as it is written to again and again. Not to be called while it runs. */
  append(text: string): Promise<void>;
  /** Lets go of the file: it is about to be replaced. */
  close(): Promise<void>;
}

/** Milliseconds without a write after which the file is closed. */
const rest = 1000;

export function growingFile(disk: Disk, path: string): GrowingFile {
  let open: { file: FileHandle; size: number } | undefined;
  let closing: NodeJS.Timeout | undefined;
  /** Where its lines end, when even cutting off what was not written whole has failed. */
  let end: number | undefined;

  async function close(): Promise<void> {
    clearTimeout(closing);
    const last = open;
    open = undefined;
    await last?.file.close();
  }

  return {
    async close() {
      await close();
      end = undefined;
    },
    async append(text) {
      clearTimeout(closing);
      open ??= await opened(disk, path);
      if (end !== undefined && open.size > end) {
        await open.file.truncate(end);
        open.size = end;
      }
      end = undefined;
      const { file, size } = open;
      try {
        await file.appendFile(text);
        if (disk.durable) await file.datasync();
        if (size === 0) await syncFolder(disk, dirname(path));
        open.size += Buffer.byteLength(text);
      } catch (error) {
        await file.truncate(size).catch(() => {
          end = size;
        });
        await close().catch(() => {});
        throw error;
      }
      closing = setTimeout(() => void close().catch(() => {}), rest);
      closing.unref();
    },
  };
}

async function opened(disk: Disk, path: string): Promise<{ file: FileHandle; size: number }> {
  const file = await inFolder(disk, dirname(path), () => disk.calls.open(path, 'a', 0o600));
  try {
    return { file, size: (await file.stat()).size };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** The whole lines of a file, none when there is no file. Others may be adding to it. */
export async function readLines(disk: Disk, path: string): Promise<string[]> {
  const text = (await readText(disk, path)) ?? '';
  return text.split('\n').slice(0, -1);
}

/** The same for the only one who adds to it: a torn end is cut off the file. */
export async function wholeLines(disk: Disk, path: string): Promise<string[]> {
  const text = (await readText(disk, path)) ?? '';
  const end = text.lastIndexOf('\n') + 1;
  if (end < text.length) {
    const file = await disk.calls.open(path, 'r+');
    try {
      await file.truncate(Buffer.byteLength(text.slice(0, end)));
      if (disk.durable) await file.datasync();
    } finally {
      await file.close();
    }
  }
  return text.slice(0, end).split('\n').slice(0, -1);
}
