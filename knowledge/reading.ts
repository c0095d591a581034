import type { Phrase } from './language.ts';

/**
 * What a reader made of a typed text. Readers are pure, take at most `maxInput` characters, and never guess:
 * - `value`: understood. `echo` says back what was inferred when it was not said literally (86年 → 1986 年).
 * - `unknown`: the person says that they do not know (不知道、不清楚、要问一下).
 * - `ask`: the text is about this question but does not decide it; `hint` is one sentence saying what to write.
 *   `offers`: full answers (1977年, 1978年) that a short one to the hint may mean (后面那个, 78).
 * - `undefined`: not understood; the question is asked again.
 */
export type Reading<T> =
  | { is: 'value'; value: T; echo?: Phrase }
  | { is: 'unknown' }
  | { is: 'ask'; hint: Phrase; offers?: readonly string[] };

/** Longest text that any reader looks at; longer texts are not understood. */
export const maxInput = 400;

/** A worked example of a reader: typed text and what must come out (`value` compared by deep equality). */
export type Example<T> = readonly [text: string, expected: Reading<T> | { is: 'value'; value: T } | undefined];
