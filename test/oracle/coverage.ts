/** What the generated sets cover: how many there are, which pairs of values met, how often each rule came out how. */
import type { Change } from './build.ts';
import { allFactors } from './factors.ts';
import type { Generated } from './generate.ts';
import type { OracleResult } from './oracle.ts';

export type RuleCount = { failed: number; missing: number; confirm: number };

export type Coverage = {
  sets: number;
  stages: Record<string, number>;
  verdicts: Record<string, number>;
  rules: Map<string, RuleCount>;
  /** Keys of pairs of which both values took effect in one set; see `pairKey`. */
  pairs: Set<number>;
};

/** One number for two choices, the lower factor first. */
export function pairKey([factor, value]: Change, [other, otherValue]: Change): number {
  return ((factor * 100 + value) * 1000 + other) * 100 + otherValue;
}

/** Counts pairs plainly, by products of the sizes. */
export function possiblePairs(): number {
  let count = 0;
  for (const [at, { values }] of allFactors.entries()) {
    for (const other of allFactors.slice(at + 1)) count += values.length * other.values.length;
  }
  return count;
}

export function addPairs(pairs: Set<number>, changes: readonly Change[]): void {
  for (const one of changes) {
    for (const other of changes) if (one[0] < other[0]) pairs.add(pairKey(one, other));
  }
}

export function measure(sets: Iterable<Generated>, judge: (facts: unknown) => OracleResult): Coverage {
  const coverage: Coverage = { sets: 0, stages: {}, verdicts: {}, rules: new Map(), pairs: new Set() };
  for (const { stage, changes, facts } of sets) {
    const result = judge(facts);
    coverage.sets += 1;
    coverage.stages[stage] = (coverage.stages[stage] ?? 0) + 1;
    coverage.verdicts[result.verdict] = (coverage.verdicts[result.verdict] ?? 0) + 1;
    for (const id of result.failedRules) countOf(coverage, id).failed += 1;
    for (const id of result.missingItems) countOf(coverage, id).missing += 1;
    for (const id of result.toConfirm) countOf(coverage, id).confirm += 1;
    addPairs(coverage.pairs, changes);
  }
  return coverage;
}

function countOf({ rules }: Coverage, id: string): RuleCount {
  const count = rules.get(id) ?? { failed: 0, missing: 0, confirm: 0 };
  rules.set(id, count);
  return count;
}
