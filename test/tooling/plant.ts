/** A throw-away tree in the system's temporary folder, for proving that a tool refuses what it should. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const project = resolve(import.meta.dirname, '../..');

/** Where npm put the command of a development tool. */
export const command = (name: string): string => join(project, 'node_modules/.bin', name);

export interface Tree {
  folder: string;
  remove(): void;
}

/** Writes `files` (path → text) and copies the project's own `copied` files beside them. */
export function plant(files: Record<string, string>, copied: string[]): Tree {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'));
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  for (const path of copied) copyFileSync(join(project, path), join(folder, path));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
