/** What the assistant would say to each question of a proposal, what it says now, and which existing answers lie nearest. */

import { ask } from '../../../knowledge/answer/ask.ts';
import type { Answer } from '../../../knowledge/answer/compose.ts';
import { lexicon } from '../../../knowledge/answer/lexicon.ts';
import { read } from '../../../knowledge/answer/readQuestion.ts';
import { rankedFor } from '../../../knowledge/answer/refocus.ts';
import { fill } from '../../../knowledge/fill.ts';
import type { Guide } from '../../../knowledge/guide.ts';
import { phraseIn } from '../../../knowledge/language.ts';
import { type Overlay, overlaid } from '../../../knowledge/overlay.ts';
import type { Content } from './proposal.ts';

export interface Previewed {
  question: string;
  after: Answer;
  before: Answer;
  /** Answers of what is known now that the question also touches: the best first. */
  near: string[];
  /** The guide itself answers the question today, and would no longer. */
  displaces: boolean;
}

interface Trying {
  guide: Guide;
  current: Overlay | null;
  trial: Overlay;
  today: string;
}

/** Existing answers that are shown beside a question, and their characters. */
const mostNear = 3;
const shownOf = 80;
const mostQuestions = 20;

/** The questions by which a proposal can be tried. */
function questionsOf(content: Content, guide: Guide): readonly string[] {
  if (content.kind === 'unit') return content.questions.slice(0, mostQuestions);
  if (content.kind === 'word') return withWord(content, guide);
  const point = content.kind === 'ruling' ? content.point : content.of === 'ruling' ? content.id : undefined;
  return guide.openPoints.find(({ id }) => id === point)?.ask ?? [];
}

/** Questions that the guide surely answers, with the new word in the place of one that is known. */
function withWord({ word, concept }: Content & { kind: 'word' }, guide: Guide): string[] {
  const concepts = concept.split(' ');
  const known = lexicon()
    .rows.filter(({ id }) => concepts.includes(id))
    .flatMap(({ words }) => words)
    .sort((one, other) => other.length - one.length);
  const asked = guide.answers.flatMap(({ ask: text }) => {
    const old = text === undefined ? undefined : known.find((each) => text.includes(each));
    return text === undefined || old === undefined ? [] : [text.replace(old, word)];
  });
  return [...new Set(asked)].slice(0, 3);
}

export function preview(content: Content, { guide, current, trial, today }: Trying): Previewed[] {
  return questionsOf(content, guide).map((question) => {
    const [before, after] = [current, trial].map(
      (overlay) => ask({ text: question, guide, overlay, today }).answer,
    ) as [Answer, Answer]; // two of two
    const displaces = content.kind === 'unit' && fromGuide(before) && before.answer !== after.answer;
    return { question, before, after, displaces, near: nearest(question, overlaid(guide, current), today, before) };
  });
}

/** What staff published is cited without a clause. */
const fromGuide = ({ status, citations }: Answer): boolean =>
  status === 'answered' && citations.every((each) => 'clause' in each);

function nearest(question: string, guide: Guide, today: string, before: Answer): string[] {
  const texts = rankedFor(read(question, guide), { guide, today }).map(({ draft }) => {
    const text = phraseIn(draft.text, 'zh');
    // As `compose` does: what staff wrote is said as it stands.
    return draft.published ? text : fill(text, {}, guide, 'zh');
  });
  const others = [...new Set(texts)].filter((text) => !before.answer.startsWith(text.slice(0, 20)));
  return others.slice(0, mostNear).map((text) => (text.length > shownOf ? `${text.slice(0, shownOf)}……` : text));
}
