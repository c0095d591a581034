/** What the worker answers: places come from the digest, everything that is handed out from the transcripts themselves. */
import { hashOf } from '../../hash.ts';
import type { Place } from '../../paging.ts';
import type { TranscriptLine } from '../../transcript.ts';
import { fits, searchableOf } from '../../transcriptQuery.ts';
import type { FoundLine, Talked, TranscriptQuery } from '../../transcripts.ts';
import { safeDisk } from '../files.ts';
import { transcriptFiles } from '../transcripts.ts';
import { documentOf, stampOf } from './chunk.ts';
import type { Digest } from './digest.ts';
import { type Newest, newest } from './newest.ts';
import { mayFit, scan } from './scan.ts';
import type { Chunk } from './shard.ts';

/** What comes with each question. */
export interface Since {
  /** Names of the transcripts that were changed since the last one. */
  changed: readonly string[];
  /** Lines that are kept elsewhere and not in their transcripts yet, or only just. */
  unwritten: readonly FoundLine[];
}

export interface Answers {
  /** At most `most` lines behind the place `after`, newest first. */
  search(query: TranscriptQuery, most: number, after: Place | undefined, since: Since): Promise<FoundLine[]>;
  list(channel: string | undefined, most: number, after: Place | undefined, since: Since): Promise<Talked[]>;
  /** Conversations in which something fits, the oldest first. */
  conversations(query: TranscriptQuery, since: Since): Promise<string[]>;
  /** Lines of one conversation that fit, oldest first. */
  lines(conversation: string, query: TranscriptQuery, since: Since): Promise<FoundLine[]>;
}

export function answers(dataFolder: string, digest: Digest): Answers {
  const transcripts = transcriptFiles(dataFolder, safeDisk, () => {});

  /** Nothing is found of a conversation that is being deleted, whatever is still on the disk. */
  function isDeleting(name: string): boolean {
    const document = documentOf(dataFolder, name);
    return typeof document === 'object' && document !== null && 'deleting' in document && document.deleting === true;
  }

  /** A conversation as it stands now. */
  async function whole(conversation: string, unwritten: readonly FoundLine[]): Promise<FoundLine[]> {
    const name = hashOf(conversation);
    if (isDeleting(name)) return [];
    const own = unwritten.filter((each) => each.conversation === conversation);
    const channel = digest.of(name)?.channel ?? own[0]?.channel ?? '';
    const bySeq = new Map<number, TranscriptLine>(own.map(({ line }) => [line.seq, line]));
    for (const line of await transcripts.read(conversation)) bySeq.set(line.seq, line);
    const lines = [...bySeq.values()].sort((one, other) => one.seq - other.seq);
    return lines.map((line) => ({ conversation, channel, line }));
  }

  /** Finds places until enough of them have proved true. */
  async function proved<T>(
    most: number,
    after: Place | undefined,
    find: (into: Newest) => void,
    prove: (places: Place[]) => Promise<T[]>,
  ): Promise<T[]> {
    for (let tried = most; ; tried *= 4) {
      const into = newest(tried, after);
      find(into);
      const places = into.places();
      const true_ = await prove(places);
      if (true_.length >= most || places.length < tried) return true_.slice(0, most);
    }
  }

  async function search(
    query: TranscriptQuery,
    most: number,
    after: Place | undefined,
    { changed, unwritten }: Since,
  ): Promise<FoundLine[]> {
    const shards = await digest.follow(changed, nameIn(query));
    const find = (into: Newest): void => {
      for (const found of unwritten) {
        const line = fitting(found, query);
        if (line) into.add({ at: line.at, conversation: found.conversation, seq: line.seq });
      }
      scan(shards, query, {
        wants: ({ begunAt, lastAt }) => into.wants(lastAt) && (after === undefined || begunAt <= after.at),
        wantsTime: into.wants,
        found({ conversation }, { at, seq }) {
          into.add({ at, conversation, seq });
          return 'more';
        },
      });
    };
    return proved(most, after, find, async (places) => {
      const talks = new Map<string, FoundLine[]>();
      for (const { conversation } of places) {
        if (!talks.has(conversation)) talks.set(conversation, await whole(conversation, unwritten));
      }
      return places.flatMap(({ conversation, seq }) => {
        const found = talks.get(conversation)?.find(({ line }) => line.seq === seq);
        return found && fitting(found, query) ? [found] : [];
      });
    });
  }

  async function list(
    channel: string | undefined,
    most: number,
    after: Place | undefined,
    { changed, unwritten }: Since,
  ): Promise<Talked[]> {
    const shards = await digest.follow(changed);
    const talked = (chunk: Chunk | undefined, own: readonly FoundLine[]): Talked | undefined => {
      const times = [chunk?.begunAt, chunk?.lastAt, ...own.map(({ line }) => line.at)].filter((at) => at).sort();
      const [begunAt, lastAt] = [times[0], times.at(-1)];
      const whose = chunk ?? own[0];
      return begunAt && lastAt && whose && (channel === undefined || whose.channel === channel)
        ? { conversation: whose.conversation, channel: whose.channel, begunAt, lastAt }
        : undefined;
    };
    const ownBy = Map.groupBy(unwritten, ({ conversation }) => conversation);
    const find = (into: Newest): void => {
      const add = (each: Talked | undefined): void => {
        if (each) into.add({ at: each.lastAt, conversation: each.conversation, seq: 0 });
      };
      for (const shard of shards) {
        for (const chunk of shard.chunks.values()) {
          if (mayFit(chunk, { ...(channel !== undefined && { channel }) }) && !ownBy.has(chunk.conversation)) {
            if (into.wants(chunk.lastAt)) add(talked(chunk, []));
          }
        }
      }
      for (const [conversation, own] of ownBy) add(talked(digest.of(hashOf(conversation)), own));
    };
    return proved(most, after, find, async (places) =>
      places.flatMap(({ conversation }) => {
        const name = hashOf(conversation);
        const own = ownBy.get(conversation) ?? [];
        const there = own.length > 0 || stampOf(dataFolder, name) !== undefined;
        const each = there && !isDeleting(name) ? talked(digest.of(name), own) : undefined;
        return each ? [each] : [];
      }),
    );
  }

  return {
    search,
    list,
    async conversations(query, { changed, unwritten }) {
      const begun = new Map<string, string>();
      scan(await digest.follow(changed, nameIn(query)), query, {
        wants: () => true,
        wantsTime: () => true,
        found({ conversation, begunAt }) {
          begun.set(conversation, begunAt);
          return 'done';
        },
      });
      for (const found of unwritten) {
        if (fitting(found, query) && !begun.has(found.conversation)) begun.set(found.conversation, found.line.at);
      }
      return [...begun].sort(([, one], [, other]) => (one < other ? -1 : 1)).map(([conversation]) => conversation);
    },
    async lines(conversation, query, { changed, unwritten }) {
      await digest.follow(changed, hashOf(conversation));
      return (await whole(conversation, unwritten)).filter((found) => fitting(found, query));
    },
  };
}

const nameIn = ({ conversation }: TranscriptQuery): string | undefined =>
  conversation === undefined ? undefined : hashOf(conversation);

/** What is searched of the line, if it fits. */
function fitting({ conversation, channel, line }: FoundLine, query: TranscriptQuery) {
  const searchable = searchableOf(line);
  if (query.conversation !== undefined && conversation !== query.conversation) return undefined;
  if (query.channel !== undefined && channel !== query.channel) return undefined;
  return searchable && fits(searchable, query) ? searchable : undefined;
}
