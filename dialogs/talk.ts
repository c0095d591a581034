/**
 * One turn of the interview as a pure step: a message and a case make replies and the case as it is afterwards.
 * The waterfall in `interview.ts` carries it; nothing here knows botbuilder.
 */
import type { OpenQuestion } from '../knowledge/interview.ts';
import { questionNamed } from '../knowledge/narrate/factNames.ts';
import type { Patch } from '../knowledge/question.ts';
import type { Reading } from '../knowledge/reading.ts';
import type { CaseRecord } from '../state/conversation.ts';
import { changed, namedAmendment, saidAmendment } from './amend.ts';
import { answeredQuestions } from './answered.ts';
import { type Asked, askedAgain, askedNow } from './asked.ts';
import { takeBehalf, takeBehalfName } from './behalf.ts';
import { notedText } from './change.ts';
import type { Command } from './commands.ts';
import {
  aboutTheGuide,
  askedAtStart,
  asksOnly,
  asQuestion,
  isAsking,
  toldBeside,
  withQuestionBeside,
} from './consult.ts';
import { numberIn } from './number.ts';
import { asideText, obey, restartOrNot, withoutAsking } from './obey.ts';
import { asides, chooseAmend, chooseCase, confirmRestart, dueQuestion, markOf, wordingOf } from './position.ts';
import type { Reply } from './reply.ts';
import { alsoStated, withoutAsides } from './stated.ts';
import { readAnswer, take } from './takeAnswer.ts';
import type { Turn } from './turn.ts';
import { askingWhetherItHelped, type Frame, ratingIn, verdictReply } from './verdict.ts';
import { words } from './wording.ts';

/** What a message does to the case, before the next question is asked. */
export function hear(text: string, command: Command | undefined, record: CaseRecord, frame: Frame): Turn {
  const rating = record.ended && !record.asking ? ratingIn(text) : undefined;
  if (rating) return ratedAs(rating, record, frame);
  const asked = askedNow(record, frame);
  if (asked === confirmRestart && !isBeside(command)) return confirmed(text, command, record, frame);
  // The list of cases was left without a choice: the message is about the case.
  if (asked === chooseCase && command !== 'skip') return hear(text, command, withoutAsking(record), frame);
  if (command && !isChoice(text, asked, record, frame)) return obey(command, record, frame);
  if (asked === chooseAmend) return chosenAnswer(text, record, frame);
  const amended = namedAmendment(text, record, frame);
  if (amended) return amended;
  const open = typeof asked === 'object' ? asked : undefined;
  const reading = asksOnly(text)
    ? undefined
    : open && readAnswer(withoutAsides(text, open.question.id, record, frame), open, record, frame);
  const understood = reading?.is === 'value' || reading?.is === 'unknown';
  const back = saidAmendment(text, understood ? open?.question.id : undefined, record, frame);
  return back ?? withStated(text, open, { ...answer(text, asked, reading, record, frame) }, frame);
}

function ratedAs(satisfaction: NonNullable<Reply['satisfaction']>, record: CaseRecord, { language }: Frame): Turn {
  const { rated, endActions } = words(language);
  return { record, said: [], replies: [{ text: rated, choices: endActions, satisfaction }] };
}

/** A label of the open question is its answer, even when it reads like a command. */
function isChoice(text: string, asked: Asked, record: CaseRecord, { guide, language }: Frame): boolean {
  return typeof asked === 'object' && wordingOf(asked, record, guide, language).choices.includes(text.trim());
}

/** `asks`: the message was taken for a question; what it names in asking is told by nobody. */
type Answered = Turn & { understood: boolean; asks?: boolean };

