/** The usual kinds of rules: what a row of `rules.json` decides for some facts. Three-valued throughout. */
import { firstDay, isAfter, isBefore, isPartialDate } from '../calendar.ts';
import type { Guide } from '../guide.ts';
import { type AnyFacts, holds, type Outcome, type Rule, type Want, worst } from '../rule.ts';
import type { Condition, RuleCheck, RuleRow } from '../ruleSchema.ts';

type Decided = Exclude<RuleCheck, { kind: 'code' } | { kind: 'told' }>;

/** Makes the rule that a row of a usual kind describes. */
export function usualRule(row: RuleRow): Rule {
  const check = row.check;
  if (check.kind === 'code') throw new Error(`规则 ${row.id} 标为 code，但 knowledge/rules/ 里没有这条规则的对象`);
  const when = row.appliesWhen ?? [];
  const facts = check.kind === 'told' ? [] : factsOf(check);
  const listed = facts.find((path) => path.includes('[]'));
  const unsure = (known: AnyFacts): Outcome => {
    const open = when.filter((each) => isTrue(each, known) === undefined);
    return open.every((each) => each.fact === row.openWhenUnsure) ? 'open' : 'covered';
  };
  return {
    id: row.id,
    asks: [...new Set([...when.map((each) => each.fact), ...facts])],
    needs: [...new Set([...when.map((each) => root(each.fact)), ...facts.map(root)])],
    decide(known, guide) {
      const applies = allTrue(when, known);
      if (applies === false) return 'not-applicable';
      if (applies === undefined) return unsure(known);
      return check.kind === 'told' ? 'covered' : worst(outcomes(check, listed, known, guide));
    },
    wants(known, guide) {
      const deciding = when.filter((each) => isTrue(each, known) === undefined).map((each) => each.fact);
      if (check.kind === 'told' || deciding.length) return deciding.flatMap((path) => unsettledPaths(path, known));
      const open = outcomes(check, listed, known, guide).map((outcome) => outcome === 'open');
      return facts.flatMap((path) => unsettledPaths(path, known, open));
    },
  };
}

function factsOf(check: Decided): string[] {
  if (check.kind === 'flags') return check.facts;
  if (check.kind === 'times') return [check.of, check.fact];
  return [check.fact];
}

/** `partners[].country` → `partners`. */
function root(path: string): string {
  const at = path.indexOf('[]');
  return at < 0 ? path : path.slice(0, at);
}

/** `partners[].country` → `country`. */
function fieldOf(path: string): string {
  return path.slice(path.indexOf('[].') + 3);
}

/**
 * The outcome for each item of the list that the check speaks of, or the one outcome when it speaks of none. A check over
 * `partners[].…` holds when it holds for each item; no items is nothing to check.
 */
function outcomes(check: Decided, listed: string | undefined, known: AnyFacts, guide: Guide): Outcome[] {
  if (!listed) return [decide(check, (path) => known[path], guide)];
  const items = itemsOf(listed, known);
  if (!items) return ['covered'];
  return items.map((item) => decide(check, (path) => item[fieldOf(path)], guide));
}

function itemsOf(path: string, known: AnyFacts): AnyFacts[] | undefined {
  const list = known[root(path)];
  return Array.isArray(list) ? list : undefined;
}

