/**
 * One turn of the interview as a pure step: a message and a case make replies and the case as it is afterwards.
 * The waterfall in `interview.ts` carries it; nothing here knows botbuilder.
 */
import { isQuestion } from '../knowledge/read/sureness.ts';
import type { CaseRecord } from '../state/conversation.ts';
import { newCase } from '../state/conversation.ts';
import { takeBehalf, takeBehalfName } from './behalf.ts';
import type { Command } from './commands.ts';
import { confirmRestart, dueQuestion, markOf, preludes, questionById, wordingOf } from './position.ts';
import type { Reply } from './reply.ts';
import { readAnswer, skip, type Taken, take } from './takeAnswer.ts';
import { type Frame, verdictReply } from './verdict.ts';
import { ruleNamed, whyAsked } from './why.ts';
import { say, words } from './wording.ts';

export interface Turn {
  record: CaseRecord;
  /** What is said before the next question; one message with it where there is a question. */
  said: string[];
  /** Replies of their own, before the next question. */
  replies: Reply[];
  basis?: Reply['basis'];
}

/** What a message does to the case, before the next question is asked. */
export function hear(text: string, command: Command | undefined, record: CaseRecord, frame: Frame): Turn {
  const asked = askedNow(record, frame);
  if (asked === confirmRestart) return restartOrNot(text, record);
  if (command && command !== 'skip') return obey(command, record, frame);
  if (command === 'skip') return turnOf(skipAsked(asked, record, frame));
  if (asked === 'behalf') return turnOf(takeBehalf(text, record));
  if (asked === 'behalf.name') return turnOf(takeBehalfName(text, record));
  const open = typeof asked === 'string' || asked === undefined ? undefined : asked;
  if (!open) return { record, said: record.ended ? [words().afterEnd] : [], replies: [] };
  const reading = readAnswer(text, open, record, frame.guide, frame.today);
  if (reading?.is !== 'value' && reading?.is !== 'unknown' && isQuestion(text.slice(0, 400))) {
    const named = ruleNamed(text, frame.guide);
    const basis = { answerStatus: named ? 'answered' : 'not-in-guide', citations: named?.citations ?? [] };
    return { record, said: [named?.text ?? words().notAnswered], replies: [], basis };
  }
  return turnOf(take(reading, open, record, frame.guide));
}

function turnOf({ record, said, basis }: Taken): Turn {
  return { record, said, replies: [], basis };
}

type Asked = ReturnType<typeof dueQuestion> | typeof confirmRestart;

/** The question that the message answers: the one last asked, or the one that is due. */
function askedNow(record: CaseRecord, { guide }: Frame): Asked {
  const id = record.asking?.id;
  if (id === confirmRestart) return confirmRestart;
  const prelude = preludes.find((each) => each === id);
  return prelude ?? (id === undefined ? undefined : questionById(id, guide)) ?? dueQuestion(record, guide);
}

function skipAsked(asked: Asked, record: CaseRecord, { guide }: Frame): Taken {
  if (asked === 'behalf') return takeBehalf('本人', record);
  if (asked === 'behalf.name') return takeBehalfName('', record);
  if (typeof asked === 'string' || asked === undefined) return { record, said: [], basis: {} };
  if (!record.asking?.again) return skip(narrowed(asked, record, guide), record);
  const kept: CaseRecord = { ...record };
  delete kept.asking;
  return { record: kept, said: [words().kept], basis: {} };
}

/** The question with the wants that are open now, not all that it may ever settle. */
function narrowed<T extends Exclude<Asked, string | undefined>>(
  asked: T,
  record: CaseRecord,
  guide: Frame['guide'],
): T {
  const due = dueQuestion(record, guide);
  return typeof due === 'object' && due.id === asked.id ? (due as T) : asked;
}

function obey(command: Exclude<Command, 'skip'>, record: CaseRecord, frame: Frame): Turn {
  const asked = askedNow(record, frame);
  const open = typeof asked === 'object' ? asked : undefined;
  switch (command) {
    case 'start':
      return { record, said: [], replies: record.ended ? [verdictReply(record, frame, words().finished)] : [] };
    case 'help':
      return { record, said: [words().help], replies: [] };
    case 'why': {
      if (!open) return { record, said: [record.ended ? words().afterEnd : words().whyNone], replies: [] };
      const why = whyAsked(open, record, frame.guide);
      return { record, said: [why.text], replies: [], basis: { citations: why.citations } };
    }
    case 'verdict': {
      const intro = dueQuestion(record, frame.guide) === undefined ? words().finished : words().soFar;
      return { record, said: [], replies: [verdictReply(record, frame, intro)] };
    }
    case 'restart':
      return { record: { ...record, asking: { id: confirmRestart, tries: 0, again: false } }, said: [], replies: [] };
    case 'back':
      return goBack(record, frame);
  }
}

