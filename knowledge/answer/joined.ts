/** The answers to the questions of one message as one answer, with what can be asked next. */
import { type Language, say } from '../language.ts';
import { answerWords } from './answerWords.ts';
import type { Answer } from './compose.ts';
import { mostQuestions } from './split.ts';

const mostSuggestions = 3;

/** In their order; `left` are the questions behind them, not answered. Throws when there is no answer at all. */
export function joined(answers: readonly Answer[], { left, language }: { left: number; language: Language }): Answer {
  const [first] = answers;
  if (!first) throw new Error('a message holds at least one question');
  const words = answerWords(language);
  const suggestions = [...new Set(answers.flatMap((each) => each.suggestions))].slice(0, mostSuggestions);
  const lines = [
    ...(answers.length === 1 ? [first.answer] : answers.map(({ answer }, at) => `（${at + 1}）${answer}`)),
    ...(left === 0 ? [] : [say(words.left, { answered: mostQuestions, left })]),
    ...(suggestions.length === 0 ? [] : [words.suggest, ...suggestions.map((each) => `· ${each}`)]),
  ];
  return {
    ...first,
    status: answers.every(({ status }) => status === first.status) ? first.status : 'answered',
    answer: lines.join('\n'),
    citations: answers.flatMap(({ citations }) => citations),
    suggestions,
  };
}
