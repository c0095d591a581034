import { describe, expect, test } from 'vitest';
import { overlaid } from '../../../knowledge/overlay.ts';
import type { Outcome } from '../../../knowledge/rule.ts';
import { ruled } from '../../support/published.ts';
import { type Change, changed, guide, partner } from '../../support/readyCase.ts';

const inCountry = (country: string) => partner({ country, city: undefined });
const germany = inCountry('德国');
const japan = inCountry('日本');
const hongKong = inCountry('香港');
const macao = inCountry('澳门');
const taiwan = inCountry('台湾');
const nowhere = partner({ country: undefined, city: undefined });
const organisation = (country: string) => partner({ country, city: undefined, kind: 'international-organisation' });
const of = (...partners: Change['partners'] & object): Change => ({ partners });

type Row = readonly [world: string, change: Change, Outcome];
type Choices = Readonly<Record<string, string>>;

function comesTo(id: string, rows: readonly Row[], choices?: Choices): void {
  const by = choices ? overlaid(guide, ruled(guide, choices)) : guide;
  describe(choices ? `${id}, as ruled: ${JSON.stringify(choices)}` : id, () => {
    test.each(rows)('%s', (_world, change, expected) => {
      const rule = by.rules.find(({ row }) => row.id === id)?.rule;
      expect(rule?.decide(changed(change), by)).toBe(expected);
    });
  });
}

comesTo('scope.hk-macao', [
  ['the partners are not known', { partners: undefined }, 'covered'],
  ['there is none', of(), 'not-applicable'],
  ['one of whom the place is not known', of(nowhere), 'covered'],
  ['two of whom the places are not known', of(nowhere, nowhere), 'covered'],
  ['Hong Kong and one of whom it is not known', of(hongKong, nowhere), 'covered'],
  ['Germany and one of whom it is not known', of(germany, nowhere), 'not-applicable'],
  ['Hong Kong, Germany and one of whom it is not known', of(hongKong, germany, nowhere), 'not-applicable'],
  ['Hong Kong and Germany', of(hongKong, germany), 'not-applicable'],
  ['Germany', of(germany), 'not-applicable'],
  ['Macao and Hong Kong, in a direction of the other countries', { ...of(macao, hongKong), direction: 11 }, 'met'],
  ['Macao, in a direction of Europe and the Americas', { ...of(macao), direction: 10 }, 'unmet'],
  ['Hong Kong, direction not known', { ...of(hongKong), direction: undefined }, 'covered'],
  ['an international organisation in Hong Kong', of(organisation('香港')), 'not-applicable'],
]);

comesTo('scope.taiwan-gap', [
  ['the partners are not known', { partners: undefined }, 'covered'],
  ['there is none', of(), 'not-applicable'],
  ['one of whom the place is not known', of(nowhere), 'covered'],
  ['Germany and one of whom it is not known', of(germany, nowhere), 'covered'],
  ['Taiwan and one of whom it is not known', of(taiwan, nowhere), 'to-confirm'],
  ['Taiwan and Germany', of(taiwan, germany), 'to-confirm'],
  ['Germany', of(germany), 'not-applicable'],
]);

comesTo('scope.category', [
  ['the partners are not known', { partners: undefined }, 'covered'],
  ['there is none', of(), 'not-applicable'],
  ['only Hong Kong and Macao', of(hongKong, macao), 'not-applicable'],
  ['an international organisation in Hong Kong', of(organisation('香港')), 'to-confirm'],
  ['an international organisation in Germany', of(organisation('德国')), 'to-confirm'],
  ['Germany and Japan', of(germany, japan), 'to-confirm'],
  ['Germany, Japan and one of whom it is not known', of(germany, japan, nowhere), 'open'],
  ['Germany and one of whom it is not known', of(germany, nowhere), 'open'],
  ['an organisation and one of whom it is not known', of(organisation('德国'), nowhere), 'open'],
  ['Taiwan and one of whom it is not known', of(taiwan, nowhere), 'covered'],
  ['Taiwan and Germany', of(taiwan, germany), 'covered'],
  ['Germany', of(germany), 'met'],
  ['Germany, in a direction of the other countries', { ...of(germany), direction: 11 }, 'unmet'],
  ['Germany, direction not known', { ...of(germany), direction: undefined }, 'covered'],
  ['Japan, in a direction of the other countries', { ...of(japan), direction: 11 }, 'met'],
]);

