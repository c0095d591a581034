/** 我的数据, 导出我的数据, 删除我的数据: what is kept of this conversation, at any point of a talk; the open question is asked again. */
import { say } from '../knowledge/language.ts';
import { dateIn } from '../knowledge/spoken.ts';
import { type CaseRecord, openCase } from '../state/conversation.ts';
import { keepsAll, meansDelete, ownDataCommandOf } from './ownDataCommand.ts';
import { markOf, positionOf } from './position.ts';
import type { Reply } from './reply.ts';
import { guideOf, guidesOf, isForOthers, type Session } from './session.ts';
import { ask } from './talk.ts';
import { type Words, words } from './wording.ts';

const confirmDelete = 'confirm.delete';

/** The reply to a message about the person's own data; undefined when it is about anything else. */
export async function ownDataTurn(text: string, session: Session): Promise<Reply | undefined> {
  const { record } = session;
  const own = words(session.language);
  const command = ownDataCommandOf(text);
  const { confirming } = record;
  delete record.confirming;
  if (confirming && meansDelete(text)) {
    session.deleteAll();
    return { text: own.deleted, choices: [own.start] };
  }
  if (confirming && keepsAll(text)) return withQuestion(own.notDeleted, session);
  switch (command) {
    case undefined:
      return undefined;
    case 'show':
      return withQuestion(await shown(session, own), session);
    case 'export': {
      const url = session.exportLink();
      if (url === undefined) return withQuestion(own.notExported, session);
      return { ...withQuestion(own.exported, session), download: { url, label: own.exportLabel } };
    }
    case 'delete':
      record.confirming = 'delete';
      return deleteAsked(session, own);
  }
}

/** Asks whether everything is to be deleted; the answer counts when `confirming` is noted too. */
export function deleteAsked(session: Session, own: Words): Reply {
  const current = openCase(session.record);
  const question = current && markOf(confirmDelete, 'other', current, guideOf(session, current.guide));
  return { text: own.deleteAll, choices: own.deleteChoices, ...(question && { question }) };
}

/** What is kept of this conversation, in words. */
export async function shown(session: Session, own: Words): Promise<string> {
  const { messages, answers = 0, since, until, checklists } = await session.kept();
  const cases = session.record.cases.map((each, at) =>
    say(own.ownDataCase, { n: at + 1, name: each.name, what: whatOf(each, own) }),
  );
  return [
    say(own.ownData, { since: dateIn(since, session.language), n: messages }),
    ...cases,
    ...(answers > 0 ? [say(own.ownDataAnswers, { n: answers })] : []),
    ...(checklists > 0 ? [say(own.ownDataChecklists, { n: checklists })] : []),
    say(own.ownDataUntil, { until: dateIn(until, session.language) }),
  ].join('\n');
}

function whatOf(record: CaseRecord, own: Words): string {
  const lead = typeof record.behalf === 'object' ? record.behalf.name : '';
  const unit = positionOf(record).facts['unit.name'];
  const state = record.ended ? own.caseEnded : say(own.caseAnswered, { n: record.trail.length });
  return [lead, unit, state].filter(Boolean).join(own.comma);
}

/** What is said, and the question that stands open, as it stood; nothing of the case changes. Who answers for others is asked nothing. */
export function withQuestion(said: string, session: Session): Reply {
  const { today, language } = session;
  if (isForOthers(session)) return { text: said };
  const record = openCase(session.record);
  if (!record) return { text: said, choices: [words(language).start] };
  const frame = { ...guidesOf(session, record.guide), today, language };
  const [reply] = ask({ record, said: [said], replies: [] }, frame).replies;
  return reply ?? { text: said };
}
