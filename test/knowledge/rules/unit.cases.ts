/** 附5 三（一）, 三（二）: the applying unit. */
import type { UnitKind } from '../../../knowledge/facts.ts';
import type { Change } from '../../support/readyCase.ts';
import { type Boundaries, type Boundary, mustHold, university } from './boundary.ts';

const registered = (date: string | undefined): Change => ({ ...university, 'unit.registrationDate': date });
const late = 'failed unit.registered-before';
const unsure = 'confirm unit.registered-before';
const company = (date: string | undefined, years: number[] | undefined): Change => ({
  'unit.registrationDate': date,
  'unit.auditedReportYears': years,
});
const audit = 'unit.audit-reports-2y';
const ofKind = (kind: UnitKind): Change => ({ ...university, 'unit.kind': kind });

export const unitCases: Boundaries = {
  'unit.registered-in-jiangxi': [
    ['registered in Jiangxi', { 'unit.registeredInJiangxi': true }, 'met', ''],
    ['registered elsewhere', { 'unit.registeredInJiangxi': false }, 'unmet', 'failed unit.registered-in-jiangxi'],
    [
      'registered elsewhere, and too late as well',
      { ...registered('2022-05-02'), 'unit.registeredInJiangxi': false },
      'unmet',
      'failed unit.registered-in-jiangxi',
    ],
    [
      'moved in from elsewhere, not known',
      { 'unit.registeredInJiangxi': undefined },
      'open',
      'confirm unit.registered-in-jiangxi',
    ],
  ],
  'unit.registered-before': [
    ['registered on 30 April 2022', registered('2022-04-30'), 'met', ''],
    ['registered on 1 May 2022', registered('2022-05-01'), 'to-confirm', unsure],
    ['registered on 2 May 2022', registered('2022-05-02'), 'unmet', late],
    ['registered in April 2022', registered('2022-04'), 'met', ''],
    ['registered in May 2022, day not known', registered('2022-05'), 'open', unsure],
    ['registered in June 2022', registered('2022-06'), 'unmet', late],
    ['registered in 2021', registered('2021'), 'met', ''],
    ['registered in 2022, month not known', registered('2022'), 'open', unsure],
    ['registered in 2023', registered('2023'), 'unmet', late],
    ['registration date not known', registered(undefined), 'open', unsure],
    [
      'registered elsewhere, whenever',
      { ...registered('2023'), 'unit.registeredInJiangxi': false },
      'not-applicable',
      'failed unit.registered-in-jiangxi',
    ],
    [
      'registered early, in Jiangxi or not',
      { ...registered('2010'), 'unit.registeredInJiangxi': undefined },
      'open',
      'confirm unit.registered-in-jiangxi',
    ],
    [
      'registered late, in Jiangxi or not',
      { ...registered('2022-05-02'), 'unit.registeredInJiangxi': undefined },
      'open',
      'confirm unit.registered-before unit.registered-in-jiangxi',
    ],
  ],
  'unit.legal-person': [
    ['a legal person', { 'unit.legalPerson': true }, 'met', ''],
    ['a branch office', { 'unit.legalPerson': false }, 'unmet', 'failed unit.legal-person'],
    ['not known', { 'unit.legalPerson': undefined }, 'open', 'confirm unit.legal-person'],
  ],
  'unit.kind': [
    ['a company', {}, 'met', ''],
    ...(['university', 'research-institute', 'hospital', 'other-public-institution'] as const).map(
      (kind): Boundary => [`a ${kind}`, ofKind(kind), 'met', ''],
    ),
    ...(['management-committee', 'government'] as const).map(
      (kind): Boundary => [`a ${kind}`, ofKind(kind), 'unmet', 'failed unit.kind'],
    ),
    ...(['cooperative', 'social-organisation'] as const).map(
      (kind): Boundary => [`a ${kind}`, ofKind(kind), 'to-confirm', 'confirm unit.kind'],
    ),
    ['kind not known', { ...university, 'unit.kind': undefined }, 'open', 'confirm unit.kind'],
  ],
  [audit]: [
    ['reports of 2021 and 2022', company('2015-03-10', [2021, 2022]), 'met', ''],
    ['reports of three years', company('2015-03-10', [2020, 2021, 2022]), 'met', ''],
    ['only the report of 2022', company('2015-03-10', [2022]), 'unmet', `missing ${audit}`],
    ['2022 not audited yet', company('2015-03-10', [2020, 2021]), 'unmet', `missing ${audit}`],
    ['no report', company('2015-03-10', []), 'unmet', `missing ${audit}`],
    ['reports not known', company('2015-03-10', undefined), 'open', `missing ${audit}`],
    ['founded on the last day of 2021, report of 2022', company('2021-12-31', [2022]), 'unmet', `missing ${audit}`],
    [
      'founded on the first day of 2022, report of 2022',
      company('2022-01-01', [2022]),
      'to-confirm',
      `confirm ${audit}`,
    ],
    ['founded on the second day of 2022, no report', company('2022-01-02', []), 'to-confirm', `confirm ${audit}`],
    ['founded in December 2021', company('2021-12', [2022]), 'unmet', `missing ${audit}`],
    ['founded in January 2022', company('2022-01', [2022]), 'to-confirm', `confirm ${audit}`],
    ['founded in 2021', company('2021', [2022]), 'unmet', `missing ${audit}`],
    [
      'founded in 2022, month not known',
      company('2022', [2022]),
      'to-confirm',
      `confirm ${audit} unit.registered-before`,
    ],
    [
      'founding date not known, one report',
      company(undefined, [2022]),
      'open',
      `confirm unit.registered-before; missing ${audit}`,
    ],
    [
      'founding date not known, both reports',
      company(undefined, [2021, 2022]),
      'met',
      'confirm unit.registered-before',
    ],
    ['a university without reports', university, 'not-applicable', ''],
    ['kind of unit not known', { 'unit.kind': undefined, 'unit.auditedReportYears': [] }, 'open', 'confirm unit.kind'],
  ],
  'unit.audit-3-statements': [
    ...mustHold('unit.audit-3-statements', 'unit.auditedStatementsComplete', 'all three statements in each report'),
    ['a university without statements', university, 'not-applicable', ''],
    [
      'kind of unit not known',
      { 'unit.kind': undefined, 'unit.auditedStatementsComplete': false },
      'open',
      'confirm unit.kind',
    ],
  ],
};
