/** The embedded home: its files are written as it writes them itself, but not one by one to the disk. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashedPath } from '../../../state/lowdb/files.ts';
import { embeddedStore } from '../../../state/lowdb/index.ts';
import { diskFolder } from './folder.ts';
import type { BenchHome, Filling } from './home.ts';
import { storedTalks } from './stored.ts';

export async function embeddedHome({ conversations, lines }: Filling): Promise<BenchHome> {
  const folder = await diskFolder('embedded');
  const talk = await storedTalks(Math.max(1, Math.round(lines / conversations)));
  for (let number = 0; number < conversations; number += 1) {
    const { record, lines: said, checklists } = talk(number);
    const header = { conversation: record.id, channel: record.channel };
    put(hashedPath(join(folder.path, 'conversations'), record.id, 'json'), JSON.stringify(record));
    const whole = [header, ...said].map((each) => `${JSON.stringify(each)}\n`).join('');
    put(hashedPath(join(folder.path, 'transcripts'), record.id, 'jsonl'), whole);
    for (const { id, checklist } of checklists)
      put(hashedPath(join(folder.path, 'checklists'), id, 'json'), JSON.stringify(checklist));
  }
  // Otherwise what is measured next pays for it.
  if (process.platform !== 'win32') execFileSync('sync');
  return {
    env: { DATA_DIR: folder.path },
    open: async () => embeddedStore(folder.path),
    remove: folder.remove,
  };
}

const made = new Set<string>();

function put(path: string, text: string): void {
  const folder = dirname(path);
  if (!made.has(folder)) mkdirSync(folder, { recursive: true });
  made.add(folder);
  writeFileSync(path, text, { mode: 0o600 });
}
