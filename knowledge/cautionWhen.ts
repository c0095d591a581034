/** Whether a caution concerns some facts: its conditions, and what its text may name of the partner concerned. */
import { isAfter, isBefore, isPartialDate } from './calendar.ts';
import { inBothCategories, overseasPartners } from './category.ts';
import type { CautionCondition, PartnerCondition } from './cautionSchema.ts';
import type { Facts, Partner } from './facts.ts';
import type { Guide } from './guide.ts';
import { type Language, phraseIn, say } from './language.ts';
import { type Country, countryByName, spokenName } from './places/country.ts';
import { namesakePairs } from './places/namesake.ts';
import { agreementEntries, baseEntries, type Preference, pairsOf, sisterCityEntries } from './priority.ts';
import type { AnyFacts } from './rule.ts';
import { isTrue } from './rules/usual.ts';
import { verdictWords } from './verdictWords.ts';

/** What the text of a caution may name: `{country}`, `{city}`, `{pair}`, `{bloc}`. */
export type Named = Readonly<Record<string, string>>;

/** A case as conditions see it: where each overseas partner is looked up once. */
export interface Concerned {
  facts: Facts;
  guide: Guide;
  language: Language;
  partners: readonly Located[];
}

interface Located {
  country: Country;
  city: string;
  agreements: readonly Preference[];
  sisterCities: readonly Preference[];
}

export function concerned(facts: Facts, guide: Guide, language: Language): Concerned {
  return { facts, guide, language, partners: overseasPartners(facts).flatMap((each) => located(each, guide)) };
}

function located(partner: Partner, guide: Guide): Located[] {
  const country = partner.country === undefined ? undefined : countryByName(partner.country);
  if (!country) return [];
  const alone = { partners: [partner] };
  const agreements = agreementEntries(alone, guide);
  return [{ country, city: partner.city ?? '', agreements, sisterCities: sisterCityEntries(alone, guide) }];
}

/** What every condition gives the text; `undefined` when one of them does not hold, or is not known to. */
export function touches(when: readonly CautionCondition[], concerned: Concerned): Named | undefined {
  let named: Named = {};
  for (const condition of when) {
    const more = 'partner' in condition ? firstPartner(condition.partner, concerned) : holds(condition, concerned);
    if (!more) return undefined;
    if (more !== true) named = { ...named, ...more };
  }
  return named;
}

type Plain = Exclude<CautionCondition, { partner: PartnerCondition }>;

function holds(condition: Plain, { facts, guide }: Concerned): boolean {
  if ('bothCategories' in condition) return inBothCategories(facts, guide);
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
function firstPartner(condition: PartnerCondition, { partners, guide, language }: Concerned): Named | undefined {
  const { in: within, notIn, on, agreement, sisterCity, namesake, entries, sideIsNot } = condition;
  for (const partner of partners) {
    const { country, city, agreements, sisterCities } = partner;
    if (!among(country.zh, within) || notIn?.includes(country.zh) || !among(country.continent, on && [on])) continue;
    if (agreement && !agreements.length && !agreement.includes('none')) continue;
    const fitting = agreements.filter((entry) => fits(entry, agreement, entries));
    if (agreement && agreements.length && !fitting.length) continue;
    let nos: string[] = [];
    if (sisterCity) nos = sisterCities.filter((entry) => fits(entry, sisterCity, entries)).flatMap((each) => each.nos);
    if (namesake) nos = namesakePairs({ country: country.zh, city }, pairsOf(guide)).map(({ no }) => String(no));
    const pairs = guide.sisterCities.filter(
      ({ no, jiangxiSide }) => nos.includes(String(no)) && jiangxiSide !== sideIsNot,
    );
    if ((sisterCity || namesake) && !pairs.length) continue;
    return {
      country: phraseIn(spokenName(country.zh), language),
      city,
      pair: pairs.map((pair) => spokenPair(pair, language)).join(verdictWords(language).items),
      bloc: blocs(fitting, guide)
        .map((each) => phraseIn(each, language))
        .join(verdictWords(language).items),
    };
  }
  return undefined;
}

function fits({ status, nos }: Preference, statuses: readonly string[] | undefined, wanted: string[] | undefined) {
  return among(status, statuses) && (wanted === undefined || nos.some((no) => wanted.includes(no)));
}

function blocs(entries: readonly Preference[], guide: Guide): string[] {
  const nos = entries.flatMap((entry) => entry.nos);
  return guide.agreements.filter(({ no }) => nos.includes(no)).map(({ ours }) => ours.label);
}

function spokenPair({ no, jiangxiSide, foreignPlace, country }: Guide['sisterCities'][number], language: Language) {
  const named = (name: string): string => phraseIn(name, language);
  return say(verdictWords(language).pair, {
    no,
    side: named(jiangxiSide),
    place: named(foreignPlace),
    country: named(country),
  });
}
