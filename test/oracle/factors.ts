/** What can vary in a case: each factor is one place in the facts with the values it takes, boundaries ±1 and partial dates included. */
import type { Plain } from './bases.ts';

/** Not known in a flavour that the generator draws: absent, null or "unknown". */
export const notKnown = Symbol('not known');
/** The key is left out, whatever the draw. */
export const absent = Symbol('absent');
/** Own funds relative to the amount applied for, in 万元. */
export type Relative = { ofApplied: number };
/** How many partners of the base are listed. */
export type Count = { listed: number };

export type Factor = { path: string[]; values: unknown[] };

const factors: Factor[] = [];
function factor(path: string, ...values: unknown[]): void {
  factors.push({ path: path.split('.'), values });
}
function flags(prefix: string, names: string): void {
  for (const name of names.split(' ')) factor(`${prefix}.${name}`, true, false, notKnown);
}

// Whole parts first: what is set inside a part afterwards wants the part to be there.
for (const part of ['unit', 'lead', 'agreement', 'agreement.content', 'us', 'domesticAgreement'])
  factor(part, notKnown);
for (const part of ['team', 'process', 'app', 'funding', 'project']) factor(part, notKnown);
factor('partners', notKnown, { listed: 0 }, { listed: 1 }, { listed: 2 }, { listed: 3 });
const signed = { name: '甲', signed: true };
const unsigned = { name: '乙', signed: false };
factor('domesticPartners', notKnown, [], [signed], [unsigned], [{ name: '丙' }], [signed, signed], [signed, unsigned]);

const hostNames = ['东华理工大学', '江西师范大学', '景德镇陶瓷学院', '景德镇陶瓷大学'];
factor('unit.name', ...hostNames, '南昌大学', '南昌大学第一附属医院', '江西师范大学科学技术学院', notKnown);
const publicKinds = ['university', 'research-institute', 'hospital', 'other-public-institution'];
factor(
  'unit.kind',
  'enterprise',
  ...publicKinds,
  'cooperative',
  'social-organisation',
  'management-committee',
  'government',
  notKnown,
);
flags('unit', 'registeredInJiangxi legalPerson auditedStatementsComplete');
const aroundMay = ['2022-04-30', '2022-05-01', '2022-05-02', '2022-04', '2022-05', '2022-06'];
const aroundNewYear = ['2021-12-31', '2022-01-01', '2022-01-02', '2021-12', '2022-01', '2021', '2022', '2023'];
factor('unit.registrationDate', ...aroundMay, ...aroundNewYear, notKnown);
factor('funding.appliedWan', 79, 79.9999, 80, 81, 100, 119, 120, 120.0001, 121, notKnown);
factor('unit.ownFundsWan', { ofApplied: -1 }, { ofApplied: 0 }, { ofApplied: 1 }, 0, 100, notKnown);
factor('unit.auditedReportYears', [2021, 2022], [2022, 2021, 2020], [2022], [2021], [2020, 2021], [], notKnown);

const born = ['1965-05-31', '1965-06-01', '1965-06-02', '1965-05', '1965-06', '1965-07', '1964', '1965', '1966'];
factor('lead.birthDate', ...born, '1964-12-31', '1966-01-01', notKnown);
factor('lead.titleLevel', 'senior', 'not-senior', 'unclear', 'unknown', null, absent);
const titles = [
  '教授',
  '副教授',
  '研究员',
  '高级工程师',
  '副主任医师',
  '高级农艺师',
  '讲师',
  '助理研究员',
  '工程师',
  '主治医师',
];
factor('lead.titleText', ...titles, '客座教授', '主任', notKnown);
factor('lead.degree', 'phd', 'phd-in-progress', 'master', 'bachelor', notKnown);
factor('lead.origin', 'mainland', 'foreign', 'hk', 'macao', 'taiwan', notKnown);
factor('lead.employment', 'full-time', 'part-time', notKnown);
flags('lead', 'employedByMainlandUnit employmentProofMainland employmentProofOverseas');
flags('lead', 'researchMisconductInForce creditBlacklist civilServant managesProgrammes');

const twoYears = ['2020-04-29', '2020-04-30', '2020-05-01', '2020-05-02', '2020-12-30', '2020-12-31'];
const after = ['2021-01-01', '2021-01-02', '2020-04', '2020-05', '2020-12', '2021-01', '2019', '2020', '2021'];
const hard = [
  '俄罗斯',
  '土耳其',
  '格鲁吉亚',
  '埃及',
  '塞浦路斯',
  '哈萨克斯坦',
  '香港',
  '澳门',
  '台湾',
  '北马其顿',
  '伊朗',
];
const plain = ['法国', '日本', '波兰', '泰国', '印度', '澳大利亚', '加拿大', '法国（原驻地）', '刚果（金）'];
const kinds = ['university', 'research-institute', 'enterprise', 'hospital', 'international-organisation'];
factor('partners.0.countryOrRegion', ...hard, ...plain, notKnown);
factor('partners.1.countryOrRegion', '美国', '韩国', '香港', '台湾', '塞浦路斯', '意大利', notKnown);
factor('partners.2.countryOrRegion', '美国', '南非', '澳门', '台湾', notKnown);
factor('partners.0.city', '高松', '高松市', '第戎', '奥林匹亚（华盛顿州）', '南锡', '林肯', notKnown);
factor('partners.0.registrationDate', ...twoYears, ...after, notKnown);
factor('partners.1.registrationDate', '2020-04-30', '2020-12-31', '2021-01-01', '2020', notKnown);
factor('partners.2.registrationDate', '1990-01', '2020-08', '2022-02', notKnown);
for (const place of ['partners.0', 'partners.1', 'partners.2']) {
  flags(place, 'registeredOverseas legalPerson longTermBasis');
  factor(`${place}.kind`, ...kinds, notKnown);
}
factor('firstParticipant', 'overseas', 'domestic', notKnown);

flags('us', 'reported consent');
factor('direction', 1, 5, 10, 11, 14, 19, notKnown);
factor('directionFit', 'fits', 'does-not-fit', notKnown);
factor('topic', '另一项研究', notKnown);
factor('project.months', 24, 35, 36, 37, notKnown);
factor('agreement.form', 'new-joint', 'long-term-only', 'none', notKnown);
flags('agreement', 'signedByChina signedByOverseas dateClear highlighted translation translationSealed');
flags('agreement', 'ipLawOk lawEthicsOk basisEvidenceAttached');
factor('agreement.language', 'bilingual', 'foreign', 'zh', notKnown);
flags('agreement.content', 'tasks indicators fundsSplit ip revenue goals fundsSource mode validity disputes');
flags('domesticAgreement', 'exists sealed dateClear content highlighted');
flags('team', 'membersFromEveryParty');
flags('process', 'recommendationLetter duplicate');
factor('process.channels', 0, 1, 2, 3, notKnown);
flags('app', 'indicatorsStated narrativeDone formatComplete');
factor('jointLab', 'none', 'existing', 'planned', notKnown);

export const allFactors: readonly Factor[] = factors;

/** Is the chosen value a number of listed partners? */
export function isCount(value: unknown): value is Count {
  return typeof value === 'object' && value !== null && 'listed' in value;
}

export function isRelative(value: unknown): value is Relative {
  return typeof value === 'object' && value !== null && 'ofApplied' in value;
}

export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
