/** Everything particular that a text names: directions, parties, countries, places, hosts, dates, ages, amounts, titles. */
import type { Guide } from '../../guide.ts';
import type { Mention } from '../asked.ts';
import { directionMentions } from './directions.ts';
import { listMentions } from './lists.ts';
import { personMentions } from './persons.ts';
import { quantityMentions } from './quantities.ts';

/** In the order of the text; two mentions of one kind never overlap. */
export function mentionsIn(text: string, guide: Guide): Mention[] {
  return [
    ...directionMentions(text, guide),
    ...listMentions(text, guide),
    ...quantityMentions(text),
    ...personMentions(text),
  ].sort((one, other) => one.start - other.start || other.end - one.end);
}
