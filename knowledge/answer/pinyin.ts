/** Questions typed by their sound alone (fuzeren nianling yaoqiu), put into signs where words of the lexicon stand behind them. */
import { bareOf } from '../bareGuide.ts';
import type { Guide } from '../guide.ts';
import { lexicon } from './lexicon.ts';
import small from './pinyin.json' with { type: 'json' };
import { short } from './repair.ts';
import { soundsOf } from './sound.ts';

const final =
  'iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v';
const syllable = new RegExp(`^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:${final})|ang|eng|ai|an|ao|en|er|ou|a|e|o)$`);
const longestSyllable = 6;
const longestWord = 30;
/** How much of what is typed must be words that are known, and how long the longest of them is at least. */
const known = 0.7;
const least = 6;
/** Longest text that is tried, in signs. */
const longest = 120;

const vocabularies = new WeakMap<Guide, ReadonlyMap<string, string>>();

/** By sound without blanks: one of the words that are typed most, or the heaviest. */
function vocabularyOf(guide: Guide): ReadonlyMap<string, string> {
  const made = vocabularies.get(guide);
  if (made) return made;
  const rows = lexicon().rows.toSorted((one, other) => (other.weight ?? 1) - (one.weight ?? 1));
  const words = [
    ...short,
    ...guide.sisterCities.flatMap(({ foreignPlace, jiangxiSide }) => [foreignPlace, jiangxiSide]),
    ...guide.directions.flatMap(({ ours }) => ours?.terms ?? []),
    ...rows.flatMap((row) => row.words),
  ].filter((word) => /^\p{Script=Han}{2,8}$/u.test(word));
  const bySound = new Map(Object.entries(small));
  for (const word of words) {
    const sound = (soundsOf(word)[0] ?? '').replaceAll(' ', '').replaceAll('ü', 'v');
    if (!bySound.has(sound)) bySound.set(sound, word);
  }
  vocabularies.set(guide, bySound);
  return bySound;
}

/** Whether the letters from each place on can be read as syllables. */
function readable(letters: string): boolean[] {
  const fits = new Array<boolean>(letters.length + 1).fill(false);
  fits[letters.length] = true;
  for (let at = letters.length - 1; at >= 0; at -= 1)
    for (let length = 1; length <= longestSyllable && !fits[at]; length += 1)
      fits[at] = fits[at + length] === true && syllable.test(letters.slice(at, at + length));
  return fits;
}

interface Spelt {
  text: string;
  /** Letters that belong to known words, and those of the longest. */
  covered: number;
  most: number;
}

/** The longest known words from the left, those first that end where something typed ends; a syllable that belongs to none is left out. */
function spelt(tokens: readonly string[], words: ReadonlyMap<string, string>): Spelt | undefined {
  const letters = tokens.join('');
  const ends = new Set(tokens.map((_, at) => tokens.slice(0, at + 1).join('').length));
  const fits = readable(letters);
  if (!fits[0]) return undefined;
  const out: Spelt = { text: '', covered: 0, most: 0 };
  for (let at = 0; at < letters.length; ) {
    const lengths = Array.from({ length: Math.min(longestWord, letters.length - at) }, (_, less) => less + 1)
      .filter((each) => fits[at + each] && words.has(letters.slice(at, at + each)))
      .reverse();
    let length = lengths.find((each) => ends.has(at + each)) ?? lengths[0] ?? 0;
    if (length > 0) {
      out.text += words.get(letters.slice(at, at + length)) ?? '';
      out.covered += length;
      out.most = Math.max(out.most, length);
    } else {
      length = 1;
      while (!(fits[at + length] && syllable.test(letters.slice(at, at + length)))) length += 1;
    }
    at += length;
  }
  return out;
}

/** The text in signs: the whole of it where nothing else is typed, single words (负责人 nianling) beside signs. */
export function fromPinyin(text: string, guide: Guide): string {
  if (text.length > longest || !/[a-z]{4}/.test(text)) return text;
  const bare = bareOf(guide);
  if (/\p{Script=Han}/u.test(text))
    return text.replace(/(?<![a-z\d])[a-z]{5,}(?: [a-z]{2,})*(?![a-z\d])/g, (run) => {
      const letters = run.replaceAll(' ', '');
      if (!readable(letters)[0]) return run;
      const word = spelt(run.split(' '), vocabularyOf(bare));
      return word && word.covered === letters.length && word.most >= least ? word.text : run;
    });
  const tokens = text.match(/[a-z]+/g) ?? [];
  if (!tokens.every((token) => readable(token)[0])) return text;
  const letters = tokens.join('');
  const all = spelt(tokens, vocabularyOf(bare));
  if (!all || all.covered < letters.length * known || all.most < least) return text;
  return `${all.text}${/[?]$/.test(text) ? '?' : ''}`;
}
