/** An answer before it is chosen and put into words for a channel. */
import type { Phrase } from '../language.ts';
import type { deskSource } from '../rulingWords.ts';
import type { Asked, Thing } from './asked.ts';

/** `contracts.md`, "Answer": found in the guide, asked back, not written in the guide, or refused. */
export type AnswerStatus = 'answered' | 'clarify' | 'not-in-guide' | 'declined';

export interface GuideCitation {
  clause: string;
  /** Word for word in the guide's `source.txt`. */
  quote: string;
}

/** What staff published: never the guide's word. */
export interface DeskCitation {
  source: typeof deskSource;
  /** ISO day on which it was approved. */
  date: string;
  /** Word for word as it was published. */
  quote: string;
}

export type Citation = GuideCitation | DeskCitation;

/**
 * What one answerer would say. `uses` are the concepts and kinds of things of the question that it answers to: what the question
 * touches beyond them counts against it (`score.ts`).
 */
export interface Draft {
  id: string;
  status: AnswerStatus;
  /** First sentence: the verdict or the number. */
  text: Phrase;
  citations: readonly Citation[];
  uses: readonly string[];
  /** Added to the score: an answer that surely fits (a guard, a verdict about the very date that was named). */
  bonus?: number;
  /** What the answer is about though the question does not name it (果胶那个课题: direction 1); a follow-up may lean on it. */
  about?: readonly Thing[];
  /** What staff published: it is not looked at again whether a rule knows what is asked. */
  published?: true;
  /** What was ruled on something near it, told behind it. */
  aside?: { zh: string; citation: DeskCitation };
  /** Questions offered next, at most three; each stands in the lexicon's reach. */
  suggestions?: readonly Phrase[];
}

/** One way of answering: proposes nothing, or drafts for the question. Pure and quick. */
export type Answerer = (asked: Asked, frame: AnswerFrame) => readonly Draft[];

export interface AnswerFrame {
  guide: import('../guide.ts').Guide;
  /** ISO day on which the question was sent. */
  today: string;
}