/** The message as an answer to the open question, or as a question of its own. */
function answer(
  text: string,
  asked: Asked,
  reading: Reading<Patch> | undefined,
  record: CaseRecord,
  frame: Frame,
): Answered {
  if ((asked === 'behalf' || asked === 'behalf.name') && isAsking(text))
    return { ...askedAtStart(text, asked, record, frame), understood: true };
  if (asked === 'behalf') return { ...takeBehalf(text, record, frame.language), replies: [], understood: true };
  if (asked === 'behalf.name') return { ...takeBehalfName(text, record), replies: [], understood: true };
  const understood = reading?.is === 'value' || reading?.is === 'unknown';
  if (reading?.is === 'unknown' && typeof asked === 'object' && asksWhere.test(text) && !record.asking?.tries)
    return { ...take(text, whereToLook(asked), asked, record, frame), replies: [], understood: true };
  const about = understood ? undefined : asQuestion(text, record, frame);
  if (about) return { ...(whyInstead(text, about, asked, record, frame) ?? about), understood: true, asks: true };
  if (typeof asked !== 'object') {
    const { afterEnd, changed: moved } = words(frame.language);
    return { record, said: [record.ended ? afterEnd : moved], replies: [], understood: false };
  }
  const taken: Turn = { ...take(text, reading, asked, record, frame), replies: [] };
  return { ...(understood ? withQuestionBeside(text, taken, frame) : taken), understood };
}

/** 不知道，怎么查: wants to be told where it stands before giving up. */
const asksWhere =
  /(?:怎么|咋|哪里?|哪儿|在哪里?|去哪里?|到哪里?|上哪)(?:能|可以|才能)?(?:查|看|找|问)(?:到|得到)?(?:的|啊|呢|呀)?[?？。.!！~～]*$/;

/** The second retry of a question tells where its answer is found. */
const whereToLook = ({ question }: OpenQuestion): Reading<Patch> => ({ is: 'ask', hint: question.wording.zh.retry[1] });

/** 干嘛要报告, of which the guide knows nothing by these words, asks why the open question is asked. */
function whyInstead(text: string, about: Turn, asked: Asked, record: CaseRecord, frame: Frame): Turn | undefined {
  // a rule that was found by these words is told with its sentence, whatever is open
  const found = about.answer?.status === 'answered' || (about.answer?.citations.length ?? 0) > 0;
  if (found || typeof asked !== 'object') return undefined;
  return /为什么|为啥|干[嘛吗啥]|何必|凭什么/.test(text.slice(0, 40)) ? obey('why', record, frame) : undefined;
}

/** Facts of other questions said in the same message are taken too, and said back. */
function withStated(text: string, open: OpenQuestion | undefined, turn: Answered, frame: Frame): Turn {
  const { understood, asks, ...own } = turn;
  const more = alsoStated(asks ? toldBeside(text) : text, open?.question.id, own.record, frame);
  if (!more) return own;
  if (!more.changes.length) return { ...own, said: [...own.said, ...more.said] };
  // What was said is of use, so the question is simply asked again, without a word on how to write its answer.
  const before = understood ? own.said : [];
  return {
    ...own,
    record: more.record,
    said: [...before, notedText(more.changes, frame), ...more.said],
    basis: { ...own.basis, ...more.basis, factsSet: [...(own.basis?.factsSet ?? []), ...(more.basis.factsSet ?? [])] },
  };
}

/** A first message that already tells something: its facts are taken before the first question. */
export function opening(text: string, record: CaseRecord, frame: Frame): Turn {
  const own = words(frame.language);
  const begun = takeBehalf(text, record, frame.language, 'opening').record;
  const found = alsoStated(text, undefined, begun, frame);
  const about = found && asQuestion(text, found.record, frame);
  if (found && about?.answer?.status === 'answered')
    return {
      ...about,
      said: [...about.said, notedText(found.changes, frame), ...found.said],
      basis: { ...found.basis, ...about.basis },
    };
  if (!found) return withQuestionBeside(text, { record: begun, said: [own.begun], replies: [] }, frame);
  const said = [notedText(found.changes, frame) || own.begun, ...found.said];
  return withQuestionBeside(text, { record: found.record, said, replies: [], basis: found.basis }, frame);
}

/** Commands that answer whether to begin anew: 重新开始 does, 继续 and 上一题 do not. */
const answersRestart: readonly Command[] = ['restart', 'start', 'resume', 'skip', 'back'];

/** Whether a command leaves it open whether to begin anew. */
const isBeside = (command: Command | undefined): boolean => command !== undefined && !answersRestart.includes(command);

