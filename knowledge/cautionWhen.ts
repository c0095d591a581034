/** Whether a caution concerns some facts: its conditions, and what its text may name of the partner concerned. */
import { isAfter, isBefore, isPartialDate } from './calendar.ts';
import { overseasPartners } from './category.ts';
import type { CautionCondition, PartnerCondition } from './cautionSchema.ts';
import type { Facts, Partner } from './facts.ts';
import type { Guide } from './guide.ts';
import { type Language, say } from './language.ts';
import { countryByName, spokenName } from './places/country.ts';
import { namesakePairs } from './places/namesake.ts';
import { agreementEntries, baseEntries, type Preference, sisterCityEntries } from './priority.ts';
import type { AnyFacts } from './rule.ts';
import { isTrue } from './rules/usual.ts';
import { verdictWords } from './verdictWords.ts';

/** What the text of a caution may name: `{country}`, `{city}`, `{pair}`, `{bloc}`. */
export type Named = Readonly<Record<string, string>>;

/** What every condition gives the text; `undefined` when one of them does not hold, or is not known to. */
export function touches(
  when: readonly CautionCondition[],
  facts: Facts,
  guide: Guide,
  language: Language,
): Named | undefined {
  let named: Named = {};
  for (const condition of when) {
    const more = 'partner' in condition ? firstPartner(condition.partner, facts, guide, language) : {};
    if (!more || !('partner' in condition || holds(condition, facts, guide))) return undefined;
    named = { ...named, ...more };
  }
  return named;
}

function holds(
  condition: Exclude<CautionCondition, { partner: PartnerCondition }>,
  facts: Facts,
  guide: Guide,
): boolean {
  if ('partners' in condition) return overseasPartners(facts).length >= condition.partners;
  if ('base' in condition) return baseEntries(facts, guide).some(({ status }) => among(status, condition.base));
  if ('rules' in condition) {
    const rules = guide.rules.filter(({ row }) => condition.rules.includes(row.id));
    return rules.some(({ rule }) => among(rule.decide(facts, guide), condition.outcome));
  }
  const known: AnyFacts = facts;
  if ('below' in condition) {
    const amount = known[condition.fact];
    return typeof amount === 'number' && amount < guide.amount(condition.below);
  }
  if ('in' in condition || 'any' in condition || 'nonEmpty' in condition) return isTrue(condition, known) === true;
  const date = known[condition.fact];
  if (typeof date !== 'string' || !isPartialDate(date)) return false;
  const { from, to } = condition;
  return (from === undefined || isBefore(date, from) === false) && (to === undefined || isAfter(date, to) === false);
}

function among(value: string, list: readonly string[] | undefined): boolean {
  return list === undefined || list.includes(value);
}

/** What is to be named of the first partner of whom all of the condition is true. */
function firstPartner(condition: PartnerCondition, facts: Facts, guide: Guide, language: Language): Named | undefined {
  for (const partner of overseasPartners(facts)) {
    const named = namedOf(partner, condition, guide, language);
    if (named) return named;
  }
  return undefined;
}

function namedOf(partner: Partner, condition: PartnerCondition, guide: Guide, language: Language): Named | undefined {
  const country = partner.country === undefined ? undefined : countryByName(partner.country);
  if (!country || !among(country.zh, condition.in) || condition.notIn?.includes(country.zh)) return undefined;
  if (!among(country.continent, condition.on && [condition.on])) return undefined;
  const own = { country: spokenName(country.zh), city: partner.city ?? '' };
  if (condition.agreement) {
    const entries = agreementEntries({ partners: [partner] }, guide);
    if (!entries.length) return condition.agreement.includes('none') ? own : undefined;
    const found = entries.filter((entry) => fits(entry, condition.agreement, condition.entries));
    return found.length ? { ...own, bloc: blocs(found, guide).join('、') } : undefined;
  }
  if (condition.sisterCity) {
    const entries = sisterCityEntries({ partners: [partner] }, guide);
    const found = entries.filter((entry) => fits(entry, condition.sisterCity, condition.entries));
    const pairs = guide.sisterCities.filter(
      ({ no, jiangxiSide }) => found.some(({ nos }) => nos.includes(String(no))) && jiangxiSide !== condition.sideIsNot,
    );
    return pairs.length ? { ...own, pair: pairs.map((pair) => spokenPair(pair, language)).join('、') } : undefined;
  }
  if (!condition.namesake) return own;
  const meant = namesakePairs({ country: country.zh, city: own.city }, pairsOf(guide));
  return meant.length ? { ...own, pair: meant.map((pair) => spokenPair(pair, language)).join('、') } : undefined;
}

function fits({ status, nos }: Preference, statuses: readonly string[] | undefined, wanted: string[] | undefined) {
  return among(status, statuses) && (wanted === undefined || nos.some((no) => wanted.includes(no)));
}

function blocs(entries: readonly Preference[], guide: Guide): string[] {
  const nos = entries.flatMap((entry) => entry.nos);
  return guide.agreements.filter(({ no }) => nos.includes(no)).map(({ ours }) => ours.label);
}

type Pair = Guide['sisterCities'][number];

function pairsOf(guide: Guide) {
  return guide.sisterCities.map((pair) => ({ ...pair, aliases: pair.ours.aliases }));
}

function spokenPair({ no, jiangxiSide, foreignPlace, country }: Pair, language: Language): string {
  return say(verdictWords(language).pair, { no, side: jiangxiSide, place: foreignPlace, country });
}
