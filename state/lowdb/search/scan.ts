/** Going through the digest: by bytes first, so that only what may fit is understood. */
import { fits, type Searchable } from '../../transcriptQuery.ts';
import type { TranscriptQuery } from '../../transcripts.ts';
import { entryOf, timeAt } from './entry.ts';
import type { Chunk, Shard } from './shard.ts';

/** What is done with what is found. */
export interface Visit {
  /** Whether the digest's lines are worth looking at. */
  wants(chunk: Chunk): boolean;
  /** Whether a line of this time is. */
  wantsTime(at: string): boolean;
  /** `done`: nothing more of this conversation is needed. */
  found(chunk: Chunk, line: Searchable): 'more' | 'done';
}

/** Visits every entry that fits a plain query, those of the newest conversations first where no text is looked for. */
export function scan(shards: Iterable<Shard>, query: TranscriptQuery, visit: Visit): void {
  const needles = needlesOf(query);
  for (const shard of shards) {
    const chunks = [...shard.chunks.values()].filter((chunk) => mayFit(chunk, query) && visit.wants(chunk));
    if (chunks.length === 0) continue;
    const bytes = shard.bytes();
    const look = looking(bytes, query, needles, visit);
    const needle = rarest(bytes, needles);
    if (needle) scanFor(needle, bytes, chunks, look);
    else scanAll(bytes, chunks, visit, look);
  }
}

/** Whether some line of the conversation may fit, as far as its header tells. */
function mayFit(
  { conversation, channel, begunAt, lastAt }: Chunk,
  { conversation: only, channel: onlyOn, since, until }: TranscriptQuery,
): boolean {
  return (
    begunAt !== '' &&
    (only === undefined || conversation === only) &&
    (onlyOn === undefined || channel === onlyOn) &&
    (since === undefined || lastAt >= since) &&
    (until === undefined || begunAt < until)
  );
}

/** What an entry's bytes hold if it fits. */
function needlesOf({ text, from, questionId, answerStatus, ruleId, verdict, guide }: TranscriptQuery): Buffer[] {
  const words = [from, questionId, answerStatus, ruleId, verdict, guide].filter((word) => word !== undefined);
  const texts = words.map((word) => JSON.stringify(word));
  if (text !== undefined) texts.push(JSON.stringify(text).slice(1, -1));
  return texts.map((each) => Buffer.from(each));
}

/** The one that stops the scan least often. */
function rarest(bytes: Buffer, needles: readonly Buffer[]): Buffer | undefined {
  if (needles.length < 2) return needles[0];
  const counted = needles.map((needle) => ({ needle, count: countOf(needle, bytes.subarray(0, 100_000)) }));
  return counted.sort((one, other) => one.count - other.count)[0]?.needle;
}

function countOf(needle: Buffer, bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + needle.length)) count += 1;
  return count;
}

function scanFor(needle: Buffer, bytes: Buffer, chunks: Chunk[], look: Look): void {
  chunks.sort((one, other) => one.begin - other.begin);
  let next = 0;
  let at = bytes.indexOf(needle, chunks[0]?.begin);
  while (at >= 0) {
    let chunk = chunks[next];
    while (chunk && chunk.end <= at) {
      next += 1;
      chunk = chunks[next];
    }
    if (!chunk) return;
    let from = chunk.begin;
    if (at >= chunk.begin) {
      const begin = bytes.lastIndexOf(10, at) + 1;
      const end = bytes.indexOf(10, at);
      const said = look(chunk, begin, end);
      from = said === 'done' ? chunk.end : end + 1;
    }
    at = bytes.indexOf(needle, from);
  }
}

function scanAll(bytes: Buffer, chunks: Chunk[], visit: Visit, look: Look): void {
  chunks.sort((one, other) => (one.lastAt < other.lastAt ? 1 : -1));
  for (const chunk of chunks) {
    if (!visit.wants(chunk)) continue;
    for (let begin = chunk.begin; begin < chunk.end; ) {
      const end = bytes.indexOf(10, begin);
      begin = look(chunk, begin, end) === 'done' ? chunk.end : end + 1;
    }
  }
}

type Look = (chunk: Chunk, begin: number, end: number) => 'more' | 'done';

/** Looks at one entry, and understands it only if its bytes hold everything that is asked for. */
function looking(bytes: Buffer, query: TranscriptQuery, needles: readonly Buffer[], visit: Visit): Look {
  const { since = '', until = '~' } = query;
  return (chunk, begin, end) => {
    const at = timeAt(bytes, begin);
    if (at < since || at >= until || !visit.wantsTime(at)) return 'more';
    const entry = bytes.subarray(begin, end);
    if (needles.some((needle) => entry.indexOf(needle) < 0)) return 'more';
    const line = entryOf(entry.toString());
    return fits(line, query) ? visit.found(chunk, line) : 'more';
  };
}
