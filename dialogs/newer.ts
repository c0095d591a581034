/**
 * By which year's call people are answered: the greeting names it, and it is not said again in every answer. Where nobody is greeted, the
 * first answer names it; when a newer call is on file than the one they were told of, that is said once.
 */
import { guideName } from '../knowledge/guideName.ts';
import { say } from '../knowledge/language.ts';
import { titleIn } from '../knowledge/spoken.ts';
import { openCase } from '../state/conversation.ts';
import type { Reply } from './reply.ts';
import { guideOf, type Session } from './session.ts';
import { words } from './wording.ts';

/**
 * Notes in the document by which guide the person is answered from now on; what they are told of it, where they were told of another one.
 * @param first whether this is the conversation's first message, and whether the channel has greeted before it: the greeting names the guide
 */
export function newerDue(
  session: Session,
  { first, greeted }: { first: boolean; greeted: boolean },
): Reply | undefined {
  const { record, guideId, language, group } = session;
  const before = record.answeredBy;
  // A conversation that several people read is told with an answer.
  if (before === guideId || (group && !(first && greeted))) return undefined;
  record.answeredBy = guideId;
  const newest = guideOf(session);
  const known = before ?? newest.older?.[0]?.id;
  if (first || known === undefined) return undefined;
  const own = words(language);
  const current = openCase(record);
  const ofCase = current && current.guide !== guideId ? guideOf(session, current.guide) : undefined;
  const old = ofCase ?? guideOf(session, known);
  const named = { newer: guideName(newest, old, language), older: guideName(old, newest, language) };
  return { text: say(ofCase ? own.newerThanCase : own.newerGuide, named) };
}

/** The first answer where nobody was greeted, with the guide that it goes by. */
export function namingGuide(reply: Reply, session: Session): Reply {
  const { record, guideId, language } = session;
  if (!reply.answer || record.answeredBy === guideId) return reply;
  record.answeredBy = guideId;
  const line = say(words(language).answeredBy, { guide: titleIn(guideOf(session).title, language) });
  const { answer, text } = reply;
  return { ...reply, text: `${text}\n${line}`, answer: { ...answer, answer: `${answer.answer}\n${line}` } };
}
