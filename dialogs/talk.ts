/**
 * One turn of the interview as a pure step: a message and a case make replies and the case as it is afterwards.
 * The waterfall in `interview.ts` carries it; nothing here knows botbuilder.
 */

import { type Language, say } from '../knowledge/language.ts';
import { isQuestion } from '../knowledge/read/sureness.ts';
import type { CaseRecord } from '../state/conversation.ts';
import { newCase } from '../state/conversation.ts';
import { takeBehalf, takeBehalfName } from './behalf.ts';
import type { Command } from './commands.ts';
import { confirmRestart, dueQuestion, markOf, openById, preludes, questionById, wordingOf } from './position.ts';
import type { Reply } from './reply.ts';
import { readAnswer, skip, type Taken, take } from './takeAnswer.ts';
import { type Frame, verdictReply } from './verdict.ts';
import { ruleNamed, whyAsked } from './why.ts';
import { words } from './wording.ts';

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
  if (asked === confirmRestart) return restartOrNot(text, record, frame.language);
  if (command && command !== 'skip') return obey(command, record, frame);
  if (command === 'skip') return turnOf(skipAsked(asked, record, frame.language));
  if (asked === 'behalf') return turnOf(takeBehalf(text, record, frame.language));
  if (asked === 'behalf.name') return turnOf(takeBehalfName(text, record));
  const open = typeof asked === 'string' || asked === undefined ? undefined : asked;
  const reading = open && readAnswer(text, open, record, frame);
  if (reading?.is !== 'value' && reading?.is !== 'unknown' && isQuestion(text.slice(0, 400))) {
    return answered(text, record, frame);
  }
  if (!open)
    return {
      record,
      said: [record.ended ? words(frame.language).afterEnd : words(frame.language).changed],
      replies: [],
    };
  return turnOf(take(reading, open, record, frame));
}

/** A question in the middle: the sentence of the rule that it names, or one honest sentence. No fact is touched. */
function answered(text: string, record: CaseRecord, frame: Frame): Turn {
  const named = ruleNamed(text, frame);
  const basis = { answerStatus: named ? 'answered' : 'not-in-guide', citations: named?.citations ?? [] };
  return { record, said: [named?.text ?? words(frame.language).notAnswered], replies: [], basis };
}

function turnOf({ record, said, basis }: Taken): Turn {
  return { record, said, replies: [], basis };
}

type Asked = ReturnType<typeof dueQuestion> | typeof confirmRestart;

/**
 * The question that the message answers: the one last asked. When the list no longer has that one, the message answers
 * none (it is never filed under another), and the question that is due is asked.
 */
function askedNow(record: CaseRecord, { guide }: Frame): Asked {
  const id = record.asking?.id;
  if (id === confirmRestart) return confirmRestart;
  if (id === undefined) return dueQuestion(record, guide);
  return preludes.find((each) => each === id) ?? openById(id, record.asking?.again ?? false, record, guide);
}

function skipAsked(asked: Asked, record: CaseRecord, language: Language): Taken {
  if (asked === 'behalf') return takeBehalf('本人', record, language);
  if (asked === 'behalf.name') return takeBehalfName('', record);
  if (typeof asked === 'string' || asked === undefined) return { record, said: [], basis: {} };
  if (!record.asking?.again) return skip(asked, record, language);
  const kept: CaseRecord = { ...record };
  delete kept.asking;
  return { record: kept, said: [words(language).kept], basis: {} };
}

