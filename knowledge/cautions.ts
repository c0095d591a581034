/** What the call leaves open or contradicts, as far as it concerns a case: told beside its verdict, decides nothing. */
import { concerned, touches } from './cautionWhen.ts';
import type { Facts } from './facts.ts';
import { fill } from './fill.ts';
import type { Guide, Ruled } from './guide.ts';
import { inLanguage, type Language, say } from './language.ts';
import { isAbout, rulingFor, rulingsOn } from './rulings.ts';
import { ruledSentence } from './rulingWords.ts';

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
  // Beside the six: what is settled pushes nothing out that is open.
  const settlements: Caution[] = [];
  const seen = concerned(facts, guide, language);
  const ruled = new Set(rulingsOn(facts, guide));
  // What a row of the checklist says is not said again.
  for (const each of ruled) if (!isInChecklist(each, facts, guide)) settlements.push(settled(each));
  for (const { id, clause, quotes, when, words } of guide.cautions) {
    if (told.length >= most) break;
    const named = touches(when, seen);
    if (!named) continue;
    const instead = guide.laid?.ruled.find((each) => each.point.cautions?.includes(id) && isAbout(each, seen));
    if (instead) {
      if (!ruled.has(instead)) settlements.push(settled(instead));
      ruled.add(instead);
      continue;
    }
    const { title, text } = inLanguage(words, language);
    // What a person wrote comes in last: it may hold braces.
    told.push({ id, title, text: say(fill(text, facts, guide, language), named), clause, quote: quotes.join('；') });
  }
  return [...settlements, ...told];
}

/** What was open and is settled. */
function settled(ruled: Ruled): Caution {
  const { id, title, clause, quotes } = ruled.point;
  return { id: `ruling-${id}`, title, text: ruledSentence(ruled), clause, quote: quotes.join('；') };
}

function isInChecklist(ruled: Ruled, facts: Facts, guide: Guide): boolean {
  return guide.rules.some(
    ({ row, rule }) =>
      rulingFor(row.id, facts, guide) === ruled && ['unmet', 'open', 'to-confirm'].includes(rule.decide(facts, guide)),
  );
}
