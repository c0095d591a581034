/** How dates, clauses and the guide's own words stand in a sentence of a language. */
import { inChinese } from './calendar.ts';
import type { PartialDate } from './facts.ts';
import { type Language, type Phrase, phraseIn } from './language.ts';
import { translated } from './languages/catalogue.ts';
import { englishClause, englishDate } from './languages/english.ts';

export function dateIn(date: PartialDate, language: Language): string {
  return language === 'zh' ? inChinese(date) : englishDate(date);
}

/** 「附5 二（一）」, `Annex 5, II (1)`. */
export function clauseIn(clause: string, language: Language): string {
  return language === 'zh' ? clause : englishClause(clause);
}

const han = /\p{Script=Han}/u;

/** What a priority rests on: 「附1 一（二）德国」, `Annex 1, I (2): Germany`. */
export function entryIn(entry: string, language: Language): string {
  const [, clause, party = ''] = /^(附1 \S+?[）)]|附1 [一二三四五六七八九十]+(?=、))、?(.+)$/u.exec(entry) ?? [];
  if (language === 'zh' || clause === undefined) return phraseIn(entry, language);
  const named = /^其他（(.+)）$/.exec(party)?.[1] ?? party;
  return `${englishClause(clause)}: ${phraseIn(named, language)}`;
}

/** The guide's name as it stands in a sentence, with its marks. */
export function titleIn(title: string, language: Language): string {
  return phraseIn(`《${title}》`, language);
}

/** A sentence that a reader makes; undefined where another language has none of it, and something else must be said. */
export function spokenPhrase(phrase: Phrase, language: Language): string | undefined {
  const said = phraseIn(phrase, language);
  return language === 'zh' || !han.test(said.replace(/“[^”]*”|（[^）]*）|\([^)]*\)/g, '')) ? said : undefined;
}

/**
 * Words of the guide in quotation marks. They stay Chinese: another language is put beside them and said to be ours, since only the
 * Chinese text counts.
 */
export function quoteIn(quote: string, language: Language): string {
  if (language === 'zh' || !han.test(quote)) return `“${quote}”`;
  const own =
    translated(quote, language) ??
    translated(`${quote}。`, language) ??
    translated(quote.replace(/[。；，]$/, ''), language);
  return own === undefined ? `“${quote}” (only in Chinese)` : `“${quote}” (our translation: “${own}”)`;
}

/** A sentence without its full stop, as more goes on behind it. */
export const withoutStop = (sentence: string): string => sentence.replace(/[。.]$/, '');
