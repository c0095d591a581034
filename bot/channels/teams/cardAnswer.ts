/** An answer about the guide as parts of a card: what it says, each sentence of the guide set apart with its clause, what else may be asked. */

import { answerWords } from '../../../knowledge/answer/answerWords.ts';
import { type Answer, quoteLine } from '../../../knowledge/answer/compose.ts';
import type { GuideCitation } from '../../../knowledge/answer/draft.ts';
import { type Language, say } from '../../../knowledge/language.ts';
import { clauseIn, quoteIn } from '../../../knowledge/spoken.ts';
import { verdictWords } from '../../../knowledge/verdictWords.ts';
import { columns, type Element, folded, paragraphs, text } from '../cardParts.ts';
import { buttonSets, choosing } from './cardChoices.ts';
import { cardWords } from './cardWords.ts';

/** Sentences of the guide that are shown at once; the others are folded. */
const quotesShown = 3;

/** @param questions whether what else may be asked is offered as buttons; it is left out otherwise */
export function answerElements(answer: Answer, language: Language, questions: 'buttons' | 'none'): Element[] {
  const { also } = cardWords(language);
  const offered = questions === 'buttons' ? answer.suggestions : [];
  return [
    ...ownLines(answer, language).flatMap(lineElements),
    ...quotes(answer, language),
    ...(offered.length > 0
      ? [
          text(also, { isSubtle: true, size: 'Small' }, { spacing: 'Medium' }),
          ...buttonSets(offered.map((each) => choosing(each, each))),
        ]
      : []),
  ];
}

/** Whether a card shows more of the answer than its text would. */
export function wantsCard({ citations, answer }: Answer): boolean {
  return citations.length > 0 || answer.split('\n').some((line) => directionsOf(line) !== undefined);
}

/** The answer's own words: the sentences of the guide and the further questions stand elsewhere in the card. */
function ownLines({ answer, citations, suggestions }: Answer, language: Language): string[] {
  const words = answerWords(language);
  const elsewhere = new Set([
    ...citations.flatMap((each) => ('clause' in each ? quoteLine(each, language) : [])),
    ...(suggestions.length > 0 ? [words.suggest, ...suggestions.map((each) => `· ${each}`)] : []),
  ]);
  return answer.split('\n').filter((line) => !elsewhere.has(line));
}

interface Listed {
  head: string;
  items: { number: string; title: string }[];
}

/** A line that tells many directions one after the other: 方向一 甲；方向二 乙；…… */
function directionsOf(line: string): Listed | undefined {
  const [, head = '', listed = ''] = /^([^：]*：)?(方向.*)$/.exec(line) ?? [];
  const items = listed.split('；').flatMap((item) => {
    const [, number, title] = /^(方向[一二三四五六七八九十]+)[　 ](.+?)。?$/.exec(item) ?? [];
    return number && title ? [{ number, title }] : [];
  });
  return items.length > 3 && items.length === listed.split('；').length ? { head, items } : undefined;
}

/** Many directions as a list; any other line as it is. */
function lineElements(line: string): Element[] {
  const { head, items } = directionsOf(line) ?? { head: '', items: [] };
  if (items.length === 0) return paragraphs(line);
  return [
    ...(head ? [text(head, { weight: 'Bolder' }, { spacing: 'Medium' })] : []),
    ...items.map(({ number, title }) => ({
      ...columns([text(number, { isSubtle: true }), '72px'], [text(title), 'stretch']),
      spacing: 'Small',
    })),
  ];
}

function quotes({ citations }: Answer, language: Language): Element[] {
  const words = cardWords(language);
  const { expand, collapse, toggle } = verdictWords(language);
  // What staff published is the answer itself, with its day.
  const all = citations.flatMap((each): Element[] => ('clause' in each ? [quoted(each, language)] : []));
  const rest = all.slice(quotesShown);
  const title = say(words.moreQuotes, { n: rest.length });
  return [
    ...all.slice(0, quotesShown),
    ...(rest.length > 0 ? folded('quotes', title, { expand, collapse, toggle: say(toggle, { title }) }, rest) : []),
  ];
}

/** The guide's own words are told from ours by their ground. */
function quoted({ clause, quote }: GuideCitation, language: Language): Element {
  const { basis, quoted: marks } = verdictWords(language);
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'Small',
    items: [
      text(say(basis, { clauses: clauseIn(clause, language) }), { size: 'Small', weight: 'Bolder' }),
      ...paragraphs(say(marks, { quote, quoted: quoteIn(quote, language) }), { size: 'Small' }, { spacing: 'Small' }),
    ],
  };
}
