import { describe, expect, test } from 'vitest';
import { cure } from '../../knowledge/cure.ts';
import { overlaid } from '../../knowledge/overlay.ts';
import type { AnyFacts } from '../../knowledge/rule.ts';
import type { RuleCheck } from '../../knowledge/ruleSchema.ts';
import { ruled } from '../support/published.ts';
import { all, type Change, changed, guide, partner } from '../support/readyCase.ts';
import { boundaries } from './rules/boundaries.ts';

const found = (id: string, by = guide) => {
  const at = by.rules.find(({ row }) => row.id === id);
  if (!at) throw new Error(`there is no rule ${id}`);
  return at;
};

/** What the facts would be if the rule were met; the change alone. */
const cured = (id: string, change: Change, by = guide) => cure(found(id, by).row, changed(change), by);

/** A rule for which no change of facts is known: what the guide does not say is in no applicant’s hands. */
const without = new Set(['scope.taiwan-gap']);

const failing = Object.entries(boundaries).flatMap(([id, rows]) => {
  const own = rows.filter(([, , status]) => status === 'unmet');
  return without.has(id) || own.length === 0 ? [] : [[id, own] as const];
});

describe.each(failing)('%s is met after its own cure', (id, rows) => {
  const { row, rule } = found(id);
  test.each(rows)('%s', (_world, change) => {
    const facts: AnyFacts = changed(change);
    const patch = cure(row, facts, guide);
    expect(patch).toBeDefined();
    // A lead of the mainland, and a new joint agreement, need no more what the others need.
    expect(['met', 'not-applicable']).toContain(rule.decide({ ...facts, ...patch }, guide));
  });
});

test.each([...without])('%s has no cure while nobody has ruled on it', (id) => {
  expect(cured(id, { partners: [partner({ country: '台湾' })] })).toBeUndefined();
});

const suitable = (country: string | undefined) => ({
  partners: [
    {
      country,
      registrationDate: '2020-04-30',
      registeredOverseas: true,
      legalPerson: true,
      kind: 'university',
      longTermBasis: true,
    },
  ],
});
const [firstPair] = guide.sisterCities;

test.each<[id: string, world: string, change: Change, patch: object]>([
  ['lead.age', 'born too early', { 'lead.birthDate': '1960' }, { 'lead.birthDate': '1965-06-01' }],
  ['funding.range', 'too much', { 'funding.applied': 2_000_000 }, { 'funding.applied': 800_000 }],
  ['project.duration', 'too short', { 'project.months': 24 }, { 'project.months': 36 }],
  [
    'unit.matching-funds',
    'too little',
    { 'unit.ownFunds': 1, 'funding.applied': 900_000 },
    { 'unit.ownFunds': 900_000 },
  ],
  [
    'unit.matching-funds',
    'what is applied for is not known',
    { 'unit.ownFunds': 1, 'funding.applied': undefined },
    { 'unit.ownFunds': 1_200_000 },
  ],
  [
    'app.indicators',
    'one is not written',
    { 'app.indicatorsStated': { ip: false, rest: true } },
    { 'app.indicatorsStated': { ...all(['economic', 'technical', 'ip']), rest: true } },
  ],
  [
    'app.indicators',
    'nothing is known',
    { 'app.indicatorsStated': undefined },
    { 'app.indicatorsStated': all(['economic', 'technical', 'ip']) },
  ],
  ['unit.kind', 'an authority', { 'unit.kind': 'government' }, { 'unit.kind': 'enterprise' }],
  [
    'unit.registered-before',
    'elsewhere and late',
    { 'unit.registeredInJiangxi': false, 'unit.registrationDate': '2023' },
    { 'unit.registeredInJiangxi': true, 'unit.registrationDate': '2000-01-01' },
  ],
  ['unit.audit-reports-2y', 'none', { 'unit.auditedReportYears': [] }, { 'unit.auditedReportYears': [2021, 2022] }],
  [
    'process.single-channel',
    'two',
    { 'process.channels': 2, 'process.duplicate': true },
    { 'process.channels': 1, 'process.duplicate': false },
  ],
  ['lead.title-or-phd', 'neither', { 'lead.titleLevel': 'not-senior' }, { 'lead.titleLevel': 'senior' }],
  ['lead.foreign-employed', 'not employed', { 'lead.origin': 'hk' }, { 'lead.origin': 'mainland' }],
  ['lead.employment-proof-full', 'none', {}, { 'lead.employment': 'full-time', 'lead.employmentProofMainland': true }],
  [
    'lead.employment-proof-part',
    'none',
    {},
    { 'lead.employmentProofMainland': true, 'lead.employmentProofOverseas': true },
  ],
  ['direction.fit', 'does not fit', { directionFit: 'does-not-fit' }, { directionFit: 'fits' }],
  [
    'direction.fit',
    'no direction, with a partner in Japan',
    { direction: undefined, partners: [partner({ country: '日本' })] },
    { direction: 11, directionFit: 'fits' },
  ],
  ['scope.category', 'Germany in a direction of the others', { direction: 11 }, { direction: 1, directionFit: 'fits' }],
  [
    'scope.hk-macao',
    'Hong Kong in a direction of Europe',
    { partners: [partner({ country: '香港' })] },
    { direction: 11, directionFit: 'fits' },
  ],
  [
    'agreement.translation',
    'none',
    { 'agreement.translation': false },
    { 'agreement.translation': true, 'agreement.translationSealed': true },
  ],
  [
    'agreement.unsigned-not-listed',
    'one has not signed',
    { domesticPartners: [{ name: '甲', signed: false }, { name: '乙' }] },
    {
      domesticPartners: [
        { name: '甲', signed: true },
        { name: '乙', signed: true },
      ],
    },
  ],
  [
    'partner.legal-person',
    'one is none',
    { partners: [partner({ name: '甲', legalPerson: false }), partner({ name: '乙' })] },
    { partners: [partner({ name: '甲' }), partner({ name: '乙' })] },
  ],
  ['partner.exists', 'none, direction 1', { partners: [], direction: 1 }, suitable('德国')],
  ['partner.exists', 'none, direction 11', { partners: [], direction: 11 }, suitable('日本')],
  ['partner.exists', 'none, direction not known', { partners: [], direction: undefined }, suitable(firstPair?.country)],
])('%s, %s: what would have to be changed', (id, _world, change, patch) => {
  expect(cured(id, change)).toEqual(patch);
});

