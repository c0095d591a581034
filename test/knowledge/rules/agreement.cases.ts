/** 三（三）, 附5 四（一）, 四（二）: the agreement with the overseas partners. */
import { type AgreementContent, agreementContents, type Facts } from '../../../knowledge/facts.ts';
import { all, type Change } from '../../support/readyCase.ts';
import { type Boundaries, type Boundary, mustHold } from './boundary.ts';

const none: Change = { 'agreement.form': 'none' };
const unknown: Change = { 'agreement.form': undefined };
const longTerm: Change = { 'agreement.form': 'long-term-only' };
const noAgreement = 'missing agreement.exists';
const supplement = 'agreement.long-term-supplement';

/** What every rule about the agreement's text shares: without an agreement only the agreement is missing. */
function withoutAgreement(failing: Change): Boundary[] {
  return [
    ['there is no agreement', { ...failing, ...none }, 'not-applicable', noAgreement],
    ['not known whether there is an agreement', { ...failing, ...unknown }, 'open', noAgreement],
  ];
}

function flag(id: string, fact: keyof Facts, about: string): Boundary[] {
  return [
    ...mustHold(id, fact, about),
    [
      `${about}: no, in a long-term agreement`,
      { ...longTerm, [fact]: false },
      'unmet',
      `missing ${[id, supplement].sort().join(' ')}`,
    ],
    ...withoutAgreement({ [fact]: false }),
  ];
}

/** One content of the agreement and everything that is listed where it is not written. */
function content(item: AgreementContent, listed: string): Boundary[] {
  const others = agreementContents.filter((each) => each !== item);
  return [
    [`${item} written`, { 'agreement.content': all(agreementContents) }, 'met', ''],
    [`${item} not written`, { 'agreement.content': { ...all(others), [item]: false } }, 'unmet', `missing ${listed}`],
    [`${item} not known`, { 'agreement.content': all(others) }, 'open', `missing ${listed}`],
    [
      `everything but ${item} written, said in one word`,
      { 'agreement.content': { rest: true, [item]: false } },
      'unmet',
      `missing ${listed}`,
    ],
    [
      `${item} not written, in a long-term agreement`,
      { ...longTerm, 'agreement.content': { ...all(others), [item]: false } },
      'unmet',
      `missing ${[...listed.split(' '), supplement].sort().join(' ')}`,
    ],
    ...withoutAgreement({ 'agreement.content': { ...all(others), [item]: false } }),
  ];
}

const signed = (china: boolean | undefined, overseas: boolean | undefined): Change => ({
  'agreement.signedByChina': china,
  'agreement.signedByOverseas': overseas,
});
const unsigned = 'missing agreement.signed-both';
const foreign = (translation: boolean | undefined, sealed: boolean | undefined): Change => ({
  'agreement.language': 'foreign',
  'agreement.translation': translation,
  'agreement.translationSealed': sealed,
});
const everything =
  'missing agreement.content-funds-split agreement.content-indicators agreement.content-ip agreement.content-tasks agreement.content-usual agreement.ip-and-revenue';