comesTo(
  'scope.category',
  [
    ['an international organisation', of(organisation('德国')), 'covered'],
    ['one beside a unit in Germany', of(germany, organisation('德国')), 'covered'],
    ['a unit in Germany', of(germany), 'met'],
    ['units in Germany and Japan', of(germany, japan), 'to-confirm'],
  ],
  { 'international-organisation': 'not-allowed' },
);
comesTo(
  'scope.category',
  [
    ['units in Germany and Japan', of(germany, japan), 'unmet'],
    ['a unit in Germany', of(germany), 'met'],
    ['Germany, Japan and one of whom it is not known', of(germany, japan, nowhere), 'open'],
  ],
  { 'both-categories': 'none' },
);
comesTo(
  'scope.category',
  [
    ['units in Germany and Japan', of(germany, japan), 'met'],
    ['units in Germany and Japan, direction not known', { ...of(germany, japan), direction: undefined }, 'covered'],
  ],
  { 'both-categories': 'direction' },
);

const unit = (place: boolean | undefined, date: string | undefined): Change => ({
  'unit.registeredInJiangxi': place,
  'unit.registrationDate': date,
});
comesTo('unit.registered-before', [
  ['elsewhere, on the day', unit(false, '2022-05-01'), 'not-applicable'],
  ['place not known, the day before', unit(undefined, '2022-04-30'), 'covered'],
  ['place not known, on the day', unit(undefined, '2022-05-01'), 'open'],
  ['place not known, the day after', unit(undefined, '2022-05-02'), 'open'],
  ['nothing known', unit(undefined, undefined), 'open'],
  ['here, in that month', unit(true, '2022-05'), 'open'],
  ['here, in the month after', unit(true, '2022-06'), 'unmet'],
]);
comesTo(
  'unit.registered-before',
  [
    ['here, on the day', unit(true, '2022-05-01'), 'met'],
    ['here, the day after', unit(true, '2022-05-02'), 'unmet'],
    ['here, in that month', unit(true, '2022-05'), 'open'],
    ['place not known, on the day', unit(undefined, '2022-05-01'), 'covered'],
    ['place not known, the day after', unit(undefined, '2022-05-02'), 'open'],
  ],
  { 'registered-on-the-day': 'counts' },
);
comesTo(
  'unit.registered-before',
  [
    ['here, on the day', unit(true, '2022-05-01'), 'unmet'],
    ['here, the day before', unit(true, '2022-04-30'), 'met'],
    ['here, in that month', unit(true, '2022-05'), 'unmet'],
    ['place not known, on the day', unit(undefined, '2022-05-01'), 'open'],
  ],
  { 'registered-on-the-day': 'does-not-count' },
);

test.each<[choice: string | undefined, date: string, wants: string[]]>([
  [undefined, '2022-05', ['unit.registrationDate']],
  [undefined, '2022-05-01', []],
  ['counts', '2022-05', ['unit.registrationDate']],
  ['does-not-count', '2022-05', []],
  ['does-not-count', '2022', ['unit.registrationDate']],
])('with the day ruled as %s, a unit founded in %s is asked for %j', (choice, date, wants) => {
  const by = choice ? overlaid(guide, ruled(guide, { 'registered-on-the-day': choice })) : guide;
  const rule = by.rules.find(({ row }) => row.id === 'unit.registered-before')?.rule;
  expect(rule?.wants(changed(unit(true, date)), by)).toEqual(wants);
});

const audits = (founded: string | undefined, years: number[] | undefined): Change => ({
  'unit.registrationDate': founded,
  'unit.auditedReportYears': years,
});
comesTo('unit.audit-reports-2y', [
  ['both reports, founding not known', audits(undefined, [2021, 2022]), 'met'],
  ['founded on the last day of 2021, one report', audits('2021-12-31', [2022]), 'unmet'],
  ['founded on the first day of 2022, one report', audits('2022-01-01', [2022]), 'to-confirm'],
  ['founded in 2023, nothing known of reports', audits('2023-01-05', undefined), 'to-confirm'],
  ['founding not known, one report', audits(undefined, [2022]), 'open'],
  ['founded in 2010, nothing known of reports', audits('2010', undefined), 'open'],
  ['a kind not known', { ...audits('2010', []), 'unit.kind': undefined }, 'covered'],
  ['a university', { ...audits('2010', []), 'unit.kind': 'university' }, 'not-applicable'],
]);
comesTo(
  'unit.audit-reports-2y',
  [
    ['founded in 2023, nothing known of reports', audits('2023-01-05', undefined), 'met'],
    ['founded in 2022, that year’s report', audits('2022-03-01', [2022]), 'met'],
    ['founded in 2022, none', audits('2022-03-01', []), 'unmet'],
    ['founded in 2022, nothing known of reports', audits('2022-03-01', undefined), 'open'],
    ['founded in 2021, that year’s report alone', audits('2021-03-01', [2021]), 'unmet'],
    ['founding not known, one report', audits(undefined, [2022]), 'open'],
  ],
  { 'young-company-audit': 'since-founding' },
);
