/** Which rulings concern some facts, and what they say of a rule. */
import { type Concerned, concerned, touches } from './cautionWhen.ts';
import type { Facts } from './facts.ts';
import type { Guide, Ruled } from './guide.ts';
import type { AnyFacts, Outcome } from './rule.ts';

/** The rulings without which some of their rules would be decided otherwise for these facts. */
export function rulingsOn(facts: AnyFacts, guide: Guide): readonly Ruled[] {
  return (guide.laid?.ruled ?? []).filter((ruled) =>
    (ruled.point.rules ?? []).some((id) => explains(ruled, id, facts, guide)),
  );
}

/** The ruling that decides this rule for these facts, if one does. */
export function rulingFor(rule: string, facts: AnyFacts, guide: Guide): Ruled | undefined {
  return guide.laid?.ruled.find((ruled) => explains(ruled, rule, facts, guide));
}

function explains(ruled: Ruled, rule: string, facts: AnyFacts, guide: Guide): boolean {
  const { point } = ruled;
  if (!point.rules?.includes(rule) || !guide.laid) return false;
  if (decided(rule, facts, guide) === decided(rule, facts, guide.laid.bare)) return false;
  return isAbout(ruled, concerned(facts as Facts, guide, 'zh')); // conditions read facts by name and mind extra ones as little as rules do
}

/** Whether the case is one of those that the point is about. */
export function isAbout({ point }: Ruled, seen: Concerned): boolean {
  return point.when === undefined || point.when.some((group) => touches(group, seen) !== undefined);
}

function decided(id: string, facts: AnyFacts, guide: Guide): Outcome | undefined {
  return guide.rules.find(({ row }) => row.id === id)?.rule.decide(facts, guide);
}
