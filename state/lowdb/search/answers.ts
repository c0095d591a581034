/** What the worker answers: places come from the digest, everything that is handed out from the transcripts themselves. */
import { hashOf } from '../../hash.ts';
import type { Place } from '../../paging.ts';
import { summarise } from '../../summarise.ts';
import type { Summary } from '../../summary.ts';
import { inUtc } from '../../transcriptQuery.ts';
import type { FoundLine, Talked, TranscriptQuery } from '../../transcripts.ts';
import type { Digest } from './digest.ts';
import { type Newest, newest } from './newest.ts';
import { scan } from './scan.ts';
import { fitting, isDeleting, type Talk, talkedIn, talkOf } from './talk.ts';

/** What comes with each question. */
export interface Since {
  /** Names of the transcripts that were changed since the last one. */
  changed: readonly string[];
  /** Lines that are kept elsewhere and not in their transcripts yet, or only just. */
  unwritten: readonly FoundLine[];
}

/** Which part of what is asked for: at most `most`, behind the place `after`. */
export interface Part {
  most: number;
  after: Place | undefined;
}

/** The summary of the transcript of this name, if something of it is to be found. */
export interface NamedSummary {
  name: string;
  summary?: Summary;
}

export interface Answers {
  /** Newest first. */
  search(query: TranscriptQuery, part: Part, since: Since): Promise<FoundLine[]>;
  list(channel: string | undefined, part: Part, since: Since): Promise<Talked[]>;
  /** Conversations in which something fits, the oldest first; `among`: of these alone. */
  conversations(query: TranscriptQuery, since: Since, among?: readonly string[]): Promise<string[]>;
  /** Lines of one conversation that fit, oldest first. */
  lines(conversation: string, query: TranscriptQuery, since: Since): Promise<FoundLine[]>;
  /** Of each of these conversations, at most so many lines that fit, its newest first. */
  hits(conversations: readonly string[], query: TranscriptQuery, most: number, since: Since): Promise<FoundLine[]>;
  /** What the names of transcripts begin with. */
  folders(since: Since): Promise<string[]>;
  /** Summaries of all transcripts of a folder, as they are written. */
  folder(prefix: string, since: Since): Promise<NamedSummary[]>;
  /** Summaries of these, and of those of which something is not written. */
  summaries(names: readonly string[], since: Since): Promise<NamedSummary[]>;
}

