/** What is said of a guide's year: before an answer, instead of one. */
import type { Guide } from '../guide.ts';
import { guideName } from '../guideName.ts';
import { type Language, say } from '../language.ts';
import { answerWords } from './answerWords.ts';
import type { Draft } from './draft.ts';

interface Leading {
  /** The guide that answers by itself. */
  of: Guide;
  /** More than one guide is told: each is named. */
  leads: boolean;
  language: Language;
}

/** The line before what an older guide says; before what any says where several are told. */
export function leadOf(edition: Guide, { of, leads, language }: Leading): string | undefined {
  const words = answerWords(language);
  if (edition.id === of.id || !edition.newer)
    return leads ? say(words.by, { guide: guideName(edition, edition, language) }) : undefined;
  const { newer } = edition;
  return say(words.older, { guide: guideName(edition, newer, language), newer: guideName(newer, edition, language) });
}

/** 2023年的指南: nothing is asked of it. */
export const namesOnly = (rest: string): boolean =>
  /^(?:申报|项目)?(?:指南|通知)(?:呢|吗|有吗|在吗|还有吗)?[?。]*$/.test(rest);

/** The guide is there: what is wanted of it is asked back. */
export function askingWhat({ year }: Guide): Draft {
  const text = (language: Language): string => say(answerWords(language).askingWhat, { year });
  return { id: 'year.what', status: 'clarify', text: { zh: text('zh'), en: text('en') }, citations: [], uses: [] };
}

/** A year of which there is no guide: those that there are. */
export function noSuchYear(years: readonly number[], onFile: readonly Guide[]): Draft {
  const there = [...new Set(onFile.map(({ year }) => year))].reverse();
  const text = (language: Language, and: string): string =>
    say(answerWords(language).noSuchYear, { years: there.join(and), year: years.join(and) });
  return {
    id: 'year.not-on-file',
    status: 'not-in-guide',
    text: { zh: text('zh', '、'), en: text('en', ', ') },
    citations: [],
    uses: [],
  };
}
