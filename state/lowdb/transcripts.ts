/**
 * Transcripts in the embedded home: append-only JSON lines, one file a conversation. The first line names the conversation; besides
 * what was said there are marks that tell what became of a send.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { hashOf } from '../hash.ts';
import { type TranscriptLine, transcriptLine } from '../transcript.ts';
import { type Disk, hashedPath, parsedLine } from './files.ts';
import { appendLines, readLines, wholeLines } from './jsonLines.ts';

export interface Mark {
  /** The number of the line. */
  mark: number;
  delivery: 'sent' | 'failed' | 'ambiguous';
  /** ISO time. */
  at: string;
  reason?: string | undefined;
}
export const markLine = z.object({
  mark: z.number(),
  delivery: z.enum(['sent', 'failed', 'ambiguous']),
  reason: z.string().optional(),
});

export interface TranscriptFiles {
  /** Adds lines; when it resolves, they survive a crash. `begins`: nothing is there yet. */
  append(
    to: { conversation: string; channel: string; begins: boolean },
    lines: readonly (TranscriptLine | Mark)[],
  ): Promise<void>;
  /** All lines in order, each once, with what is known of their delivery. */
  read(conversation: string): Promise<TranscriptLine[]>;
  /** The same for whoever adds to it: a torn end is cut off. */
  open(conversation: string): Promise<TranscriptLine[]>;
}

/** `changed` is told the name of each file that was added to. */
export function transcriptFiles(dataFolder: string, disk: Disk, changed: (name: string) => void): TranscriptFiles {
  const folder = join(dataFolder, 'transcripts');
  const pathOf = (conversation: string): string => hashedPath(folder, conversation, 'jsonl');
  return {
    async append({ conversation, channel, begins }, lines) {
      if (lines.length === 0) return;
      const all = begins ? [{ conversation, channel }, ...lines] : lines;
      await appendLines(disk, pathOf(conversation), all.map((line) => `${JSON.stringify(line)}\n`).join(''));
      changed(hashOf(conversation));
    },
    read: async (conversation) => linesOf(await readLines(disk, pathOf(conversation))),
    open: async (conversation) => linesOf(await wholeLines(disk, pathOf(conversation))),
  };
}

/** A doubled number is the same line. */
function linesOf(texts: readonly string[]): TranscriptLine[] {
  const bySeq = new Map<number, TranscriptLine>();
  for (const text of texts) {
    const value = parsedLine(text);
    const line = transcriptLine.safeParse(value).data;
    if (line && !bySeq.has(line.seq)) bySeq.set(line.seq, line);
    const mark = line ? undefined : markLine.safeParse(value).data;
    const marked = mark && bySeq.get(mark.mark);
    const { delivery, reason } = mark ?? {};
    if (marked) bySeq.set(marked.seq, { ...marked, delivery, ...(reason !== undefined && { undelivered: reason }) });
  }
  return [...bySeq.values()].sort((one, other) => one.seq - other.seq);
}
