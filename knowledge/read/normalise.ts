import { maxInput } from '../reading.ts';
import { corrected } from './correction.ts';
import { once } from './oneMessage.ts';
import { plainSpeech } from './plainSpeech.ts';
import { selfAnswered } from './selfAnswered.ts';

/** Zero-width characters and byte order marks that phones and spreadsheets leave in pasted text. */
const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63]/g;
const waves = /[\u301c\u223c\u02dc]/g;
const circles = /[\u25cb\u25ef]/g;

/**
 * One spelling for what people type: full-width to half-width (NFKC), one dash, one `~`, single spaces, lower case.
 * Dialect and traditional characters are folded as well, and what was taken back is left out. A text longer than `maxInput`, or one that grows past twice that, gives '' (not understood).
 */
export function normalise(text: string): string {
  return once(normalised, text);
}

function normalised(text: string): string {
  if (text.length > maxInput) return '';
  const wide = text.normalize('NFKC');
  if (wide.length > 2 * maxInput) return '';
  return corrected(selfAnswered(plainSpeech(wide)))
    .replace(invisible, '')
    .replace(dashes, '-')
    .replace(waves, '~')
    .replace(circles, '〇')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

const leading =
  /^(?:查了一下|查了查|查过了?|看了一下|翻了一下|问了一下|问过了?|不好意思|您好|你好|老师好|好的|记得|大家好|那就|那个|嗯嗯|嗯|哦哦|哦|噢|喔|啊|呃|额|唉|诶|欸|哎|哈|嘿|唔)/;
const edge = new Set([...' ,，、。;；:：!！~～…·"“”\'’‘']);
const tailWords = new Set([...'哈啊呀哦噢喔嘛啦吧呗哟诶欸嗯']);

function skip(text: string): number {
  let at = 0;
  while (at < text.length && edge.has(text.charAt(at))) at += 1;
  return at;
}

/** The normalised text without the filler around it: 嗯，查了一下，… in front; 哈 ～ 。 吧 behind. */
export function strip(text: string): string {
  let rest = text.slice(skip(text));
  for (let filler = leading.exec(rest); filler; filler = leading.exec(rest)) {
    rest = rest.slice(filler[0].length);
    rest = rest.slice(skip(rest));
  }
  let end = rest.length;
  while (end > 0 && (edge.has(rest.charAt(end - 1)) || tailWords.has(rest.charAt(end - 1)))) end -= 1;
  return rest.slice(0, end);
}

/** Normalised and stripped, without any space that does not stand between two digits or two Latin letters. */
export function compact(text: string): string {
  return strip(normalise(text)).replace(/(?<![\da-z]) | (?![\da-z])/g, '');
}
