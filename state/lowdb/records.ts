/** Documents of the embedded home for those who only look: nothing is locked, written or set aside, so a service may run beside them. */
import { basename, join } from 'node:path';
import { type ConversationRecord, conversationRecord } from '../conversation.ts';
import { hashOf } from '../hash.ts';
import { namesIn, parsedLine, readText, safeDisk } from './files.ts';
import { committed } from './inbox.ts';
import { readLines } from './jsonLines.ts';

/** One after the other, as they were last committed; undefined for one that cannot be understood. */
export async function* recordsIn(folder: string): AsyncGenerator<ConversationRecord | undefined> {
  // What a turn has just done stands in the inbox, and in the conversation's own file a while later.
  const newer = new Map<string, ConversationRecord>();
  for (const line of await readLines(safeDisk, join(folder, 'inbox.jsonl'))) {
    const record = committed.safeParse(parsedLine(line)).data?.commit;
    if (record) newer.set(hashOf(record.id), record);
  }
  for await (const path of filesIn(join(folder, 'conversations'))) {
    // It may be deleted meanwhile.
    const text = await readText(safeDisk, path);
    if (text === undefined) continue;
    const record = conversationRecord.safeParse(parsedLine(text)).data;
    const name = basename(path, '.json');
    yield record?.deleting ? record : (newer.get(name) ?? record);
    newer.delete(name);
  }
  yield* newer.values();
}

/** By the first two signs of their hash, as `hashedPath` lays them. */
async function* filesIn(room: string): AsyncGenerator<string> {
  for (const shelf of await namesIn(safeDisk, room)) {
    if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
    for (const file of await namesIn(safeDisk, join(room, shelf)))
      if (/^[0-9a-f]{64}\.json$/.test(file)) yield join(room, shelf, file);
  }
}
