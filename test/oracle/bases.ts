/** Ready cases that the generator bends; every one is fine by itself, and together every rule applies somewhere. */

export type Plain = { [name: string]: unknown };

export type Base = { name: string; partners: Plain[]; facts: () => Plain };

function partner(countryOrRegion: string, more: Plain = {}): Plain {
  const plain = { name: '某境外单位', countryOrRegion, city: null, registrationDate: '1960', registeredOverseas: true };
  return { ...plain, legalPerson: true, kind: 'university', longTermBasis: true, ...more };
}

function university(): Plain {
  const rest = { ownFundsWan: null, auditedReportYears: null, auditedStatementsComplete: null };
  const unit = { name: '赣北大学', kind: 'university', location: '九江市', registeredInJiangxi: true };
  return { ...unit, registrationDate: '1958-09-01', legalPerson: true, ...rest };
}

function enterprise(): Plain {
  const money = { ownFundsWan: 150, auditedReportYears: [2021, 2022], auditedStatementsComplete: true };
  return { ...university(), name: '江西某材料有限公司', kind: 'enterprise', registrationDate: '2010-08-08', ...money };
}

function lead(more: Plain = {}): Plain {
  const employed = { employedByMainlandUnit: null, employment: null };
  const proofs = { employmentProofMainland: null, employmentProofOverseas: null };
  const clean = { researchMisconductInForce: false, creditBlacklist: false };
  const post = { civilServant: false, managesProgrammes: false };
  const person = {
    birthDate: '1975-03-04',
    titleText: '教授',
    titleLevel: 'senior',
    degree: 'master',
    origin: 'mainland',
  };
  return { ...person, ...employed, ...proofs, ...clean, ...post, ...more };
}

function foreignLead(employment: string): Plain {
  const proofs = { employmentProofMainland: true, employmentProofOverseas: employment === 'part-time' ? true : null };
  return lead({ origin: 'foreign', employedByMainlandUnit: true, employment, ...proofs });
}

function agreement(more: Plain = {}): Plain {
  const must = { tasks: true, indicators: true, fundsSplit: true, ip: true, revenue: true };
  const usual = { goals: true, fundsSource: true, mode: true, validity: true, disputes: true };
  const signed = { form: 'new-joint', signedByChina: true, signedByOverseas: true, dateClear: true, highlighted: true };
  const language = { language: 'bilingual', translation: null, translationSealed: null };
  const checked = { basisEvidenceAttached: true, ipLawOk: true, lawEthicsOk: true };
  return { ...signed, content: { ...must, ...usual }, ...language, ...checked, ...more };
}

function ready(direction: number, partners: Plain[], more: Plain = {}): Plain {
  const who = { unit: university(), lead: lead(), partners: partners.map((each) => ({ ...each })) };
  const with_ = { firstParticipant: 'overseas', domesticPartners: [], us: null, domesticAgreement: null };
  const what = {
    direction,
    topic: '某项研究',
    directionFit: 'fits',
    funding: { appliedWan: 100 },
    project: { months: 36 },
  };
  const app = { indicatorsStated: true, narrativeDone: true, formatComplete: true };
  const steps = { recommendationLetter: true, channels: 1, duplicate: false };
  const rest = { agreement: agreement(), team: { membersFromEveryParty: true }, process: steps, app, jointLab: 'none' };
  return { ...who, ...with_, ...what, ...rest, ...more };
}

const domesticAgreement = { exists: true, sealed: true, dateClear: true, content: true, highlighted: true };
const foreignText = { language: 'foreign', translation: true, translationSealed: true };

/** The base in which every rule applies: an enterprise, a lead from abroad, partners in 美国, domestic partners, a foreign text. */
function everything(partners: Plain[]): Plain {
  const others = { domesticPartners: [{ name: '甲公司', signed: true }], domesticAgreement: { ...domesticAgreement } };
  const us = { reported: true, consent: true };
  return ready(7, partners, {
    unit: enterprise(),
    lead: foreignLead('part-time'),
    us,
    ...others,
    agreement: agreement(foreignText),
  });
}

function base(name: string, partners: Plain[], count: number, facts: (listed: Plain[]) => Plain): Base {
  return { name, partners, facts: () => facts(partners.slice(0, count)) };
}

const american = [
  partner('美国'),
  partner('德国', { kind: 'research-institute' }),
  partner('巴西', { kind: 'enterprise' }),
];
const korean = [partner('韩国'), partner('日本', { city: '高松' }), partner('埃及', { kind: 'hospital' })];
const nearby = [partner('香港'), partner('澳门'), partner('香港', { kind: 'research-institute' })];
const russian = [partner('俄罗斯', { city: '乌法' }), partner('白俄罗斯'), partner('荷兰')];
const turkish = [partner('土耳其', { registrationDate: '2020-04-30' }), partner('格鲁吉亚'), partner('哈萨克斯坦')];

export const everythingApplies = base('everything', american, 3, everything);

export const bases: Base[] = [
  everythingApplies,
  base('university', korean, 1, (partners) => ready(11, partners)),
  base('hong-kong', nearby, 2, (partners) => ready(14, partners, { agreement: agreement({ language: 'zh' }) })),
  base('enterprise', russian, 2, (partners) => ready(2, partners, { unit: enterprise() })),
  base('full-time', turkish, 1, (partners) => {
    const domesticPartners = [
      { name: '甲所', signed: true },
      { name: '乙所', signed: true },
    ];
    const others = { domesticPartners, domesticAgreement: { ...domesticAgreement } };
    return ready(19, partners, { lead: foreignLead('full-time'), ...others });
  }),
  base('doctor', korean, 2, (partners) =>
    ready(15, partners, { lead: lead({ titleText: '讲师', titleLevel: 'not-senior', degree: 'phd' }) }),
  ),
];
