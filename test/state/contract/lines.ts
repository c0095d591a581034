/** Lines that stand in no turn, and ways to read transcripts in tests. */
import type { TranscriptLine } from '../../../state/transcript.ts';
import type { FoundLine, Page, TranscriptQuery, Transcripts } from '../../../state/transcripts.ts';
import { line, textsOf } from '../../support/saying.ts';

/** A line that says this at this second. */
export function said(second: number, text: string, more: Partial<TranscriptLine> = {}): Omit<TranscriptLine, 'seq'> {
  const { seq: _seq, ...rest } = line(second, 'person', text, more);
  return rest;
}

/** All pages, one after the other; `between` happens before each but the first. */
export async function turned<T>(
  page: (next?: string) => Promise<Page<T>>,
  between?: () => Promise<void>,
): Promise<T[]> {
  const { items, next } = await page();
  const found = [...items];
  for (let token = next; token !== undefined; ) {
    await between?.();
    const following = await page(token);
    found.push(...following.items);
    token = following.next;
  }
  return found;
}

export const words = (found: readonly FoundLine[]): unknown[] => textsOf(found.map((each) => each.line));

/** What the lines say that are found, newest first. */
export const saying = async (transcripts: Transcripts, query: TranscriptQuery): Promise<unknown[]> =>
  words((await transcripts.search(query)).items);
