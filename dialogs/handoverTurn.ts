/** A message about being handed over to the help desk: wished, agreed to, asked after, ended. Heard before the interview; nothing of a case changes. */
import type { Answer } from '../knowledge/answer/compose.ts';
import { say } from '../knowledge/language.ts';
import { isFresh } from '../state/consulted.ts';
import type { ConversationRecord } from '../state/conversation.ts';
import type { DeskItem } from '../state/deskItem.ts';
import type { Help } from '../state/help.ts';
import { commandOf } from './commands.ts';
import { asksOnly, isAsking, wantsPerson } from './consult.ts';
import {
  agrees,
  asksHowLong,
  changesMind,
  declines,
  endsDesk,
  givesUp,
  hasWaited,
  mayGiveUp,
  meansDesk,
} from './handoverForms.ts';
import { type OpenNow, openNow } from './handoverOpen.ts';
import { speaksOfDesk, type Wish, wantsDesk, wishIn } from './handoverWishes.ts';
import { type HandoverWords, handoverWords } from './handoverWords.ts';
import { deleteAsked, shown, withQuestion } from './ownData.ts';
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
  const open = openNow(session);
  if (/^(?:确定|确认)(?:要)?(?:全部)?删除[。.!！]?$/.test(text.trim()))
    return withQuestion(own.notDeletedThen, session);
  const { awaits, ...kept } = record.help ?? {};
  if (awaits) record.help = kept;
  const wish = wishOf(text, open) ?? (awaits === 'yes' && agreesTo(text, open) ? { rest: '' } : undefined);
  if (!desk || desk.seat)
    return wish ? { text: textOf(language).personComes, basis: wantsPerson } : unsure(text, open, session);
  if (record.desk) return aboutWaiting(text, record.desk, session, wish, open) ?? unsure(text, open, session);
  if (wish) return handOver(session, desk, wish, awaits === 'question');
  if (endsDesk(text)) return withQuestion(own.nobody, session);
  if (awaits === 'yes' && !open && declines(text)) return withQuestion(own.notHandedOver, session);
  if (awaits !== 'question' || text.trim() === '') return unsure(text, open, session);
  if (hasWaited(text) || (!open && (declines(text) || changesMind(text))))
    return withQuestion(own.notHandedOver, session);
  // Whoever says 开始自查 or 结论 now, or answers the open question, has thought better of it.
  if (commandOf(text) || (open?.understands(text) && !isAsking(text))) return unsure(text, open, session);
  return handedOver({ seq: desk.seq, question: text, why: 'person' }, session, desk);
}

const wishOf = (text: string, open: OpenNow | undefined): Wish | undefined =>
  wishIn(text, open?.id) ?? (commandOf(text) === 'person' ? { rest: '' } : undefined);

/** Only a word that means the desk agrees while a question is open that a yes would answer. */
const agreesTo = (text: string, open: OpenNow | undefined): boolean => meansDesk(text) || (!open && agrees(text));

/** What speaks of the desk and is not understood answers no question: it is asked again. */
function unsure(text: string, open: OpenNow | undefined, session: Session): Reply | undefined {
  if (!open || open.aside || isForOthers(session)) return undefined;
  if (commandOf(text) || endsDesk(text) || !speaksOfDesk(text, open.id) || asksOnly(text)) return undefined;
  return withQuestion(handoverWords(session.language).unsure, session);
}

function aboutWaiting(
  text: string,
  item: DeskItem,
  session: Session,
  wish: Wish | undefined,
  open: OpenNow | undefined,
): Reply | undefined {
  const own = handoverWords(session.language);
  const ends = endsDesk(text) || hasWaited(text) || (givesUp(text) && !open?.aside);
  if (ends || (!open && (mayGiveUp(text) || /^不转/.test(text.trim())))) {
    delete session.record.desk;
    return { ...withQuestion(own.cancelled, session), desk: { item: item.id, state: 'closed' } };
  }
  if (open && !open.aside && mayGiveUp(text)) return withQuestion(own.unsureGivenUp, session);
  if (wish && isAsking(wish.rest) && alsoAsked(wish.rest, session))
    return { ...withQuestion(own.alsoHandedOver, session), basis: wantsPerson };
  if (!wish && !asksHowLong(text, open !== undefined)) return undefined;
  const time = waited(item.askedAt, session.desk?.now ?? item.askedAt, own);
  const said = say(own.stillWaiting, { time, hours: hoursText(session.desk, own) });
  return { ...withQuestion(said, session), ...(wish && { basis: wantsPerson }) };
}

