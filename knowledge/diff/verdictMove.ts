/** Whether the same facts come to another verdict by another guide, and by which rules. */
import { assess, type Finding } from '../assess.ts';
import type { Facts } from '../facts.ts';
import type { Verdict } from '../findings.ts';
import type { Guide } from '../guide.ts';
import { continued } from './directions.ts';

/** `none`: the guide has no such rule. */
export type Decided = Finding['status'] | 'none';

/** A rule that is decided otherwise. */
export interface MovedRule {
  rule: string;
  title: string;
  clause: string;
  before: Decided;
  after: Decided;
}

export interface VerdictMove {
  before: Verdict;
  after: Verdict;
  /** Rules that decide the verdict, in the order of the new guide. */
  rules: MovedRule[];
  /** The direction that was chosen is not in the new guide. */
  directionGone: boolean;
}

/** What both guides come to; a direction is taken under the number that it has in each. */
export function verdictMoves(before: Guide, after: Guide): (facts: Facts) => VerdictMove {
  const goesOn = continued(before, after);
  return (facts) => {
    const { direction, ...others } = facts;
    const now = direction === undefined ? undefined : goesOn.get(direction)?.number;
    const moved: Facts = now === undefined ? others : { ...others, direction: now };
    const [one, other] = [
      assess(facts, before, null, `${before.year}-05-01`),
      assess(moved, after, null, `${after.year}-05-01`),
    ];
    return {
      before: one.verdict,
      after: other.verdict,
      rules: movedRules(one.findings, other.findings),
      directionGone: direction !== undefined && now === undefined,
    };
  };
}

const decides = ({ kind }: Finding): boolean => kind === 'bar' || kind === 'remedy';
const settled: readonly Decided[] = ['met', 'not-applicable', 'none'];

/** What is met and what is not there at all moves no verdict. */
function movedRules(before: readonly Finding[], after: readonly Finding[]): MovedRule[] {
  const was = new Map(before.filter(decides).map((each) => [each.rule, each]));
  const is = new Map(after.filter(decides).map((each) => [each.rule, each]));
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((rule) => {
    const [old, now] = [was.get(rule), is.get(rule)];
    const known = now ?? old;
    const [one, other]: [Decided, Decided] = [old?.status ?? 'none', now?.status ?? 'none'];
    if (!known || one === other || (settled.includes(one) && settled.includes(other))) return [];
    return [{ rule, title: known.title, clause: known.clause, before: one, after: other }];
  });
}
