/**
 * What can be known about one application. Every fact has one id; `undefined` (absent) means "not known".
 * Dates are ISO strings, possibly partial (`1965`, `1965-06`); money is an integer of yuan; durations are months.
 */
export type PartialDate = string;

export const unitKinds = [
  'enterprise',
  'university',
  'research-institute',
  'hospital',
  'other-public-institution',
  'cooperative',
  'social-organisation',
  'management-committee',
  'government',
] as const;
export type UnitKind = (typeof unitKinds)[number];

export const partnerKinds = [
  'university',
  'research-institute',
  'enterprise',
  'hospital',
  'international-organisation',
  'other',
] as const;
export type PartnerKind = (typeof partnerKinds)[number];

export type TitleLevel = 'senior' | 'not-senior' | 'unclear';
export type Degree = 'phd' | 'phd-in-progress' | 'master' | 'bachelor' | 'no-phd';
export type Origin = 'mainland' | 'foreign' | 'hk' | 'macao' | 'taiwan';

/** Which things of a list are written: `true` written, `false` not, absent not known. `rest` speaks for all not named. */
export type Written<Item extends string> = Partial<Record<Item | 'rest', boolean>>;

export const agreementContents = [
  'tasks',
  'indicators',
  'fundsSplit',
  'ip',
  'goals',
  'fundsSource',
  'mode',
  'validity',
  'disputes',
  'revenue',
] as const;
export const domesticContents = ['goals', 'tasks', 'indicators', 'fundsSplit', 'ip', 'validity', 'disputes'] as const;
export const indicatorKinds = ['economic', 'technical', 'ip'] as const;
export const narrativePoints = ['advanced', 'feasible', 'market'] as const;

export type AgreementContent = (typeof agreementContents)[number];
export type DomesticContent = (typeof domesticContents)[number];
export type IndicatorKind = (typeof indicatorKinds)[number];
export type NarrativePoint = (typeof narrativePoints)[number];

/** One overseas unit. `country` is a name of `knowledge/places/countries.json` (`zh`), or absent when not known. */
export interface Partner {
  name?: string;
  country?: string;
  /** City, state, province or county as the person wrote it, a remark in （） included. */
  city?: string;
  registrationDate?: PartialDate;
  registeredOverseas?: boolean;
  legalPerson?: boolean;
  kind?: PartnerKind;
  longTermBasis?: boolean;
}

/** One participating unit inside China. */
export interface DomesticPartner {
  name?: string;
  signed?: boolean;
}

/** Every fact id with the type of its value. */
export interface FactTypes {
  'unit.name': string;
  'unit.kind': UnitKind;
  'unit.location': string;
  'unit.registeredInJiangxi': boolean;
  'unit.registrationDate': PartialDate;
  'unit.legalPerson': boolean;
  'unit.ownFunds': number;
  'unit.auditedReportYears': number[];
  'unit.auditedStatementsComplete': boolean;
  'lead.birthDate': PartialDate;
  'lead.titleText': string;
  'lead.titleLevel': TitleLevel;
  'lead.degree': Degree;
  'lead.origin': Origin;
  'lead.employedByMainlandUnit': boolean;
  'lead.employment': 'full-time' | 'part-time';
  'lead.employmentProofMainland': boolean;
  'lead.employmentProofOverseas': boolean;
  'lead.researchMisconductInForce': boolean;
  'lead.creditBlacklist': boolean;
  'lead.civilServant': boolean;
  'lead.managesProgrammes': boolean;
  partners: Partner[];
  firstParticipant: 'overseas' | 'domestic';
  domesticPartners: DomesticPartner[];
  'us.reported': boolean;
  'us.consent': boolean;
  direction: number;
  topic: string;
  directionFit: 'fits' | 'does-not-fit';
  'funding.applied': number;
  'project.months': number;
  'agreement.form': 'new-joint' | 'long-term-only' | 'none';
  'agreement.signedByChina': boolean;
  'agreement.signedByOverseas': boolean;
  'agreement.dateClear': boolean;
  'agreement.content': Written<AgreementContent>;
  'agreement.highlighted': boolean;
  'agreement.language': 'bilingual' | 'foreign' | 'zh';
  'agreement.translation': boolean;
  'agreement.translationSealed': boolean;
  'agreement.basisEvidenceAttached': boolean;
  'agreement.ipLawOk': boolean;
  'agreement.lawEthicsOk': boolean;
  'domesticAgreement.exists': boolean;
  'domesticAgreement.sealed': boolean;
  'domesticAgreement.dateClear': boolean;
  'domesticAgreement.content': Written<DomesticContent>;
  'domesticAgreement.highlighted': boolean;
  'team.membersFromEveryParty': boolean;
  'process.recommendationLetter': boolean;
  'process.channels': number;
  'process.duplicate': boolean;
  'app.indicatorsStated': Written<IndicatorKind>;
  'app.narrativeDone': Written<NarrativePoint>;
  'app.formatComplete': boolean;
  jointLab: 'none' | 'existing' | 'planned';
}

export type FactId = keyof FactTypes;
export type Facts = { [K in FactId]?: FactTypes[K] };
