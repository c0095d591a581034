/** 三（三）, 附5 三（三）, 附5 四（四）: the overseas partners. */
import type { Partner, PartnerKind } from '../../../knowledge/facts.ts';
import { type Change, partner } from '../../support/readyCase.ts';
import { type Boundaries, type Boundary, mustHold } from './boundary.ts';

const registered = (registrationDate: string | undefined): Change => ({ partners: [partner({ registrationDate })] });
const ofKind = (kind: PartnerKind | undefined): Change => ({ partners: [partner({ kind })] });
const young = 'failed partner.3-years';
const unsure = 'confirm partner.3-years';

/** A flag of each partner: one that lacks it fails all, else one not known leaves it open. */
function eachMust(
  id: string,
  field: 'registeredOverseas' | 'legalPerson' | 'longTermBasis',
  set: 'bar' | 'remedy',
): Boundary[] {
  const [unmet, open] = set === 'bar' ? [`failed ${id}`, `confirm ${id}`] : [`missing ${id}`, `missing ${id}`];
  const list = (...flags: (boolean | undefined)[]): Change => ({
    partners: flags.map((flag): Partner => partner({ [field]: flag })),
  });
  return [
    ['one partner: yes', list(true), 'met', ''],
    ['one partner: no', list(false), 'unmet', unmet],
    ['one partner: not known', list(undefined), 'open', open],
    ['two partners: both', list(true, true), 'met', ''],
    ['two partners: the second not', list(true, false), 'unmet', unmet],
    ['two partners: the second not known', list(true, undefined), 'open', open],
    ['three partners: one not known, one not', list(undefined, true, false), 'unmet', unmet],
    ['no partner', { partners: [] }, 'not-applicable', 'failed partner.exists'],
    ['partners not known', { partners: undefined }, 'open', 'confirm partner.exists'],
  ];
}

const inUs = partner({ name: '肯塔基大学', country: '美国', city: '列克星敦' });
const us = (reported: boolean | undefined, consent: boolean | undefined): Change => ({
  partners: [inUs],
  'us.reported': reported,
  'us.consent': consent,
});
const outside: Boundary[] = [
  ['no partner in the United States', { 'us.reported': false, 'us.consent': false }, 'not-applicable', ''],
  [
    'the country of the partner not known',
    { partners: [partner({ country: undefined })] },
    'open',
    'confirm scope.category',
  ],
  [
    'one of two partners in the United States, nothing known',
    { partners: [partner(), inUs] },
    'open',
    'missing us.consent us.reported',
  ],
];

