/** A company's application in which nothing is left to do, and small changes to it. */
import { type Assessment, assess } from '../../knowledge/assess.ts';
import { agreementContents, type Facts, indicatorKinds, narrativePoints, type Partner } from '../../knowledge/facts.ts';
import { loadGuide } from '../../knowledge/loadGuide.ts';

export const guide = loadGuide('jx-intl-2023');
export const today = '2023-05-08';

/** What differs from the ready case; `undefined` makes a fact not known. */
export type Change = { [K in keyof Facts]?: Facts[K] | undefined };
/** A partner; a field that is `undefined` is not known. */
type PartnerChange = { [K in keyof Partner]?: Partner[K] | undefined };

const giessen: Partner = {
  name: '吉森大学',
  country: '德国',
  city: '吉森',
  registrationDate: '1957',
  registeredOverseas: true,
  legalPerson: true,
  kind: 'university',
  longTermBasis: true,
};

/** A partner about whom everything is known and in order, but for the changes. */
export function partner(change: PartnerChange = {}): Partner {
  return without({ ...giessen, ...change }) as Partner; // every field is a partner's own
}

/** Every item of a list, written or not. */
export function all(items: readonly string[], written = true): Record<string, boolean> {
  return Object.fromEntries(items.map((item) => [item, written]));
}

export const readyFacts: Facts = {
  'unit.name': '江西慧铜数控有限公司',
  'unit.kind': 'enterprise',
  'unit.location': '南昌市',
  'unit.registeredInJiangxi': true,
  'unit.registrationDate': '2015-03-10',
  'unit.legalPerson': true,
  'unit.ownFunds': 1_000_000,
  'unit.auditedReportYears': [2021, 2022],
  'unit.auditedStatementsComplete': true,
  'lead.birthDate': '1979-03-12',
  'lead.titleText': '高级工程师',
  'lead.titleLevel': 'senior',
  'lead.degree': 'master',
  'lead.origin': 'mainland',
  'lead.researchMisconductInForce': false,
  'lead.creditBlacklist': false,
  'lead.civilServant': false,
  'lead.managesProgrammes': false,
  partners: [giessen],
  firstParticipant: 'overseas',
  domesticPartners: [],
  direction: 1,
  topic: '稀土发光材料',
  directionFit: 'fits',
  'funding.applied': 1_000_000,
  'project.months': 36,
  'agreement.form': 'new-joint',
  'agreement.signedByChina': true,
  'agreement.signedByOverseas': true,
  'agreement.dateClear': true,
  'agreement.content': all(agreementContents),
  'agreement.highlighted': true,
  'agreement.language': 'bilingual',
  'agreement.basisEvidenceAttached': true,
  'agreement.ipLawOk': true,
  'agreement.lawEthicsOk': true,
  'team.membersFromEveryParty': true,
  'process.recommendationLetter': true,
  'process.channels': 1,
  'process.duplicate': false,
  'app.indicatorsStated': all(indicatorKinds),
  'app.narrativeDone': all(narrativePoints),
  'app.formatComplete': true,
  jointLab: 'none',
};

/** The ready case with a change. */
export function changed(change: Change): Facts {
  return without({ ...readyFacts, ...change }) as Facts; // both are facts
}

/** What a person would be told of these facts. */
export function judged(facts: Facts): Assessment {
  return assess(facts, guide, null, today);
}

function without(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
