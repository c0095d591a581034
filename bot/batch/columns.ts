/** The columns of a table of applicants: which fact of the API each gives, how its head reads, and what may stand in it. */
import { factWords } from '../../knowledge/factWords.ts';
import {
  asAuditYears,
  asContents,
  asCount,
  asDate,
  asLabel,
  asMonths,
  asText,
  asWan,
  asWhole,
  type Reader,
} from './cells.ts';

export interface Column {
  /** Where the value goes in the API's facts: `lead.birthDate`, `partners.0.country`. */
  path: string;
  head: string;
  /** An example of a cell, for the template. */
  example: string;
  read: Reader;
}

const words = factWords('zh');
const nameOf = (fact: keyof typeof words): string => words[fact]?.name ?? fact;

const column = (path: string, head: string, example: string, read: Reader): Column => ({ path, head, example, read });
const labelled = (fact: keyof typeof words & string, example: string, path = fact, plain = true): Column =>
  column(path, nameOf(fact), example, asLabel(fact, { plain }));

/** Partners and domestic participants that have columns of their own. */
const mostPartners = 3;

function partnerColumns(index: number): Column[] {
  const n = index === 0 ? '' : String(index + 1);
  const own = (field: string, fact: keyof typeof words & string, example: string, read: Reader): Column =>
    column(`partners.${index}.${field}`, `${nameOf(fact)}${n}`, index === 0 ? example : '', read);
  return [
    own('name', 'partners[].name', '慕尼黑工业大学', asText),
    own('countryOrRegion', 'partners[].country', '德国', asText),
    own('city', 'partners[].city', '慕尼黑', asText),
    own('registrationDate', 'partners[].registrationDate', '1868', asDate),
    own('registeredOverseas', 'partners[].registeredOverseas', '是', asLabel('partners[].registeredOverseas')),
    own('legalPerson', 'partners[].legalPerson', '是', asLabel('partners[].legalPerson')),
    own('kind', 'partners[].kind', '大学', asLabel('partners[].kind')),
    own('longTermBasis', 'partners[].longTermBasis', '有', asLabel('partners[].longTermBasis')),
  ];
}

export const columns: readonly Column[] = [
  column('unit.name', nameOf('unit.name'), '赣江示例大学', asText),
  labelled('unit.kind', '高校'),
  column('unit.location', nameOf('unit.location'), '南昌市', asText),
  labelled('unit.registeredInJiangxi', '是'),
  column('unit.registrationDate', nameOf('unit.registrationDate'), '1958-06-01', asDate),
  labelled('unit.legalPerson', '是'),
  column('unit.ownFundsWan', `${nameOf('unit.ownFunds')}（万元）`, '', asWan),
  column('unit.auditedReportYears', nameOf('unit.auditedReportYears'), '', asAuditYears),
  labelled('unit.auditedStatementsComplete', ''),
  column('lead.birthDate', nameOf('lead.birthDate'), '1970-03-12', asDate),
  column('lead.titleText', nameOf('lead.titleText'), '教授', asText),
  labelled('lead.degree', '博士'),
  labelled('lead.origin', '内地'),
  labelled('lead.employedByMainlandUnit', ''),
  labelled('lead.employment', ''),
  labelled('lead.employmentProofMainland', ''),
  labelled('lead.employmentProofOverseas', ''),
  labelled('lead.researchMisconductInForce', '没有'),
  labelled('lead.creditBlacklist', '不在'),
  labelled('lead.civilServant', '不是'),
  labelled('lead.managesProgrammes', '不是'),
  ...Array.from({ length: mostPartners }, (_, index) => partnerColumns(index)).flat(),
  labelled('firstParticipant', '境外单位'),
  column('domesticPartners.0.name', nameOf('domesticPartners[].name'), '', asText),
  column('domesticPartners.0.signed', nameOf('domesticPartners[].signed'), '', asLabel('domesticPartners[].signed')),
  labelled('us.reported', ''),
  labelled('us.consent', ''),
  column('direction', nameOf('direction'), '3', asCount),
  column('topic', nameOf('topic'), '复合材料成型', asText),
  labelled('directionFit', '相符'),
  column('funding.appliedWan', `${nameOf('funding.applied')}（万元）`, '100', asWan),
  column('project.months', `${nameOf('project.months')}（月）`, '36', asMonths),
  labelled('agreement.form', '为本次申报签的'),
  labelled('agreement.signedByChina', '已签'),
  labelled('agreement.signedByOverseas', '已签'),
  labelled('agreement.dateClear', '清楚'),
  column('agreement.content', nameOf('agreement.content'), '都写了', asContents),
  labelled('agreement.highlighted', '标了'),
  labelled('agreement.language', '中外文对照'),
  labelled('agreement.translation', ''),
  labelled('agreement.translationSealed', ''),
  labelled('agreement.basisEvidenceAttached', '已附'),
  // 没有 under this head says the opposite of what a plain no says elsewhere.
  labelled('agreement.ipLawOk', '没有不当转让', 'agreement.ipLawOk', false),
  labelled('agreement.lawEthicsOk', '已办或不涉及', 'agreement.lawEthicsOk', false),
  labelled('domesticAgreement.exists', ''),
  labelled('domesticAgreement.sealed', ''),
  labelled('domesticAgreement.dateClear', ''),
  column('domesticAgreement.content', nameOf('domesticAgreement.content'), '', asWhole),
  labelled('domesticAgreement.highlighted', ''),
  labelled('team.membersFromEveryParty', '都有'),
  labelled('process.recommendationLetter', '开了'),
  column('process.channels', nameOf('process.channels'), '1', asCount),
  labelled('process.duplicate', '没有'),
  column('app.indicatorsStated', nameOf('app.indicatorsStated'), '齐全', asWhole),
  column('app.narrativeDone', nameOf('app.narrativeDone'), '齐全', asWhole),
  labelled('app.formatComplete', '完整'),
  labelled('jointLab', '没有'),
];

const key = (head: string): string =>
  head
    .normalize('NFKC')
    .replace(/[\s()（）]/g, '')
    .toLowerCase();
const byHead = new Map(columns.flatMap((each) => [[key(each.head), each] as const, [key(each.path), each] as const]));

/** The column of a head, by its Chinese name or by the name that the API gives the fact. */
export const columnOf = (head: string): Column | undefined => byHead.get(key(head));
