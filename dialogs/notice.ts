/** What people are told before they write: what is kept, how long, how to see and delete it, what not to send. */
import { type Language, say } from '../knowledge/language.ts';
import type { ConversationRecord } from '../state/conversation.ts';
import type { Reply } from './reply.ts';
import { words } from './wording.ts';

/** To be raised whenever the notice says something else; `test/dialogs/notice.test.ts` holds the text of each. */
const textVersion = '2';

/** The version that a conversation's document keeps: the text's, and the days that it names. */
export const noticeVersion = (keptDays: number): string => `${textVersion}-${keptDays}`;

export function noticeText(keptDays: number, language: Language): string {
  return say(words(language).notice, { days: keptDays });
}

/**
 * Notes in the document that the person knows the notice of today; gives it back when it changed since they were last told.
 * Before the first turn the greeting has just told it.
 */
export function noticeDue(
  record: ConversationRecord,
  keptDays: number,
  language: Language,
  now: Date,
): Reply | undefined {
  const version = noticeVersion(keptDays);
  if (record.notice?.version === version) return undefined;
  const first = record.notice === undefined && record.heardAt === undefined;
  record.notice = { version, at: now.toISOString() };
  return first ? undefined : { text: say(words(language).noticeAgain, { notice: noticeText(keptDays, language) }) };
}
