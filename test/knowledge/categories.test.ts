import { describe, expect, test } from 'vitest';
import { auditYears, tooYoungForAudits, tooYoungNeeds } from '../../knowledge/auditYears.ts';
import { firstDay, inChinese, isAfter, isBefore, isPartialDate } from '../../knowledge/calendar.ts';
import {
  type Category,
  categoryOf,
  directionAllowed,
  inBothCategories,
  overseasPartners,
  type Place,
  placeOf,
} from '../../knowledge/category.ts';
import type { Partner } from '../../knowledge/facts.ts';
import { overlaid } from '../../knowledge/overlay.ts';
import { pairsOf, preferencesOf } from '../../knowledge/priority.ts';
import { ruled } from '../support/published.ts';
import { guide, partner } from '../support/readyCase.ts';

const ruledBy = (choices: Readonly<Record<string, string>>) => overlaid(guide, ruled(guide, choices));
const at = (country: string | undefined, more: Partner = {}): Partner => ({ ...partner({ country }), ...more });
const open = (country: string | undefined): Partner => partner({ country, registeredOverseas: undefined });
const [germany, japan, nowhere] = [at('德国'), at('日本'), at(undefined)];

test.each<[world: string, one: Partner, counts: boolean]>([
  ['registered overseas', at('德国'), true],
  ['registered overseas, in China as it says', at('中国'), true],
  ['registered in the mainland, abroad as it says', partner({ registeredOverseas: false }), false],
  ['not said, abroad', open('德国'), true],
  ['not said, in Hong Kong', open('香港'), true],
  ['not said, in China', open('中国'), false],
  ['not said, nor where', open(undefined), true],
])('whether a partner counts as one from overseas: %s', (_world, one, counts) => {
  expect(overseasPartners({ partners: [one] })).toEqual(counts ? [one] : []);
});

test.each<[world: string, one: Partner, place: Place]>([
  ['Germany', germany, 'europe-americas'],
  ['Japan', japan, 'other-countries-regions'],
  ['Taiwan', at('台湾'), 'taiwan'],
  ['an organisation in Taiwan', at('台湾', { kind: 'international-organisation' }), 'taiwan'],
  ['China', at('中国'), 'unclear'],
  ['Cyprus', at('塞浦路斯'), 'unclear'],
  ['an organisation in Germany', at('德国', { kind: 'international-organisation' }), 'unclear'],
  ['not known', nowhere, 'unknown'],
])('where a partner is: %s', (_world, one, place) => {
  expect(placeOf(one, guide)).toBe(place);
});

test.each<[world: string, partners: Partner[], Category, both: boolean]>([
  ['none', [], 'unclear', false],
  ['Germany', [germany], 'europe-americas', false],
  ['Germany twice', [germany, germany], 'europe-americas', false],
  ['Japan', [japan], 'other-countries-regions', false],
  ['both', [germany, japan], 'mixed', true],
  ['both and one not known', [germany, japan, nowhere], 'mixed', true],
  ['Germany and one not known', [germany, nowhere], 'unclear', false],
])('the category of partners in %s', (_world, partners, category, both) => {
  expect(categoryOf({ partners }, guide)).toBe(category);
  expect(inBothCategories({ partners }, guide)).toBe(both);
});

test('a ruling on both categories settles nothing while a place is not known', () => {
  const by = ruledBy({ 'both-categories': 'none' });
  expect(categoryOf({ partners: [germany, japan] }, by)).toBe('mixed');
  expect(categoryOf({ partners: [germany, japan, nowhere] }, by)).toBe('unclear');
});

test.each<
  [category: Category, direction: number | undefined, choice: string | undefined, allowed: boolean | 'unclear']
>([
  ['europe-americas', 1, undefined, true],
  ['europe-americas', 11, undefined, false],
  ['europe-americas', undefined, undefined, 'unclear'],
  ['other-countries-regions', 11, undefined, true],
  ['unclear', 1, undefined, 'unclear'],
  ['mixed', 1, undefined, 'unclear'],
  ['mixed', 1, 'none', false],
  ['mixed', undefined, 'none', 'unclear'],
  ['europe-americas', 1, 'none', true],
  ['mixed', 1, 'direction', true],
  ['mixed', 19, 'direction', true],
  ['mixed', 20, 'direction', false],
  ['europe-americas', 11, 'direction', false],
])('%s and direction %s, with both categories ruled as %s: allowed %s', (category, direction, choice, allowed) => {
  expect(directionAllowed(category, direction, choice ? ruledBy({ 'both-categories': choice }) : guide)).toBe(allowed);
});

describe('dates', () => {
  test('each month has as many days as it has', () => {
    const last = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (const [index, days] of last.entries()) {
      const month = `2023-${String(index + 1).padStart(2, '0')}`;
      expect([`${month}-${days}`, isPartialDate(`${month}-${days}`)]).toEqual([`${month}-${days}`, true]);
      expect([month, isPartialDate(`${month}-${days + 1}`)]).toEqual([month, false]);
      expect([month, isAfter(month, `${month}-${days}`), isBefore(month, `${month}-${days}`)]).toEqual([
        month,
        false,
        undefined,
      ]);
      expect([month, isAfter(month, `${month}-01`), isBefore(month, `${month}-01`)]).toEqual([month, undefined, false]);
    }
    expect(['1600-02-29', '2024-02-29', '1900-02-29', '2023-02-29', '2023-02-00'].map(isPartialDate)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test('are said as far as they are known', () => {
    expect(['2022', '2022-05', '2022-05-01'].map(inChinese)).toEqual(['2022年', '2022年5月', '2022年5月1日']);
    expect(['2022', '2022-05', '2022-05-02'].map(firstDay)).toEqual(['2022-01-01', '2022-05-01', '2022-05-02']);
  });
});

describe('audits', () => {
  const [kind, date] = tooYoungNeeds;

  test('only an enterprise is too young for them, and only where it is sure', () => {
    const young = (founded: unknown, of: string = 'enterprise') =>
      tooYoungForAudits({ [kind]: of, [date]: founded }, guide);
    expect(
      ['2021-12-31', '2022-01-01', '2022', '2021', undefined, 2022, '2022-02-30'].map((day) => young(day)),
    ).toEqual([...[false, true, true, false, false, false, false]]);
    expect(young('2022', 'university')).toBe(false);
    expect(tooYoungNeeds).toEqual(['unit.kind', 'unit.registrationDate']);
  });

  test('are wanted of both years, or as ruled of those since the founding', () => {
    const by = ruledBy({ 'young-company-audit': 'since-founding' });
    expect([undefined, '2023', '2022-12-31', '2021-01-01', '2010'].map((day) => auditYears(day, by))).toEqual([
      ...[[2021, 2022], [], [2022], [2021, 2022], [2021, 2022]],
    ]);
    expect(auditYears('2023', guide)).toEqual([2021, 2022]);
  });
});

test('the pairs of a guide are always the same list', () => {
  expect(pairsOf(guide)).toBe(pairsOf(guide));
  expect(pairsOf(ruledBy({ cyprus: 'europe-americas' }))).toBe(pairsOf(guide));
});

test('a host’s priority is one of base and laboratory', () => {
  expect(preferencesOf({ 'unit.name': '东华理工大学' }, guide)).toEqual([
    { kind: 'base-or-joint-lab', entry: '附3 第4、12个 东华理工大学', list: '附3', nos: ['4', '12'], status: 'listed' },
  ]);
  expect(preferencesOf({}, guide)).toEqual([]);
});
