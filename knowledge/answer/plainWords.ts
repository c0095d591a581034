/** Words without weight for what is asked, by language: how people begin, link, stress and tell of themselves, and what is no thing at all. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Language } from '../language.ts';

const wordFile = z.strictObject({ source: z.string().optional(), words: z.union([z.string(), z.array(z.string())]) });

function wordsOf(name: string): string[] {
  const { words } = wordFile.parse(JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')));
  return typeof words === 'string' ? words.split(' ') : words;
}

const plain: Readonly<Record<Language, ReadonlySet<string>>> = {
  zh: new Set([...wordsOf('filler.json'), ...wordsOf('everyday.json')]),
  en: new Set(wordsOf('everyday.en.json')),
};

/** What an English word may end in beside its base: joined, choosing, parties, stopped, shortly. */
const endings: readonly [RegExp, string][] = [
  [/ies$/, 'y'],
  [/ied$/, 'y'],
  [/(?:es|ed|er|ing|s|ly|al)$/, ''],
  [/(?:ing|ed|es|er|able)$/, 'e'],
  [/(.)\1(?:ed|ing|er)$/, '$1'],
];

/** Whether a word says nothing of what is asked. */
export function isPlain(word: string, language: Language): boolean {
  const known = plain[language];
  if (known.has(word)) return true;
  return (
    language === 'en' && endings.some(([ending, base]) => ending.test(word) && known.has(word.replace(ending, base)))
  );
}