test('where the partners make no category, no direction would do', () => {
  expect(cured('scope.category', { partners: [partner(), partner({ country: '日本' })] })).toBeUndefined();
  expect(cured('scope.hk-macao', { partners: [] })).toBeUndefined();
  expect(cured('direction.fit', { partners: [], direction: undefined })).toEqual({ directionFit: 'fits' });
});

test('what is only told has no cure', () => {
  const told = guide.rules.filter(({ row }) => row.check.kind === 'told');
  expect(told.map(({ row }) => cure(row, {}, guide)).filter((patch) => patch !== undefined)).toEqual([]);
});

test('of partners who are not known, no field is changed', () => {
  expect(cured('partner.legal-person', { partners: undefined })).toEqual({});
});

describe('as ruled', () => {
  const by = (choices: Readonly<Record<string, string>>) => overlaid(guide, ruled(guide, choices));
  const taiwan = partner({ country: '台湾' });
  const germany = partner();
  const japan = partner({ country: '日本' });

  test('a partner in Taiwan who is not let in makes room for another', () => {
    expect(cured('scope.taiwan-gap', { partners: [taiwan] }, by({ 'taiwan-partner': 'not-allowed' }))).toEqual(
      suitable('德国'),
    );
  });

  test.each<[direction: number | undefined, partners: Change['partners'] & object, kept: Change['partners']]>([
    [1, [germany, japan], [germany]],
    [11, [germany, japan], [japan]],
    [undefined, [japan, germany], [japan]],
    [undefined, [germany, japan], [germany]],
  ])('of partners of both categories those of direction %s stay', (direction, partners, kept) => {
    expect(cured('scope.category', { direction, partners }, by({ 'both-categories': 'none' }))).toEqual({
      partners: kept,
    });
  });

  test('partners of one category stay, and the direction is changed', () => {
    expect(cured('scope.category', { direction: 11 }, by({ 'both-categories': 'none' }))).toEqual({
      direction: 1,
      directionFit: 'fits',
    });
    expect(cured('scope.category', { partners: undefined }, by({ 'both-categories': 'none' }))).toBeUndefined();
  });

  test('a company too young for two audits stays one; an older one and a university do not become one', () => {
    const late = (change: Change, choices: Readonly<Record<string, string>>) => {
      const patch = cured('unit.registered-before', { 'unit.registeredInJiangxi': false, ...change }, by(choices));
      return patch?.['unit.registrationDate'];
    };
    const choices = { 'young-company-audit': 'since-founding' };
    expect(late({ 'unit.registrationDate': '2023-01-05' }, choices)).toBe('2022-01-01');
    expect(late({ 'unit.registrationDate': '2021-12-31' }, choices)).toBe('2000-01-01');
    expect(late({ 'unit.registrationDate': '2023', 'unit.kind': 'university' }, choices)).toBe('2000-01-01');
    expect(late({ 'unit.registrationDate': undefined }, choices)).toBe('2000-01-01');
    expect(cured('unit.registered-before', { 'unit.registrationDate': '2023-01-05' })).toMatchObject({
      'unit.registrationDate': '2000-01-01',
    });
  });
});

test.each<[world: string, check: RuleCheck, facts: AnyFacts, patch: object | undefined]>([
  [
    'a date before a day is made an early one',
    { kind: 'date', fact: 'day', op: 'before', parameter: 'unit.registeredBefore' },
    {},
    { day: '2000-01-01' },
  ],
  [
    'a date on or before a day is made that day',
    { kind: 'date', fact: 'day', op: 'on-or-before', parameter: 'unit.registeredBefore' },
    {},
    { day: '2022-05-01' },
  ],
  ['an amount of at most', { kind: 'amount', fact: 'sum', max: 'funding.max' }, { sum: 9e6 }, { sum: 1_200_000 }],
  ['an amount without bounds', { kind: 'amount', fact: 'sum' }, {}, undefined],
  [
    'an amount of so many times another',
    { kind: 'times', fact: 'own', of: 'asked', times: 'project.months' },
    { asked: 10 },
    { own: 360 },
  ],
])('a rule of another guide: %s', (_world, check, facts, patch) => {
  expect(cure({ ...found('lead.age').row, check }, facts, guide)).toEqual(patch);
});
