/** Whether a question stands open that the next message would answer. */
import { openCase } from '../state/conversation.ts';
import type { Session } from './session.ts';

export function isQuestionOpen({ record }: Pick<Session, 'record'>): boolean {
  const current = openCase(record);
  return current !== undefined && (!current.ended || current.asking !== undefined);
}
