/** The shelf in the embedded home: a conversation's two files, found by their name. */
import { join } from 'node:path';
import { type ConversationRecord, conversationRecord } from '../conversation.ts';
import { hashOf } from '../hash.ts';
import type { Kept, Shelf } from '../shelf.ts';
import { isDeed, transcriptLine } from '../transcript.ts';
import { type Disk, namedPath, namesIn, parsedLine, readText, syncFolder } from './files.ts';
import type { OpenTalks } from './open.ts';
import type { Parts } from './parts.ts';

export function shelfOf(parts: Parts, open: OpenTalks): Shelf {
  const { folder, disk, inbox, inOrder } = parts;
  const documents = join(folder, 'conversations');
  const transcripts = join(folder, 'transcripts');

  /** The names beside its document. */
  const beside = (name: string): Promise<string[]> => namesIn(disk, join(documents, name.slice(0, 2)));

  async function look(name: string, names?: readonly string[]): Promise<Kept | undefined> {
    const [document, transcript] = await Promise.all([
      readText(disk, namedPath(documents, name, 'json')),
      readText(disk, namedPath(transcripts, name, 'jsonl')),
    ]);
    const committed = await inbox.committed(name);
    const aside = (names ?? (await beside(name))).some((each) => each.startsWith(`${name}.json.damaged-`));
    const accepted = (await inbox.all()).filter(({ conversation }) => hashOf(conversation) === name);
    const waiting = accepted.flatMap(({ lines }) => lines).findLast((line) => !isDeed(line))?.at;
    const there = [document, transcript, accepted[0], committed].some((each) => each !== undefined);
    if (!there && !aside) return undefined;
    const stored = document === undefined ? undefined : recordOf(document);
    const record = stored?.deleting ? stored : (committed ?? stored);
    const last = transcript === undefined ? undefined : lastAtOf(transcript);
    const pending = String(record?.pending.findLast((each) => !isDone(each))?.at ?? '');
    const [lastAt] = [record?.heardAt, last, waiting, pending]
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
    look: (name) => look(name),
    async *list() {
      // Those in which something was accepted may have no file yet.
      const listed = new Set((await inbox.unfinished()).map(hashOf));
      const shards = new Set([...(await namesIn(disk, documents)), ...(await namesIn(disk, transcripts))]);
      for (const shard of shards) {
        const own = await namesIn(disk, join(documents, shard));
        const files = [...own, ...(await namesIn(disk, join(transcripts, shard)))];
        for (const name of new Set(files.flatMap((file) => /^[0-9a-f]{64}(?=\.json)/.exec(file) ?? []))) {
          listed.delete(name);
          const kept = await look(name, own);
          if (kept) yield kept;
        }
      }
      for (const name of listed) {
        const kept = await look(name);
        if (kept) yield kept;
      }
    },
    retire: (name, when) =>
      inOrder.run(name, async () => {
        const kept = await look(name);
        if (!kept || !when(kept)) return false;
        open.forgetNamed(name);
        // First: of what is cut off here, the files are found again.
        await inbox.drop(name);
        await parts.drop(kept);
        return true;
      }),
  };
}

/** Removes a conversation's file in this folder. `all`: copies that were set aside as damaged, too. */
export async function dropFiles(folder: string, disk: Disk, name: string, all?: 'all'): Promise<void> {
  const shard = join(folder, name.slice(0, 2));
  const own = (await namesIn(disk, shard)).filter((file) => file.startsWith(`${name}.`));
  const gone = own.filter((file) => all === 'all' || !file.includes('.damaged-'));
  for (const file of gone) await disk.calls.rm(join(shard, file), { force: true });
  if (gone.length > 0) await syncFolder(disk, shard);
}

function recordOf(text: string): ConversationRecord | undefined {
  return conversationRecord.safeParse(parsedLine(text)).data;
}

const isDone = (kept: unknown): boolean => {
  const line = transcriptLine.safeParse(kept).data;
  return line !== undefined && isDeed(line);
};

/** When the last line was said. A torn end is no line; an end that is whole and cannot be understood may hide a later one. */
function lastAtOf(text: string): string | 'damaged' | undefined {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1).trimEnd();
  if (whole === '') return text.trim() === '' ? undefined : 'damaged';
  // What staff did makes nothing younger.
  let end = whole.length;
  let last: unknown;
  do {
    const begin = whole.lastIndexOf('\n', end - 1) + 1;
    last = parsedLine(whole.slice(begin, end));
    end = begin - 1;
  } while (end > 0 && isDone(last));
  // A mark has the form of no line, and tells a time as well.
  if (typeof last === 'object' && last !== null && 'mark' in last && 'at' in last) return String(last.at);
  return transcriptLine.safeParse(last).data?.at ?? 'damaged';
}
