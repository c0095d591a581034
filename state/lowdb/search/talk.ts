/** A conversation as it stands now: what its transcript holds, and what is kept elsewhere and not in it yet. */
import { hashOf } from '../../hash.ts';
import type { TranscriptLine } from '../../transcript.ts';
import { fits, type Searchable, searchableOf } from '../../transcriptQuery.ts';
import type { FoundLine, Talked, TranscriptQuery } from '../../transcripts.ts';
import { safeDisk } from '../files.ts';
import { transcriptFiles } from '../transcripts.ts';
import { documentOf, stampOf } from './chunk.ts';
import type { Digest } from './digest.ts';
import type { Chunk } from './shard.ts';

export interface Talk {
  /** All its lines, oldest first. */
  lines(): Promise<FoundLine[]>;
  /** Undefined when there is none, or nothing of it is to be found any more. */
  talked(): Talked | undefined;
}

/** @param unwritten its lines that are kept elsewhere */
export function talkOf(
  dataFolder: string,
  digest: Digest,
  conversation: string,
  unwritten: readonly FoundLine[] = [],
): Talk {
  const name = hashOf(conversation);
  const chunk = digest.of(name);
  return {
    async lines() {
      if (isDeleting(dataFolder, name)) return [];
      const channel = chunk?.channel ?? unwritten[0]?.channel ?? '';
      const bySeq = new Map<number, TranscriptLine>(unwritten.map(({ line }) => [line.seq, line]));
      const written = await transcriptFiles(dataFolder, safeDisk, () => {}).read(conversation);
      for (const line of written) bySeq.set(line.seq, line);
      const lines = [...bySeq.values()].sort((one, other) => one.seq - other.seq);
      return lines.map((line) => ({ conversation, channel, line }));
    },
    talked() {
      const there = unwritten.length > 0 || stampOf(dataFolder, name) !== undefined;
      return there && !isDeleting(dataFolder, name) ? talkedIn(chunk, unwritten) : undefined;
    },
  };
}

/** As the digest knows it, and lines that are kept elsewhere. */
export function talkedIn(chunk: Chunk | undefined, unwritten: readonly FoundLine[]): Talked | undefined {
  const times = [chunk?.begunAt, chunk?.lastAt, ...unwritten.map(({ line }) => searchableOf(line)?.at)];
  const known = times.filter((at) => at).sort();
  const [begunAt, lastAt] = [known[0], known.at(-1)];
  const whose = chunk ?? unwritten[0];
  if (!whose || !begunAt || !lastAt) return undefined;
  return { conversation: whose.conversation, channel: whose.channel, begunAt, lastAt };
}

/** What is searched of a line, if it is what a plain query asks for. */
export function fitting({ conversation, channel, line }: FoundLine, query: TranscriptQuery): Searchable | undefined {
  if (query.conversation !== undefined && conversation !== query.conversation) return undefined;
  if (query.channel !== undefined && channel !== query.channel) return undefined;
  const searchable = searchableOf(line);
  return searchable && fits(searchable, query) ? searchable : undefined;
}

/** Nothing is found of a conversation that is being deleted, whatever is still on the disk. */
export function isDeleting(dataFolder: string, name: string): boolean {
  const document = documentOf(dataFolder, name);
  return typeof document === 'object' && document !== null && 'deleting' in document && document.deleting === true;
}
