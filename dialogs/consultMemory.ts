/** What was last asked about the guide, kept with the conversation for half an hour. */
import type { Memory } from '../knowledge/answer/follow.ts';
import { bounded, type Consulted, isFresh } from '../state/consulted.ts';
import { openCase } from '../state/conversation.ts';
import { numberIn } from './number.ts';
import type { Reply } from './reply.ts';
import type { Session } from './session.ts';
import { words } from './wording.ts';

/** What was asked before, while a follow-up may lean on it. */
export function memoryOf({ record }: Pick<Session, 'record'>): Consulted | undefined {
  const { consulted, heardAt } = record;
  if (!consulted || heardAt === undefined) return undefined;
  return isFresh(new Date(consulted.at), new Date(heardAt)) ? consulted : undefined;
}

/** Keeps what was asked in this turn, and what its last reply offered where it asks nothing: a number alone chooses one of it. */
export function remember({ record }: Session, memory: Memory | undefined, replies: readonly Reply[]): void {
  const last = replies.at(-1);
  const offered = last && !last.question ? [...(last.choices ?? [])] : [];
  const { heardAt, consulted } = record;
  if (memory && heardAt !== undefined) record.consulted = { at: heardAt, memory: bounded(memory), offered };
  else if (memoryOf({ record })) record.consulted = consulted && { ...consulted, offered };
  else if (offered.length && heardAt !== undefined) record.consulted = { at: heardAt, memory: {}, offered };
  else if (consulted?.offered.length) record.consulted = { ...consulted, offered: [] };
}

/** The message, or the choice beside an answer whose number it is while no question is open. */
export function chosenText(text: string, session: Session): string {
  const current = openCase(session.record);
  const offered = current && (!current.ended || current.asking) ? [] : offeredIn(session);
  const number = offered.length ? numberIn(text.trim()) : undefined;
  return (number !== undefined && offered[number - 1]) || text;
}

/** Nothing is kept before the first message: then the greeting alone has offered something. */
function offeredIn(session: Session): readonly string[] {
  const { cases, consulted, help, desk } = session.record;
  if (!cases.length && !consulted && !help && !desk) return [words(session.language).start];
  return memoryOf(session)?.offered ?? [];
}

/** The reply with the talk's id in its answer. */
export function inTalk(reply: Reply, { record }: Session): Reply {
  return reply.answer ? { ...reply, answer: { ...reply.answer, conversation: record.id } } : reply;
}
