/** The links to a checklist, as replies carry them. */
import { type Language, say } from '../../knowledge/language.ts';
import { verdictWords } from '../../knowledge/verdictWords.ts';

/** How long a checklist can be opened, in days. */
export const daysKept = 7;

export interface ChecklistLinks {
  /** The page to print. */
  page: string;
  /** The Word file. */
  word: string;
}

/** The line at the end of a verdict in plain text. */
export function checklistLine({ page }: ChecklistLinks, language: Language): string {
  return say(verdictWords(language).checklist.line, { days: daysKept, url: page });
}
