/** Every rule of the guide comes, in a case whose outcome is written down, to each outcome that it can have. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assessed } from '../../knowledge/assess.ts';
import { decideAll } from '../../knowledge/findings.ts';
import type { Outcome } from '../../knowledge/rule.ts';
import { boundaries } from '../knowledge/rules/boundaries.ts';
import { preferenceCases } from '../knowledge/rules/preferences.cases.ts';
import { anyFacts } from '../support/anyFacts.ts';
import { type Change, changed, guide, readyFacts, today } from '../support/readyCase.ts';

const foreign = { 'lead.origin': 'foreign', 'lead.employedByMainlandUnit': true } as const;

/** Of what is told and never decided: whether it applies, and whether people read it beside the checklist. */
type Telling = readonly [world: string, change: Change, Outcome, told: boolean];
const tellings: Readonly<Record<string, readonly Telling[]>> = {
  'lead.employment-proof-attached': [
    ['a lead from abroad', foreign, 'covered', true],
    ['a lead of the mainland', {}, 'not-applicable', false],
    ['a lead of whom it is not known', { 'lead.origin': undefined }, 'covered', true],
  ],
  'agreement.ip-doc': [
    ['an agreement', {}, 'covered', true],
    ['no agreement', { 'agreement.form': 'none' }, 'not-applicable', false],
    ['not known whether there is one', { 'agreement.form': undefined }, 'covered', true],
  ],
};
const tellingOf = (id: string, remind: boolean): readonly Telling[] =>
  tellings[id] ?? [['any case', {}, 'covered', remind]];
const told = guide.rules.flatMap(({ row }) =>
  row.check.kind === 'told' ? tellingOf(row.id, row.remind === true).map((each) => ({ id: row.id, each })) : [],
);

test.each(told)('$id is told, and stands in no list: $each.0', ({ id, each: [, change, outcome, isTold] }) => {
  const facts = changed(change);
  expect(decideAll(facts, guide).find(({ row }) => row.id === id)?.outcome).toBe(outcome);
  const { assessment, advice, rows } = assessed(facts, guide, null, today, 'zh');
  const { failedRules, missingItems, toConfirm } = assessment;
  expect([...failedRules, ...missingItems, ...toConfirm, ...rows.flatMap(({ ids }) => ids)]).not.toContain(id);
  expect(advice.some((each) => each.id === id)).toBe(isTold);
});

/** The cases of each rule whose outcome is written down, there or in the test of their table. */
const written = new Map<string, readonly Change[]>([
  ...Object.entries(boundaries).map(([id, rows]) => [id, rows.map(([, change]) => change)] as const),
  ...Object.entries(preferenceCases).map(([id, rows]) => [id, rows.map(([, change]) => change)] as const),
  ...told.map(({ id }) => [id, tellingOf(id, false).map(([, change]) => change)] as const),
]);

/** Cases among which every outcome that can be is met: anything may be so, and anything may be not known. */
const cases = fc.sample(anyFacts, { seed: 20230508, numRuns: 3_000 });

test('every outcome that a rule can have is one of its written cases', () => {
  const met = new Map(guide.rules.map(({ row }) => [row.id, new Set<Outcome>()]));
  for (const facts of [readyFacts, ...cases])
    for (const { row, outcome } of decideAll(facts, guide)) met.get(row.id)?.add(outcome);
  const pairs = [...met].flatMap(([id, outcomes]) => [...outcomes].map((outcome) => ({ id, outcome })));
  const missed = pairs.filter(({ id, outcome }) => {
    const rule = guide.rules.find(({ row }) => row.id === id)?.rule;
    return !written.get(id)?.some((change) => rule?.decide(changed(change), guide) === outcome);
  });
  expect(missed.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([]);
  expect(pairs.length).toBeGreaterThan(3 * guide.rules.length);
});
