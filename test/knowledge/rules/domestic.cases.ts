/** 三（三）, 附5 四（三）: the units inside China that take part, and the agreement with them. */
import { type DomesticPartner, domesticContents, type Facts } from '../../../knowledge/facts.ts';
import { all, type Change } from '../../support/readyCase.ts';
import { type Boundaries, type Boundary, mustHold } from './boundary.ts';

const together: Change = {
  domesticPartners: [{ name: '南昌赣创科技有限公司', signed: true }],
  'domesticAgreement.exists': true,
  'domesticAgreement.sealed': true,
  'domesticAgreement.dateClear': true,
  'domesticAgreement.content': all(domesticContents),
  'domesticAgreement.highlighted': true,
};

const unneeded: Boundary[] = [
  ['nobody else inside China takes part', { 'domesticAgreement.exists': undefined }, 'not-applicable', ''],
  ['not known whether anybody inside China takes part', { domesticPartners: undefined }, 'open', ''],
];

/** What stands in the agreement counts once there is one. */
function withoutAgreement(failing: Change): Boundary[] {
  const alone = 'missing domestic.agreement';
  return [
    ['there is no agreement', { ...together, ...failing, 'domesticAgreement.exists': false }, 'not-applicable', alone],
    [
      'not known whether there is one',
      { ...together, ...failing, 'domesticAgreement.exists': undefined },
      'open',
      alone,
    ],
  ];
}

function flag(id: string, fact: keyof Facts, about: string): Boundary[] {
  return [...mustHold(id, fact, about, together), ...withoutAgreement({ [fact]: false }), ...unneeded];
}

const content = (written: Facts['domesticAgreement.content'] | undefined): Change => ({
  ...together,
  'domesticAgreement.content': written,
});
const units = (...domesticPartners: DomesticPartner[]): Change => ({ ...together, domesticPartners });
const notSigned = 'missing agreement.unsigned-not-listed';

export const domesticCases: Boundaries = {
  'domestic.agreement': [
    ...mustHold('domestic.agreement', 'domesticAgreement.exists', 'signed with those inside China', together),
    ...unneeded,
  ],
  'domestic.seals': flag('domestic.seals', 'domesticAgreement.sealed', 'signatures and seals complete'),
  'domestic.date': flag('domestic.date', 'domesticAgreement.dateClear', 'the date of signing is written'),
  'domestic.highlight': flag('domestic.highlight', 'domesticAgreement.highlighted', 'the three places are highlighted'),
  'domestic.content': [
    ['all seven written', content(all(domesticContents)), 'met', ''],
    ['all written, said in one word', content({ rest: true }), 'met', ''],
    ['not all written, said in one word', content({ rest: false }), 'unmet', 'missing domestic.content'],
    ['nothing known', content(undefined), 'open', 'missing domestic.content'],
    ...domesticContents.flatMap((item): Boundary[] => [
      [
        `only ${item} not written`,
        content({ ...all(domesticContents), [item]: false }),
        'unmet',
        'missing domestic.content',
      ],
      [
        `only ${item} not known`,
        content(all(domesticContents.filter((each) => each !== item))),
        'open',
        'missing domestic.content',
      ],
    ]),
    ...withoutAgreement({ 'domesticAgreement.content': { rest: false } }),
    ...unneeded,
  ],
  'agreement.unsigned-not-listed': [
    ['the one unit signed', units({ signed: true }), 'met', ''],
    ['the one unit did not sign', units({ signed: false }), 'unmet', notSigned],
    ['not known whether it signed', units({}), 'open', notSigned],
    ['one of two did not sign', units({ signed: true }, { signed: false }), 'unmet', notSigned],
    ['one did not sign, the other not known', units({}, { signed: false }), 'unmet', notSigned],
    ['two signed', units({ signed: true }, { signed: true }), 'met', ''],
    [
      'nobody signed, and there is no agreement with them',
      { ...units({ signed: false }), 'domesticAgreement.exists': false },
      'open',
      'missing domestic.agreement',
    ],
    [
      'nobody signed, and it is not known whether there is an agreement',
      { ...units({ signed: false }), 'domesticAgreement.exists': undefined },
      'open',
      'missing domestic.agreement',
    ],
    ...unneeded,
  ],
};
