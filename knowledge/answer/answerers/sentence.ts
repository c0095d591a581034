/** A sentence of the guide, found by words that it holds, with the clause in which it stands. */
import type { Guide } from '../../guide.ts';
import type { GuideCitation } from '../draft.ts';

/** The first sentence of 一 to 四 and of 附5 that holds the words; none in a guide that does not write it. */
export function sentenceWith(words: string, { sections, formChecks }: Guide): GuideCitation[] {
  const clauses = [
    ...sections.flatMap((section) => section.clauses),
    ...formChecks.map(({ clause, sentences }) => ({ clause, text: sentences.join('') })),
  ];
  const found = clauses.find(({ text }) => text.includes(words));
  const quote = found?.text.match(/[^。]+。?/g)?.find((sentence) => sentence.includes(words));
  return found && quote !== undefined ? [{ clause: found.clause, quote }] : [];
}
