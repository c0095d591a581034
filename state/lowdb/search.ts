/** Searching transcripts in the embedded home: a worker goes through them, so that whoever talks meanwhile waits for nothing. */
import { stat } from 'node:fs/promises';
import { nextFor, pageFor } from '../paging.ts';
import { plainQuery } from '../transcriptQuery.ts';
import { type FoundLine, linesByTalk, type Transcripts } from '../transcripts.ts';
import { unlessGone } from './files.ts';
import type { Since } from './search/answers.ts';
import { searchWorker } from './search/asking.ts';
import { digestFolder } from './search/shard.ts';
import { type EmbeddedSummaries, embeddedSummaries } from './summaries.ts';

export interface TranscriptSearch extends Pick<Transcripts, 'search' | 'hits' | 'list' | 'export'> {
  summaries: Pick<EmbeddedSummaries, 'find'>;
  /** Nothing of the conversation of this name is to be found any more, whatever still stands on the disk. */
  hide(name: string): void;
  /** The transcript of this name (the hash of the conversation's id) was written to. */
  changed(name: string): void;
  /**
   * When it resolves, nothing of the transcript of this name is left in what searching keeps. To be called before the transcript is
   * removed, so that no crash leaves its words behind, and again after, since somebody may have searched meanwhile.
   */
  forget(name: string): Promise<void>;
  /** Ends the worker. */
  close(): Promise<void>;
}

/** @param unwritten lines that are kept and not in their transcripts yet; one that is in both counts once */
export function transcriptSearch(
  dataFolder: string,
  unwritten: () => Promise<readonly FoundLine[]> = async () => [],
): TranscriptSearch {
  const changed = new Set<string>();
  const worker = searchWorker(dataFolder);

  /** What came before it was asked is found: what has left memory is among `changed`. */
  async function since(): Promise<Since> {
    const lines = await unwritten();
    const names = [...changed];
    changed.clear();
    return { changed: names, unwritten: lines };
  }

  const summaries = embeddedSummaries(worker, since);

  return {
    summaries,
    hide: summaries.hide,
    async search(asked, page) {
      const query = plainQuery(asked);
      const { most, after } = pageFor(query, page);
      const found = await worker.ask('search', query, { most: most + 1, after }, await since());
      const items = found.slice(0, most);
      const end = items.at(-1);
      if (found.length <= most || !end) return { items };
      const { conversation, line } = end;
      return { items, next: nextFor(query, { at: new Date(line.at).toISOString(), conversation, seq: line.seq }) };
    },
    async hits(conversations, text, most) {
      const found = await worker.ask('hits', conversations, plainQuery({ text }), most, await since());
      return linesByTalk(found);
    },
    async list(channel, page) {
      const asked = { list: true, channel };
      const { most, after } = pageFor(asked, page);
      const found = await worker.ask('list', channel, { most: most + 1, after }, await since());
      const items = found.slice(0, most);
      const end = items.at(-1);
      if (found.length <= most || !end) return { items };
      return { items, next: nextFor(asked, { at: end.lastAt, conversation: end.conversation, seq: 0 }) };
    },
    async *export(asked) {
      const query = plainQuery(asked);
      for (const conversation of await worker.ask('conversations', query, await since())) {
        yield* await worker.ask('lines', conversation, query, await since());
      }
    },
    changed(name) {
      // A worker that begins looks at all of them.
      if (worker.runs()) changed.add(name);
      summaries.changed(name);
    },
    async forget(name) {
      summaries.hide(name);
      if (worker.runs() || (await unlessGone(stat(digestFolder(dataFolder))))) await worker.ask('forget', name);
    },
    close: () => worker.close(),
  };
}
