/**
 * Summaries in the embedded home: the worker makes them of transcripts and keeps them beside its digests; whoever asks has all of them in
 * memory, and goes on with those of conversations that changed.
 */
import type { Summaries } from '../summary.ts';
import { type SummaryIndex, summaryIndex } from '../summaryIndex.ts';
import { holdingText } from '../summaryText.ts';
import { plainQuery } from '../transcriptQuery.ts';
import type { NamedSummary, Since } from './search/answers.ts';
import type { SearchWorker } from './search/asking.ts';

export interface EmbeddedSummaries extends Summaries {
  /** The transcript of this name was written to. */
  changed(name: string): void;
  /** Nothing of the conversation of this name is to be found, unless it begins anew. */
  hide(name: string): void;
}

/** @param since what came since the worker was last asked */
export function embeddedSummaries(worker: SearchWorker, since: () => Promise<Since>): EmbeddedSummaries {
  let index: SummaryIndex | undefined;
  /** Names of what is to be looked at again. */
  let dirty = new Set<string>();
  /** What was hidden while the worker was looking: what it says of them may be older. */
  let hidden = new Set<string>();
  let following: Promise<unknown> = Promise.resolve();

  function put(into: SummaryIndex, found: readonly NamedSummary[]): void {
    for (const { name, summary } of found) {
      if (hidden.has(name)) dirty.add(name);
      else if (summary) into.put(name, summary);
      else into.drop(name);
    }
    into.settle();
  }

  /** Everything that is written, for the first time: one folder after the other. */
  async function load(): Promise<SummaryIndex> {
    const loaded = summaryIndex();
    index = loaded;
    dirty = new Set();
    try {
      for (const prefix of await worker.ask('folders', await since()))
        put(loaded, await worker.ask('folder', prefix, await since()));
      return loaded;
    } catch (error) {
      index = undefined;
      throw error;
    }
  }

  async function followed(): Promise<SummaryIndex> {
    hidden = new Set();
    const current = index ?? (await load());
    hidden = new Set();
    const came = await since();
    const names = [...dirty];
    dirty = new Set();
    try {
      put(current, await worker.ask('summaries', names, came));
      return current;
    } catch (error) {
      for (const name of names) dirty.add(name);
      throw error;
    }
  }

  /** One after the other. */
  function follow(): Promise<SummaryIndex> {
    const turn = following.then(followed);
    following = turn.catch(() => {});
    return turn;
  }

  return {
    async find({ text, ...filter }, most) {
      const found = (await follow()).find(filter);
      if (!text) return found.slice(0, most);
      const query = plainQuery({ text });
      const held = async (among?: readonly string[]): Promise<ReadonlySet<string>> =>
        new Set(await worker.ask('conversations', query, await since(), among));
      return holdingText(found, { among: held, everywhere: () => held() }, most);
    },
    changed(name) {
      if (index) dirty.add(name);
    },
    hide(name) {
      if (!index) return;
      index.drop(name);
      hidden.add(name);
      dirty.add(name);
    },
  };
}