/** Asks the question before the one that is open again; its answer stands until a new one is understood. */
function goBack(record: CaseRecord, { guide }: Frame): Turn {
  const ids = record.trail.filter((id) => questionById(id, guide) !== undefined);
  const at = record.asking?.again ? ids.indexOf(record.asking.id) - 1 : ids.length - 1;
  const id = ids[at];
  if (id === undefined) return { record, said: [words().noBack], replies: [] };
  return {
    record: { ...record, asking: { id, tries: 0, again: true }, ended: false },
    said: [words().back],
    replies: [],
  };
}

function restartOrNot(text: string, record: CaseRecord): Turn {
  const { asking: _gone, ...rest } = record;
  if (/^(?:1|确定|确定重来|是|对|好|好的|重来|嗯|确认)[的了吧。]*$/.test(text.trim())) {
    return { record: newCase(record.id, record.name, record.guide), said: [words().restarted], replies: [] };
  }
  return { record: rest, said: [words().notRestarted], replies: [] };
}

/** The question to ask now, with what was said before it; the verdict when the interview is at its end. */
export function ask(turn: Turn, frame: Frame): { record: CaseRecord; replies: Reply[] } {
  const { record, replies } = turn;
  const { guide } = frame;
  const said = turn.said.filter((each) => each !== '').join('\n');
  const basis = turn.basis ? { basis: turn.basis } : {};
  const asked = askedAgain(record, frame) ?? dueQuestion(record, guide);
  if (asked === undefined) return atEnd({ record, replies, said, basis }, frame);
  const id = typeof asked === 'string' ? asked : asked.id;
  const topic = typeof asked === 'string' ? 'other' : asked.question.topic;
  const question = markOf(id, topic, record, guide);
  const { ask: text, choices } = typeof asked === 'string' ? prelude(asked, record) : wordingOf(asked, record, guide);
  const same = record.asking?.id === id ? record.asking : { id, tries: 0, again: false };
  const numbered = id === confirmRestart ? text : `${question.index}/${question.total}　${text}`;
  const next = { ...record, asking: same, total: id === confirmRestart ? record.total : question.total };
  return {
    record: definedTotal(next),
    replies: [...replies, { text: [said, numbered].filter(Boolean).join('\n'), choices, question, ...basis }],
  };
}

function definedTotal({ total, ...rest }: Omit<CaseRecord, 'total'> & { total: number | undefined }): CaseRecord {
  return total === undefined ? rest : { ...rest, total };
}

interface Ending {
  record: CaseRecord;
  replies: Reply[];
  said: string;
  basis: { basis?: Reply['basis'] };
}

function atEnd({ record, replies, said, basis }: Ending, frame: Frame): { record: CaseRecord; replies: Reply[] } {
  const { asking: _done, ...rest } = record;
  const before: Reply[] = said ? [{ text: said, ...basis } as Reply] : [];
  if (record.ended) return { record: rest, replies: [...before, ...replies] };
  return {
    record: { ...rest, ended: true },
    replies: [...before, ...replies, verdictReply(record, frame, words().finished)],
  };
}

/** The question that stays open: a confirmation, a re-ask, or an earlier one being changed. */
function askedAgain(record: CaseRecord, { guide }: Frame): Asked {
  const { asking } = record;
  if (!asking) return undefined;
  if (asking.id === confirmRestart) return confirmRestart;
  const due = dueQuestion(record, guide);
  if (!asking.again) return due;
  return questionById(asking.id, guide) ?? due;
}

function prelude(id: Extract<Asked, string>, record: CaseRecord): { ask: string; choices: readonly string[] } {
  if (id === 'behalf') return { ask: words().behalf, choices: words().behalfChoices };
  if (id === 'behalf.name') return { ask: words().behalfName, choices: [] };
  return { ask: say(words().restart, { n: record.trail.length }), choices: words().restartChoices };
}
