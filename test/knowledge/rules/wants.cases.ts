/** What an open rule still asks for. */
import type { Partner } from '../../../knowledge/facts.ts';
import { type Change, partner } from '../../support/readyCase.ts';

/** A sentence about the world, what differs from the ready case, and what the rule asks for, in its order. */
type Asked = readonly [world: string, change: Change, wants: readonly string[]];

const partners = (...list: Partner[]): Change => ({ partners: list });
const foreign: Change = { 'lead.origin': 'foreign', 'lead.employedByMainlandUnit': true };
const unit = (place: boolean | undefined, date: string | undefined): Change => ({
  'unit.registeredInJiangxi': place,
  'unit.registrationDate': date,
});
const place = 'unit.registeredInJiangxi';
const date = 'unit.registrationDate';
const nowhere = partner({ country: undefined });
const here = partner({ country: undefined, registeredOverseas: false });
const inFrance = (city: string | undefined): Partner => partner({ country: '法国', city });

export const wants: Readonly<Record<string, readonly Asked[]>> = {
  'partner.exists': [['nobody is named', { partners: undefined }, ['partners']]],
  'agreement.unsigned-not-listed': [
    ['the units are not known', { domesticPartners: undefined }, []],
    [
      'the one unit is not known to have signed',
      { domesticPartners: [{ name: '甲' }] },
      ['domesticPartners[0].signed'],
    ],
    [
      'of three units the second has signed',
      { domesticPartners: [{ name: '甲' }, { name: '乙', signed: true }, { name: '丙' }] },
      ['domesticPartners[0].signed', 'domesticPartners[2].signed'],
    ],
    ['a unit has not signed', { domesticPartners: [{ name: '甲', signed: false }] }, []],
  ],
  'lead.title-or-phd': [
    [
      'nothing is known',
      { 'lead.titleLevel': undefined, 'lead.degree': undefined },
      ['lead.titleLevel', 'lead.degree'],
    ],
    ['the degree is known', { 'lead.titleLevel': undefined, 'lead.degree': 'master' }, ['lead.titleLevel']],
    ['the title is known', { 'lead.titleLevel': 'unclear', 'lead.degree': undefined }, ['lead.degree']],
  ],
  'lead.foreign-employed': [
    ['the origin is not known', { 'lead.origin': undefined }, ['lead.origin']],
    ['from abroad, employment not known', { 'lead.origin': 'foreign' }, ['lead.employedByMainlandUnit']],
  ],
  'lead.employment-proof-full': [
    ['full or part time is not known', foreign, ['lead.employment']],
    [
      'full time, the proof not known',
      { ...foreign, 'lead.employment': 'full-time' },
      ['lead.employmentProofMainland'],
    ],
  ],
  'lead.employment-proof-part': [
    [
      'part time, no proof known',
      { ...foreign, 'lead.employment': 'part-time' },
      ['lead.employmentProofMainland', 'lead.employmentProofOverseas'],
    ],
    [
      'part time, the mainland’s proof there',
      { ...foreign, 'lead.employment': 'part-time', 'lead.employmentProofMainland': true },
      ['lead.employmentProofOverseas'],
    ],
  ],
  'unit.registered-before': [
    ['nothing is known', unit(undefined, undefined), [place, date]],
    ['the date is not known', unit(true, undefined), [date]],
    ['the place is not known, the date is early', unit(undefined, '2010'), [place]],
    ['the place is not known, the date is late', unit(undefined, '2022-06'), [place]],
    ['the year alone does not tell', unit(true, '2022'), [date]],
    ['the last day before does', unit(undefined, '2022-04-30'), [place]],
    ['the day itself leaves nothing to ask', unit(undefined, '2022-05-01'), [place]],
    ['of its month the day is asked', unit(true, '2022-05'), [date]],
    ['of its month the day is asked, and the place', unit(undefined, '2022-05'), [place, date]],
  ],
  'unit.audit-reports-2y': [
    ['the years are not known', { 'unit.auditedReportYears': undefined }, ['unit.auditedReportYears']],
    [
      'neither they nor the founding',
      { [date]: undefined, 'unit.auditedReportYears': undefined },
      ['unit.auditedReportYears'],
    ],
    ['they are, the founding is not', { [date]: undefined, 'unit.auditedReportYears': [2022] }, [date]],
  ],
  'process.single-channel': [
    [
      'nothing is known',
      { 'process.channels': undefined, 'process.duplicate': undefined },
      ['process.channels', 'process.duplicate'],
    ],
    ['one channel', { 'process.channels': 1, 'process.duplicate': undefined }, ['process.duplicate']],
  ],
  'direction.fit': [
    ['nothing is known', { direction: undefined, directionFit: undefined }, ['direction', 'directionFit']],
    ['the direction is known', { directionFit: undefined }, ['directionFit']],
  ],
  'scope.category': [
    ['the partners are not known', { partners: undefined }, []],
    ['the one country is not known', partners(nowhere), ['partners[0].country']],
    ['of two the second is not known', partners(partner(), nowhere), ['partners[1].country']],
    ['a unit of the mainland does not matter', partners(here, nowhere), ['partners[1].country']],
    [
      'not known to be overseas, it matters',
      partners(partner({ country: undefined, registeredOverseas: undefined })),
      ['partners[0].country'],
    ],
    ['all are known', partners(partner(), inFrance('里昂')), []],
  ],
  'scope.hk-macao': [['the partners are not known', { partners: undefined }, ['partners']]],
  'scope.taiwan-gap': [['the partners are not known', { partners: undefined }, ['partners']]],
  'pref.agreement': [
    ['the partners are not known', { partners: undefined }, []],
    ['the country is not known', partners(nowhere), []],
  ],
  'pref.sister-city': [
    ['the partners are not known', { partners: undefined }, []],
    ['the city in a country of the list is not known', partners(inFrance(undefined)), ['partners[0].city']],
    ['the city of the second is not known', partners(partner(), inFrance('')), ['partners[1].city']],
    ['the city is known', partners(inFrance('里昂')), []],
    ['the country has no pair', partners(partner({ country: '巴巴多斯', city: undefined })), []],
    ['the country is not known', partners(partner({ country: undefined, city: undefined })), []],
    [
      'the unit is one of the mainland',
      partners(partner({ country: '法国', city: undefined, registeredOverseas: false })),
      [],
    ],
  ],
  'pref.base-host': [['the name is not known', { 'unit.name': undefined }, ['unit.name']]],
  'pref.joint-lab': [['nothing is known of one', { jointLab: undefined }, ['jointLab']]],
  'partner.3-years': [
    ['the date is not known', partners(partner({ registrationDate: undefined })), ['partners[0].registrationDate']],
    ['the year alone does not tell', partners(partner({ registrationDate: '2020' })), ['partners[0].registrationDate']],
    [
      'only the partner whose date does not tell is asked for',
      partners(partner({ registrationDate: '1928' }), partner({ registrationDate: undefined })),
      ['partners[1].registrationDate'],
    ],
    ['no partners are known', { partners: undefined }, ['partners']],
  ],
  'unit.matching-funds': [
    ['the kind of unit is not known', { 'unit.kind': undefined, 'unit.ownFunds': undefined }, ['unit.kind']],
    [
      'no amount is known',
      { 'unit.ownFunds': undefined, 'funding.applied': undefined },
      ['funding.applied', 'unit.ownFunds'],
    ],
    ['what is applied for is known', { 'unit.ownFunds': undefined }, ['unit.ownFunds']],
  ],
  'app.indicators': [
    ['nothing is known', { 'app.indicatorsStated': undefined }, ['app.indicatorsStated']],
    ['one of three is known', { 'app.indicatorsStated': { economic: true } }, ['app.indicatorsStated']],
  ],
  'lead.age': [
    ['the year alone does not tell', { 'lead.birthDate': '1965' }, ['lead.birthDate']],
    ['nothing is known', { 'lead.birthDate': undefined }, ['lead.birthDate']],
  ],
  'us.reported': [
    [
      'a partner in the United States',
      { ...partners(partner({ country: '美国' })), 'us.reported': undefined },
      ['us.reported'],
    ],
    ['of two the country of one is not known', partners(partner(), nowhere), ['partners[1].country']],
  ],
  'domestic.agreement': [['the domestic units are not known', { domesticPartners: undefined }, ['domesticPartners']]],
};
