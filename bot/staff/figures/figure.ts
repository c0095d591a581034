/** A number that stands for conversations: the filter beside it finds exactly these. */
import type { SummaryFilter } from '../../../state/summary.ts';

/** So many conversations fit the filter. */
export interface Figure {
  count: number;
  filter: SummaryFilter;
}

/** One of several, by its id: a question, a rule, a channel … */
export interface Named extends Figure {
  id: string;
}
