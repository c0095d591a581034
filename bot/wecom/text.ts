/** Texts cut to WeCom's limit of 2048 bytes: beyond it the rest is dropped without a word (document/path/90236). */
import { cleanText } from './clean.ts';

/** Bytes of UTF-8 in one text message, of the app and of 微信客服 alike. */
export const mostBytes = 2048;

export const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');

/** Where a text may be cut, best first: between paragraphs, between lines, behind a sentence, behind a part of one. */
const seams: readonly RegExp[] = [/\n\s*\n/g, /\n/g, /(?:[。！？；…]|[.!?;](?=\s))[”’」』）)]*/g, /[，、,：:]|\s/g];

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * The text in parts of at most `most` bytes, in order; put together they are the text again, but for control characters and lone
 * surrogates, which cannot be sent. No part is blank.
 */
export function cutText(text: string, most: number = mostBytes): string[] {
  const parts: string[] = [];
  let rest = cleanText(text);
  while (bytesOf(rest) > most) {
    const fitting = beginningOf(rest, most);
    const part = rest.slice(0, seamIn(fitting) ?? fitting.length);
    parts.push(part);
    rest = rest.slice(part.length);
  }
  return [...parts, rest].filter((part) => part.trim() !== '');
}

/** The longest beginning of whole characters, as people see them, that fits. */
function beginningOf(text: string, most: number): string {
  // No character has less than a byte.
  const window = text.slice(0, most + 1);
  let end = 0;
  let bytes = 0;
  for (const { segment, index } of graphemes.segment(window)) {
    bytes += bytesOf(segment);
    // The last one may go on behind the window.
    if (bytes > most || index + segment.length > most) break;
    end = index + segment.length;
  }
  return end > 0 ? text.slice(0, end) : codePoints(text, most);
}

/** A single character of hundreds of marks does not fit as a whole. */
function codePoints(text: string, most: number): string {
  let fitting = '';
  for (const point of text) {
    if (bytesOf(fitting + point) > most) break;
    fitting += point;
  }
  return fitting;
}

/** The last seam of the best kind that leaves no part shorter than half. */
function seamIn(text: string): number | undefined {
  for (const seam of seams) {
    const ends = [...text.matchAll(seam)].map((found) => found.index + found[0].length);
    const last = ends.at(-1);
    if (last !== undefined && last > text.length / 2) return last;
  }
  return undefined;
}