function decide(check: Decided, get: (path: string) => unknown, guide: Guide): Outcome {
  switch (check.kind) {
    case 'flags': {
      const all = every(check.facts.map((path) => asBoolean(get(path), check.is)));
      return holds(all);
    }
    case 'date':
      return decideDate(check, get(check.fact), guide);
    case 'amount': {
      const amount = get(check.fact);
      if (typeof amount !== 'number') return 'open';
      const low = check.min === undefined || amount >= guide.amount(check.min);
      const high = check.max === undefined || amount <= guide.amount(check.max);
      return holds(low && high);
    }
    case 'times': {
      const amount = get(check.fact);
      const of = get(check.of);
      if (typeof amount !== 'number' || typeof of !== 'number') return 'open';
      return holds(amount >= of * guide.amount(check.times));
    }
    case 'written': {
      const list = get(check.fact);
      if (typeof list !== 'object' || list === null) return 'open';
      const written = list as Record<string, boolean | undefined>;
      return holds(every(check.items.map((item) => written[item] ?? written.rest)));
    }
    case 'choice': {
      const chosen = get(check.fact);
      if (chosen === undefined) return 'open';
      const among = (list: readonly unknown[] | undefined): boolean => list?.includes(chosen) === true;
      if (among(check.met)) return 'met';
      return among(check.toConfirm) ? 'to-confirm' : 'unmet';
    }
  }
}

function decideDate(check: Extract<Decided, { kind: 'date' }>, date: unknown, guide: Guide): Outcome {
  if (typeof date !== 'string') return 'open';
  const limit = guide.date(check.parameter);
  if (check.sameDay && firstDay(date) === limit) return date === limit ? 'to-confirm' : 'open';
  if (check.op === 'before') return holds(isBefore(date, limit));
  if (check.op === 'on-or-after') return holds(not(isBefore(date, limit)));
  const inTime = not(isAfter(date, limit));
  if (inTime !== false || !check.confirmUntil) return holds(inTime);
  const late = isAfter(date, guide.date(check.confirmUntil));
  return late === false ? 'to-confirm' : late ? 'unmet' : 'open';
}

const not = (flag: boolean | undefined): boolean | undefined => (flag === undefined ? undefined : !flag);

function asBoolean(value: unknown, is: boolean): boolean | undefined {
  return typeof value === 'boolean' ? value === is : undefined;
}

/** Three-valued "and": one false decides, else one unknown leaves it open. */
function every(flags: readonly (boolean | undefined)[]): boolean | undefined {
  if (flags.includes(false)) return false;
  return flags.includes(undefined) ? undefined : true;
}

/** Whether all conditions of "applies when" hold. */
function allTrue(conditions: readonly Condition[], known: AnyFacts): boolean | undefined {
  let all: boolean | undefined = true;
  for (const each of conditions) {
    const holds = isTrue(each, known);
    if (holds === false) return false;
    if (holds === undefined) all = undefined;
  }
  return all;
}

/** Whether a condition of "applies when" holds; `undefined` when what is known does not tell. */
export function isTrue(condition: Condition, known: AnyFacts): boolean | undefined {
  if ('nonEmpty' in condition) {
    const list = known[condition.fact];
    return Array.isArray(list) ? list.length > 0 : undefined;
  }
  if ('in' in condition) return among(known[condition.fact], condition.in);
  const items = itemsOf(condition.fact, known);
  const field = fieldOf(condition.fact);
  const none = items && every(items.map((item) => not(among(item[field], condition.any))));
  return not(none);
}

function among(value: unknown, list: readonly unknown[]): boolean | undefined {
  return value === undefined ? undefined : list.includes(value);
}

/**
 * The paths of a fact that may still settle an open rule: itself, or the field of each list item that lacks it.
 * A partial date or a list of written items may be known and still not settle it. Of list items only those count
 * that are themselves open: nobody need say on which day of 1928 the one partner was founded because the other is not known.
 */
function unsettledPaths(path: string, known: AnyFacts, open?: readonly boolean[]): Want[] {
  const items = path.includes('[]') ? itemsOf(path, known) : undefined;
  if (!items) return isSettled(known[root(path)]) ? [] : [root(path)];
  const field = fieldOf(path);
  return items.flatMap((item, at) =>
    isSettled(item[field]) || open?.[at] === false ? [] : [path.replace('[]', `[${at}]`)],
  );
}

function isSettled(value: unknown): boolean {
  if (value === undefined) return false;
  if (typeof value === 'string' && isPartialDate(value)) return value.length === 10;
  return typeof value !== 'object' || Array.isArray(value);
}