export function answers(dataFolder: string, digest: Digest): Answers {
  /** Conversations as they stand now, each looked at once. */
  function talksWith(unwritten: readonly FoundLine[]): (conversation: string) => Talk {
    const own = Map.groupBy(unwritten, ({ conversation }) => conversation);
    return (conversation) => talkOf(dataFolder, digest, conversation, own.get(conversation));
  }

  return {
    async search(query, { most, after }, { changed, unwritten }) {
      const shards = await digest.follow(changed, nameIn(query));
      const talkWith = talksWith(unwritten);
      function find(into: Newest): void {
        for (const found of unwritten) {
          const line = fitting(found, query);
          if (line) into.add({ at: line.at, conversation: found.conversation, seq: line.seq });
        }
        scan(shards(), query, {
          wants: ({ begunAt, lastAt }) => into.wants(lastAt) && (after === undefined || begunAt <= after.at),
          wantsTime: into.wants,
          found({ conversation }, { at, seq }) {
            into.add({ at, conversation, seq });
            return 'more';
          },
        });
      }
      return proved({ most, after }, find, async (places) => {
        const lines = new Map<string, FoundLine[]>();
        for (const { conversation } of places) {
          if (!lines.has(conversation)) lines.set(conversation, await talkWith(conversation).lines());
        }
        return places.flatMap(({ conversation, seq }) => {
          const found = lines.get(conversation)?.find(({ line }) => line.seq === seq);
          return found && fitting(found, query) ? [found] : [];
        });
      });
    },

    async list(channel, part, { changed, unwritten }) {
      const shards = await digest.follow(changed);
      const talkWith = talksWith(unwritten);
      const own = Map.groupBy(unwritten, ({ conversation }) => conversation);
      function find(into: Newest): void {
        const add = (each: Talked | undefined): void => {
          if (!each || (channel !== undefined && each.channel !== channel)) return;
          into.add({ at: each.lastAt, conversation: each.conversation, seq: 0 });
        };
        for (const [conversation, lines] of own) add(talkedIn(digest.of(hashOf(conversation)), lines));
        for (const shard of shards()) {
          for (const chunk of shard.chunks.values()) {
            if (into.wants(chunk.lastAt) && !own.has(chunk.conversation)) add(talkedIn(chunk, []));
          }
        }
      }
      return proved(part, find, async (places) =>
        places.flatMap(({ conversation }) => talkWith(conversation).talked() ?? []),
      );
    },

    async conversations(query, { changed, unwritten }, among) {
      const shards = await digest.follow(changed, nameIn(query));
      const begun = new Map<string, string>();
      const only = among && new Set(among);
      const isAsked = (conversation: string): boolean => only === undefined || only.has(conversation);
      scan(shards(), query, {
        wants: ({ conversation }) => isAsked(conversation),
        wantsTime: () => true,
        found({ conversation, begunAt }) {
          begun.set(conversation, begunAt);
          return 'done';
        },
      });
      for (const found of unwritten) {
        const { conversation, line } = found;
        if (isAsked(conversation) && fitting(found, query) && !begun.has(conversation))
          begun.set(conversation, line.at);
      }
      return [...begun].sort(([, one], [, other]) => (one < other ? -1 : 1)).map(([conversation]) => conversation);
    },

    async lines(conversation, query, { changed, unwritten }) {
      await digest.follow(changed, hashOf(conversation));
      const lines = await talksWith(unwritten)(conversation).lines();
      return lines.filter((found) => fitting(found, query));
    },

    async hits(conversations, query, most, { changed, unwritten }) {
      const talkWith = talksWith(unwritten);
      const found: FoundLine[] = [];
      for (const [at, conversation] of conversations.entries()) {
        await digest.follow(at === 0 ? changed : [], hashOf(conversation));
        const own = (await talkWith(conversation).lines()).filter((each) => fitting(each, query));
        found.push(...own.sort(newerFirst).slice(0, most));
      }
      return found;
    },

    async folders({ changed }) {
      await digest.follow(changed);
      return digest.prefixes();
    },

    async folder(prefix, { changed }) {
      await digest.follow(changed);
      const known = digest.summaries(prefix);
      return known.filter(({ name }) => !isDeleting(dataFolder, name));
    },

    async summaries(names, { changed, unwritten }) {
      await digest.follow([...changed, ...names]);
      const own = Map.groupBy(unwritten, ({ conversation }) => conversation);
      const found = new Map<string, NamedSummary>();
      for (const name of names) {
        const summary = isDeleting(dataFolder, name) ? undefined : digest.summaryOf(name);
        found.set(name, { name, ...(summary && { summary }) });
      }
      for (const [conversation, some] of own) {
        const lines = await talkOf(dataFolder, digest, conversation, some).lines();
        const name = hashOf(conversation);
        const made = (channel: string): Summary =>
          summarise(
            undefined,
            conversation,
            channel,
            lines.map(({ line }) => line),
          ).summary;
        found.set(name, { name, ...(lines[0] && { summary: made(lines[0].channel) }) });
      }
      return [...found.values()];
    },
  };
}

const newerFirst = ({ line: one }: FoundLine, { line: other }: FoundLine): number =>
  inUtc(one.at) === inUtc(other.at) ? other.seq - one.seq : inUtc(one.at) < inUtc(other.at) ? 1 : -1;

const nameIn = ({ conversation }: TranscriptQuery): string | undefined =>
  conversation === undefined ? undefined : hashOf(conversation);

/** Finds places until enough of them have proved true: what was deleted this moment may still be among them. */
async function proved<T>(
  { most, after }: Part,
  find: (into: Newest) => void,
  prove: (places: Place[]) => Promise<T[]>,
): Promise<T[]> {
  for (let tried = most; ; tried *= 4) {
    const into = newest(tried, after);
    find(into);
    const places = into.places();
    const proven = await prove(places);
    if (proven.length >= most || places.length < tried) return proven.slice(0, most);
  }
}