/** Clears all answers or not; a question is answered first, and the confirmation asked again. */
function confirmed(text: string, command: Command | undefined, record: CaseRecord, frame: Frame): Turn {
  const said = command === 'restart' ? '重来' : text.replace(/[?？\s]+$/, '');
  const turn = restartOrNot(said, record, frame);
  return turn.record.facts === record.facts && isAsking(text) ? aboutTheGuide(text, record, frame) : turn;
}

/** Which answer is to be changed, by its number or its name. */
function chosenAnswer(text: string, record: CaseRecord, frame: Frame): Turn {
  const said = text.trim().replace(/^(?:改|修改)?第?|(?:题|吧|。|那题|那一题)+$/g, '');
  const number = numberIn(said);
  const done = answeredQuestions(record, frame);
  // 年龄有什么要求？ names a question and chooses none.
  const named = isAsking(text) ? undefined : questionNamed(said);
  const found = done.find((each) =>
    number === undefined ? each.id === named || each.name === said : each.number === number,
  );
  if (found) return changed(found.id, undefined, record, frame);
  const { asking: _gone, ...rest } = record;
  const amended = namedAmendment(text, rest, frame) ?? saidAmendment(text, undefined, rest, frame);
  if (amended) return amended;
  if (isAsking(text)) return aboutTheGuide(text, record, frame);
  const tries = (record.asking?.tries ?? 0) + 1;
  if (tries > 1) return { record: rest, said: [words(frame.language).kept], replies: [] };
  return { record: { ...record, asking: { id: chooseAmend, tries, again: false } }, said: [], replies: [] };
}

/** The question to ask now, with what was said before it; the verdict when the interview is at its end. */
export function ask(turn: Turn, frame: Frame): { record: CaseRecord; replies: Reply[] } {
  const { record, replies } = turn;
  const { guide, language } = frame;
  const said = turn.said.filter((each) => each !== '').join('\n');
  const basis = { ...(turn.basis && { basis: turn.basis }), ...(turn.answer && { answer: turn.answer }) };
  const asked = askedAgain(record, frame) ?? dueQuestion(record, guide);
  if (asked === undefined) return atEnd({ record, replies, said, basis }, frame);
  const id = typeof asked === 'string' ? asked : asked.id;
  const aside = asides.includes(id);
  const topic = typeof asked === 'string' ? 'other' : asked.question.topic;
  const question = markOf(id, topic, record, guide);
  const {
    ask: text,
    choices,
    list = [],
  } = typeof asked === 'string'
    ? { ...asideText(asked, record, frame), list: [] }
    : wordingOf(asked, record, guide, language);
  const several = list.length > 0 ? { several: list } : {};
  const same = record.asking?.id === id ? record.asking : { id, tries: 0, again: false };
  const numbered = aside ? text : `${question.index}/${question.total}${words(language).gap}${text}`;
  const next = { ...record, asking: same, total: aside ? record.total : question.total };
  return {
    record: definedTotal(next),
    replies: [
      ...replies,
      { text: [said, numbered].filter(Boolean).join('\n'), choices, ...several, question, ...basis },
    ],
  };
}

function definedTotal({ total, ...rest }: Omit<CaseRecord, 'total'> & { total: number | undefined }): CaseRecord {
  return total === undefined ? rest : { ...rest, total };
}

interface Ending {
  record: CaseRecord;
  replies: Reply[];
  said: string;
  basis: Pick<Reply, 'basis' | 'answer'>;
}

function atEnd({ record, replies, said, basis }: Ending, frame: Frame): { record: CaseRecord; replies: Reply[] } {
  const { asking: _done, ...rest } = record;
  const own = words(frame.language);
  const { endActions } = own;
  const finished = record.concluded ? own.finishedAgain : own.finished;
  if (record.ended) {
    const choices = [...(basis.answer?.suggestions ?? []), ...endActions];
    const before: Reply[] = said ? [{ text: said, choices, ...basis }] : [];
    return { record: rest, replies: [...before, ...replies] };
  }
  const intro = said ? `${said}\n${finished}` : finished;
  const verdict = askingWhetherItHelped(verdictReply(record, frame, intro), frame.language);
  const last = { ...verdict, basis: { ...basis.basis, ...verdict.basis } };
  return { record: { ...rest, ended: true, concluded: true }, replies: [...replies, last] };
}
