import { describe, expect, test } from 'vitest';
import { changed, guide } from '../../support/readyCase.ts';
import { wants } from './wants.cases.ts';

const ruleOf = (id: string) => guide.rules.find(({ rule }) => rule.id === id)?.rule;

describe.each(Object.entries(wants))('%s asks for no more than what may still settle it', (id, rows) => {
  test.each(rows)('%s', (_world, change, expected) => {
    const rule = ruleOf(id);
    expect(rule?.wants(changed(change), guide)).toEqual(expected);
    const paths = expected.map((want) => want.replace(/\[\d+\]/, '[]'));
    const may = [...(rule?.asks ?? []), ...(rule?.needs ?? [])];
    expect(paths.filter((path) => !may.includes(path))).toEqual([]);
  });
});

const partners = ['partners'];
const employment = ['lead.origin', 'lead.employedByMainlandUnit', 'lead.employment'];
const proof = 'lead.employmentProofMainland';

/** Of each unusual rule: the facts that it sees, the paths for which it may ask where they are others, the thresholds on which it rests. */
test.each<[id: string, needs: string[], asks?: string[] | undefined, parameters?: string[]]>([
  ['scope.category', ['partners', 'direction'], ['partners[].country']],
  ['scope.hk-macao', ['partners', 'direction'], []],
  ['scope.taiwan-gap', partners, []],
  ['pref.agreement', partners, []],
  ['pref.sister-city', partners, ['partners[].city']],
  ['pref.base-host', ['unit.name']],
  ['pref.joint-lab', ['jointLab']],
  ['partner.exists', partners, undefined, ['partners.min']],
  ['agreement.unsigned-not-listed', ['domesticPartners', 'domesticAgreement.exists'], ['domesticPartners[].signed']],
  ['lead.title-or-phd', ['lead.titleLevel', 'lead.degree']],
  ['lead.foreign-employed', ['lead.origin', 'lead.employedByMainlandUnit']],
  ['lead.employment-proof-full', [...employment, proof]],
  ['lead.employment-proof-part', [...employment, proof, 'lead.employmentProofOverseas']],
  [
    'unit.registered-before',
    ['unit.registeredInJiangxi', 'unit.registrationDate'],
    undefined,
    ['unit.registeredBefore'],
  ],
  [
    'unit.audit-reports-2y',
    ['unit.kind', 'unit.registrationDate', 'unit.auditedReportYears'],
    undefined,
    ['unit.auditYears', 'unit.auditConfirmFrom'],
  ],
  ['process.single-channel', ['process.channels', 'process.duplicate'], undefined, ['process.channels']],
  ['direction.fit', ['direction', 'directionFit']],
])('%s sees these facts, may ask for these, and rests on these thresholds', (id, needs, asks = needs, parameters) => {
  const rule = ruleOf(id);
  expect(rule?.needs).toEqual(needs);
  expect(rule?.asks).toEqual(asks);
  expect(rule?.parameters).toEqual(parameters);
  expect(rule && 'parameters' in rule).toBe(parameters !== undefined);
});