export const partnerCases: Boundaries = {
  'partner.exists': [
    ['no partner', { partners: [] }, 'unmet', 'failed partner.exists'],
    ['one partner', { partners: [partner()] }, 'met', ''],
    ['three partners', { partners: [partner(), partner({ name: '乙' }), partner({ name: '丙' })] }, 'met', ''],
    ['partners not known', { partners: undefined }, 'open', 'confirm partner.exists'],
    [
      'only one that is registered in the mainland',
      { partners: [partner({ registeredOverseas: false })] },
      'met',
      'failed partner.overseas-registered',
    ],
  ],
  'partner.first-unit-overseas': [
    ['the overseas unit comes first', { firstParticipant: 'overseas' }, 'met', ''],
    ['a domestic unit comes first', { firstParticipant: 'domestic' }, 'unmet', 'missing partner.first-unit-overseas'],
    ['not known who comes first', { firstParticipant: undefined }, 'open', 'missing partner.first-unit-overseas'],
  ],
  'partner.overseas-registered': eachMust('partner.overseas-registered', 'registeredOverseas', 'bar'),
  'partner.3-years': [
    ['registered on 30 April 2020', registered('2020-04-30'), 'met', ''],
    ['registered on 1 May 2020', registered('2020-05-01'), 'to-confirm', unsure],
    ['registered on 2 May 2020', registered('2020-05-02'), 'to-confirm', unsure],
    ['registered on 30 December 2020', registered('2020-12-30'), 'to-confirm', unsure],
    ['registered on 31 December 2020', registered('2020-12-31'), 'to-confirm', unsure],
    ['registered on 1 January 2021', registered('2021-01-01'), 'unmet', young],
    ['registered in April 2020', registered('2020-04'), 'met', ''],
    ['registered in May 2020', registered('2020-05'), 'to-confirm', unsure],
    ['registered in December 2020', registered('2020-12'), 'to-confirm', unsure],
    ['registered in January 2021', registered('2021-01'), 'unmet', young],
    ['registered in 2019', registered('2019'), 'met', ''],
    ['registered in 2020, month not known', registered('2020'), 'open', unsure],
    ['registered in 2021', registered('2021'), 'unmet', young],
    ['registration date not known', registered(undefined), 'open', unsure],
    ['one old and one young partner', { partners: [partner(), partner({ registrationDate: '2022' })] }, 'unmet', young],
    [
      'one to be confirmed and one too young',
      { partners: [partner({ registrationDate: '2020-07' }), partner({ registrationDate: '2021' })] },
      'unmet',
      young,
    ],
    [
      'one old, one to be confirmed',
      { partners: [partner(), partner({ registrationDate: '2020-07' })] },
      'to-confirm',
      unsure,
    ],
    [
      'one to be confirmed, one not known',
      { partners: [partner({ registrationDate: '2020-07' }), partner({ registrationDate: undefined })] },
      'open',
      unsure,
    ],
    ['one old, one not known', { partners: [partner(), partner({ registrationDate: undefined })] }, 'open', unsure],
    ['no partner', { partners: [] }, 'not-applicable', 'failed partner.exists'],
    ['partners not known', { partners: undefined }, 'open', 'confirm partner.exists'],
  ],
  'partner.legal-person': eachMust('partner.legal-person', 'legalPerson', 'bar'),
  'partner.kind': [
    ...(['university', 'research-institute', 'enterprise', 'hospital'] as const).map(
      (kind): Boundary => [`a ${kind}`, ofKind(kind), 'met', ''],
    ),
    ['partners not known', { partners: undefined }, 'open', 'confirm partner.exists'],
    ['a foundation or an association', ofKind('other'), 'to-confirm', 'confirm partner.kind'],
    [
      'an international organisation',
      ofKind('international-organisation'),
      'to-confirm',
      'confirm partner.kind scope.category',
    ],
    ['kind not known', ofKind(undefined), 'open', 'confirm partner.kind'],
    [
      'a university and a foundation',
      { partners: [partner(), partner({ kind: 'other' })] },
      'to-confirm',
      'confirm partner.kind',
    ],
    [
      'a university and one not known',
      { partners: [partner(), partner({ kind: undefined })] },
      'open',
      'confirm partner.kind',
    ],
    ['no partner', { partners: [] }, 'not-applicable', 'failed partner.exists'],
  ],
  'partner.long-term-basis': eachMust('partner.long-term-basis', 'longTermBasis', 'remedy'),
  'docs.basis-evidence': [
    ...mustHold('docs.basis-evidence', 'agreement.basisEvidenceAttached', 'evidence of former work attached'),
    [
      'neither agreement nor evidence',
      { 'agreement.form': 'none', 'agreement.basisEvidenceAttached': false },
      'unmet',
      'missing agreement.exists docs.basis-evidence',
    ],
  ],
  'us.reported': [
    ['reported and agreed', us(true, true), 'met', ''],
    ['not reported', us(false, true), 'unmet', 'missing us.reported'],
    ['not known whether it was reported', us(undefined, true), 'open', 'missing us.reported'],
    ...outside,
  ],
  'us.consent': [
    ['reported and agreed', us(true, true), 'met', ''],
    ['reported, not agreed', us(true, false), 'unmet', 'missing us.consent'],
    ['reported, not known whether agreed', us(true, undefined), 'open', 'missing us.consent'],
    ['neither', us(false, false), 'unmet', 'missing us.consent us.reported'],
    ...outside,
  ],
};