function obey(command: Exclude<Command, 'skip'>, record: CaseRecord, frame: Frame): Turn {
  const asked = askedNow(record, frame);
  const open = typeof asked === 'object' ? asked : undefined;
  const own = words(frame.language);
  switch (command) {
    case 'start':
      return { record, said: [], replies: record.ended ? [verdictReply(record, frame, own.finished)] : [] };
    case 'help':
      return { record, said: [own.help], replies: [] };
    case 'why': {
      if (!open) return { record, said: [record.ended ? own.afterEnd : own.whyNone], replies: [] };
      const why = whyAsked(open, record, frame);
      return { record, said: [why.text], replies: [], basis: { citations: why.citations } };
    }
    case 'verdict': {
      if (Object.keys(record.facts).length === 0) return { record, said: [own.tooEarly], replies: [] };
      const intro = dueQuestion(record, frame.guide) === undefined ? own.finished : own.soFar;
      return { record, said: [], replies: [verdictReply(record, frame, intro)] };
    }
    case 'restart':
      return { record: { ...record, asking: { id: confirmRestart, tries: 0, again: false } }, said: [], replies: [] };
    case 'back':
      return goBack(record, frame);
  }
}

/** Asks the question before the one that is open again; its answer stands until a new one is understood. */
function goBack(record: CaseRecord, { guide, language }: Frame): Turn {
  const ids = record.trail.filter((id) => questionById(id, guide) !== undefined);
  const at = record.asking?.again ? ids.indexOf(record.asking.id) - 1 : ids.length - 1;
  const id = ids[at];
  if (id === undefined) return { record, said: [words(language).noBack], replies: [] };
  return {
    record: { ...record, asking: { id, tries: 0, again: true }, ended: false },
    said: [words(language).back],
    replies: [],
  };
}

function restartOrNot(text: string, record: CaseRecord, language: Language): Turn {
  const { asking: _gone, ...rest } = record;
  if (/^(?:1|确定|确定重来|是|对|好|好的|重来|嗯|确认)[的了吧。]*$/.test(text.trim())) {
    return { record: newCase(record.id, record.name, record.guide), said: [words(language).restarted], replies: [] };
  }
  return { record: rest, said: [words(language).notRestarted], replies: [] };
}

/** The question to ask now, with what was said before it; the verdict when the interview is at its end. */
export function ask(turn: Turn, frame: Frame): { record: CaseRecord; replies: Reply[] } {
  const { record, replies } = turn;
  const { guide, language } = frame;
  const said = turn.said.filter((each) => each !== '').join('\n');
  const basis = turn.basis ? { basis: turn.basis } : {};
  const asked = askedAgain(record, frame) ?? dueQuestion(record, guide);
  if (asked === undefined) return atEnd({ record, replies, said, basis }, frame);
  const id = typeof asked === 'string' ? asked : asked.id;
  const topic = typeof asked === 'string' ? 'other' : asked.question.topic;
  const question = markOf(id, topic, record, guide);
  const { ask: text, choices } =
    typeof asked === 'string' ? prelude(asked, record, language) : wordingOf(asked, record, guide, language);
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
  basis: Pick<Reply, 'basis'>;
}

function atEnd({ record, replies, said, basis }: Ending, frame: Frame): { record: CaseRecord; replies: Reply[] } {
  const { asking: _done, ...rest } = record;
  const { endActions, finished } = words(frame.language);
  if (record.ended) {
    const before: Reply[] = said ? [{ text: said, choices: endActions, ...basis }] : [];
    return { record: rest, replies: [...before, ...replies] };
  }
  const verdict = verdictReply(record, frame, said ? `${said}\n${finished}` : finished);
  const last = { ...verdict, basis: { ...basis.basis, ...verdict.basis } };
  return { record: { ...rest, ended: true }, replies: [...replies, last] };
}

/** The question that stays open: a confirmation, a re-ask, or an earlier one being changed. */
function askedAgain(record: CaseRecord, { guide }: Frame): Asked {
  const { asking } = record;
  if (!asking) return undefined;
  if (asking.id === confirmRestart) return confirmRestart;
  return openById(asking.id, asking.again, record, guide);
}

function prelude(
  id: Extract<Asked, string>,
  record: CaseRecord,
  language: Language,
): { ask: string; choices: readonly string[] } {
  const own = words(language);
  if (id === 'behalf') return { ask: own.behalf, choices: own.behalfChoices };
  if (id === 'behalf.name') return { ask: own.behalfName, choices: [] };
  return { ask: say(own.restart, { n: record.trail.length }), choices: own.restartChoices };
}
