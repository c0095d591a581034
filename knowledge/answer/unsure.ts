/** What is said when no answer fits well enough, and several answers as one. */
import { type Phrase, phraseIn } from '../language.ts';
import type { Asked } from './asked.ts';
import { beyondGuide } from './beyond.ts';
import type { Answer } from './compose.ts';
import type { AnswerFrame, Draft } from './draft.ts';
import { refocused } from './refocus.ts';
import { withResidual } from './residual.ts';
import { askingClause, beyondConcepts, unknownIn } from './unknown.ts';

/** Near: at most three questions to choose from. Nothing near, or a word that neither the guide nor the lexicon knows: the guide does not say. */
export function unsure(asked: Asked, near: readonly Draft[], frame: AnswerFrame): Draft {
  const second = refocused(asked, frame);
  if (second) return withResidual(second.draft, second.asked, frame);
  const clause = askingClause(asked);
  const [unknown] = unknownIn(asked, frame.guide, clause);
  const suggestions = suggested(asked, near);
  if (suggestions.length === 0 || unknown !== undefined) return beyondGuide(unknown?.text);
  const strange = beyondConcepts(asked, clause, asked.concepts).length > 0;
  const asking = strange ? undefined : near.find(({ status }) => status === 'clarify');
  return { id: 'unsure', status: 'clarify', text: asking?.text ?? words, citations: [], uses: [], suggestions };
}

const words: Phrase = {
  zh: '我在指南里没有找到正好说这一点的条文，不能乱答。您想问的是哪一个？都不是的话，回复“人工”可以找人。',
  en: 'I did not find a sentence of the guide that says just this, and cannot guess. Which of these do you mean? Reply “人工” for a person.',
};

/** Answers that ask back name the questions that we can answer: they come first. */
function suggested(asked: Asked, near: readonly Draft[]): Phrase[] {
  const asking = near.filter(({ status }) => status === 'clarify');
  const offered = [
    ...asking.flatMap((draft) => draft.suggestions ?? []),
    ...near.flatMap((draft) => draft.suggestions?.slice(0, 1) ?? []),
  ];
  const seen = new Set<string>();
  return offered
    .filter((each) => {
      const text = phraseIn(each, asked.language);
      return !seen.has(text) && seen.add(text) !== undefined;
    })
    .slice(0, 3);
}

/** Answers to the questions of one message, as one answer. */
export function joined(answers: readonly Answer[]): Answer {
  const [first, ...more] = answers;
  if (!first) throw new Error('a message holds at least one question');
  if (more.length === 0) return first;
  return {
    ...first,
    status: answers.every(({ status }) => status === first.status) ? first.status : 'answered',
    answer: answers.map(({ answer }, at) => `${at + 1}. ${answer}`).join('\n'),
    citations: answers.flatMap(({ citations }) => citations),
    suggestions: answers.flatMap(({ suggestions }) => suggestions).slice(0, 3),
  };
}
