/** A draft as the answer that a person reads: the verdict and the sentence of the guide. */
import { fill } from '../fill.ts';
import type { Guide } from '../guide.ts';
import { type Language, phraseIn, say } from '../language.ts';
import { answerWords } from './answerWords.ts';
import type { AnswerStatus, Citation, Draft } from './draft.ts';

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

export function compose(draft: Draft, { guide, language }: Composing): Answer {
  const words = answerWords(language);
  const said = phraseIn(draft.text, language);
  // What staff wrote may hold braces.
  const text = draft.published ? said : fill(said, {}, guide, language);
  const suggestions = (draft.suggestions ?? []).slice(0, 3).map((each) => phraseIn(each, language));
  const person = draft.status === 'not-in-guide' ? words.person : '';
  const quotes = draft.citations.flatMap((cited) => ('clause' in cited ? say(words.quote, { ...cited }) : []));
  return {
    status: draft.status,
    answer: [text + person, ...(draft.aside ? [draft.aside.zh] : []), ...quotes].join('\n'),
    citations: [...draft.citations, ...(draft.aside ? [draft.aside.citation] : [])].map((cited) => ({ ...cited })),
    suggestions,
    guide: guide.id,
    overlay: guide.laid?.overlay.version ?? null,
  };
}
