/** What a row of the tables is: the words that announce a fact in a free sentence, and who reads it. */
import type { AnswerContext, Patch } from '../question.ts';
import type { Reading } from '../reading.ts';
import type { Clause, Mood } from './clauses.ts';
import type { Subject } from './owners.ts';

export interface Cue {
  /** The question that the fact answers; its own reader reads the words unless `read` is given. */
  readonly question: string;
  /** Whose clauses may state it. */
  readonly about: readonly Subject[];
  /** Moods besides `stated` in which it still holds (想申请100万). */
  readonly moods?: readonly Mood[];
  /** Whether the clause must not follow, without a subject of its own, on one that names the partner. */
  readonly ownOnly?: true;
  /** What must stand in the clause. */
  readonly cue: RegExp;
  /** What takes the clause away from this fact. */
  readonly not?: RegExp;
  /** What must stand somewhere in the text. */
  readonly beside?: RegExp;
  /** The words handed to the reader: the first group, or the whole match; the whole clause without it. */
  readonly piece?: RegExp;
  /** Clauses of the fact are read as one text, together with following ones that match this. */
  readonly joins?: RegExp;
  /** Whose clauses may join, besides those of `about`. */
  readonly joinsAbout?: readonly Subject[];
  /** Facts taken; others that a reader concludes are left to be asked. */
  readonly keeps: readonly string[];
  readonly read?: (text: string, context: AnswerContext, clause: Clause) => Reading<Patch> | undefined;
}

export const ours: readonly Subject[] = ['open', 'lead', 'us'];
export const anyone: readonly Subject[] = ['open', 'lead', 'us', 'partner'];
/** Facts whose words tell by themselves what they are about. */
export const everyone: readonly Subject[] = [...anyone, 'domestic'];

/** A value as a reading. */
export function taken(patch: Patch | undefined): Reading<Patch> | undefined {
  return patch === undefined || Object.keys(patch).length === 0 ? undefined : { is: 'value', value: patch };
}
