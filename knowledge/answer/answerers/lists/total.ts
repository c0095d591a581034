/** An answer about a whole list: how many, which, the most. */
import type { Citation, Draft } from '../../draft.ts';
import { type Frame, kindsOf, saying } from './frame.ts';

export interface Total {
  id: string;
  zh: string;
  en: string;
  citations: readonly Citation[];
  uses: readonly string[];
  bonus?: number;
  /** The very words of the list were named: nothing beside them takes the bonus away. */
  sure?: true;
}

/** A whole list’s answer as a draft. */
export function total(frame: Frame, { zh, en, uses, ...rest }: Total): Draft {
  return saying(frame, {
    ...rest,
    text: { zh, en },
    uses: [...uses, 'list-whole', ...kindsOf(frame.asked).filter((kind) => kind !== '@direction')],
  });
}

export const most = /最多|最少|most|哪个.{0,3}多/;
export const counts = /几|多少|数量|总数|一共|总共|how many|number/;
