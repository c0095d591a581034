/** The verdict as few messages of a bounded size, for channels that cut or refuse long ones. */
import type { Assessed } from './assess.ts';
import type { Language } from './language.ts';
import { type Block, joined, verdictBlocks } from './verdictText.ts';

type Shown = Pick<Assessed, 'assessment' | 'headline' | 'rows' | 'advice' | 'cautions' | 'caveat'> & {
  language: Language;
};

const sizeOf = (text: string): number => Buffer.byteLength(text);

/**
 * The text of a verdict in as few messages as hold it, numbered 1/3, 2/3 … when there is more than one.
 * A row stands whole in one message, unless it alone is larger than a message may be.
 * @param maxBytes how large a message may be in UTF-8, at least 32
 */
export function verdictMessages(shown: Shown, maxBytes: number): string[] {
  const { preferences, remedy } = shown.assessment;
  const blocks = verdictBlocks({ ...shown, preferences, remedy });
  const whole = joined(blocks);
  if (sizeOf(whole) <= maxBytes) return [whole];
  for (let digits = 1; ; digits += 1) {
    const largest = '9'.repeat(digits);
    const packed = pack(blocks, maxBytes - sizeOf(mark(largest, largest)));
    if (String(packed.length).length > digits) continue;
    return packed.map((text, at) => `${mark(at + 1, packed.length)}${text}`);
  }
}

const mark = (at: number | string, total: number | string): string => `${at}/${total}\n`;

/** Filling each message before the next begins gives the fewest that keep the order. */
function pack(blocks: readonly Block[], room: number): string[] {
  const messages: Block[][] = [];
  for (const block of blocks.flatMap((each) => pieces(each, room))) {
    const last = messages.at(-1);
    if (last && sizeOf(joined([...last, block])) <= room) last.push(block);
    else messages.push([block]);
  }
  return messages.map(joined);
}

/** A block that no message can hold, in pieces: by lines, and a line by characters. */
function pieces(block: Block, room: number): Block[] {
  if (sizeOf(block.text) <= room) return [block];
  const cut: string[] = [];
  for (const line of block.text.split('\n')) {
    let piece = '';
    for (const character of line) {
      if (sizeOf(piece + character) > room) {
        cut.push(piece);
        piece = '';
      }
      piece += character;
    }
    cut.push(piece);
  }
  return cut.map((text, at) => (at === 0 ? { ...block, text } : { text }));
}
