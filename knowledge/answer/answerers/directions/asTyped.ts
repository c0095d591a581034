import type { Asked } from '../../asked.ts';
import { normalise } from '../../normalise.ts';

/** The text as it was read and, where slips were put right, as it was typed: a term of the field is no slip (沙门氏菌). */
export function asTyped({ raw, text }: Asked): string {
  const typed = normalise(raw);
  return typed === text ? text : `${text}\n${typed}`;
}
