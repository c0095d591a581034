/**
 * What somebody at the help desk hands on: the questions of others, answered one by one so that each answer can be passed on as it is, with the
 * reason why it is so. Nothing of it is a fact of anybody.
 */
import { ask } from '../knowledge/answer/ask.ts';
import type { Answer } from '../knowledge/answer/compose.ts';
import { reasonOf } from '../knowledge/answer/reason.ts';
import { questionsIn } from '../knowledge/answer/split.ts';
import { say } from '../knowledge/language.ts';
import { commandOf } from './commands.ts';
import { consultation, isAsking, wonders } from './consult.ts';
import { type Found, shortened, together } from './forwarded.ts';
import { asksForPerson } from './handoverTurn.ts';
import { pasteReady } from './pasteReady.ts';
import type { Reply } from './reply.ts';
import { guidesOf, type Session } from './session.ts';
import type { Frame } from './verdict.ts';
import { words } from './wording.ts';

/** Questions of one message that are looked at. */
const mostLooked = 40;

/** The questions of a text, each with its answer: what was asked before in the same text stands behind it. */
export function answersTo(text: string, frame: Frame): Found[] {
  let memory: Parameters<typeof ask>[0]['memory'];
  const found = questionsIn(text)
    .slice(0, mostLooked)
    .map((part) => {
      const question = part.trim().replace(/\s+/g, ' ');
      const told = ask({ ...frame, text: question, memory, overlay: frame.overlay ?? null });
      memory = told.memory;
      return { question, answer: told.answer };
    });
  const asking = found.filter(
    ({ question, answer }) => isAboutGuide(answer) && (isAsking(question) || wonders(question)),
  );
  if (asking.length > 0) return asking;
  // A few words that ask nothing may name what somebody wants to know: 方向七考核指标.
  if (!/\p{L}\P{L}*\p{L}/u.test(text)) return [];
  const named = consultation(text, frame, 'welcome')?.answer;
  return named && isAboutGuide(named) ? [{ question: text.trim(), answer: named }] : [];
}

/** 在吗 and 谢谢 are answered too, but by nothing of the guide. */
const isAboutGuide = ({ status, citations }: Answer): boolean => status !== 'answered' || citations.length > 0;

/** The reply to a message of somebody who stands in for others. */
export function standInReply(text: string, session: Session): Reply {
  const { language, today } = session;
  const own = words(language);
  const help = { text: say(own.othersNone, { example: own.groupExample }) };
  const found =
    commandOf(text) || asksForPerson(text) ? [] : answersTo(text, { ...guidesOf(session), today, language });
  if (found.length === 0) return help;
  return together(found, language, (told) => {
    const [first] = told;
    if (first && told.length === 1)
      return [say(own.othersOne, { reason: reasonOf(first.answer) }), pasteReady(first.answer, language)];
    const items = told.map(({ question, answer }, at) => {
      const head = say(own.othersItem, { n: at + 1, question: shortened(question), reason: reasonOf(answer) });
      return `${head}\n${pasteReady(answer, language)}`;
    });
    return [say(own.othersMany, { n: told.length }), ...items];
  });
}
