/** What each command does to a case. */
import { guideName } from '../knowledge/guideName.ts';
import { say } from '../knowledge/language.ts';
import type { CaseRecord } from '../state/conversation.ts';
import { newCase } from '../state/conversation.ts';
import { askedAgainText } from './amend.ts';
import { answeredQuestions, listed, progressText } from './answered.ts';
import { type Asked, askedNow } from './asked.ts';
import { takeBehalf, takeBehalfName } from './behalf.ts';
import type { Command } from './commands.ts';
import { wantsPerson } from './consult.ts';
import { chooseAmend, confirmRestart, dueQuestion, questionById } from './position.ts';
import type { Reply } from './reply.ts';
import { swap } from './swap.ts';
import { skip, type Taken } from './takeAnswer.ts';
import type { Turn } from './turn.ts';
import { askingWhetherItHelped, type Frame, verdictReply } from './verdict.ts';
import { whyAsked } from './why.ts';
import { words } from './wording.ts';

/** Commands about the conversation's cases are obeyed before a case is looked at (`cases.ts`). */
export function obey(command: Command, record: CaseRecord, frame: Frame): Turn {
  const asked = askedNow(record, frame);
  const open = typeof asked === 'object' ? asked : undefined;
  const own = words(frame.language);
  const still = (...said: string[]): Turn => ({ record, said, replies: [] });
  switch (command) {
    case 'skip':
      return { ...skipAsked(asked, record, frame), replies: [] };
    case 'start':
      return { record, said: [], replies: record.ended ? [concluding(own.finished, record, frame)] : [] };
    case 'resume':
    case 'new-case':
    case 'cases':
      return still(record.ended ? own.afterEnd : '');
    case 'help':
      return still(own.help);
    case 'person':
      // Heard before any case is looked at (`handoverTurn.ts`).
      return { ...still(), basis: wantsPerson };
    case 'progress':
      return still(progressText(record, frame));
    case 'why': {
      if (!open) return still(record.ended ? own.afterEnd : own.whyNone);
      const why = whyAsked(open, record, frame);
      return { record, said: [why.text], replies: [], basis: { citations: why.citations } };
    }
    case 'verdict': {
      if (Object.keys(record.facts).length === 0) return still(own.tooEarly);
      if (dueQuestion(record, frame.guide) === undefined)
        return { record, said: [], replies: [concluding(own.finished, record, frame)] };
      return { record, said: [], replies: [verdictReply(record, frame, own.soFar)] };
    }
    case 'restart':
      return { ...still(), record: { ...record, asking: { id: confirmRestart, tries: 0, again: false } } };
    case 'amend':
      return chooseAnswer(record, frame);
    case 'back':
      return goBack(record, frame);
    case 'swap-lead':
    case 'swap-partner':
    case 'swap-direction':
    case 'swap-unit':
      return swap(command, record, frame);
  }
}

/** Where a question stands open beside it (an answer is being changed), a word on the help would be taken for the answer. */
function concluding(intro: string, record: CaseRecord, frame: Frame): Reply {
  const reply = verdictReply(record, frame, intro);
  return record.ended && !record.asking ? askingWhetherItHelped(reply, frame.language) : reply;
}

function skipAsked(asked: Asked, record: CaseRecord, { language }: Frame): Taken {
  if (asked === 'behalf') return takeBehalf('本人', record, language);
  if (asked === 'behalf.name') return takeBehalfName('', record);
  if (typeof asked === 'string') return { record: withoutAsking(record), said: [], basis: {} };
  if (asked === undefined) return { record, said: [], basis: {} };
  if (!record.asking?.again) return skip(asked, record, language);
  return { record: withoutAsking(record), said: [words(language).kept], basis: {} };
}

export function withoutAsking({ asking: _done, ...record }: CaseRecord): CaseRecord {
  return record;
}

/** The list of answers, of which one is chosen by its number or name. */
function chooseAnswer(record: CaseRecord, frame: Frame): Turn {
  const done = answeredQuestions(record, frame);
  if (!done.length) return { record, said: [words(frame.language).nothingYet], replies: [] };
  return {
    record: { ...record, asking: { id: chooseAmend, tries: 0, again: false } },
    said: listed(done, frame),
    replies: [],
  };
}

/** Asks the question before the one that is open again; its answer stands until a new one is understood. */
function goBack(record: CaseRecord, frame: Frame): Turn {
  const ids = record.trail.filter((id) => questionById(id, frame.guide) !== undefined);
  const at = record.asking?.again ? ids.indexOf(record.asking.id) - 1 : ids.length - 1;
  const id = ids[at];
  if (id === undefined) return { record, said: [words(frame.language).noBack], replies: [] };
  return {
    record: { ...record, asking: { id, tries: 0, again: true }, ended: false },
    said: [askedAgainText(id, record, frame)],
    replies: [],
  };
}

/** Clears all answers when that is confirmed. */
export function restartOrNot(text: string, record: CaseRecord, { guide, onFile, language }: Frame): Turn {
  if (/^(?:1|确定|确定重来|是|是的|对|好|好的|重来|嗯|确认|可以|行|要|清掉|清吧)[的了吧啊。]*$/.test(text.trim())) {
    const newest = onFile?.[0] ?? guide;
    const { restarted, restartedByNewer } = words(language);
    const said =
      newest.id === record.guide ? restarted : say(restartedByNewer, { newer: guideName(newest, guide, language) });
    return { record: newCase(record.id, record.name, newest.id), said: [said], replies: [] };
  }
  return { record: withoutAsking(record), said: [words(language).notRestarted], replies: [] };
}

/** What the question about the talk itself says. */
export function asideText(
  id: string,
  record: CaseRecord,
  { language }: Frame,
): { ask: string; choices: readonly string[] } {
  const own = words(language);
  if (id === 'behalf') return { ask: own.behalf, choices: own.behalfChoices };
  if (id === 'behalf.name') return { ask: own.behalfName, choices: [] };
  if (id === chooseAmend)
    return { ask: record.asking?.tries ? own.whichAmend : own.chooseAmend, choices: [own.skipLabel] };
  if (id === confirmRestart) return { ask: say(own.restart, { n: record.trail.length }), choices: own.restartChoices };
  return { ask: record.asking?.tries ? own.whichCase : own.chooseCase, choices: [own.skipLabel] };
}
