/** What the guide says near the question, ready to be pasted into an answer: never an answer by itself. */
import { ask } from '../../../knowledge/answer/ask.ts';
import type { Guide } from '../../../knowledge/guide.ts';
import type { Overlay } from '../../../knowledge/overlay.ts';
import { type Clause, clausesOf } from './clauses.ts';

export interface DraftHint {
  /** The question that it answers: the person's own, or one near it. */
  about: string;
  /** May be sent as it is. */
  text: string;
  /** Where it stands, when it is one of the clauses that can be cited. */
  clause?: Clause;
}

/** Hints that are shown; characters of the question that are read. */
const most = { hints: 4, question: 800 };

/** @param today ISO day */
export function draftHints(
  question: string,
  { guide, overlay, today }: { guide: Guide; overlay: Overlay | null; today: string },
): DraftHint[] {
  const asked = (text: string) => ask({ text, guide, overlay, today }).answer;
  const own = asked(question.slice(0, most.question));
  const near = own.suggestions.map((about) => ({ about, answer: asked(about) }));
  const all = [{ about: question, answer: own }, ...near].flatMap(({ about, answer }): DraftHint[] => {
    const [first = ''] = answer.answer.split('\n');
    const cited = answer.citations.flatMap((each) => ('clause' in each ? [each] : []));
    // That the guide does not say it, nobody needs to paste: a rule that lies near is what helps.
    const text = answer.status === 'answered' ? first : (cited[0]?.quote ?? '');
    if (text === '') return [];
    const clause = cited.map((each) => clauseNamed(each, guide)).find((each) => each !== undefined);
    return [{ about, text, ...(clause && { clause }) }];
  });
  const texts = new Set<string>();
  return all.filter(({ text }) => !texts.has(text) && texts.add(text)).slice(0, most.hints);
}

/** Of several names (`一 第2段；三（二）`) the first that can be cited; else the clause in which the words stand. */
function clauseNamed({ clause, quote }: Clause, guide: Guide): Clause | undefined {
  const clauses = clausesOf(guide);
  const named = clause.split('；').flatMap((name) => clauses.get(name) ?? []);
  return named[0] ?? [...clauses.values()].find((each) => each.quote.includes(quote));
}
