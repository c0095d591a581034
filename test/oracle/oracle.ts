/*
 * A second, deliberately naive evaluator of the 2023 call: one block a rule, in the order of the clause list, written
 * from the text alone. It shares nothing with the product; where the two differ, one of them is wrong.
 *
 * readings: where the text leaves a case open, the most literal one
 * - partners not known: only partner.exists, to confirm; partners []: only partner.exists, failed; per-partner rules (partner.long-term-basis too) are judged per listed partner.
 * - registeredInJiangxi false: unit.registered-before is not judged, the other unit rules are; not known: both to confirm, the date only unless it surely passes.
 * - audits: 2021 and 2022 there: fine whatever the date; else registered surely on or after 2022-01-01: to confirm; else missing.
 * - unit.audit-3-statements is judged on its own flag even where there is no report at all.
 * - a partner registered in the mainland is still judged by the other partner rules, and 美国 there still makes us.* apply.
 * - a partner rule that one partner fails and another leaves open has failed (one status a rule).
 * - category: an international organisation has no side wherever it sits, so with one other side it is "unclear"; partners of both sides beside it, or beside 台湾 or an unknown country, are "mixed".
 * - a partner in 台湾 puts scope.taiwan-gap in place of scope.category whatever else is open; a 台湾 organisation also gets partner.kind.
 * - the first two preferences come from every counted partner with a known country, organisations and countries of open category (塞浦路斯 through the EU) included.
 * - all counted partners in 香港/澳门 and direction 1–10: scope.hk-macao instead of scope.category.
 * - no direction and a clear category: only direction.fit; no direction and an open category: both.
 * - directionFit "does-not-fit" fails direction.fit even without a direction (沾不上任何方向→不能报); otherwise no direction is to confirm.
 * - titleLevel absent or null: titleText is read; titleLevel "unknown" wins as not known.
 * - a title that is none of the clear ones settles nothing; without a doctorate it is to confirm.
 * - origin not known: lead.foreign-employed is to confirm even where employedByMainlandUnit is true.
 * - a foreign lead whose employment is not known to exist: proofs are left out.
 * - employed, full or part time not known: lead.employment-proof-full, whatever proofs there are.
 * - process.channels: 1 is fine, any other number is not.
 * - agreement.unsigned-not-listed only where domesticAgreement.exists is true and there are domestic partners.
 * - signedByOverseas not true adds nothing but agreement.signed-both; the date, contents and highlights are judged on their own flags.
 * - language not known: agreement.translation whatever translation says, and never the seal.
 * - domesticPartners not known counts as none, whatever domesticAgreement says.
 * - firstParticipant is judged on its own flag even where there are no partners.
 * - a name of 附3 counts whatever the kind and the place of the unit; advice and info are never in a set.
 */
import { judgeAnnex5 } from './annex5.ts';
import { elsewhere, europeAmericas } from './lists.ts';
import { judgeMainText } from './mainText.ts';
import { countryOf, type OraclePreference, oraclePreferences } from './preferences.ts';
import { field, items, type Sets } from './reading.ts';

export type OracleResult = {
  verdict: 'ready' | 'fixable' | 'needs-confirmation' | 'not-eligible';
  failedRules: string[];
  missingItems: string[];
  toConfirm: string[];
  preferences: OraclePreference[];
  category: 'europe-americas' | 'other-countries-regions' | 'mixed' | 'unclear';
  directionAllowed: boolean | 'unclear';
};

export function oracle(facts: unknown): OracleResult {
  const sets: Sets = { failed: [], missing: [], confirm: [] };
  const partners = items(field(facts, 'partners'));
  const counted = partners.filter((partner) => field(partner, 'registeredOverseas') !== false);
  const { category, directionAllowed } = judgeScope(facts, counted, sets);
  judgeMainText(facts, sets);
  judgeAnnex5(facts, sets);

  let verdict: OracleResult['verdict'] = 'ready';
  if (sets.missing.length > 0) verdict = 'fixable';
  if (sets.confirm.length > 0) verdict = 'needs-confirmation';
  if (sets.failed.length > 0) verdict = 'not-eligible';
  const preferences = oraclePreferences(facts, counted);
  const { failed: failedRules, missing: missingItems, confirm: toConfirm } = sets;
  return { verdict, failedRules, missingItems, toConfirm, preferences, category, directionAllowed };
}

/** 一 第1段: which of the two categories, from the partners not registered in the mainland, and whether the direction is in it. */
function judgeScope(
  facts: unknown,
  counted: unknown[],
  sets: Sets,
): Pick<OracleResult, 'category' | 'directionAllowed'> {
  const direction = field(facts, 'direction');
  let inEuropeAmericas = 0;
  let inOthers = 0;
  let inHongKongMacao = 0;
  let inTaiwan = 0;
  let open = 0;
  for (const partner of counted) {
    const country = countryOf(partner);
    if (country === '台湾') inTaiwan += 1;
    else if (field(partner, 'kind') === 'international-organisation') open += 1;
    else if (country !== undefined && europeAmericas.includes(country)) inEuropeAmericas += 1;
    else if (country !== undefined && elsewhere.includes(country)) inOthers += 1;
    else open += 1;
    if (country === '香港' || country === '澳门') inHongKongMacao += 1;
  }
  let category: OracleResult['category'] = 'unclear';
  if (inEuropeAmericas > 0 && inOthers > 0) category = 'mixed';
  else if (inTaiwan > 0 || open > 0) category = 'unclear';
  else if (inEuropeAmericas > 0) category = 'europe-americas';
  else if (inOthers > 0) category = 'other-countries-regions';
  let directionAllowed: boolean | 'unclear' = 'unclear';
  if (typeof direction === 'number' && category === 'europe-americas') directionAllowed = direction <= 10;
  if (typeof direction === 'number' && category === 'other-countries-regions') directionAllowed = direction >= 11;

  // 一 第1段 scope.category and scope.hk-macao
  if (directionAllowed === false && inHongKongMacao === counted.length) sets.failed.push('scope.hk-macao');
  else if (directionAllowed === false) sets.failed.push('scope.category');
  else if (inTaiwan === 0 && (open > 0 || category === 'mixed')) sets.confirm.push('scope.category');

  // the gap about 台湾
  if (inTaiwan > 0) sets.confirm.push('scope.taiwan-gap');

  return { category, directionAllowed };
}
