/** The open question as the hand-over sees it: which one it is, and whether a message would answer it. */
import { openCase } from '../state/conversation.ts';
import { askedNow } from './asked.ts';
import { memoryOf } from './consultMemory.ts';
import { asides } from './position.ts';
import { guidesOf, type Session } from './session.ts';
import { alsoStated, withoutAsides } from './stated.ts';
import { readAnswer } from './takeAnswer.ts';

export interface OpenNow {
  /** Id of the question. */
  id: string;
  /** It is about the talk itself: whether to begin anew, which answer to change. */
  aside: boolean;
  /** Whether the message would be taken as an answer, to this question or to another. */
  understands(text: string): boolean;
}

/** Undefined where no question is open. */
export function openNow(session: Session): OpenNow | undefined {
  const record = openCase(session.record);
  if (!record || (record.ended && !record.asking)) return undefined;
  const { today, language } = session;
  const frame = { ...guidesOf(session, record.guide), today, language, consulted: memoryOf(session) };
  const asked = askedNow(record, frame);
  if (asked === undefined) return undefined;
  if (typeof asked === 'string') return { id: asked, aside: asides.includes(asked), understands: () => true };
  return {
    id: asked.id,
    aside: false,
    understands(text) {
      const reading = readAnswer(withoutAsides(text, asked.question.id, record, frame), asked, record, frame);
      if (reading?.is === 'value' || reading?.is === 'unknown') return true;
      return (alsoStated(text, asked.question.id, record, frame)?.changes.length ?? 0) > 0;
    },
  };
}
