/** Which directions a text speaks of in the words of the field, as the guide's data list them for each direction. */
import { scan, type Words, words } from './scan.ts';

interface WithTerms {
  readonly number: number;
  readonly ours?: { readonly terms?: readonly string[] | undefined } | undefined;
}

/** How much of a text is terms of one direction: characters, and how many different terms. */
export interface TermScore {
  readonly number: number;
  readonly weight: number;
  readonly terms: number;
}

const tables = new WeakMap<readonly WithTerms[], Words<readonly number[]>>();

function tableOf(directions: readonly WithTerms[]): Words<readonly number[]> {
  const known = tables.get(directions);
  if (known) return known;
  const numbers = new Map<string, number[]>();
  for (const { number, ours } of directions)
    for (const term of ours?.terms ?? []) numbers.set(term, [...(numbers.get(term) ?? []), number]);
  const table = words(numbers);
  tables.set(directions, table);
  return table;
}

/** The directions whose terms stand in the text, best first; the longest term wins, a Latin one must be a whole word. */
export function termScores(text: string, directions: readonly WithTerms[]): TermScore[] {
  const low = text.normalize('NFKC').toLowerCase();
  const scores = new Map<number, { weight: number; terms: Set<string> }>();
  for (const { text: term, at, means } of scan(low, tableOf(directions))) {
    if (!isWhole(low, at, term)) continue;
    for (const number of means) {
      const score = scores.get(number) ?? { weight: 0, terms: new Set() };
      if (!score.terms.has(term)) score.weight += /[a-z]/.test(term) ? Math.min(4, term.length) : term.length;
      scores.set(number, { weight: score.weight, terms: score.terms.add(term) });
    }
  }
  return [...scores]
    .map(([number, { weight, terms }]) => ({ number, weight, terms: terms.size }))
    .sort((one, other) => other.weight - one.weight);
}

function isWhole(text: string, at: number, term: string): boolean {
  if (!/^[a-z]/.test(term)) return true;
  return !/[a-z]/.test(text.charAt(at - 1)) && !/^[a-rt-z]/.test(text.slice(at + term.length));
}

/** The one direction that the terms clearly mean: two of its terms or a long one, and well ahead of every other. */
export function meantByTerms(text: string, directions: readonly WithTerms[]): number | undefined {
  const [best, second] = termScores(text, directions);
  if (best === undefined || (best.terms < 2 && best.weight < 4)) return undefined;
  const ahead = second === undefined || best.weight >= 1.5 * second.weight;
  // 鸡鸭、无抗饲料 beside one word of another field (肠道益生菌): three words outweigh one.
  const more = second !== undefined && best.terms >= 3 && second.terms === 1 && best.weight > second.weight;
  return ahead || more ? best.number : undefined;
}
