/** All digests, kept in step with the transcripts. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import type { Summary } from '../../summary.ts';
import { chunkOf, stampOf, unlessMissing } from './chunk.ts';
import { type Chunk, digestFolder, fileReader, openShard, type Shard } from './shard.ts';

export interface Digest {
  /**
   * Brings it up to date before something is looked for: the transcripts that were changed, or all of them the first time. Others
   * may be forgotten meanwhile.
   *
   * @param only the one transcript in which it is looked for, if it is one
   * @returns the shards in which to look
   */
  follow(changed: readonly string[], only?: string): Promise<() => Iterable<Shard>>;
  /** Removes what is kept of a transcript. */
  forget(name: string): void;
  of(name: string): Chunk | undefined;
  /** What the names of transcripts begin with. */
  prefixes(): string[];
  /** The summaries of all whose names begin so, and that of one. */
  summaries(prefix: string): { name: string; summary: Summary }[];
  summaryOf(name: string): Summary | undefined;
}

export function openDigest(dataFolder: string): Digest {
  const transcripts = join(dataFolder, 'transcripts');
  const shards = new Map<string, Shard>();
  const readFile = fileReader();
  let complete = false;

  function shardOf(prefix: string): Shard {
    const shard = shards.get(prefix) ?? openShard(dataFolder, prefix, readFile);
    shards.set(prefix, shard);
    return shard;
  }

  /** What is known of the transcripts becomes what they are now. */
  function look(prefix: string, names: Iterable<string>): void {
    const shard = shardOf(prefix);
    const put = [];
    const gone = [];
    for (const name of names) {
      const stamp = stampOf(dataFolder, name);
      if (stamp !== undefined && stamp === shard.chunks.get(name)?.stamp) continue;
      const chunk = chunkOf(dataFolder, name);
      if (chunk) put.push(chunk);
      else gone.push(name);
    }
    shard.change(put, gone);
  }

  async function followAll(): Promise<void> {
    const digests = namesIn(digestFolder(dataFolder)).map(prefixOf);
    for (const prefix of new Set([...namesIn(transcripts), ...digests].filter((name) => /^[0-9a-f]{2}$/.test(name)))) {
      const files = namesIn(join(transcripts, prefix));
      const there = files.flatMap((file) => /^([0-9a-f]{64})\.jsonl$/.exec(file)?.[1] ?? []);
      look(prefix, new Set([...there, ...shardOf(prefix).chunks.keys()]));
      await breath();
    }
  }

  return {
    async follow(changed, only) {
      if (complete) for (const name of changed) look(prefixOf(name), [name]);
      if (only !== undefined) {
        look(prefixOf(only), [only]);
        return () => [shardOf(prefixOf(only))];
      }
      if (!complete) await followAll();
      complete = true;
      return () => shards.values();
    },
    forget: (name) => shardOf(prefixOf(name)).change([], [name]),
    of: (name) => shardOf(prefixOf(name)).chunks.get(name),
    prefixes: () => [...shards.keys()],
    summaries(prefix) {
      const shard = shardOf(prefix);
      if (shard.chunks.size === 0) return [];
      const bytes = shard.bytes();
      return [...shard.chunks.values()].flatMap((chunk) => {
        const summary = summaryIn(bytes, chunk);
        return summary ? [{ name: chunk.name, summary }] : [];
      });
    },
    summaryOf(name) {
      const shard = shardOf(prefixOf(name));
      const chunk = shard.chunks.get(name);
      return chunk && summaryIn(shard.bytes(), chunk);
    },
  };
}

/** Undefined where nothing tells whose transcript it is. */
function summaryIn(bytes: Buffer, { conversation, begin, summary }: Chunk): Summary | undefined {
  // `chunkOf` wrote it, and the sum of its chunk is right.
  return conversation === '' ? undefined : (JSON.parse(bytes.toString('utf8', begin - summary, begin)) as Summary);
}

const namesIn = (folder: string): string[] => unlessMissing(() => readdirSync(folder)) ?? [];

/** What the files of one folder of transcripts have in common. */
const prefixOf = (name: string): string => name.slice(0, 2);