export const agreementCases: Boundaries = {
  'agreement.exists': [
    ['an agreement for this project', { 'agreement.form': 'new-joint' }, 'met', ''],
    ['only a long-term agreement', longTerm, 'met', `missing ${supplement}`],
    ['no agreement', none, 'unmet', noAgreement],
    ['not known', unknown, 'open', noAgreement],
    [
      'no agreement, and nothing of what would stand in it',
      {
        ...none,
        ...signed(false, false),
        ...foreign(false, false),
        'agreement.content': undefined,
        'agreement.dateClear': false,
        'agreement.highlighted': false,
        'agreement.ipLawOk': false,
        'agreement.lawEthicsOk': false,
      },
      'unmet',
      noAgreement,
    ],
  ],
  [supplement]: [
    ['only a long-term agreement', longTerm, 'unmet', `missing ${supplement}`],
    ['an agreement for this project', {}, 'not-applicable', ''],
    ...withoutAgreement({}),
  ],
  'agreement.content-tasks': content('tasks', 'agreement.content-tasks'),
  'agreement.content-indicators': content('indicators', 'agreement.content-indicators'),
  'agreement.content-funds-split': content('fundsSplit', 'agreement.content-funds-split'),
  'agreement.content-ip': content('ip', 'agreement.content-ip agreement.ip-and-revenue'),
  'agreement.content-usual': [
    ...(['goals', 'fundsSource', 'mode', 'validity', 'disputes'] as const).flatMap((item) =>
      content(item, 'agreement.content-usual'),
    ),
    ['nothing of it written', { 'agreement.content': { rest: false } }, 'unmet', everything],
    ['nothing known of it', { 'agreement.content': undefined }, 'open', everything],
  ],
  'agreement.ip-and-revenue': [
    ...content('revenue', 'agreement.ip-and-revenue'),
    ...content('ip', 'agreement.content-ip agreement.ip-and-revenue'),
  ],
  'agreement.signed-both': [
    ['both signed', signed(true, true), 'met', ''],
    ['only the Chinese side signed', signed(true, false), 'unmet', unsigned],
    ['only the overseas side signed', signed(false, true), 'unmet', unsigned],
    ['nobody signed', signed(false, false), 'unmet', unsigned],
    ['the overseas side not known', signed(true, undefined), 'open', unsigned],
    ['one side did not, the other not known', signed(undefined, false), 'unmet', unsigned],
    ['neither known', signed(undefined, undefined), 'open', unsigned],
    [
      'a long-term agreement that one side signed',
      { ...longTerm, ...signed(true, false) },
      'unmet',
      `missing ${supplement} agreement.signed-both`,
    ],
    ...withoutAgreement(signed(false, false)),
  ],
  'agreement.date-clear': flag('agreement.date-clear', 'agreement.dateClear', 'the date of signing is written'),
  'agreement.highlight': flag('agreement.highlight', 'agreement.highlighted', 'the three places are highlighted'),
  'agreement.law-ethics': flag('agreement.law-ethics', 'agreement.lawEthicsOk', 'law and ethics are in order'),
  'agreement.ip-law': flag('agreement.ip-law', 'agreement.ipLawOk', 'nothing in it is against the law on results'),
  'agreement.translation': [
    ['in two languages', { 'agreement.language': 'bilingual' }, 'not-applicable', ''],
    ['in Chinese', { 'agreement.language': 'zh' }, 'not-applicable', ''],
    ['foreign, translated and sealed', foreign(true, true), 'met', ''],
    ['foreign, not translated', foreign(false, undefined), 'unmet', 'missing agreement.translation'],
    ['foreign, translation not known', foreign(undefined, undefined), 'open', 'missing agreement.translation'],
    [
      'foreign, not translated, a long-term agreement',
      { ...longTerm, ...foreign(false, undefined) },
      'unmet',
      `missing ${supplement} agreement.translation`,
    ],
    ['language not known', { 'agreement.language': undefined }, 'open', 'missing agreement.translation'],
    [
      'language not known, a sealed translation there',
      { ...foreign(true, true), 'agreement.language': undefined },
      'open',
      'missing agreement.translation',
    ],
    ...withoutAgreement(foreign(false, false)),
  ],
  'agreement.translation-seal': [
    ['the translation is sealed', foreign(true, true), 'met', ''],
    ['the translation is not sealed', foreign(true, false), 'unmet', 'missing agreement.translation-seal'],
    ['not known whether it is sealed', foreign(true, undefined), 'open', 'missing agreement.translation-seal'],
    [
      'the translation of a long-term agreement is not sealed',
      { ...longTerm, ...foreign(true, false) },
      'unmet',
      `missing ${supplement} agreement.translation-seal`,
    ],
    ['there is no translation', foreign(false, false), 'not-applicable', 'missing agreement.translation'],
    ['in Chinese', { 'agreement.language': 'zh', 'agreement.translationSealed': false }, 'not-applicable', ''],
    [
      'language not known',
      { 'agreement.language': undefined, 'agreement.translation': true },
      'open',
      'missing agreement.translation',
    ],
    ...withoutAgreement(foreign(true, false)),
  ],
};
