/** What an answer about the lists says. */
import type { Citation } from '../../draft.ts';

/** One thing said, in both languages, with what it rests on. */
export interface Said {
  zh: string;
  en: string;
  citations: readonly Citation[];
}
