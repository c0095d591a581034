/** What the three kinds of priority rest on: entries of 附1, 附2, 附3 and a declared joint laboratory. */
import { bareOf } from './bareGuide.ts';
import { overseasPartners } from './category.ts';
import type { Facts } from './facts.ts';
import type { Agreement, Guide } from './guide.ts';
import type { Base } from './guideSchema.ts';
import { countryByName } from './places/country.ts';
import { type SisterPair, sisterCityMatches } from './places/sisterCity.ts';

export interface Preference {
  kind: 'agreement' | 'sister-city' | 'base-or-joint-lab';
  entry: string;
  list: '附1' | '附2' | '附3' | '二';
  nos: string[];
  status: 'listed' | 'indirect' | 'within' | 'renamed' | 'self-declared';
}

type Partners = Pick<Facts, 'partners'>;

/** All priorities that the facts give, each entry once, in the order of the lists. */
export function preferencesOf(facts: Facts, guide: Guide): Preference[] {
  return [
    ...agreementEntries(facts, guide),
    ...sisterCityEntries(facts, guide),
    ...baseEntries(facts, guide),
    ...jointLabEntries(facts),
  ];
}

/** 附1: the partner's country by itself; only where it has no entry of its own, through its bloc. */
export function agreementEntries(facts: Partners, guide: Guide): Preference[] {
  const entries = overseasPartners(facts).flatMap((partner) => {
    const country = partner.country === undefined ? undefined : countryByName(partner.country);
    if (!country) return [];
    const own = guide.agreements.find((each) => each.party === country.zh);
    if (own) return [agreementEntry(own, 'listed')];
    return guide.agreements
      .filter((each) => each.ours.members?.includes(country.zh))
      .map((each) => agreementEntry(each, 'indirect'));
  });
  return once(entries);
}

function agreementEntry(each: Agreement, status: 'listed' | 'indirect'): Preference {
  const entry = each.party ? `附1 ${each.no}${each.party}` : `附1 ${each.no}、其他（${each.ours.label}）`;
  return { kind: 'agreement', entry, list: '附1', nos: [each.no], status };
}

const pairsByGuide = new WeakMap<Guide, readonly SisterPair[]>();

/** The pairs of 附2 as the matcher needs them; always the same list, by which it remembers what it worked out. */
export function pairsOf(laid: Guide): readonly SisterPair[] {
  const guide = bareOf(laid);
  const known = pairsByGuide.get(guide);
  if (known) return known;
  const made = guide.sisterCities.map((pair) => ({
    ...pair,
    aliases: pair.ours.aliases,
    region: pair.ours.region,
  }));
  pairsByGuide.set(guide, made);
  return made;
}

/** 附2: the pairs whose place the partner's city is, or lies in. */
export function sisterCityEntries(facts: Partners, guide: Guide): Preference[] {
  const pairs = pairsOf(guide);
  const entries = overseasPartners(facts).flatMap((partner) => {
    if (partner.country === undefined || !partner.city) return [];
    const place = { country: partner.country, city: partner.city };
    return sisterCityMatches(place, pairs).flatMap(({ no, status }): Preference[] => {
      const pair = guide.sisterCities.find((each) => each.no === no);
      if (!pair) return [];
      const entry = `附2 第${no}对 ${pair.jiangxiSide}—${pair.foreignPlace}（${pair.country}）`;
      return [{ kind: 'sister-city', entry, list: '附2', nos: [String(no)], status }];
    });
  });
  return once(entries);
}

/** Whether any pair of 附2 is in this country: otherwise the city need not be asked. */
export function isPairCountry(country: string | undefined, guide: Guide): boolean {
  const found = country === undefined ? undefined : countryByName(country);
  return found !== undefined && pairCountriesOf(guide).has(found.code);
}

const pairCountries = new WeakMap<Guide, ReadonlySet<string | undefined>>();

/** The codes of the countries in which the pairs of 附2 are. */
function pairCountriesOf(guide: Guide): ReadonlySet<string | undefined> {
  const known = pairCountries.get(guide);
  if (known) return known;
  const made = new Set(guide.sisterCities.map(({ country }) => countryByName(country)?.code));
  pairCountries.set(guide, made);
  return made;
}

/** 附3: the unit is a host, under the printed name or today's. */
export function baseEntries(facts: Pick<Facts, 'unit.name'>, guide: Guide): Preference[] {
  const name = facts['unit.name'] === undefined ? undefined : plain(facts['unit.name']);
  if (name === undefined) return [];
  const bases = hostsOf(guide).flatMap(({ base, names }) => (names.includes(name) ? [base] : []));
  const [first] = bases;
  if (!first) return [];
  const nos = bases.map((base) => String(base.no));
  const status = plain(first.host) === name ? 'listed' : 'renamed';
  return [{ kind: 'base-or-joint-lab', entry: `附3 第${nos.join('、')}个 ${first.host}`, list: '附3', nos, status }];
}

const hosts = new WeakMap<Guide, readonly { base: Base; names: readonly string[] }[]>();

/** The bases of 附3, each with its host's names, printed and today's. */
function hostsOf(guide: Guide): readonly { base: Base; names: readonly string[] }[] {
  const known = hosts.get(guide);
  if (known) return known;
  const made = guide.bases.map((base) => ({
    base,
    names: [base.host, base.ours.hostToday ?? base.host].map(plain),
  }));
  hosts.set(guide, made);
  return made;
}

function jointLabEntries(facts: Pick<Facts, 'jointLab'>): Preference[] {
  if (facts.jointLab !== 'existing') return [];
  return [
    { kind: 'base-or-joint-lab', entry: '二 第2段 共建联合实验室', list: '二', nos: [], status: 'self-declared' },
  ];
}

/** A name without the differences that typing makes: widths, brackets, spaces. */
function plain(name: string): string {
  return name.normalize('NFKC').replace(/[\s()（）]/g, '');
}

function once(entries: Preference[]): Preference[] {
  const byEntry = new Map<string, Preference>();
  for (const each of entries) {
    const known = byEntry.get(each.entry);
    if (!known || each.status === 'listed') byEntry.set(each.entry, each);
  }
  return [...byEntry.values()];
}
