/** Transcripts as files of a data folder, and searching in them, for tests of the embedded home. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { embeddedStore } from '../../state/lowdb/index.ts';
import { type TranscriptSearch, transcriptSearch } from '../../state/lowdb/search.ts';
import type { Store } from '../../state/store.ts';
import type { TranscriptLine } from '../../state/transcript.ts';
import type { FoundLine, Transcripts } from '../../state/transcripts.ts';
import { filesOf, pathsIn } from '../support/hallTalk.ts';
import { line } from '../support/saying.ts';

export const header = (conversation: string, channel = 'wecom'): string => JSON.stringify({ conversation, channel });
export const person = (seq: number, text: string): TranscriptLine => line(seq, 'person', text);

/** Writes a transcript as it lies on the disk; objects are lines of JSON. */
export async function written(
  folder: string,
  conversation: string,
  lines: readonly (object | string)[],
): Promise<string> {
  const path = filesOf(folder, conversation).transcript;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, lines.map((each) => (typeof each === 'string' ? each : `${JSON.stringify(each)}\n`)).join(''));
  return path;
}

export function searching(folder: string, unwritten?: () => Promise<readonly FoundLine[]>): TranscriptSearch {
  const search = transcriptSearch(folder, unwritten);
  onTestFinished(() => search.close());
  return search;
}

export function storeOf(folder: string): Store {
  const opened = embeddedStore(folder);
  onTestFinished(() => opened.close());
  return opened;
}

/** What the lines say that are found. */
export const texts = async (search: Pick<Transcripts, 'search'>, text?: string): Promise<unknown[]> =>
  (await search.search(text === undefined ? {} : { text })).items.map((each) => each.line.activity.text);

/** Files under the folder that hold the text. */
export async function filesWith(folder: string, text: string): Promise<string[]> {
  const found = [];
  for (const path of await pathsIn(folder)) {
    if ((await readFile(join(folder, path), 'utf8')).includes(text)) found.push(path);
  }
  return found;
}

/** The digests, of which there is one for each folder of transcripts. */
export async function digestsIn(folder: string): Promise<string[]> {
  const files = await readdir(join(folder, 'search'));
  return files.map((file) => join(folder, 'search', file));
}