/** Letters of all the questions that an item holds. */
const longestOfAll = 1500;

/** Puts a further question to what waits; false when it stands there, or there is no room for it. */
function alsoAsked(text: string, { record, language }: Session): boolean {
  const item = record.desk;
  const question = shortened(text);
  if (item?.state !== 'pending' || question === '' || item.question.includes(question)) return false;
  const own = handoverWords(language);
  const all = item.question === own.noQuestion ? question : `${item.question}\n${say(own.also, { question })}`;
  if ([...all].length > longestOfAll) return false;
  record.desk = { ...item, question: all };
  return true;
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

/** Letters of what stands beside a wish that are worth handing over though they ask nothing. */
const worth = 8;

/**
 * Hands over what was asked last: what the wish itself asks, the question without an answer, or else the last question; asks for it once when
 * there is none.
 */
async function handOver(session: Session, desk: DeskSide, { rest }: Wish, again: boolean): Promise<Reply> {
  const { record, language } = session;
  const { unanswered } = record.help ?? {};
  if (isAsking(rest)) return handedOver({ seq: desk.seq, question: rest, why: 'person' }, session, desk);
  if (unanswered && isFresh(new Date(unanswered.at), new Date(desk.now))) return handedOver(unanswered, session, desk);
  const last = await desk.lastWords();
  if (last) return handedOver({ ...last, why: 'person' }, session, desk);
  const own = handoverWords(language);
  const beside = !openNow(session) && [...rest].length >= worth ? rest : undefined;
  const nothing = beside ?? (again ? own.noQuestion : undefined);
  if (nothing !== undefined) return handedOver({ seq: desk.seq, question: nothing, why: 'person' }, session, desk);
  record.help = { ...record.help, awaits: 'question' };
  return { text: own.askWhat, basis: wantsPerson };
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
export async function handedBack(said: string, session: Session): Promise<Reply> {
  const { record, language } = session;
  const { wish, ...help } = record.help ?? {};
  if (wish) record.help = help;
  if (wish === 'show') return withQuestion(`${said}\n${await shown(session, textOf(language))}`, session);
  if (wish) {
    record.confirming = 'delete';
    const asked = deleteAsked(session, textOf(language));
    return { ...asked, text: `${said}\n${asked.text}` };
  }
  const going = record.openCase === undefined ? `${said}${handoverWords(language).goOn}` : said;
  return withQuestion(going, session);
}

/** Whether an answer leaves somebody without one: a first 您是问…… may still lead to it. */
function isLeft({ status }: Answer, session: Session): boolean {
  const { record, desk, group, forwarded } = session;
  if (!desk || group || forwarded || isForOthers(session)) return false;
  const { unanswered } = record.help ?? {};
  const again = unanswered?.why === 'clarify' && isFresh(new Date(unanswered.at), new Date(desk.now));
  return status === 'not-in-guide' || (status === 'clarify' && again);
}

/**
 * The reply with the offer where nothing else is asked; elsewhere the answer itself says how to find a person. While a question waits, a further
 * one goes to it without asking.
 *
 * @param asked the message
 */
export function withOffer(reply: Reply, session: Session, asked: string): Reply {
  const { answer, question, choices = [] } = reply;
  if (!answer || !isLeft(answer, session)) return reply;
  const own = handoverWords(session.language);
  if (session.record.desk) {
    if (session.desk?.seat || !alsoAsked(asked, session)) return reply;
    const end = reply.text.indexOf(answer.answer) + answer.answer.length;
    const at = reply.text.includes(answer.answer) ? end : reply.text.length;
    return { ...reply, text: `${reply.text.slice(0, at)}\n${own.alsoHandedOver}${reply.text.slice(at)}` };
  }
  if (question) return reply;
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
  const { record, desk, group, forwarded, language } = session;
  const answer = replies.findLast((each) => each.answer)?.answer;
  if (group || forwarded || isForOthers(session) || !answer || answer.status === 'answered') return record.help;
  // It went to the desk with the one that waits.
  if (record.desk?.question.includes(shortened(text))) return record.help;
  const { seq, now } = desk;
  const unanswered: Help['unanswered'] = { seq, question: shortened(text), why: answer.status, at: now };
  const { toDesk } = handoverWords(language);
  const offered = replies.some(({ choices }) => choices?.includes(toDesk));
  return { ...record.help, unanswered, ...(offered && { awaits: 'yes' as const }) };
}
