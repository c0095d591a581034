/** 一 第2段, 二 第3段, 三（一）, 三（二）: money, duration and what the application says. */
import { indicatorKinds, narrativePoints } from '../../../knowledge/facts.ts';
import { all, type Change } from '../../support/readyCase.ts';
import { type Boundaries, type Boundary, mustHold, university } from './boundary.ts';

const applied = (yuan: number | undefined): Change => ({ 'funding.applied': yuan, 'unit.ownFunds': 2_000_000 });
const months = (count: number | undefined): Change => ({ 'project.months': count });
const ownFunds = (yuan: number | undefined): Change => ({ 'funding.applied': 1_000_000, 'unit.ownFunds': yuan });
const short = 'missing unit.matching-funds';

/** A list of which every item must be written. */
function mustBeWritten(
  id: string,
  fact: 'app.indicatorsStated' | 'app.narrativeDone',
  items: readonly string[],
): Boundary[] {
  const missing = `missing ${id}`;
  return [
    ['all of it written', { [fact]: all(items) }, 'met', ''],
    ['all of it written, said in one word', { [fact]: { rest: true } }, 'met', ''],
    ['not all of it written, said in one word', { [fact]: { rest: false } }, 'unmet', missing],
    ['nothing known', { [fact]: undefined }, 'open', missing],
    ...items.flatMap((item): Boundary[] => {
      const others = items.filter((each) => each !== item);
      return [
        [`only ${item} not written`, { [fact]: { ...all(items), [item]: false } }, 'unmet', missing],
        [`only ${item} not known`, { [fact]: all(others) }, 'open', missing],
        [`${item} not written, the rest not known`, { [fact]: { [item]: false } }, 'unmet', missing],
        [`${item} not written, the rest is`, { [fact]: { [item]: false, rest: true } }, 'unmet', missing],
      ];
    }),
  ];
}

export const projectCases: Boundaries = {
  'funding.range': [
    ['790,000 yuan applied for', applied(790_000), 'unmet', 'missing funding.range'],
    ['one yuan less than 800,000', applied(799_999), 'unmet', 'missing funding.range'],
    ['800,000 yuan', applied(800_000), 'met', ''],
    ['one yuan more than 800,000', applied(800_001), 'met', ''],
    ['one yuan less than 1,200,000', applied(1_199_999), 'met', ''],
    ['1,200,000 yuan', applied(1_200_000), 'met', ''],
    ['one yuan more than 1,200,000', applied(1_200_001), 'unmet', 'missing funding.range'],
    ['nothing applied for', applied(0), 'unmet', 'missing funding.range'],
    [
      'a university that has not settled the amount',
      { ...university, 'funding.applied': undefined },
      'open',
      'missing funding.range',
    ],
    [
      'a company that has not settled the amount',
      applied(undefined),
      'open',
      'missing funding.range unit.matching-funds',
    ],
  ],
  'project.duration': [
    ['two years', months(24), 'unmet', 'missing project.duration'],
    ['a month less than three years', months(35), 'unmet', 'missing project.duration'],
    ['three years', months(36), 'met', ''],
    ['a month more than three years', months(37), 'unmet', 'missing project.duration'],
    ['not settled', months(undefined), 'open', 'missing project.duration'],
  ],
  'unit.matching-funds': [
    ['own funds one yuan short of the amount applied for', ownFunds(999_999), 'unmet', short],
    ['own funds of exactly the amount applied for', ownFunds(1_000_000), 'met', ''],
    ['own funds one yuan above it', ownFunds(1_000_001), 'met', ''],
    ['no own funds', ownFunds(0), 'unmet', short],
    ['own funds not known', ownFunds(undefined), 'open', short],
    [
      'the amount applied for not known',
      { 'funding.applied': undefined },
      'open',
      'missing funding.range unit.matching-funds',
    ],
    ['a university without own funds', university, 'not-applicable', ''],
    ['a hospital without own funds', { ...university, 'unit.kind': 'hospital' }, 'not-applicable', ''],
    ['a cooperative', { 'unit.kind': 'cooperative', 'unit.ownFunds': 0 }, 'not-applicable', 'confirm unit.kind'],
    ['a unit whose kind is not known', { 'unit.kind': undefined, 'unit.ownFunds': 0 }, 'open', 'confirm unit.kind'],
  ],
  'app.indicators': mustBeWritten('app.indicators', 'app.indicatorsStated', indicatorKinds),
  'app.narrative': mustBeWritten('app.narrative', 'app.narrativeDone', narrativePoints),
  'app.format-complete': mustHold(
    'app.format-complete',
    'app.formatComplete',
    'the application is filled in as prescribed',
  ),
  'team.member-each-party': mustHold(
    'team.member-each-party',
    'team.membersFromEveryParty',
    'each party has somebody in the team',
  ),
  'process.recommendation-letter': mustHold(
    'process.recommendation-letter',
    'process.recommendationLetter',
    'there is a letter of recommendation',
  ),
  'process.single-channel': [
    [
      'one recommending unit, not applied for elsewhere',
      { 'process.channels': 1, 'process.duplicate': false },
      'met',
      '',
    ],
    ['two recommending units', { 'process.channels': 2 }, 'unmet', 'missing process.single-channel'],
    [
      'two recommending units, elsewhere not known',
      { 'process.channels': 2, 'process.duplicate': undefined },
      'unmet',
      'missing process.single-channel',
    ],
    ['no recommending unit', { 'process.channels': 0 }, 'unmet', 'missing process.single-channel'],
    [
      'the same content applied for elsewhere',
      { 'process.duplicate': true },
      'unmet',
      'missing process.single-channel',
    ],
    [
      'elsewhere, the units not known',
      { 'process.channels': undefined, 'process.duplicate': true },
      'unmet',
      'missing process.single-channel',
    ],
    ['recommending units not known', { 'process.channels': undefined }, 'open', 'missing process.single-channel'],
    [
      'not known whether it was applied for elsewhere',
      { 'process.duplicate': undefined },
      'open',
      'missing process.single-channel',
    ],
  ],
};
