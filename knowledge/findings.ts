/** Every rule of the guide decided for some facts, and the sets that follow ("How the sets are made"). */
import type { Facts } from './facts.ts';
import type { Guide } from './guide.ts';
import { originOf } from './madeFrom.ts';
import type { AnyFacts, Outcome, Rule, RuleKind, Want } from './rule.ts';
import type { RuleRow } from './ruleSchema.ts';

export type Status = 'met' | 'unmet' | 'to-confirm' | 'not-applicable' | 'open';

export interface Decided {
  readonly row: RuleRow;
  readonly rule: Rule;
  readonly outcome: Outcome;
}

export type Verdict = 'ready' | 'fixable' | 'needs-confirmation' | 'not-eligible';

export interface Sets {
  verdict: Verdict;
  failedRules: string[];
  missingItems: string[];
  toConfirm: string[];
}

/** By guide, then by facts: rules are decided once for some facts, which nobody changes in place. */
const decidedBy = new WeakMap<Guide, WeakMap<AnyFacts, readonly Decided[]>>();
/** What a decided rule still needs, while it is open. */
const wantsBy = new WeakMap<Decided, readonly Want[]>();

/** Every rule's outcome, in the order of the guide's list. */
export function decideAll(facts: AnyFacts, guide: Guide): readonly Decided[] {
  const kept = decidedBy.get(guide) ?? new WeakMap<AnyFacts, readonly Decided[]>();
  decidedBy.set(guide, kept);
  const known = kept.get(facts);
  if (known) return known;
  const before = originOf(facts) as AnyFacts | undefined; // only facts are made of facts
  const decided =
    (before && kept.get(before)?.map((each) => decidedAgain(each, before, facts, guide))) ?? decidedAnew(facts, guide);
  kept.set(facts, decided);
  return decided;
}

function decidedAnew(facts: AnyFacts, guide: Guide): Decided[] {
  return guide.rules.map(({ row, rule }) => ({ row, rule, outcome: rule.decide(facts, guide) }));
}

/** A rule sees nothing but what it needs: while that is the same, so is what was decided. */
function decidedAgain(decided: Decided, before: AnyFacts, facts: AnyFacts, guide: Guide): Decided {
  const { row, rule } = decided;
  if (rule.needs.every((id) => Object.is(before[id], facts[id]))) return decided;
  return { row, rule, outcome: rule.decide(facts, guide) };
}

/** Failed bars, items to supply, things to confirm, and the verdict that they make. */
export function setsOf(decided: readonly Decided[]): Sets {
  const ids = (kind: RuleKind, outcomes: Outcome[]): string[] =>
    decided.filter(({ row, outcome }) => row.kind === kind && outcomes.includes(outcome)).map(({ row }) => row.id);
  const failedRules = ids('bar', ['unmet']);
  const missingItems = ids('remedy', ['unmet', 'open']);
  const toConfirm = decided.filter(({ row, outcome }) => inToConfirm(row.kind, outcome)).map(({ row }) => row.id);
  return { verdict: verdictOf(failedRules, toConfirm, missingItems), failedRules, missingItems, toConfirm };
}

/** A remedy may have to be confirmed too, where its rule says so. */
function inToConfirm(kind: RuleKind, outcome: Outcome): boolean {
  if (outcome === 'to-confirm') return kind === 'bar' || kind === 'remedy';
  return kind === 'bar' && outcome === 'open';
}

function verdictOf(failed: readonly string[], confirm: readonly string[], missing: readonly string[]): Verdict {
  if (failed.length) return 'not-eligible';
  if (confirm.length) return 'needs-confirmation';
  return missing.length ? 'fixable' : 'ready';
}

/** Outcome as outsiders see it: what is covered by another id is simply still open. */
export function statusOf({ row, outcome }: Decided): Status {
  if (outcome === 'covered' && row.check.kind === 'told') return 'open';
  return outcome === 'covered' ? 'open' : outcome;
}

/** Whether a rule may open a question: advice and information ask nothing. */
export function asksPeople({ kind }: Pick<RuleRow, 'kind'>): boolean {
  return kind !== 'advice' && kind !== 'info';
}

/** What the open rules still need, each once, in the order of the rules. */
export function wantsOf(facts: Facts, guide: Guide): Want[] {
  const wants = decideAll(facts, guide).flatMap((decided) => {
    const { row, outcome } = decided;
    if (!asksPeople(row)) return [];
    if (outcome === 'open') return wantsOfOne(decided, facts, guide);
    const unsure = outcome === 'covered' ? row.askWhenUnsure : undefined;
    return unsure !== undefined && !(unsure in facts) ? [unsure] : [];
  });
  return [...new Set(wants)];
}

function wantsOfOne(decided: Decided, facts: Facts, guide: Guide): readonly Want[] {
  const known = wantsBy.get(decided);
  if (known) return known;
  const wants = decided.rule.wants(facts, guide);
  wantsBy.set(decided, wants);
  return wants;
}
