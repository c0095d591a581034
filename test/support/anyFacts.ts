/**
 * Random facts for properties: whole cases in which everything is known, and the same cases with less known.
 * What is known less can be learned again: a fact, a field of a partner, an item of a list, or the rest of a date.
 */
import fc from 'fast-check';
import {
  agreementContents,
  domesticContents,
  type FactId,
  type Facts,
  type FactTypes,
  indicatorKinds,
  narrativePoints,
} from '../../knowledge/facts.ts';

const flag = fc.boolean();
const mostly = fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) });
const seldom = mostly.map((each) => !each);
const around = (days: readonly string[], years: [number, number]): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(...days),
    fc
      .record({ year: fc.integer({ min: years[0], max: years[1] }), month: fc.integer({ min: 1, max: 12 }) })
      .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}-15`),
  );

/** Countries of every sort: listed, through a bloc, transcontinental, 港澳台, in no list. */
const countries = [
  '德国',
  '美国',
  '日本',
  '俄罗斯',
  '土耳其',
  '匈牙利',
  '泰国',
  '巴西',
  '塞浦路斯',
  '香港',
  '澳门',
  '台湾',
  '挪威',
  '埃及',
  '法国',
  '中国',
] as const;
const cities = [
  '吉森',
  '高松',
  '南锡',
  '兰斯',
  '首尔',
  '肯塔基州',
  '布达佩斯',
  '卢克索',
  '喀山',
  '没有这个地方',
] as const;

/** A partner of whom everything is known; one in 中国 is registered in the mainland. */
const partner = fc
  .record({
    name: fc.constantFrom('甲大学', '乙研究所', '丙公司'),
    country: fc.constantFrom(...countries),
    city: fc.constantFrom(...cities),
    registrationDate: around(['2020-04-30', '2020-05-01', '2020-12-31', '2021-01-01'], [1900, 2023]),
    registeredOverseas: mostly,
    legalPerson: mostly,
    kind: fc.constantFrom(
      'university',
      'research-institute',
      'enterprise',
      'hospital',
      'international-organisation',
      'other',
    ),
    longTermBasis: mostly,
  })
  .map((each) => (each.country === '中国' ? { ...each, registeredOverseas: false } : each));

const written = (items: readonly string[]) =>
  fc.oneof(
    fc.constant(Object.fromEntries(items.map((item) => [item, true]))),
    fc.record(Object.fromEntries(items.map((item) => [item, flag]))),
    fc.boolean().map((rest) => ({ rest })),
  );

/** Every fact with every sort of value that it may have. */
const known: { [K in FactId]: fc.Arbitrary<FactTypes[K]> } = {
  'unit.name': fc.constantFrom('江西慧铜数控有限公司', '江西师范大学', '景德镇陶瓷大学', '南昌大学'),
  'unit.kind': fc.oneof(
    fc.constant('enterprise' as const),
    fc.constantFrom(
      'enterprise',
      'university',
      'research-institute',
      'hospital',
      'other-public-institution',
      'cooperative',
      'social-organisation',
      'management-committee',
      'government',
    ),
  ),
  'unit.location': fc.constantFrom('南昌市', '上饶市'),
  'unit.registeredInJiangxi': mostly,
  'unit.registrationDate': around(['2021-12-31', '2022-01-01', '2022-04-30', '2022-05-01', '2022-05-02'], [1950, 2023]),
  'unit.legalPerson': mostly,
  'unit.ownFunds': fc.constantFrom(0, 799_999, 800_000, 1_000_000, 1_200_000, 2_000_000),
  'unit.auditedReportYears': fc.constantFrom([2021, 2022], [2020, 2021, 2022], [2022], [2021], []),
  'unit.auditedStatementsComplete': mostly,
  'lead.birthDate': around(['1965-05-31', '1965-06-01', '1965-06-02'], [1940, 2000]),
  'lead.titleText': fc.constantFrom('教授', '讲师', '客座教授'),
  'lead.titleLevel': fc.constantFrom('senior', 'not-senior', 'unclear'),
  'lead.degree': fc.constantFrom('phd', 'phd-in-progress', 'master', 'bachelor', 'no-phd'),
  'lead.origin': fc.constantFrom('mainland', 'mainland', 'foreign', 'hk', 'macao', 'taiwan'),
  'lead.employedByMainlandUnit': mostly,
  'lead.employment': fc.constantFrom('full-time', 'part-time'),
  'lead.employmentProofMainland': mostly,
  'lead.employmentProofOverseas': mostly,
  'lead.researchMisconductInForce': seldom,
  'lead.creditBlacklist': seldom,
  'lead.civilServant': seldom,
  'lead.managesProgrammes': seldom,
  partners: fc.array(partner, { minLength: 0, maxLength: 3 }),
  firstParticipant: fc.constantFrom('overseas', 'domestic'),
  domesticPartners: fc.array(fc.record({ name: fc.constantFrom('赣一公司', '赣二公司'), signed: mostly }), {
    maxLength: 2,
  }),
  'us.reported': flag,
  'us.consent': flag,
  direction: fc.integer({ min: 1, max: 19 }),
  topic: fc.constantFrom('稀土发光材料', '油菜抗旱'),
  directionFit: fc.constantFrom('fits', 'fits', 'fits', 'does-not-fit'),
  'funding.applied': fc.constantFrom(100_000, 799_999, 800_000, 1_000_000, 1_200_000, 1_200_001),
  'project.months': fc.constantFrom(0, 24, 35, 36, 36, 36, 37, 48),
  'agreement.form': fc.constantFrom('new-joint', 'new-joint', 'long-term-only', 'none'),
  'agreement.signedByChina': mostly,
  'agreement.signedByOverseas': mostly,
  'agreement.dateClear': mostly,
  'agreement.content': written(agreementContents),
  'agreement.highlighted': mostly,
  'agreement.language': fc.constantFrom('bilingual', 'foreign', 'zh'),
  'agreement.translation': flag,
  'agreement.translationSealed': flag,
  'agreement.basisEvidenceAttached': mostly,
  'agreement.ipLawOk': mostly,
  'agreement.lawEthicsOk': mostly,
  'domesticAgreement.exists': mostly,
  'domesticAgreement.sealed': mostly,
  'domesticAgreement.dateClear': mostly,
  'domesticAgreement.content': written(domesticContents),
  'domesticAgreement.highlighted': mostly,
  'team.membersFromEveryParty': mostly,
  'process.recommendationLetter': mostly,
  'process.channels': fc.constantFrom(1, 1, 1, 0, 2),
  'process.duplicate': seldom,
  'app.indicatorsStated': written(indicatorKinds),
  'app.narrativeDone': written(narrativePoints),
  'app.formatComplete': mostly,
  jointLab: fc.constantFrom('none', 'existing', 'planned'),
};

/** Every fact id. */
export const factIds = Object.keys(known) as FactId[]; // the keys are those of FactTypes

/**
 * Cases in which every fact is known and which could be true: a company founded in 2022 has no audited report of 2021.
 */
export const wholeFacts: fc.Arbitrary<Facts> = fc.record(known).map((facts) => {
  if (facts['unit.registrationDate'] < '2022-01-01') return facts;
  const years = facts['unit.auditedReportYears'].filter(
    (year) => year >= Number(facts['unit.registrationDate'].slice(0, 4)),
  );
  return { ...facts, 'unit.auditedReportYears': years };
});

/** The places in whole facts that may be hidden: `lead.degree`, `partners`, `partners.1.country`, `agreement.content.ip`. */
function placesIn(facts: Facts): string[][] {
  return Object.entries(facts).flatMap(([id, value]): string[][] => [
    [id],
    ...insideOf(value).map((inner) => [id, ...inner]),
  ]);
}

function insideOf(value: unknown): string[][] {
  if (isDate(value)) return [['day'], ['month']];
  if (typeof value !== 'object' || value === null || 'rest' in value) return [];
  return Object.entries(value).flatMap(([key, item]): string[][] => {
    if (typeof item === 'number') return [];
    // A list item itself stays: that there are so many partners is known with the list.
    const own = Array.isArray(value) ? [] : [[key]];
    return [...own, ...insideOf(item).map((inner) => [key, ...inner])];
  });
}

const isDate = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** The facts with some places not known. */
export function hidden(facts: Facts, places: readonly (readonly string[])[]): Facts {
  let shown: unknown = facts;
  // Coarser places last, so that the finer ones still find what they speak of.
  for (const place of [...places].sort((one, other) => other.length - one.length)) shown = hide(shown, place);
  return shown as Facts; // only parts are taken away
}

function hide(value: unknown, [key = '', ...inner]: readonly string[]): unknown {
  if (typeof value === 'string') return value.slice(0, key === 'day' ? 7 : 4);
  if (Array.isArray(value)) return value.map((item: unknown, at) => (String(at) === key ? hide(item, inner) : item));
  if (typeof value !== 'object' || value === null || !(key in value)) return value;
  const { [key]: found, ...rest } = value as Record<string, unknown>; // an object that is no list
  return inner.length ? { ...value, [key]: hide(found, inner) } : rest;
}

/** A whole case and the places that are not known in it: few, some, or any number of them. */
export const partlyKnown: fc.Arbitrary<{ whole: Facts; places: string[][] }> = wholeFacts.chain((whole) => {
  const all = placesIn(whole);
  const places = fc.oneof(fc.subarray(all, { maxLength: 3 }), fc.subarray(all, { maxLength: 12 }), fc.subarray(all));
  return places.map((some) => ({ whole, places: some }));
});

/** Facts of which anything may be not known. */
export const anyFacts: fc.Arbitrary<Facts> = partlyKnown.map(({ whole, places }) => hidden(whole, places));
