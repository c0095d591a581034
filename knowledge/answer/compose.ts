/** A draft as the answer that a person reads: the verdict and the sentence of the guide. */
import { fill } from '../fill.ts';
import type { Guide } from '../guide.ts';
import { type Language, phraseIn, say } from '../language.ts';
import { clauseIn, quoteIn } from '../spoken.ts';
import { answerWords } from './answerWords.ts';
import type { AnswerStatus, Citation, Draft, GuideCitation } from './draft.ts';

/** `contracts.md`, "Answer", without the conversation. */
export interface Answer {
  status: AnswerStatus;
  answer: string;
  citations: Citation[];
  suggestions: string[];
  guide: string;
  overlay: string | null;
}

interface Composing {
  guide: Guide;
  language: Language;
}

/** The line under an answer that says which sentence of the guide it rests on. */
export const quoteLine = ({ clause, quote }: GuideCitation, language: Language): string =>
  say(answerWords(language).quote, { clause: clauseIn(clause, language), quote, quoted: quoteIn(quote, language) });

export function compose(draft: Draft, { guide, language }: Composing): Answer {
  const words = answerWords(language);
  const said = phraseIn(draft.text, language);
  // What staff wrote may hold braces.
  const filled = draft.published ? said : fill(said, {}, guide, language);
  const text =
    language === 'zh' || said !== phraseIn(draft.text, 'zh') ? filled : say(words.onlyChinese, { text: filled });
  const suggestions = (draft.suggestions ?? []).slice(0, 3).map((each) => phraseIn(each, language));
  const person = draft.status === 'not-in-guide' ? words.person : '';
  const quotes = draft.citations.flatMap((cited) => ('clause' in cited ? quoteLine(cited, language) : []));
  return {
    status: draft.status,
    answer: [text + person, ...(draft.aside ? [draft.aside.zh] : []), ...quotes].join('\n'),
    citations: [...draft.citations, ...(draft.aside ? [draft.aside.citation] : [])].map((cited) => ({ ...cited })),
    suggestions,
    guide: guide.id,
    overlay: guide.laid?.overlay.version ?? null,
  };
}
