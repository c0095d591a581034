/** What was last asked about the guide, kept with the conversation for half an hour. */
import type { Memory } from '../knowledge/answer/follow.ts';
import { bounded, type Consulted, isFresh } from '../state/consulted.ts';
import { openCase } from '../state/conversation.ts';
import { numberIn } from './number.ts';
import type { Reply } from './reply.ts';
import type { Session } from './session.ts';

/** What was asked before, while a follow-up may lean on it. */
export function memoryOf({ record }: Session): Consulted | undefined {
  const { consulted, heardAt } = record;
  if (!consulted || heardAt === undefined) return undefined;
  return isFresh(new Date(consulted.at), new Date(heardAt)) ? consulted : undefined;
}

/** Keeps what was asked in this turn, and what its reply offered; a turn that answered nothing offers nothing any more. */
export function remember({ record }: Session, memory: Memory | undefined, replies: readonly Reply[]): void {
  const offered = [...(replies.findLast(({ answer, question }) => answer && !question)?.choices ?? [])];
  if (memory && record.heardAt !== undefined)
    record.consulted = { at: record.heardAt, memory: bounded(memory), offered };
  else if (record.consulted?.offered.length) record.consulted = { ...record.consulted, offered: [] };
}

/** The message, or the choice beside an answer whose number it is while no question is open. */
export function chosenText(text: string, session: Session): string {
  const current = openCase(session.record);
  const offered = current && (!current.ended || current.asking) ? [] : (memoryOf(session)?.offered ?? []);
  const number = offered.length ? numberIn(text.trim()) : undefined;
  return (number !== undefined && offered[number - 1]) || text;
}

/** The reply with the talk's id in its answer. */
export function inTalk(reply: Reply, { record }: Session): Reply {
  return reply.answer ? { ...reply, answer: { ...reply.answer, conversation: record.id } } : reply;
}
