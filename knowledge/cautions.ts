/** What the call leaves open or contradicts, as far as it concerns a case: told beside its verdict, decides nothing. */
import { concerned, touches } from './cautionWhen.ts';
import type { Facts } from './facts.ts';
import { fill } from './fill.ts';
import type { Guide } from './guide.ts';
import { inLanguage, type Language, say } from './language.ts';

export interface Caution {
  id: string;
  title: string;
  /** What the call says or does not say, how it is read here, whom to ask. */
  text: string;
  clause: string;
  quote: string;
}

/** Of more nobody would read the first. */
const most = 6;

/** The cautions that concern these facts, in the order of the guide's list, which begins with the most relevant; six at most. */
export function cautionsOf(facts: Facts, guide: Guide, language: Language): Caution[] {
  const told: Caution[] = [];
  const seen = concerned(facts, guide, language);
  for (const { id, clause, quotes, when, words } of guide.cautions) {
    if (told.length === most) break;
    const named = touches(when, seen);
    if (!named) continue;
    const { title, text } = inLanguage(words, language);
    // What a person wrote comes in last: it may hold braces.
    told.push({ id, title, text: say(fill(text, facts, guide, language), named), clause, quote: quotes.join('；') });
  }
  return told;
}
