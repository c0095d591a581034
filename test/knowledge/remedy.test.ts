import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../knowledge/assess.ts';
import type { Facts } from '../../knowledge/facts.ts';
import type { Verdict } from '../../knowledge/findings.ts';
import type { Remedy } from '../../knowledge/remedy.ts';
import { anyFacts } from '../support/anyFacts.ts';
import { type Change, changed, judged, partner } from '../support/readyCase.ts';

const order: readonly Verdict[] = ['ready', 'fixable', 'needs-confirmation', 'not-eligible'];
const remedyOf = (change: Change): Remedy[] => judged(changed(change)).remedy;

test('over random cases there are at most three changes, each a sentence that leads to a better verdict', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { verdict, remedy } = judged(facts);
      expect(remedy.length).toBeLessThanOrEqual(3);
      for (const { change, verdict: after } of remedy) {
        expect(change).toMatch(/^[^。]{4,90}。$/);
        expect(order.indexOf(after)).toBeLessThan(order.indexOf(verdict));
      }
      expect(new Set(remedy.map(({ change }) => change)).size).toBe(remedy.length);
    }),
    { seed: 20_230_508, numRuns: 1_500 },
  );
});

test('a case in which nothing is left to do needs no change', () => {
  expect(remedyOf({})).toEqual([]);
});

const anotherLead = '换一位符合条件的负责人。';
const anotherUnit = '换一家符合条件的单位牵头申报。';
const anotherPartner = '换一家符合条件的境外合作单位。';

/** What is wrong, what would help, and a change of the facts that does it: its verdict must be the one promised. */
const single: readonly [world: string, wrong: Change, change: string, done: Change][] = [
  ['a lead born too early', { 'lead.birthDate': '1960' }, anotherLead, { 'lead.birthDate': '1980' }],
  [
    'a lead who is a civil servant without a senior title',
    { 'lead.civilServant': true, 'lead.titleLevel': 'not-senior' },
    anotherLead,
    { 'lead.civilServant': false, 'lead.titleLevel': 'senior' },
  ],
  [
    'a lead born too early, and a letter missing',
    { 'lead.birthDate': '1960', 'process.recommendationLetter': false },
    anotherLead,
    { 'lead.birthDate': '1980', 'process.recommendationLetter': false },
  ],
  [
    'a foreign lead who is not employed in the mainland',
    { 'lead.origin': 'foreign', 'lead.employedByMainlandUnit': false },
    anotherLead,
    { 'lead.origin': 'mainland' },
  ],
  ['a direction of the other kind', { direction: 15 }, '改报方向一至十中的一个。', { direction: 1 }],
  [
    'a direction of the other kind with a partner in Hong Kong',
    { direction: 1, partners: [partner({ country: '香港' })] },
    '改报方向十一至十九中的一个。',
    { direction: 11, partners: [partner({ country: '香港' })] },
  ],
  [
    'content that fits no direction',
    { directionFit: 'does-not-fit' },
    '换一个与内容相符的选题方向。',
    { directionFit: 'fits' },
  ],
  [
    'a unit registered too late',
    { 'unit.registrationDate': '2022-05-02' },
    anotherUnit,
    { 'unit.registrationDate': '2010' },
  ],
  [
    'a unit registered elsewhere',
    { 'unit.registeredInJiangxi': false },
    anotherUnit,
    { 'unit.registeredInJiangxi': true },
  ],
  ['a branch office', { 'unit.legalPerson': false }, anotherUnit, { 'unit.legalPerson': true }],
  [
    'a partner founded in 2022',
    { partners: [partner({ registrationDate: '2022' })] },
    anotherPartner,
    { partners: [partner()] },
  ],
  [
    'a partner that is registered in the mainland',
    { partners: [partner({ registeredOverseas: false })] },
    anotherPartner,
    { partners: [partner()] },
  ],
  ['no partner', { partners: [] }, '联合一家符合条件的国（境）外单位。', { partners: [partner()] }],
  [
    'no partner, for a direction of the other countries',
    { partners: [], direction: 11 },
    '联合一家符合条件的国（境）外单位。',
    { partners: [partner({ country: '日本' })], direction: 11 },
  ],
];

describe('one thing fails', () => {
  test.each(single)('%s', (_world, wrong, change, done) => {
    const before = judged(changed(wrong));
    expect(before.verdict).toBe('not-eligible');
    expect(before.remedy).toEqual([{ change, verdict: judged(changed({ ...wrong, ...done })).verdict }]);
    expect(['ready', 'fixable']).toContain(before.remedy[0]?.verdict);
  });

  test('what is still to be confirmed after the change is said with it', () => {
    const [first, ...others] = remedyOf({ 'lead.birthDate': '1960', 'unit.kind': 'cooperative' });
    expect(first).toEqual({ change: anotherLead, verdict: 'needs-confirmation' });
    expect(others).toEqual([]);
  });
});

describe('several things fail', () => {
  test('no single change helps, the two together do', () => {
    expect(remedyOf({ 'lead.birthDate': '1960', direction: 15 })).toEqual([
      { change: '换一位符合条件的负责人，并改报方向一至十中的一个。', verdict: 'ready' },
    ]);
  });

  test('the lead and the unit', () => {
    expect(remedyOf({ 'lead.creditBlacklist': true, 'unit.registrationDate': '2023' })).toEqual([
      { change: '换一位符合条件的负责人，并换一家符合条件的单位牵头申报。', verdict: 'ready' },
    ]);
  });
});

const toDo = (facts: Facts): Assessment => judged(facts);

describe('nothing fails', () => {
  test('what is to be confirmed, when it is confirmed', () => {
    const { remedy, verdict } = toDo(
      changed({ 'unit.registrationDate': '2022-05-01', 'lead.civilServant': undefined }),
    );
    expect(verdict).toBe('needs-confirmation');
    expect(remedy).toEqual([{ change: '2项待确认的都确认符合。', verdict: 'ready' }]);
  });

  test('a partner in Taiwan is for the department to decide: no change is promised', () => {
    expect(remedyOf({ partners: [partner({ country: '台湾' })] })).toEqual([]);
  });

  test.each([
    ['one paper is missing', { 'process.recommendationLetter': false }, 1],
    [
      'all contents of the agreement, which are one row, and the duration',
      { 'agreement.content': { rest: false }, 'project.months': 24 },
      2,
    ],
    ['too much is applied for', { 'funding.applied': 1_300_000, 'unit.ownFunds': 2_000_000 }, 1],
    ['there is no agreement', { 'agreement.form': 'none' }, 1],
    [
      'the agreement is in a foreign language and nothing is known of a translation',
      { 'agreement.language': 'foreign' },
      1,
    ],
  ] as const)('%s: the number is the one of the headline', (_world, change, count) => {
    const { remedy, text } = toDo(changed(change));
    expect(text).toContain(`补齐 ${count} 项后可以申报`);
    expect(remedy).toEqual([{ change: `补齐清单上的${count}项。`, verdict: 'ready' }]);
  });
});
