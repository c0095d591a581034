/** What lies in a data folder and is not whole. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathsIn } from '../support/hallTalk.ts';

export interface Torn {
  /** Files set aside as damaged, JSON that cannot be read, lines that are torn or glued together. */
  torn: string[];
  /** Temporary files that lie about. */
  leftOver: number;
}

export async function tornIn(data: string): Promise<Torn> {
  const paths = await pathsIn(data);
  const torn: string[] = [];
  for (const path of paths) {
    if (path.includes('damaged')) torn.push(path);
    if (!/\.jsonl?$/.test(path)) continue;
    const text = await readFile(join(data, path), 'utf8');
    const pieces = path.endsWith('.jsonl') ? text.split('\n') : [text];
    const last = path.endsWith('.jsonl') ? pieces.length - 1 : undefined;
    for (const [at, piece] of pieces.entries()) {
      if (at === last ? piece !== '' : !isJson(piece)) torn.push(`${path} line ${at + 1} of ${pieces.length}`);
    }
  }
  return { torn, leftOver: paths.filter((path) => path.endsWith('.tmp')).length };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
