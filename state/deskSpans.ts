/** What lines of a transcript tell of the help desk: a mark on the line of each turn that changed the state of an item. */
import { z } from 'zod';
import type { DeskSpan } from './summary.ts';

/** As it stands in `activity.channelData.desk`. */
export const deskMark = z.object({
  item: z.string(),
  state: z.enum(['pending', 'taken', 'answered', 'closed']),
  question: z.string().optional(),
  why: z.string().optional(),
  seq: z.number().int().optional(),
});

/** Items that are kept of one conversation. */
const most = 200;

/** @param by who of the staff did it, if somebody did */
export function withDeskMark(
  before: readonly DeskSpan[],
  { item, state, question, why }: z.infer<typeof deskMark>,
  at: string,
  by: DeskSpan['by'],
): DeskSpan[] {
  const known = before.find((each) => each.item === item);
  const span: DeskSpan = known ?? { item, state, question: question ?? '', why: why ?? 'person', askedAt: at };
  // A reply takes it, too.
  const taken = state === 'taken' || (state === 'answered' && by !== undefined);
  const now: DeskSpan = {
    ...span,
    state,
    ...(taken && { takenAt: span.takenAt ?? at }),
    ...(state === 'answered' && { answeredAt: span.answeredAt ?? at }),
    ...(state === 'closed' && { closedAt: at }),
    ...(by && { by }),
  };
  return known ? before.map((each) => (each === known ? now : each)) : [...before, now].slice(-most);
}
