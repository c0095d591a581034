/**
 * The turns in which somebody at the help desk acts, or has the talk: what the desk says becomes messages of its own, and the assistant is silent
 * until the talk is handed back.
 */
import { randomUUID } from 'node:crypto';
import { commandOf } from '../dialogs/commands.ts';
import { isAsking, wantsPerson } from '../dialogs/consult.ts';
import { type DeskState, dealt, hasTalk, isGivenUp, released } from '../dialogs/handover.ts';
import { agrees, asksHowLong, declines, endsDesk, endsTalk, hasWaited, meansDesk } from '../dialogs/handoverForms.ts';
import { asksForPerson, handedBack } from '../dialogs/handoverTurn.ts';
import { handoverWords } from '../dialogs/handoverWords.ts';
import { ownDataCommandOf } from '../dialogs/ownDataCommand.ts';
import type { Reply } from '../dialogs/reply.ts';
import type { DeskSide, Session } from '../dialogs/session.ts';
import { type Language, say } from '../knowledge/language.ts';
import { commandInEnglish } from '../knowledge/languages/en/hear.ts';
import { clauseIn } from '../knowledge/spoken.ts';
import { openCase } from '../state/conversation.ts';
import type { DeskItem } from '../state/deskItem.ts';
import { staffAct } from '../state/staffAct.ts';
import type { TranscriptLine } from '../state/transcript.ts';
import type { Message, Presenting } from './channels/channel.ts';
import { activityOf, restored, type Sent, why } from './turnActivity.ts';

interface HandoverTurn {
  heard: TranscriptLine;
  /** Changes its record in place. */
  session: Session;
  shape: Presenting;
  now: Date;
}

/** Milliseconds for which somebody's last words may be what they want a person for. */
const lately = 30 * 60_000;
/** Messages before the wish that are looked at. */
const looked = 5;

/** What the dialogs may know of the desk in this turn. */
export function deskSide(
  heard: TranscriptLine,
  now: Date,
  { hours, seat, lines }: Pick<DeskSide, 'hours' | 'seat'> & { lines: () => Promise<TranscriptLine[]> },
): DeskSide {
  return {
    now: now.toISOString(),
    seq: heard.seq,
    hours,
    ...(seat && { seat }),
    async lastWords() {
      const before = (await lines()).filter(
        ({ seq, at }) => seq < heard.seq && now.getTime() - Date.parse(at) < lately,
      );
      const answers = new Set(
        before.filter(({ factsSet }) => factsSet?.length).map(({ activity }) => activity.replyToId),
      );
      const told = new Set(before.filter(isAnswer).map(({ activity }) => activity.replyToId));
      const said = before.filter(({ from, activity }) => from === 'person' && !activity.forwarded).slice(-looked);
      const asks = (line: TranscriptLine): boolean =>
        mayAsk(wordsOf(line)) &&
        (told.has(line.activity.id) || (!answers.has(line.activity.id) && isAsking(wordsOf(line))));
      const found = said.findLast(asks);
      return found && { seq: found.seq, question: wordsOf(found).trim() };
    },
  };
}

/** It answers a question about the guide, or tried to. */
const isAnswer = ({ answerStatus }: TranscriptLine): boolean =>
  answerStatus !== undefined && answerStatus !== wantsPerson.answerStatus;

const wordsOf = ({ activity }: TranscriptLine): string =>
  activityOf({ ...restored(activity), id: '', channel: '', conversation: '' }).text ?? '';

/** Neither a command nor a mere yes, no or number. */
function mayAsk(text: string): boolean {
  const said = text.trim();
  if (
    [...said].length < 4 ||
    commandOf(said) ||
    commandInEnglish(said) ||
    ownDataCommandOf(said) ||
    asksForPerson(said)
  )
    return false;
  return ![agrees, declines, endsDesk, hasWaited, meansDesk, asksHowLong].some((is) => is(said));
}

/** What follows from what somebody at the desk did; nothing where it has no effect. */
export async function staffTurn({ heard, session, shape, now }: HandoverTurn): Promise<Sent[]> {
  const { record, language } = session;
  const { data: deed } = staffAct.shape.deed.safeParse(heard.activity.value);
  const by = heard.staff;
  const item = record.desk;
  const done = deed && by && item && dealt(item, deed, by, now.toISOString());
  if (!deed || !by || !item || !done) return [];
  if (done.item) record.desk = done.item;
  else delete record.desk;
  // What was being asked about deleting must not be answered by a word that is said to somebody else.
  delete record.confirming;
  const own = handoverWords(language);
  const said = done.states.map(async (state): Promise<Sent[]> => {
    const change = { item: item.id, state };
    if (state === 'taken') return fromStaff(own.taken, by, shape, { desk: change });
    if (state === 'answered' && deed.do === 'reply') {
      const parts = fromStaff(replyText(deed, item, language), by, shape, { desk: change });
      owe(session, parts);
      return parts;
    }
    const back = await handedBack(state === 'pending' ? own.released : own.closed, session);
    return fromAssistant(back, change, session, shape);
  });
  return (await Promise.all(said)).flat();
}

