/** What an answer about several things is made of: aspects, tokens, and what was said. */
import type { Mark } from './aspectWords.ts';

/** One thing that an answer may name. A word shared by several aspects names them all (双方). */
export interface Aspect<Id extends string> {
  readonly id: Id;
  readonly words: readonly string[];
}

export type Token<Id extends string> =
  | { readonly is: 'aspect'; readonly ids: readonly Id[]; readonly numbered: boolean }
  | { readonly is: Exclude<Mark, 'skip'> | 'other' };

/** What was said of each aspect before all-words are applied to those not named. */
export interface Said<Id extends string> {
  readonly named: Partial<Record<Id, boolean>>;
  readonly others?: boolean;
  readonly unknown: readonly Id[];
  readonly bare?: boolean;
  readonly problem?: 'contradiction' | 'vague' | 'unknown';
}
