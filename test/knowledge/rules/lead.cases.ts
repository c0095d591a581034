/** 附5 二: the lead. */
import type { Origin } from '../../../knowledge/facts.ts';
import type { Change } from '../../support/readyCase.ts';
import { type Boundaries, type Boundary, mustNotHold } from './boundary.ts';

const born = (date: string | undefined): Change => ({ 'lead.birthDate': date });
type Title = 'senior' | 'not-senior' | 'unclear' | undefined;
const has = (titleLevel: Title, degree: Change['lead.degree']): Change => ({
  'lead.titleLevel': titleLevel,
  'lead.degree': degree,
});
const employed: Change = { 'lead.origin': 'foreign', 'lead.employedByMainlandUnit': true };
const fullTime = (proof: boolean | undefined): Change => ({
  ...employed,
  'lead.employment': 'full-time',
  'lead.employmentProofMainland': proof,
});
const partTime = (here: boolean | undefined, there: boolean | undefined): Change => ({
  ...employed,
  'lead.employment': 'part-time',
  'lead.employmentProofMainland': here,
  'lead.employmentProofOverseas': there,
});
const notEmployed: Change = { 'lead.origin': 'foreign', 'lead.employedByMainlandUnit': false };
const full = 'missing lead.employment-proof-full';
const part = 'missing lead.employment-proof-part';

function fromAbroad(origin: Origin): Boundary[] {
  const proven: Change = {
    'lead.origin': origin,
    'lead.employment': 'full-time',
    'lead.employmentProofMainland': true,
  };
  return [
    [`a lead from ${origin}, employed in the mainland`, { ...proven, 'lead.employedByMainlandUnit': true }, 'met', ''],
    [
      `a lead from ${origin}, not employed there`,
      { ...proven, 'lead.employedByMainlandUnit': false },
      'unmet',
      'failed lead.foreign-employed',
    ],
    [
      `a lead from ${origin}, employment not known`,
      { ...proven, 'lead.employedByMainlandUnit': undefined },
      'open',
      'confirm lead.foreign-employed',
    ],
  ];
}

export const leadCases: Boundaries = {
  'lead.age': [
    ['born on 31 May 1965', born('1965-05-31'), 'unmet', 'failed lead.age'],
    ['born on 1 June 1965', born('1965-06-01'), 'met', ''],
    ['born on 2 June 1965', born('1965-06-02'), 'met', ''],
    ['born in May 1965, whichever day', born('1965-05'), 'unmet', 'failed lead.age'],
    ['born in June 1965, whichever day', born('1965-06'), 'met', ''],
    ['born in 1964', born('1964'), 'unmet', 'failed lead.age'],
    ['born in 1965, month not known', born('1965'), 'open', 'confirm lead.age'],
    ['born in 1966', born('1966'), 'met', ''],
    ['born on the last day of 1964', born('1964-12-31'), 'unmet', 'failed lead.age'],
    ['born on the first day of 1966', born('1966-01-01'), 'met', ''],
    ['birth date not known', born(undefined), 'open', 'confirm lead.age'],
    ['born too early and from abroad', { ...fullTime(true), ...born('1965-05-31') }, 'unmet', 'failed lead.age'],
  ],
  'lead.title-or-phd': [
    ['a senior title and a master’s degree', has('senior', 'master'), 'met', ''],
    ['a senior title, degree not known', has('senior', undefined), 'met', ''],
    ['no senior title, with a doctorate', has('not-senior', 'phd'), 'met', ''],
    ['title not known, with a doctorate', has(undefined, 'phd'), 'met', ''],
    ['a title in doubt, with a doctorate', has('unclear', 'phd'), 'met', ''],
    [
      'no senior title and still studying for the doctorate',
      has('not-senior', 'phd-in-progress'),
      'unmet',
      'failed lead.title-or-phd',
    ],
    ['no senior title and a master’s degree', has('not-senior', 'master'), 'unmet', 'failed lead.title-or-phd'],
    ['no senior title and a bachelor’s degree', has('not-senior', 'bachelor'), 'unmet', 'failed lead.title-or-phd'],
    ['no senior title and no doctorate', has('not-senior', 'no-phd'), 'unmet', 'failed lead.title-or-phd'],
    ['a title in doubt and a master’s degree', has('unclear', 'master'), 'to-confirm', 'confirm lead.title-or-phd'],
    ['a title in doubt, degree not known', has('unclear', undefined), 'open', 'confirm lead.title-or-phd'],
    ['no senior title, degree not known', has('not-senior', undefined), 'open', 'confirm lead.title-or-phd'],
    ['title not known and a master’s degree', has(undefined, 'master'), 'open', 'confirm lead.title-or-phd'],
    ['nothing known of title and degree', has(undefined, undefined), 'open', 'confirm lead.title-or-phd'],
  ],
  'lead.foreign-employed': [
    ['a lead from the mainland', { 'lead.origin': 'mainland' }, 'not-applicable', ''],
    ...(['foreign', 'hk', 'macao', 'taiwan'] as const).flatMap(fromAbroad),
    ['origin not known', { 'lead.origin': undefined }, 'open', 'confirm lead.foreign-employed'],
    [
      'origin not known, employed in the mainland',
      { ...employed, 'lead.origin': undefined },
      'open',
      'confirm lead.foreign-employed',
    ],
  ],
  'lead.employment-proof-full': [
    ['a lead from the mainland', {}, 'not-applicable', ''],
    ['full time, with the proof', fullTime(true), 'met', ''],
    ['full time, without the proof', fullTime(false), 'unmet', full],
    ['full time, proof not known', fullTime(undefined), 'open', full],
    ['part time with both proofs', partTime(true, true), 'not-applicable', ''],
    ['full or part time not known', employed, 'open', full],
    [
      'full or part time not known, all proofs there',
      { ...partTime(true, true), 'lead.employment': undefined },
      'open',
      full,
    ],
    ['not employed in the mainland', notEmployed, 'not-applicable', 'failed lead.foreign-employed'],
    ['employment in the mainland not known', { 'lead.origin': 'hk' }, 'open', 'confirm lead.foreign-employed'],
  ],
  'lead.employment-proof-part': [
    ['a lead from the mainland', {}, 'not-applicable', ''],
    ['part time, with both proofs', partTime(true, true), 'met', ''],
    ['part time, only the mainland proof', partTime(true, false), 'unmet', part],
    ['part time, only the overseas proof', partTime(false, true), 'unmet', part],
    ['part time, no proof', partTime(false, false), 'unmet', part],
    ['part time, the overseas proof not known', partTime(true, undefined), 'open', part],
    ['part time, one proof missing, the other not known', partTime(undefined, false), 'unmet', part],
    ['part time, nothing known of the proofs', partTime(undefined, undefined), 'open', part],
    ['full time with the proof', fullTime(true), 'not-applicable', ''],
    ['full or part time not known', employed, 'open', full],
    ['not employed in the mainland', notEmployed, 'not-applicable', 'failed lead.foreign-employed'],
  ],
  'lead.integrity': mustNotHold(
    'lead.integrity',
    'lead.researchMisconductInForce',
    'a sanction for misconduct in force',
  ),
  'lead.blacklist': mustNotHold('lead.blacklist', 'lead.creditBlacklist', 'on a credit blacklist'),
  'lead.not-civil-servant': mustNotHold('lead.not-civil-servant', 'lead.civilServant', 'a civil servant'),
  'lead.not-programme-manager': mustNotHold(
    'lead.not-programme-manager',
    'lead.managesProgrammes',
    'manages programmes',
  ),
};
