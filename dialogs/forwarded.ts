/**
 * What other people wrote and somebody hands on (聊天记录, a quoted message): the questions among it are answered in one message,
 * each with its clause; nothing of it is a fact of whoever hands it on, and their own case stays as it is.
 */
import type { Answer } from '../knowledge/answer/compose.ts';
import { mostQuestions, questionsIn } from '../knowledge/answer/split.ts';
import { type Language, say } from '../knowledge/language.ts';
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
  return together(found, language, (told) => [
    own.forwarded,
    ...told.map(({ question, answer }, at) => `${at + 1}. ${shortened(question)}\n${withoutOffers(answer, language)}`),
  ]);
}

export interface Found {
  question: string;
  answer: Answer;
}

/** One message of the first answers, and how many more questions there were; its status is theirs where they have one in common. */
export function together(
  found: readonly Found[],
  language: Language,
  linesOf: (told: readonly Found[]) => readonly string[],
): Reply {
  const told = found.slice(0, mostQuestions);
  const [first] = told;
  if (!first) throw new Error('nothing to put together');
  const left = found.length - told.length;
  const text = [...linesOf(told), ...(left > 0 ? [say(words(language).forwardedMore, { n: left })] : [])].join('\n\n');
  const { status } = first.answer;
  const answer: Answer = {
    ...first.answer,
    status: told.every((each) => each.answer.status === status) ? status : 'answered',
    answer: text,
    citations: told.flatMap((each) => each.answer.citations),
    suggestions: [],
  };
  return { text, answer, basis: basisOf(answer) };
}

/** What people say to each other (在吗, 中午吃什么) is not for us, and there is nobody to be asked what was meant. */
const isToBeTold = ({ status, citations }: Answer): boolean =>
  status === 'not-in-guide' || (status === 'answered' && citations.length > 0);

export const shortened = (question: string): string => {
  const letters = [...question];
  return letters.length > most.shown ? `${letters.slice(0, most.shown).join('')}…` : question;
};
