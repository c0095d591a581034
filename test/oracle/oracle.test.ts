import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bases } from './bases.ts';
import { type Change, words } from './build.ts';
import { addPairs, measure, pairKey, possiblePairs, type RuleCount } from './coverage.ts';
import { allFactors, isCount, notKnown } from './factors.ts';
import { generate } from './generate.ts';
import { oracle } from './oracle.ts';
import { coveringArray } from './pairwise.ts';

type Example = { id: string; facts: unknown; expected: Record<string, unknown> & { preferences: Preference[] } };
type Preference = { kind: string; status: string; list: string; nos: string[] };

const file = new URL('../eval/scenarios-examples.json', import.meta.url);
const { scenarios }: { scenarios: Example[] } = JSON.parse(readFileSync(file, 'utf8'));

/** What the second evaluator claims of preferences: everything but `within`, without the wording of the entry. */
function claimed(preferences: Preference[]): Preference[] {
  return preferences
    .filter(({ status }) => status !== 'within')
    .map(({ kind, status, list, nos }) => ({ kind, status, list, nos }));
}

/** Bars that can fail and can be open. */
const bothWays = [
  ...['scope.category', 'direction.fit', 'partner.exists', 'lead.age', 'lead.title-or-phd', 'lead.foreign-employed'],
  ...['lead.integrity', 'lead.blacklist', 'lead.not-civil-servant', 'lead.not-programme-manager'],
  ...['unit.registered-in-jiangxi', 'unit.registered-before', 'unit.legal-person', 'unit.kind'],
  ...['partner.overseas-registered', 'partner.3-years', 'partner.legal-person'],
];
const onlyFailed = ['scope.hk-macao'];
const onlyConfirm = ['scope.taiwan-gap', 'partner.kind'];
/** The remedy that can also be to confirm. */
const late = ['unit.audit-reports-2y'];
const missing = [
  ...['funding.range', 'project.duration', 'app.indicators', 'app.narrative', 'app.format-complete'],
  ...['unit.matching-funds', 'unit.audit-reports-2y', 'unit.audit-3-statements'],
  ...['partner.first-unit-overseas', 'partner.long-term-basis', 'docs.basis-evidence', 'team.member-each-party'],
  ...['process.recommendation-letter', 'process.single-channel', 'us.reported', 'us.consent'],
  ...['lead.employment-proof-full', 'lead.employment-proof-part'],
  ...['exists', 'content-tasks', 'content-indicators', 'content-funds-split', 'content-ip', 'law-ethics', 'signed-both']
    .concat(['unsigned-not-listed', 'date-clear', 'content-usual', 'ip-and-revenue', 'ip-law', 'highlight'])
    .concat(['long-term-supplement', 'translation', 'translation-seal'])
    .map((name) => `agreement.${name}`),
  ...['agreement', 'seals', 'date', 'content', 'highlight'].map((name) => `domestic.${name}`),
];

function* valuePairs(): Generator<[Change, Change]> {
  for (const [factor, { values }] of allFactors.entries()) {
    for (const [later, other] of [...allFactors.entries()].slice(factor + 1)) {
      for (const value of values.keys()) {
        for (const otherValue of other.values.keys())
          yield [
            [factor, value],
            [later, otherValue],
          ];
      }
    }
  }
}

/** A part that is not known has nothing inside, and the third of two partners has no country. */
function excludes([factor, value]: Change, [later]: Change): boolean {
  const whole = allFactors[factor];
  const inside = allFactors[later];
  if (whole === undefined || inside === undefined) return false;
  const within = whole.path.every((name, at) => inside.path[at] === name);
  const chosen = whole.values[value];
  return within && (chosen === notKnown || (isCount(chosen) && Number(inside.path[1]) >= chosen.listed));
}

describe('the second evaluator', () => {
  test.each(scenarios.map((example) => [example.id, example] as const))('agrees with example %s', (_id, example) => {
    const found = oracle(example.facts);
    const { failedRules, missingItems, toConfirm, preferences, ...rest } = example.expected;
    const sorted = (ids: unknown) => (Array.isArray(ids) ? [...ids].sort() : ids);
    expect(found).toMatchObject(rest);
    expect(sorted(found.failedRules)).toEqual(sorted(failedRules));
    expect(sorted(found.missingItems)).toEqual(sorted(missingItems));
    expect(sorted(found.toConfirm)).toEqual(sorted(toConfirm));
    expect(found.preferences).toEqual(claimed(preferences));
  });
});

describe('the generated sets', () => {
  const { sets, verdicts, rules, pairs } = measure(generate(), oracle);

  test('are the same ones each time, and more than 100,000', () => {
    const run = generate();
    let compared = 0;
    for (const { facts } of generate()) {
      expect(run.next().value.facts).toEqual(facts);
      compared += 1;
      if (compared === 3_000) break;
    }
    expect(sets).toBeGreaterThan(100_000);
  });

  test.each(bases.map((base) => [base.name, base] as const))('start from a case that is ready: %s', (_name, base) => {
    expect(oracle(base.facts()).verdict).toBe('ready');
  });

  test.each([1, 2, 3, 4, 5, 6])('come from arrays in which all pairs of values meet: seed %i', (seed) => {
    const met = new Set<number>();
    for (const row of coveringArray(seed)) {
      const chosen = [...row.entries()].filter(([, value]) => value >= 0);
      addPairs(met, chosen);
    }
    expect(met.size).toBe(possiblePairs());
  });

  test('hold every pair of values that can stand in one set', () => {
    const apart: string[] = [];
    let impossible = 0;
    for (const [one, other] of valuePairs()) {
      if (pairs.has(pairKey(one, other))) continue;
      if (excludes(one, other)) impossible += 1;
      else apart.push(`${words(one)} and ${words(other)}`);
    }
    expect(apart).toEqual([]);
    expect(pairs.size + impossible).toBe(possiblePairs());
  });

  test('reach every verdict thousands of times', () => {
    for (const verdict of ['ready', 'fixable', 'needs-confirmation', 'not-eligible']) {
      expect(verdicts[verdict], verdict).toBeGreaterThan(5_000);
    }
  });

  const outcomes = Object.entries({
    failed: bothWays.concat(onlyFailed),
    confirm: bothWays.concat(onlyConfirm, late),
    missing,
  });
  const rows = outcomes.flatMap(([set, ids]) => ids.map((id) => [id, set as keyof RuleCount] as const));
  test.each(rows)('hold %s in “%s” often, and far more often not', (id, set) => {
    const count = rules.get(id)?.[set] ?? 0;
    expect(count).toBeGreaterThanOrEqual(50);
    expect(sets - count).toBeGreaterThanOrEqual(50);
  });

  test('never come to a rule beside those', () => {
    const known = new Set(rows.map(([id]) => id));
    expect([...rules.keys()].filter((id) => !known.has(id))).toEqual([]);
    const counted = [...rules].flatMap(([id, count]) =>
      Object.entries(count).map(([set, times]) => ({ id, set, times })),
    );
    const expected = new Set(rows.map((row) => row.join(' ')));
    expect(counted.filter(({ id, set, times }) => times > 0 && !expected.has(`${id} ${set}`))).toEqual([]);
  });
});
