/** A message about being handed over to the help desk: wished, agreed to, asked after, ended. Heard before the interview; nothing of a case changes. */
import type { Answer } from '../knowledge/answer/compose.ts';
import { say } from '../knowledge/language.ts';
import { isFresh } from '../state/consulted.ts';
import type { ConversationRecord } from '../state/conversation.ts';
import type { DeskItem } from '../state/deskItem.ts';
import type { Help } from '../state/help.ts';
import { commandOf } from './commands.ts';
import { wantsPerson } from './consult.ts';
import { agrees, asksHowLong, declines, endsDesk, hasWaited, meansDesk, wantsDesk } from './handoverForms.ts';
import { type HandoverWords, handoverWords } from './handoverWords.ts';
import { isQuestionOpen } from './openQuestion.ts';
import { deleteAsked, withQuestion } from './ownData.ts';
import type { Reply } from './reply.ts';
import { type DeskSide, isForOthers, type Session } from './session.ts';
import { words as textOf } from './wording.ts';

/** Letters of a question that the item keeps; the whole stands in the transcript. */
const longest = 500;

/** Whether somebody asks for a person, and for nothing else. */
export const asksForPerson = (text: string): boolean => wantsDesk(text) || commandOf(text) === 'person';

/** The reply; undefined when the message is about anything else. */
export async function handoverTurn(text: string, session: Session): Promise<Reply | undefined> {
  const { record, desk, language } = session;
  const own = handoverWords(language);
  const { awaits, ...kept } = record.help ?? {};
  if (awaits) record.help = kept;
  const wishes = asksForPerson(text) || (awaits === 'yes' && agreesTo(text, session));
  if (!desk || desk.seat) return wishes ? { text: textOf(language).personComes, basis: wantsPerson } : undefined;
  if (record.desk) return aboutWaiting(text, record.desk, session, wishes);
  if (wishes) return handOver(session, desk, awaits === 'question' ? own.noQuestion : undefined);
  if (endsDesk(text)) return withQuestion(own.nobody, session);
  if (awaits === 'yes' && !isQuestionOpen(session) && declines(text)) return withQuestion(own.notHandedOver, session);
  if (awaits !== 'question' || text.trim() === '') return undefined;
  if (declines(text) || hasWaited(text)) return withQuestion(own.notHandedOver, session);
  // Whoever says 开始自查 or 结论 now has thought better of it.
  return commandOf(text) ? undefined : handedOver({ seq: desk.seq, question: text, why: 'person' }, session, desk);
}

/** Only a word that means the desk agrees while a question is open that a yes would answer. */
const agreesTo = (text: string, session: Session): boolean =>
  meansDesk(text) || (!isQuestionOpen(session) && agrees(text));

function aboutWaiting(text: string, item: DeskItem, session: Session, wishes: boolean): Reply | undefined {
  const own = handoverWords(session.language);
  if (endsDesk(text) || hasWaited(text)) {
    delete session.record.desk;
    return { ...withQuestion(own.cancelled, session), desk: { item: item.id, state: 'closed' } };
  }
  if (!wishes && !asksHowLong(text)) return undefined;
  const time = waited(item.askedAt, session.desk?.now ?? item.askedAt, own);
  const said = say(own.stillWaiting, { time, hours: hoursText(session.desk, own) });
  return { ...withQuestion(said, session), ...(wishes && { basis: wantsPerson }) };
}

/** 不到 1 分钟, 12 分钟, 1 小时 5 分钟, 2 天. */
function waited(since: string, now: string, own: HandoverWords): string {
  const all = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / 60_000));
  const n = Math.floor(all / 60);
  const m = all % 60;
  if (all < 1) return own.shortly;
  if (n < 1) return say(own.minutes, { n: m });
  if (n >= 48) return say(own.days, { n: Math.floor(n / 24) });
  return m === 0 ? say(own.hours, { n }) : say(own.hoursAndMinutes, { n, m });
}

function hoursText(desk: DeskSide | undefined, own: HandoverWords): string {
  const { hours } = desk ?? {};
  if (!hours) return own.hoursNone;
  if (hours.open === undefined) return say(own.hoursTold, { hours: hours.text });
  return hours.open ? own.hoursOpen : say(own.hoursClosed, { hours: hours.text });
}

