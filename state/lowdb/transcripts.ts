/** Transcripts in the embedded home: append-only JSON lines, one file a conversation, flushed before it is answered. */
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TranscriptHome } from '../store.ts';
import { type TranscriptLine, transcriptLine } from '../transcript.ts';
import { hashedPath, readText } from './files.ts';

export function transcriptFiles(dataFolder: string): TranscriptHome {
  const folder = join(dataFolder, 'transcripts');
  const pathOf = (conversation: string): string => hashedPath(folder, conversation, 'jsonl');
  return {
    async append(conversation, lines) {
      if (!lines.length) return;
      const path = pathOf(conversation);
      await mkdir(dirname(path), { recursive: true });
      const file = await open(path, 'a+', 0o600);
      try {
        const { size } = await file.stat();
        const torn = size > 0 && (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer[0] !== 10;
        const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
        await file.appendFile(torn ? `\n${text}` : text);
        await file.datasync();
      } finally {
        await file.close();
      }
    },
    async read(conversation, afterSeq) {
      const text = await readText(pathOf(conversation));
      return text === undefined ? [] : linesOf(text).filter((line) => line.seq > afterSeq);
    },
  };
}

/** Every whole line once: a torn last line is not a line, and a doubled number is the same line. */
function linesOf(text: string): TranscriptLine[] {
  const bySeq = new Map<number, TranscriptLine>();
  for (const line of text.split('\n')) {
    const parsed = transcriptLine.safeParse(parse(line));
    if (parsed.success && !bySeq.has(parsed.data.seq)) bySeq.set(parsed.data.seq, parsed.data);
  }
  return [...bySeq.values()].sort((one, other) => one.seq - other.seq);
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
