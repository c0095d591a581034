/**
 * What a rule is. A rule of a usual kind is data in the guide folder (`rules.json`, see `ruleSchema.ts`);
 * an unusual one is an object under `rules/` made with `rule()`.
 */
import type { FactId, Facts } from './facts.ts';
import type { AnyFacts, Guide, Outcome, Rule, RuleKind, Want } from './guide.ts';

export type { AnyFacts, Outcome, Rule, RuleKind, Want } from './guide.ts';

export interface UnusualRule<N extends FactId> {
  id: string;
  needs: readonly N[];
  /** Parameters of the guide without which it cannot decide. */
  parameters?: readonly string[];
  decide(facts: Pick<Facts, N>, guide: Guide): Outcome;
  /** Default: the needs. */
  asks?: readonly string[];
  /** Default: every needed fact that is not known. */
  wants?(facts: Pick<Facts, N>, guide: Guide): Want[];
}

/** Makes a rule whose `decide` can see only the facts that `needs` names. */
export function rule<const N extends FactId>(unusual: UnusualRule<N>): Rule {
  const see = (facts: AnyFacts): Pick<Facts, N> => pick(facts as Facts, unusual.needs);
  return {
    id: unusual.id,
    needs: unusual.needs,
    ...(unusual.parameters && { parameters: unusual.parameters }),
    asks: unusual.asks ?? unusual.needs,
    decide: (facts, guide) => unusual.decide(see(facts), guide),
    wants: (facts, guide) => unusual.wants?.(see(facts), guide) ?? unknownOf(facts, unusual.needs),
  };
}

/** Whether a rule may open a question: advice and information ask nothing. */
export function asksPeople({ kind }: { kind: RuleKind }): boolean {
  return kind !== 'advice' && kind !== 'info';
}

/** The needed facts that are not known, in the order of the needs. */
function unknownOf(facts: AnyFacts, needs: readonly string[]): Want[] {
  return needs.filter((id) => facts[id] === undefined);
}

function pick<N extends FactId>(facts: Facts, ids: readonly N[]): Pick<Facts, N> {
  const seen: Partial<Facts> = {};
  for (const id of ids) if (facts[id] !== undefined) seen[id] = facts[id];
  return seen as Pick<Facts, N>;
}

const worstFirst: readonly Outcome[] = ['unmet', 'open', 'to-confirm', 'covered', 'met'];

/** The worst of several outcomes of one rule, as when it holds for each of several partners. */
export function worst(outcomes: readonly Outcome[]): Outcome {
  return worstFirst.find((each) => outcomes.includes(each)) ?? 'not-applicable';
}

/** Turns a flag into an outcome: not known is `open`. */
export function holds(flag: boolean | undefined): Outcome {
  if (flag === undefined) return 'open';
  return flag ? 'met' : 'unmet';
}