/** Hands over what was asked last: the question without an answer, or else the last words; asks for it once when there is neither. */
async function handOver(session: Session, desk: DeskSide, nothing: string | undefined): Promise<Reply> {
  const { record, language } = session;
  const { unanswered } = record.help ?? {};
  if (unanswered && isFresh(new Date(unanswered.at), new Date(desk.now))) return handedOver(unanswered, session, desk);
  const last = await desk.lastWords();
  if (last) return handedOver({ ...last, why: 'person' }, session, desk);
  if (nothing !== undefined) return handedOver({ seq: desk.seq, question: nothing, why: 'person' }, session, desk);
  record.help = { ...record.help, awaits: 'question' };
  return { text: handoverWords(language).askWhat, basis: wantsPerson };
}

function handedOver(
  { seq, question, why }: Pick<DeskItem, 'seq' | 'question' | 'why'>,
  session: Session,
  desk: DeskSide,
): Reply {
  const own = handoverWords(session.language);
  const { record } = session;
  const asked = { seq, question: shortened(question), why };
  record.desk = { id: session.newId(), state: 'pending', askedAt: desk.now, ...asked };
  const { unanswered: _handed, ...help } = record.help ?? {};
  record.help = help;
  const said = say(own.handedOver, { hours: hoursText(desk, own) });
  const change = { item: record.desk.id, state: 'pending' as const, ...asked };
  return { ...withQuestion(said, session), basis: wantsPerson, desk: change };
}

function shortened(text: string): string {
  const letters = [...text.trim()];
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : text.trim();
}

/**
 * The assistant speaks again: one sentence, and the open question; what was wished of one's own data meanwhile is met now.
 *
 * @param said why it speaks again
 */
export function handedBack(said: string, session: Session): Reply {
  const { record, language } = session;
  const { wish, ...help } = record.help ?? {};
  if (wish) {
    record.help = help;
    record.confirming = 'delete';
    const asked = deleteAsked(session, textOf(language));
    return { ...asked, text: `${said}\n${asked.text}` };
  }
  const going = record.openCase === undefined ? `${said}${handoverWords(language).goOn}` : said;
  return withQuestion(going, session);
}

/** Whether an answer leaves somebody without one, so that the desk is offered: a first 您是问…… may still lead to it. */
function isOffered({ status }: Answer, session: Session): boolean {
  const { record, desk, group, forwarded } = session;
  if (!desk || record.desk || group || forwarded || isForOthers(session)) return false;
  const { unanswered } = record.help ?? {};
  const again = unanswered?.why === 'clarify' && isFresh(new Date(unanswered.at), new Date(desk.now));
  return status === 'not-in-guide' || (status === 'clarify' && again);
}

/** The reply with the offer where nothing else is asked; elsewhere the answer itself says how to find a person. */
export function withOffer(reply: Reply, session: Session): Reply {
  const { answer, question, choices = [] } = reply;
  if (!answer || question || !isOffered(answer, session)) return reply;
  const own = handoverWords(session.language);
  const { toStart } = textOf(session.language);
  const text = reply.text.endsWith(`\n${toStart}`) ? reply.text.slice(0, -toStart.length - 1) : reply.text;
  return { ...reply, text: `${text}\n${own.offer}`, choices: [own.toDesk, ...choices] };
}

/** What is to be known for the next message: a question that stayed without an answer, and whether a yes would hand it over. */
export function helpAfter(
  session: Session & { desk: DeskSide },
  text: string,
  replies: readonly Reply[],
): ConversationRecord['help'] {
  const { record, desk, group, forwarded } = session;
  const answer = replies.findLast((each) => each.answer)?.answer;
  if (group || forwarded || isForOthers(session) || !answer || answer.status === 'answered') return record.help;
  const { seq, now } = desk;
  const unanswered: Help['unanswered'] = { seq, question: shortened(text), why: answer.status, at: now };
  return { ...record.help, unanswered, ...(isOffered(answer, session) && { awaits: 'yes' as const }) };
}