/** An answer of the desk as it arrives: with the clause on which it rests, and word that they stay when they do. */
export function replyText(
  { text, clause, close }: { text: string; clause?: string | undefined; close: boolean },
  { state }: { state: DeskState },
  language: Language,
): string {
  const own = handoverWords(language);
  const basis = clause ? [say(own.basis, { clause: clauseIn(clause, language) })] : [];
  const stays = state === 'pending' && !close ? [own.stays] : [];
  return [say(own.reply, { text }), ...basis, ...stays].join('\n');
}

/** Messages of the desk: lines of their own, of which it is known who wrote them; never cut off, and counted with all others. */
function fromStaff(
  text: string,
  by: NonNullable<TranscriptLine['staff']>,
  { present, split }: Presenting,
  data: Record<string, unknown>,
): Sent[] {
  const message = present({ text });
  const parts = split?.(message) ?? [message];
  return parts.map((part, at) => ({
    ...part,
    id: randomUUID(),
    ...(at === 0 && { channelData: { ...Object(part.channelData), ...data } }),
    [why]: { from: 'staff', staff: by },
  }));
}

function fromAssistant(
  reply: Reply,
  desk: { item: string; state: DeskState },
  session: Session,
  { split }: Presenting,
): Sent[] {
  const message: Message = session.present({ ...reply, desk }, openCase(session.record));
  return split?.(message) ?? [message];
}

function owe({ record }: Session, parts: readonly Sent[]): void {
  const ids = parts.flatMap(({ id }) => id ?? []);
  record.help = { ...record.help, owed: [...(record.help?.owed ?? []), ...ids].slice(-mostOwed) };
}
const mostOwed = 40;

/**
 * What is said to a message of the person while somebody at the desk has the talk: nothing, unless it ends that; undefined while nobody has it.
 */
export async function silentTurn({ heard, session, shape, now }: HandoverTurn): Promise<Sent[] | undefined> {
  const { record, language } = session;
  const item = record.desk;
  if (!hasTalk(item)) return undefined;
  const own = handoverWords(language);
  const typed = wordsOf(heard);
  const text = (language === 'en' && commandInEnglish(typed)) || typed;
  if (endsTalk(text)) {
    delete record.desk;
    return fromAssistant(await handedBack(own.ended, session), { item: item.id, state: 'closed' }, session, shape);
  }
  const wish = ownDataCommandOf(text);
  if (wish === 'delete' || (wish === 'show' && !record.help?.wish)) record.help = { ...record.help, wish };
  if (!isGivenUp(item, now)) return [];
  return givenUp(item, session, shape);
}

/** Nobody at the desk has said anything for a day: a question without an answer waits again for anybody. */
async function givenUp(item: DeskItem, session: Session, shape: Presenting): Promise<Sent[]> {
  const { record, language } = session;
  const own = handoverWords(language);
  if (item.state === 'taken') {
    record.desk = released(item);
    return fromAssistant(await handedBack(own.lateTaken, session), { item: item.id, state: 'pending' }, session, shape);
  }
  delete record.desk;
  return fromAssistant(await handedBack(own.lateAnswered, session), { item: item.id, state: 'closed' }, session, shape);
}

const head = /^(?:【咨询台[^】]*】|\[Help desk[^\]]*\] )/;

/** The desk's messages that did not arrive (too late for the channel, say), said again; what has arrived is forgotten. */
export async function owedAgain(
  lines: () => Promise<TranscriptLine[]>,
  { session, shape, timeZone }: Pick<HandoverTurn, 'session' | 'shape'> & { timeZone: string },
): Promise<Sent[]> {
  const { record, language } = session;
  const { owed, ...help } = record.help ?? {};
  if (!owed?.length) return [];
  const own = handoverWords(language);
  const days = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone,
    month: 'long',
    day: 'numeric',
  });
  const said = (await lines()).filter(({ activity }) => owed.includes(String(activity.id)));
  const waiting = said.filter(({ delivery }) => delivery === 'pending').map(({ activity }) => String(activity.id));
  record.help = { ...help, ...(waiting.length > 0 && { owed: waiting }) };
  return said
    .filter(({ delivery }) => delivery === 'failed')
    .flatMap(({ at, activity, staff }) => {
      const text = String(activity.text ?? '').replace(head, '');
      const again = say(own.again, { date: days.format(new Date(at)), text });
      const parts = fromStaff(again, staff ?? { id: '', name: '' }, shape, { again: String(activity.id) });
      owe(session, parts);
      return parts;
    });
}
