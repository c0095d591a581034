/**
 * What other people wrote and somebody hands on (聊天记录, a quoted message): the questions among it are answered in one message,
 * each with its clause; nothing of it is a fact of whoever hands it on, and their own case stays as it is.
 */
import type { Answer } from '../knowledge/answer/compose.ts';
import { mostQuestions, questionsIn } from '../knowledge/answer/split.ts';
import { say } from '../knowledge/language.ts';
import { basisOf, consultation } from './consult.ts';
import { withoutOffers } from './pasteReady.ts';
import type { Reply } from './reply.ts';
import { guidesOf, type Session } from './session.ts';
import { words } from './wording.ts';

/** Characters of a question that are repeated before its answer, and messages and questions that are looked at. */
const most = { shown: 40, messages: 100, looked: 40 };

/** @param text one message a line, without the names of those who wrote them */
export function forwardedReply(text: string, session: Session): Reply {
  const { language, today } = session;
  const own = words(language);
  const frame = { ...guidesOf(session), today, language };
  const asked = text.split('\n', most.messages).flatMap((message) => questionsIn(message));
  const found = [...new Set(asked.map((each) => each.trim()))].slice(0, most.looked).flatMap((question) => {
    const answer = consultation(question, frame, 'welcome')?.answer;
    return answer && isToBeTold(answer) ? [{ question, answer }] : [];
  });
  if (found.length === 0) return { text: say(own.forwardedNone, { example: own.groupExample }) };
  const told = found.slice(0, mostQuestions);
  const left = found.length - told.length;
  const lines = [
    own.forwarded,
    ...told.map(({ question, answer }, at) => `${at + 1}. ${shortened(question)}\n${withoutOffers(answer, language)}`),
    ...(left > 0 ? [say(own.forwardedMore, { n: left })] : []),
  ];
  const answer = merged(told, lines.join('\n\n'));
  return { text: answer.answer, answer, basis: basisOf(answer) };
}

/** Several answers as one: of their common status, or answered. */
export function merged(told: readonly { answer: Answer }[], text: string): Answer {
  const [first] = told;
  if (!first) throw new Error('nothing to merge');
  return {
    ...first.answer,
    status: told.every((each) => each.answer.status === first.answer.status) ? first.answer.status : 'answered',
    answer: text,
    citations: told.flatMap((each) => each.answer.citations),
    suggestions: [],
  };
}

/** What people say to each other (在吗, 中午吃什么) is not for us, and there is nobody to be asked what was meant. */
const isToBeTold = ({ status, citations }: Answer): boolean =>
  status === 'not-in-guide' || (status === 'answered' && citations.length > 0);

export const shortened = (question: string): string => {
  const letters = [...question];
  return letters.length > most.shown ? `${letters.slice(0, most.shown).join('')}…` : question;
};
