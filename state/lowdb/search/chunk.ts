/**
 * The digest of one transcript: what searching asks for of each of its lines. It is derived, so it is written without flushing:
 * a sum tells whether all of it is there, and a stamp whether it is of the transcript as it stands now.
 */
import { closeSync, fstatSync, openSync, readFileSync, readSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { hashOf } from '../../hash.ts';
import { form, summarise } from '../../summarise.ts';
import { type TranscriptLine, transcriptLine } from '../../transcript.ts';
import { type Searchable, searchableOf } from '../../transcriptQuery.ts';
import { namedPath, parsedLine } from '../files.ts';
import { entryText } from './entry.ts';

export const chunkHeader = z.object({
  /** The transcript's name: the hash of the conversation's id. */
  name: z.string(),
  stamp: z.string(),
  /** Empty when nothing tells whose transcript it is; then it has no entries. */
  conversation: z.string(),
  channel: z.string(),
  /** Of all its lines; empty when there are none. */
  begunAt: z.string(),
  lastAt: z.string(),
  /** Bytes of the summary behind the header, and of the entries behind that. */
  summary: z.number().int().min(0),
  bytes: z.number().int().min(0),
  /** The form of the summary. */
  form: z.literal(form),
  sum: z.number(),
});
export type ChunkHeader = z.infer<typeof chunkHeader>;

const owner = z.union([
  z.object({ conversation: z.string(), channel: z.string() }),
  // A document; transcripts of earlier versions have no header.
  z.object({ id: z.string(), channel: z.string() }).transform(({ id, channel }) => ({ conversation: id, channel })),
]);

/** Plain text: joining paths takes longer than asking for a file. */
const transcriptPath = (dataFolder: string, name: string): string =>
  `${dataFolder}/transcripts/${name.slice(0, 2)}/${name}.jsonl`;

/** What tells one state of a transcript from another; undefined when there is none. */
export function stampOf(dataFolder: string, name: string): string | undefined {
  const stats = statSync(transcriptPath(dataFolder, name), { throwIfNoEntry: false });
  return stats && stamped(stats);
}

const stamped = ({ ino, size, mtimeMs }: Stats): string => `${ino}-${size}-${mtimeMs}`;

/** A header with what stands behind it. */
export interface WholeChunk {
  header: ChunkHeader;
  /** The summary as a line of JSON, then the entries. */
  body: Buffer;
}

/** The digest of a transcript as it stands now; undefined when there is none. */
export function chunkOf(dataFolder: string, name: string): WholeChunk | undefined {
  const file = unlessMissing(() => readStamped(transcriptPath(dataFolder, name)));
  if (!file) return undefined;
  // A torn end is no line.
  const values = file.text.split('\n').slice(0, -1).map(parsedLine);
  const { conversation, channel } = ownerIn(values[0], name) ??
    ownerIn(documentOf(dataFolder, name), name) ?? { conversation: '', channel: '' };
  const bySeq = new Map<number, Searchable>();
  for (const value of conversation === '' ? [] : values) {
    const line = searchableOf(value);
    if (line && !bySeq.has(line.seq)) bySeq.set(line.seq, line);
  }
  const lines = [...bySeq.values()];
  const times = lines.map(({ at }) => at).sort();
  const said = values.flatMap((value) => transcriptLine.safeParse(value).data ?? []);
  const { summary } = summarise(undefined, conversation, channel, conversation === '' ? [] : inOrder(said));
  const summaryText = Buffer.from(`${JSON.stringify(summary)}\n`);
  const entries = Buffer.from(lines.map(entryText).join(''));
  const body = Buffer.concat([summaryText, entries]);
  return {
    header: {
      name,
      stamp: file.stamp,
      conversation,
      channel,
      begunAt: times[0] ?? '',
      lastAt: times.at(-1) ?? '',
      summary: summaryText.length,
      bytes: entries.length,
      form,
      sum: crc32(body),
    },
    body,
  };
}

/** Lines that wait for an answer may be written behind later ones. */
const inOrder = (lines: readonly TranscriptLine[]): TranscriptLine[] =>
  lines.toSorted((one, other) => one.seq - other.seq);

function ownerIn(value: unknown, name: string): z.infer<typeof owner> | undefined {
  const { data } = owner.safeParse(value);
  return data && hashOf(data.conversation) === name ? data : undefined;
}

/** A document as it stands on the disk, unchecked. */
export function documentOf(dataFolder: string, name: string): unknown {
  const path = namedPath(join(dataFolder, 'conversations'), name, 'json');
  return parsedLine(unlessMissing(() => readFileSync(path, 'utf8')) ?? '');
}

/** The stamp is of what was read or of an earlier state, never of a later one. */
function readStamped(path: string): { stamp: string; text: string } {
  const file = openSync(path, 'r');
  try {
    const stats = fstatSync(file);
    const bytes = Buffer.allocUnsafe(stats.size);
    const read = readSync(file, bytes, 0, stats.size, 0);
    return { stamp: stamped(stats), text: bytes.toString('utf8', 0, read) };
  } finally {
    closeSync(file);
  }
}

export function unlessMissing<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
