/**
 * What other people wrote and somebody hands on (聊天记录, a quoted message): the questions among it are answered in one message,
 * each with its clause; nothing of it is a fact of whoever hands it on, and their own case stays as it is.
 */
import { answerWords } from '../knowledge/answer/answerWords.ts';
import type { Answer } from '../knowledge/answer/compose.ts';
import { mostQuestions, questionsIn } from '../knowledge/answer/split.ts';
import { type Language, say } from '../knowledge/language.ts';
import { loadGuide } from '../knowledge/loadGuide.ts';
import { basisOf, consultation } from './consult.ts';
import type { Reply } from './reply.ts';
import type { Session } from './session.ts';
import { words } from './wording.ts';

/** Characters of a question that are repeated before its answer, and messages and questions that are looked at. */
const most = { shown: 40, messages: 100, looked: 40 };

/** @param text one message a line, without the names of those who wrote them */
export function forwardedReply(text: string, { language, guideId, today }: Session): Reply {
  const own = words(language);
  const frame = { guide: loadGuide(guideId), overlay: null, today, language };
  const asked = text.split('\n', most.messages).flatMap((message) => questionsIn(message));
  const found = [...new Set(asked.map((each) => each.trim()))].slice(0, most.looked).flatMap((question) => {
    const answer = consultation(question, frame, 'welcome')?.answer;
    return answer && isToBeTold(answer) ? [{ question, answer }] : [];
  });
  const [first] = found;
  if (!first) return { text: say(own.forwardedNone, { example: own.groupExample }) };
  const told = found.slice(0, mostQuestions);
  const left = found.length - told.length;
  const answer: Answer = {
    ...first.answer,
    status: told.every((each) => each.answer.status === first.answer.status) ? first.answer.status : 'answered',
    answer: [
      own.forwarded,
      ...told.map(
        ({ question, answer }, at) => `${at + 1}. ${shortened(question)}\n${withoutOffers(answer, language)}`,
      ),
      ...(left > 0 ? [say(own.forwardedMore, { n: left })] : []),
    ].join('\n\n'),
    citations: told.flatMap((each) => each.answer.citations),
    suggestions: [],
  };
  return { text: answer.answer, answer, basis: basisOf(answer) };
}

/** What people say to each other (在吗, 中午吃什么) is not for us, and there is nobody to be asked what was meant. */
const isToBeTold = ({ status, citations }: Answer): boolean =>
  status === 'not-in-guide' || (status === 'answered' && citations.length > 0);

/** What else could be asked belongs to a talk of one's own. */
const withoutOffers = ({ answer }: Answer, language: Language): string =>
  answer.split(`\n${answerWords(language).suggest}`)[0] ?? answer;

const shortened = (question: string): string => {
  const letters = [...question];
  return letters.length > most.shown ? `${letters.slice(0, most.shown).join('')}…` : question;
};
