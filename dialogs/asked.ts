/** Which question a message answers: the one last asked. */
import type { OpenQuestion } from '../knowledge/interview.ts';
import type { CaseRecord } from '../state/conversation.ts';
import { asides, dueQuestion, openById, preludes } from './position.ts';
import type { Frame } from './verdict.ts';

/** A question of the guide, or the id of one about the talk itself. */
export type Asked = OpenQuestion | string | undefined;

/**
 * The question that the message answers: the one last asked. When the list no longer has that one, the message answers
 * none (it is never filed under another), and the question that is due is asked.
 */
export function askedNow(record: CaseRecord, { guide }: Frame): Asked {
  const id = record.asking?.id;
  if (id === undefined) return dueQuestion(record, guide);
  const own = [...asides, ...preludes].find((each) => each === id);
  return own ?? openById(id, record.asking?.again ?? false, record, guide);
}

/** The question that stays open: a confirmation, a re-ask, or an earlier one being changed. */
export function askedAgain(record: CaseRecord, { guide }: Frame): Asked {
  const { asking } = record;
  if (!asking) return undefined;
  if (asides.includes(asking.id)) return asking.id;
  return openById(asking.id, asking.again, record, guide);
}
