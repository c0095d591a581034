/** Words of an English question that neither the lexicon, nor what is answered, nor everyday speech knows: what is asked beyond the rule. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Asked, Span } from './asked.ts';

const { words } = z
  .strictObject({ source: z.string(), words: z.string() })
  .parse(JSON.parse(readFileSync(new URL('./everyday.en.json', import.meta.url), 'utf8')));
const everyday = new Set(words.split(' '));

/** Letters by which forms of one word are known as such: exist, existed; register, registration. */
const stem = 5;

/** @param told the answer in English, with its quotes */
export function strangeEnglish({ text, touched, mentions }: Asked, within: Span, told: string): string[] {
  const known = told.toLowerCase();
  const covered = [...touched, ...mentions];
  return [...text.slice(within.start, within.end).matchAll(/[a-z][a-z'’-]{2,}/g)].flatMap(({ 0: word, index }) => {
    const start = within.start + index;
    const end = start + word.length;
    if (covered.some((each) => each.start < end && each.end > start)) return [];
    const plain = word.replace(/['’].*$/, '');
    return plain.length < 3 || everyday.has(plain) || known.includes(plain.slice(0, stem)) ? [] : [word];
  });
}
