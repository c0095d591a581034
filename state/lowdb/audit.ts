/** The audit in the embedded home: append-only JSON lines, one file a month. */
import { join } from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import { type Audit, type AuditEntry, auditEntry, entryToAdd, monthOf } from '../audit.ts';
import { newestFirst, nextFor, type Place, pageFor } from '../paging.ts';
import { queues } from '../queue.ts';
import { type Disk, namesIn, parsedLine } from './files.ts';
import { appendLines, readLines, wholeLines } from './jsonLines.ts';

const auditFolder = (dataFolder: string): string => join(dataFolder, 'audit');
export const auditPath = (dataFolder: string, month: string): string => join(auditFolder(dataFolder), `${month}.jsonl`);

/** The months of which there is a file, upwards. */
export async function auditMonths(dataFolder: string, disk: Disk): Promise<string[]> {
  const files = await namesIn(disk, auditFolder(dataFolder));
  return files.flatMap((file) => /^(\d{4}-\d\d)\.jsonl$/.exec(file)?.[1] ?? []).sort();
}

/** Lines that are understood without letting others in between. */
const gulp = 2000;

export function auditFiles(dataFolder: string, disk: Disk): Audit {
  const inOrder = queues();
  /** Months whose torn end, if any, was cut off. */
  const whole = new Set<string>();

  /** What fits of a month, the newest first, with its places. */
  async function found(
    month: string,
    fits: (entry: AuditEntry) => boolean,
    after: Place | undefined,
  ): Promise<Listed[]> {
    const lines = await readLines(disk, auditPath(dataFolder, month));
    const all: Listed[] = [];
    for (const [seq, line] of lines.entries()) {
      const entry = auditEntry(parsedLine(line));
      const place = entry && { at: entry.at, conversation: '', seq };
      if (entry && place && fits(entry) && (!after || newestFirst(place, after) > 0)) all.push({ entry, place });
      if (seq % gulp === gulp - 1) await breath();
    }
    return all.sort((one, other) => newestFirst(one.place, other.place));
  }

  return {
    async add(given) {
      const entry = entryToAdd(given);
      const month = monthOf(entry.at);
      await inOrder.run(month, async () => {
        const path = auditPath(dataFolder, month);
        if (!whole.has(month)) await wholeLines(disk, path);
        whole.add(month);
        await appendLines(disk, path, `${JSON.stringify(entry)}\n`);
      });
    },
    async list(filter, page) {
      const asked = { audit: true, ...filter };
      const { most, after } = pageFor(asked, page);
      const { by, deed, about } = filter;
      const fits = (entry: AuditEntry): boolean =>
        (by === undefined || entry.by.id === by) &&
        (deed === undefined || entry.deed === deed) &&
        (about === undefined || entry.about === about);
      const listed: Listed[] = [];
      for (const month of (await auditMonths(dataFolder, disk)).reverse()) {
        if (after && month > monthOf(after.at)) continue;
        if (listed.length > most) break;
        listed.push(...(await found(month, fits, after)));
      }
      const items = listed.slice(0, most).map(({ entry }) => entry);
      const end = listed[most - 1];
      return listed.length > most && end ? { items, next: nextFor(asked, end.place) } : { items };
    },
    async prune(before) {
      const last = monthOf(before.toISOString());
      for (const month of await auditMonths(dataFolder, disk)) {
        if (month >= last) continue;
        await inOrder.run(month, () => disk.calls.rm(auditPath(dataFolder, month), { force: true }));
        whole.delete(month);
      }
    },
  };
}

interface Listed {
  entry: AuditEntry;
  place: Place;
}
