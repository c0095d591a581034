/** Cases on which the guide is silent, by open point, with what each ruling makes of them. */
import type { Verdict } from '../../knowledge/findings.ts';
import { type Change, partner } from '../support/readyCase.ts';

export type Ending = [verdict: Verdict, ids?: readonly string[]];
type Row = [world: string, change: Change, without: Ending, byChoice: Readonly<Record<string, Ending>>];

const day = 'unit.registered-before';
const years = 'partner.3-years';
export const audits = 'unit.audit-reports-2y';
export const statements = 'unit.audit-3-statements';
export const founded = (date: string): Change => ({ 'unit.registrationDate': date });
const abroad = (date: string): Change => ({ partners: [partner({ registrationDate: date })] });
export const at = (country: string, direction: number): Change => ({
  direction,
  partners: [partner({ country, city: '' })],
});
export const both = (direction: number): Change => ({
  direction,
  partners: [partner(), partner({ country: '日本', city: '东京' })],
});
export const withThird = (third: Parameters<typeof partner>[0]): Change => ({
  direction: 3,
  partners: [partner(), partner({ country: '日本', city: '东京' }), partner(third)],
});
export const young = (reports: number[] | undefined): Change => ({
  ...founded('2022-03-01'),
  'unit.auditedReportYears': reports,
});
const organisation = (direction: number): Change => ({
  direction,
  partners: [partner({ kind: 'international-organisation' })],
});

