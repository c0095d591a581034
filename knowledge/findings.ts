/** Every rule of the guide decided for some facts, and the sets that follow ("How the sets are made"). */
import type { Facts } from './facts.ts';
import { foundOf, rulesAbout } from './found.ts';
import type { Guide } from './guide.ts';
import { splitWant } from './question.ts';
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

/** Every rule's outcome, in the order of the guide's list. */
export function decideAll(facts: AnyFacts, guide: Guide): readonly Decided[] {
  return decideSome(facts, guide, () => true);
}

/** The outcomes of the rules of these rows, in the order of the guide's list. */
export function decideSome(facts: AnyFacts, guide: Guide, of: (row: RuleRow) => boolean): readonly Decided[] {
  const found = foundOf(facts, guide);
  return guide.rules.flatMap(({ row, rule }, at) => {
    const shown = mayBar(row, guide) && barsByRuling(row, found.outcome(at), facts, guide) ? asBar(row) : row;
    return of(shown) ? [{ row: shown, rule, outcome: found.outcome(at) }] : [];
  });
}

const asBar = (row: RuleRow): RuleRow => ({ ...row, kind: 'bar' });

/** Whether a ruling may make a bar of a rule that is none; the others need not be decided to know which rows are asked for. */
const mayBar = ({ id }: RuleRow, { laid }: Guide): boolean => laid?.readings.bars.includes(id) === true;

/** Whether what the bare guide leaves to be confirmed bars by a ruling, though the rule is no bar (no audits, and none to be had). */
function barsByRuling({ id }: RuleRow, outcome: Outcome, facts: AnyFacts, { rules, laid }: Guide): boolean {
  if ((outcome !== 'unmet' && outcome !== 'open') || !laid) return false;
  const bare = laid.bare.rules[rules.findIndex(({ row }) => row.id === id)];
  return bare?.rule.decide(facts, laid.bare) === 'to-confirm';
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
export function statusOf({ outcome }: Pick<Decided, 'outcome'>): Status {
  return outcome === 'covered' ? 'open' : outcome;
}

/** What the open rules still need of these paths, each once, in the order of the rules; only those that may ask for them are decided. */
export function wantsAbout(paths: readonly string[], facts: Facts, guide: Guide): readonly Want[] {
  const found = foundOf(facts, guide);
  const wants = rulesAbout(paths, guide).flatMap((at) => found.wants(at));
  return [...new Set(wants.filter((want) => paths.includes(splitWant(want).path)))];
}

/** Whether a rule that is not settled, and may open a question, may ask for the path. */
export function mayStillAsk(path: string, facts: Facts, guide: Guide): boolean {
  const found = foundOf(facts, guide);
  return rulesAbout([path], guide).some((at) => {
    const outcome = guide.rules[at]?.rule.asks.includes(path) && found.outcome(at);
    return outcome === 'open' || outcome === 'covered';
  });
}
