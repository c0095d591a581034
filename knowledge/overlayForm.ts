/**
 * What staff publish at run time on top of a guide: answers of the help desk, words people use, rulings on what the call leaves open.
 * Plain data; `state` keeps it, and its version stands in every answer and assessment.
 */

/** An answer of the help desk; cited as 咨询台答复 with its date, never as the guide. */
export interface OverlayUnit {
  id: string;
  /** Questions that it answers, as people asked them; the first one names it. */
  questions: string[];
  /** The answer in Chinese. */
  answer: string;
  /** The clause that it explains, and its words, where it rests on one. */
  clause?: string;
  quote?: string;
  /** ISO day on which it was approved, and by whom. */
  date: string;
  by: string;
}

/** A further word for a concept of the lexicon. */
export interface OverlayWord {
  concept: string;
  word: string;
}

/** How an open point of the guide is to be read: `point` and `choice` name a row of the guide's `openPoints.json`. */
export interface OverlayRuling {
  point: string;
  choice: string;
  date: string;
  by: string;
  note?: string;
}

export interface Overlay {
  /** Unique; a new one with each publication, a rollback included. */
  version: string;
  /** The guide on which it lies: another guide is not touched. */
  guide: string;
  units: readonly OverlayUnit[];
  words: readonly OverlayWord[];
  rulings: readonly OverlayRuling[];
}