/** By open point: the day before, the day, the day after, and what each choice makes of it. */
export const table: Readonly<Record<string, readonly Row[]>> = {
  'registered-on-the-day': [
    ['the day before', founded('2022-04-30'), ['ready'], { counts: ['ready'], 'does-not-count': ['ready'] }],
    [
      'the day',
      founded('2022-05-01'),
      ['needs-confirmation', [day]],
      { counts: ['ready'], 'does-not-count': ['not-eligible', [day]] },
    ],
    [
      'the day after',
      founded('2022-05-02'),
      ['not-eligible', [day]],
      { counts: ['not-eligible', [day]], 'does-not-count': ['not-eligible', [day]] },
    ],
    [
      'only the month is known',
      founded('2022-05'),
      ['needs-confirmation', [day]],
      { counts: ['needs-confirmation', [day]], 'does-not-count': ['not-eligible', [day]] },
    ],
  ],
  'partner-three-years': [
    [
      'surely long enough',
      abroad('2020-04-30'),
      ['ready'],
      { 'may-2023': ['ready'], 'june-2023': ['ready'], 'end-of-2023': ['ready'] },
    ],
    [
      '1 May 2020',
      abroad('2020-05-01'),
      ['needs-confirmation', [years]],
      { 'may-2023': ['ready'], 'june-2023': ['ready'], 'end-of-2023': ['ready'] },
    ],
    [
      '2 May 2020',
      abroad('2020-05-02'),
      ['needs-confirmation', [years]],
      { 'may-2023': ['not-eligible', [years]], 'june-2023': ['ready'], 'end-of-2023': ['ready'] },
    ],
    [
      '1 June 2020',
      abroad('2020-06-01'),
      ['needs-confirmation', [years]],
      { 'may-2023': ['not-eligible', [years]], 'june-2023': ['ready'], 'end-of-2023': ['ready'] },
    ],
    [
      '2 June 2020',
      abroad('2020-06-02'),
      ['needs-confirmation', [years]],
      { 'may-2023': ['not-eligible', [years]], 'june-2023': ['not-eligible', [years]], 'end-of-2023': ['ready'] },
    ],
    [
      'the last day of 2020',
      abroad('2020-12-31'),
      ['needs-confirmation', [years]],
      { 'may-2023': ['not-eligible', [years]], 'june-2023': ['not-eligible', [years]], 'end-of-2023': ['ready'] },
    ],
    [
      'the first day of 2021',
      abroad('2021-01-01'),
      ['not-eligible', [years]],
      {
        'may-2023': ['not-eligible', [years]],
        'june-2023': ['not-eligible', [years]],
        'end-of-2023': ['not-eligible', [years]],
      },
    ],
  ],
  'taiwan-partner': [
    [
      'with a direction for other countries and regions',
      at('台湾', 19),
      ['needs-confirmation', ['scope.taiwan-gap']],
      { 'other-countries-regions': ['ready'], 'not-allowed': ['not-eligible', ['scope.taiwan-gap']] },
    ],
    [
      'with a direction for Europe and the Americas',
      at('台湾', 3),
      ['needs-confirmation', ['scope.taiwan-gap']],
      {
        'other-countries-regions': ['not-eligible', ['scope.category']],
        'not-allowed': ['not-eligible', ['scope.taiwan-gap']],
      },
    ],
    ['another place', at('日本', 19), ['ready'], { 'other-countries-regions': ['ready'], 'not-allowed': ['ready'] }],
  ],
  'young-company-audit': [
    [
      'no report',
      young([]),
      ['needs-confirmation', [audits]],
      { 'since-founding': ['fixable', [audits]], waived: ['ready'], 'both-years': ['not-eligible', [audits]] },
    ],
    [
      'the report of 2022, without its three statements',
      { ...young([2022]), 'unit.auditedStatementsComplete': false },
      ['needs-confirmation', [audits, statements]],
      {
        'since-founding': ['fixable', [statements]],
        waived: ['ready'],
        'both-years': ['not-eligible', [audits, statements]],
      },
    ],
    [
      'the report of 2022',
      young([2022]),
      ['needs-confirmation', [audits]],
      { 'since-founding': ['ready'], waived: ['ready'], 'both-years': ['not-eligible', [audits]] },
    ],
    [
      'both reports',
      young([2021, 2022]),
      ['ready'],
      { 'since-founding': ['ready'], waived: ['ready'], 'both-years': ['ready'] },
    ],
    [
      'founded on the last day of 2021',
      { ...young([2022]), ...founded('2021-12-31') },
      ['fixable', [audits]],
      { 'since-founding': ['fixable', [audits]], waived: ['fixable', [audits]], 'both-years': ['fixable', [audits]] },
    ],
  ],
  'both-categories': [
    [
      'a direction of the first partner',
      both(3),
      ['needs-confirmation', ['scope.category']],
      { direction: ['ready'], none: ['not-eligible', ['scope.category']] },
    ],
    [
      'a direction of the second partner',
      both(19),
      ['needs-confirmation', ['scope.category']],
      {
        direction: ['ready'],
        none: ['not-eligible', ['scope.category']],
      },
    ],
    [
      'and one more whose place is not known',
      withThird({ country: undefined, city: undefined }),
      ['needs-confirmation', ['scope.category']],
      {
        direction: ['needs-confirmation', ['scope.category']],
        none: ['needs-confirmation', ['scope.category']],
      },
    ],
    [
      'and one more in a country of which the guide does not say the category',
      withThird({ country: '塞浦路斯', city: '' }),
      ['needs-confirmation', ['scope.category']],
      {
        direction: ['needs-confirmation', ['scope.category']],
        none: ['needs-confirmation', ['scope.category']],
      },
    ],
    ['partners of one category', at('日本', 19), ['ready'], { direction: ['ready'], none: ['ready'] }],
  ],
  cyprus: [
    [
      'direction 3',
      at('塞浦路斯', 3),
      ['needs-confirmation', ['scope.category']],
      { 'europe-americas': ['ready'], 'other-countries-regions': ['not-eligible', ['scope.category']] },
    ],
    [
      'direction 19',
      at('塞浦路斯', 19),
      ['needs-confirmation', ['scope.category']],
      { 'europe-americas': ['not-eligible', ['scope.category']], 'other-countries-regions': ['ready'] },
    ],
  ],
  'international-organisation': [
    [
      'in Germany, a direction for Europe',
      organisation(3),
      ['needs-confirmation', ['scope.category', 'partner.kind']],
      { 'by-country': ['ready'], 'not-allowed': ['not-eligible', ['partner.kind']] },
    ],
    [
      'in Germany, a direction for other countries',
      organisation(19),
      ['needs-confirmation', ['scope.category', 'partner.kind']],
      {
        'by-country': ['not-eligible', ['scope.category']],
        'not-allowed': ['not-eligible', ['partner.kind']],
      },
    ],
  ],
};
