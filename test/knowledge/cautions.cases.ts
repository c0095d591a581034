/** Each caution with a case that it concerns and cases that it does not, in the order of the guide. */
import { type Change, partner } from '../support/readyCase.ts';

const at = (country: string, city?: string): Change => ({ partners: [partner({ country, city })] });
const direction = (number: number, country = '日本'): Change => ({ direction: number, ...at(country, '东京') });
const nobody: Change = { partners: [] };
const noForm: Change = { 'agreement.form': undefined };
const alsoHome: Change = { domesticPartners: [{ name: '赣一公司', signed: true }] };
const university: Change = { 'unit.kind': 'university', 'unit.registrationDate': '2022-03' };
const authority: Change = { 'unit.name': '南昌高新技术产业开发区管理委员会', 'unit.kind': 'management-committee' };
const that: Change = { 'unit.registrationDate': '2022-05-01' };
const foreign: Change = { 'lead.origin': 'foreign', 'lead.employedByMainlandUnit': true };

export const cases: readonly [id: string, concerned: Change, ...others: Change[]][] = [
  ['age-58', { 'lead.birthDate': '1965-05-31' }, {}, { 'lead.birthDate': '1950' }],
  ['registered-that-day', { ...that, 'unit.registeredInJiangxi': undefined }, that, {}],
  ['public-institution', university, {}, { ...university, 'unit.registrationDate': '1958' }],
  ['civil-servant-member', { 'lead.civilServant': true }, {}, { 'lead.civilServant': undefined }],
  ['blacklist-in-force', { 'lead.creditBlacklist': true }, {}, { 'lead.researchMisconductInForce': true }],
  ['category-not-said', { direction: 15 }, {}, nobody],
  ['hk-macao-overseas', { ...at('香港'), direction: 11 }, {}, at('台湾')],
  ['base-authority', authority, { ...authority, 'unit.name': '某开发区管理委员会' }, { 'unit.name': '南昌大学' }],
  ['namesake', at('美国', '林肯'), at('英国', '林肯'), at('美国', '波士顿'), at('美国')],
  ['two-namhae', { ...at('韩国', '南海郡'), direction: 11 }, at('韩国', '首尔'), at('韩国')],
  ['inside-region', at('德国', '吉森'), at('德国', '黑森州'), at('德国', '柏林')],
  ['city-level-pair', { ...at('日本', '高松'), direction: 11 }, at('日本', '冈山县'), at('日本', '东京')],
  ['years-japan', direction(12), {}],
  ['years-italy', at('意大利', '罗马'), {}],
  ['years-korea', direction(12, '韩国'), {}],
  ['years-israel', direction(12, '以色列'), {}],
  ['years-finland', at('芬兰', '赫尔辛基'), {}],
  ['eu-fields-and-years', at('匈牙利', '布达佩斯'), {}, at('挪威'), at('英国')],
  ['field-germany', at('德国'), at('奥地利')],
  ['field-spain', at('西班牙', '马德里'), {}],
  ['field-argentina', at('阿根廷', '罗萨里奥'), {}],
  ['only-through-bloc', direction(12, '泰国'), at('匈牙利'), at('越南'), {}],
  ['africa-initiative', direction(12, '加纳'), direction(12, '南非'), direction(12, '埃及'), at('挪威')],
  ['no-oceania', direction(12, '澳大利亚'), {}, direction(12)],
  ['not-in-the-list', at('挪威', '奥斯陆'), {}, at('匈牙利'), at('香港'), at('台湾'), at('国际组织'), nobody],
  ['foreign-employer', foreign, {}, { ...foreign, 'lead.employedByMainlandUnit': false }],
  ['lab-to-be-founded', { direction: 2, jointLab: 'planned' }, { direction: 2, jointLab: 'existing' }, {}],
  ['three-systems-one-set', { direction: 9 }, {}],
  ['pharmacopoeia', direction(11), {}],
  ['trials-how-far', direction(13), {}],
  ['copper-figures', direction(19), {}],
  ['months-of-the-template', { 'project.months': 24 }, {}, { 'project.months': undefined }],
  ['first-participant', { firstParticipant: 'domestic' }, {}, { ...nobody, firstParticipant: undefined }],
  ['which-two-years', { 'unit.auditedReportYears': [2021] }, {}, { 'unit.kind': 'university' }],
  [
    'two-lists-of-contents',
    { 'agreement.content': { rest: true, indicators: false } },
    {},
    { 'agreement.form': 'none', 'agreement.content': undefined },
  ],
  ['template', {}, noForm],
  [
    'seals-at-home',
    { ...alsoHome, 'domesticAgreement.exists': true, 'domesticAgreement.sealed': false },
    {},
    { ...alsoHome, 'domesticAgreement.exists': true, 'domesticAgreement.sealed': true },
  ],
  ['signed-later', { 'agreement.form': 'none', 'unit.kind': 'university' }, {}],
  ['two-parties', { partners: [partner(), partner()], 'unit.kind': 'university' }, {}],
  ['matching-by-applied', {}, { 'unit.kind': 'university' }, { 'unit.kind': undefined }],
  ['money-abroad', {}, nobody],
  ['no-courts', {}, noForm],
  ['half-each', { 'agreement.form': 'long-term-only', 'unit.kind': 'university' }, {}],
  ['stamp-or-not', { 'agreement.signedByOverseas': false, 'unit.kind': 'university' }, {}],
];

/** The day before, the day, and what may be any day. */
export const boundaries: readonly [id: string, change: Change, told: boolean][] = [
  ['age-58', { 'lead.birthDate': '1964-06-01' }, false],
  ['age-58', { 'lead.birthDate': '1964-06-02' }, true],
  ['age-58', { 'lead.birthDate': '1965-05-31' }, true],
  ['age-58', { 'lead.birthDate': '1965-06-01' }, false],
  ['age-58', { 'lead.birthDate': '1965-04' }, true],
  ['age-58', { 'lead.birthDate': '1964-06' }, false],
  ['age-58', { 'lead.birthDate': '1965' }, false],
  ['age-58', { 'lead.birthDate': undefined }, false],
  ['public-institution', { ...university, 'unit.registrationDate': '2021-04-30' }, false],
  ['public-institution', { ...university, 'unit.registrationDate': '2021-05-01' }, true],
  ['registered-that-day', { 'unit.registrationDate': '2022-05', 'unit.registeredInJiangxi': undefined }, false],
  ['months-of-the-template', { 'project.months': 35 }, true],
  ['months-of-the-template', { 'project.months': 36 }, false],
  ['months-of-the-template', { 'project.months': 48 }, false],
  ['city-level-pair', at('法国', '图尔'), true],
  ['namesake', { partners: [partner({ country: '美国', city: '林肯', registeredOverseas: false })] }, false],
  ['field-germany', { partners: [partner({ country: '法国' }), partner({ country: '德国' })] }, true],
];
