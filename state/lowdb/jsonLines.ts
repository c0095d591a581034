/** Files of JSON lines that only grow: what was not written whole is cut off, so that no two lines are ever glued. */
import { dirname } from 'node:path';
import { type Disk, inFolder, readText, syncFolder } from './files.ts';

/**
 * Adds text that ends with a line break; when it resolves, the text survives a crash. When it rejects, nothing of it is left, unless
 * even the cutting failed: then the end is torn, and `wholeLines` cuts it.
 */
export async function appendLines(disk: Disk, path: string, text: string): Promise<void> {
  const file = await inFolder(disk, dirname(path), () => disk.calls.open(path, 'a', 0o600));
  try {
    const { size } = await file.stat();
    try {
      await file.appendFile(text);
      if (disk.durable) await file.datasync();
    } catch (error) {
      await file.truncate(size).catch(() => {});
      throw error;
    }
    if (size === 0) await syncFolder(disk, dirname(path));
  } finally {
    await file.close();
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
