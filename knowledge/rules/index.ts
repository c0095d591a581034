/** All unusual rules, by id. A guide names those that hold in it with `check: {kind: 'code'}`. */
import type { Rule } from '../rule.ts';
import type { RuleRow } from '../ruleSchema.ts';
import { partnerRules } from './partners.ts';
import { peopleRules } from './people.ts';
import { priorityRules } from './priorities.ts';
import { scopeRules } from './scope.ts';
import { unitRules } from './units.ts';
import { usualRule } from './usual.ts';

const unusual = new Map<string, Rule>(
  [...scopeRules, ...peopleRules, ...unitRules, ...partnerRules, ...priorityRules].map((each) => [each.id, each]),
);

/** The rule that a row of the guide's `rules.json` stands for. Throws for an unknown id: the guide is wrong. */
export function ruleOf(row: RuleRow): Rule {
  if (row.check.kind !== 'code') return usualRule(row);
  const found = unusual.get(row.id);
  if (!found)
    throw new Error(`指南的 rules.json 里有不认识的规则 ${row.id}：请在 knowledge/rules/ 加上它，或改成常用的一类`);
  return found;
}
