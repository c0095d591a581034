/**
 * A conversation on one line of a list: made of its transcript alone, line by line, so that it can be brought up to date by what was added
 * (`state/summarise.ts`). All that lists and figures of the console know of a conversation stands in it.
 */

/** What a person at the help desk was asked, once. */
export interface DeskSpan {
  item: string;
  state: 'pending' | 'taken' | 'answered' | 'closed';
  question: string;
  why: string;
  /** ISO times; absent as long as it has not happened. */
  askedAt: string;
  takenAt?: string;
  answeredAt?: string;
  closedAt?: string;
  /** Who has it or had it last. */
  by?: { id: string; name: string };
}

/** A question that got no answer. */
export interface Unanswered {
  /** The number of the person's line. */
  seq: number;
  /** Its words, at most 80 characters. */
  text: string;
  status: 'not-in-guide' | 'declined' | 'clarify';
  /** `sameKey(text)`; what the filter `question` compares. */
  key?: string;
}

export interface Summary {
  conversation: string;
  channel: string;
  guide: string;
  overlay: string | null;
  /** ISO times in UTC of the first and the last line; what staff did (`isDeed`) counts as neither. */
  begunAt: string;
  lastAt: string;
  /** Messages of the person. */
  messages: number;
  /** The interview: when its first question was asked, ids of the questions asked (parts and partners under their question), the last one of them. */
  startedAt?: string;
  questions: readonly string[];
  step?: string;
  /** The last verdict that ended an interview or was asked for, when, and the rules in its checklist. */
  verdict?: string;
  verdictAt?: string;
  rules: readonly string[];
  /** Directions of the cases, upwards. */
  directions: readonly number[];
  /** Questions that got no answer, the last 200 of them. */
  unanswered: readonly Unanswered[];
  /** Answers by status. */
  answered: Readonly<Record<string, number>>;
  /** What the person said of the help after the verdict. */
  satisfaction?: 'good' | 'bad';
  desk: readonly DeskSpan[];
  /**
   * What staff judged: a line (or the whole) is marked wrong, one is corrected, and the whole is reviewed. The last judgement of a line
   * stands; `reviewed` of a line ends `wrong` and leaves a correction as it is.
   */
  flagged: boolean;
  corrected: boolean;
  reviewed: boolean;
  notes: number;
}

/** Every condition must hold; an absent one holds for all. */
export interface SummaryFilter {
  /** ISO times: last line from `since` on, before `until`. */
  since?: string;
  until?: string;
  channel?: string;
  guide?: string;
  verdict?: string;
  /** `none`: no interview was begun. */
  step?: string;
  direction?: number;
  rule?: string;
  /** Some question got no answer, for whatever reason; some was declined. */
  unanswered?: boolean;
  declined?: boolean;
  corrected?: boolean;
  flagged?: boolean;
  reviewed?: boolean;
  /** An interview was begun; a verdict was reached. */
  started?: boolean;
  completed?: boolean;
  satisfaction?: 'good' | 'bad' | 'none';
  /** Some item of the help desk is in this state now. */
  desk?: 'pending' | 'taken' | 'answered' | 'closed' | 'any';
  /** A question without an answer that is the same as this one when compared as `state/sameQuestion.ts` does. */
  question?: string;
  /** Part of what was said, in any line. */
  text?: string;
}

export interface Summaries {
  /**
   * What fits, that with the newest last line first; everything committed before the call counts. Not to be changed.
   *
   * @param most no more than these are needed, which spares looking for a text everywhere; absent: all
   * @throws RangeError for a time that is none.
   */
  find(filter: SummaryFilter, most?: number): Promise<readonly Summary[]>;
}
