/** The shelf in the embedded home: a conversation's two files, found by their name. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ConversationRecord, conversationRecord } from '../conversation.ts';
import type { Kept, Shelf } from '../shelf.ts';
import { transcriptLine } from '../transcript.ts';
import { hashOf, namesIn, readText, syncFolder } from './files.ts';

export function shelfOf(dataFolder: string): Shelf {
  const documents = join(dataFolder, 'conversations');
  const transcripts = join(dataFolder, 'transcripts');

  async function look(name: string): Promise<Kept | undefined> {
    const shard = name.slice(0, 2);
    const [document, transcript] = await Promise.all([
      readText(join(documents, shard, `${name}.json`)),
      readText(join(transcripts, shard, `${name}.jsonl`)),
    ]);
    const aside = (await namesIn(join(documents, shard))).some((each) => each.startsWith(`${name}.json.damaged-`));
    if (document === undefined && transcript === undefined && !aside) return undefined;
    const record = document === undefined ? undefined : recordOf(document);
    const last = transcript === undefined ? undefined : lastAtOf(transcript);
    const [lastAt] = [record?.heardAt, last]
      .filter((at) => typeof at === 'string' && !Number.isNaN(Date.parse(at)))
      .toSorted()
      .reverse();
    return {
      name,
      lastAt,
      checklists: record?.checklists ?? [],
      exports: record?.exports ?? [],
      deleting: record?.deleting ?? false,
      damaged: aside || (document !== undefined && !record) || last === 'damaged',
    };
  }

  return {
    nameOf: hashOf,
    look,
    async *list() {
      const shards = new Set([...(await namesIn(documents)), ...(await namesIn(transcripts))]);
      for (const shard of shards) {
        const files = [...(await namesIn(join(documents, shard))), ...(await namesIn(join(transcripts, shard)))];
        for (const name of new Set(files.flatMap((file) => /^[0-9a-f]{64}(?=\.json)/.exec(file) ?? []))) {
          const kept = await look(name);
          if (kept) yield kept;
        }
      }
    },
    async drop(name, all) {
      for (const folder of [transcripts, documents]) {
        const shard = join(folder, name.slice(0, 2));
        const own = (await namesIn(shard)).filter((file) => file.startsWith(`${name}.`));
        const gone = own.filter((file) => all === 'all' || !file.includes('.damaged-'));
        for (const file of gone) await rm(join(shard, file), { force: true });
        if (gone.length > 0) await syncFolder(shard);
      }
    },
  };
}

function recordOf(text: string): ConversationRecord | undefined {
  return conversationRecord.safeParse(parsed(text)).data;
}

/** When the last line was said. A torn end is no line; an end that is whole and cannot be understood may hide a later one. */
function lastAtOf(text: string): string | 'damaged' | undefined {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1).trimEnd();
  if (whole === '') return text.trim() === '' ? undefined : 'damaged';
  const last = transcriptLine.safeParse(parsed(whole.slice(whole.lastIndexOf('\n') + 1)));
  return last.data?.at ?? 'damaged';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
