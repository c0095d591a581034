/** Towns and regions outside the mainland that a text names: those of 附2, and those of the world that are surely not in it. */
import type { Guide } from '../../guide.ts';
import { countryByCode, countryByName } from '../../places/country.ts';
import { longestName, longestOf, type Place, placesOf } from '../../places/gazetteer.ts';
import { placeKey } from '../../places/han.ts';
import { regions } from '../../places/regions.ts';
import { sisterCityMatches } from '../../places/sisterCity.ts';
import { stateNames } from '../../places/states.ts';
import { pairsOf } from '../../priority.ts';
import type { Mention } from '../asked.ts';
import cities from './listsCities.json' with { type: 'json' };
import stops from './listsStops.json' with { type: 'json' };

/** Whether the guide lists a name, and how many people live in the largest town of this name. */
interface Known {
  countries: Set<string>;
  listed: boolean;
  people: number;
}

/** Names that are plain words too: only with their kind of place behind them, or their country before them. */
const plainWords = new Set(stops.plainWords);
/** Names in Latin script that are plain words, never taken for a town by themselves. */
const plainLatin = new Set(stops.plainLatin);
const wellKnown = new Set(stops.wellKnown);
const cityInMainland = new Set(stops.mainland);

/** A state counts as a great city. */
const stateSize = 1_000_000;
const more: Readonly<Record<string, readonly string[]>> = stops.more;

/** Names beside those of the extract, and how long a name with a given first sign may be. */
interface Names {
  others: ReadonlyMap<string, Known>;
  longest: ReadonlyMap<string, number>;
}

let everywhere: Names | undefined;
const byList = new WeakMap<Guide['sisterCities'], Names>();

/** What every guide knows, and the places that only this guide's 附2 has. */
function namesIn({ sisterCities }: Guide): Names {
  const known = byList.get(sisterCities);
  if (known) return known;
  const own = sisterCities.filter(({ ours }) => ours.region !== undefined);
  everywhere ??= withLengths(load([]));
  const names = own.length === 0 ? everywhere : withLengths(load(own));
  byList.set(sisterCities, names);
  return names;
}

const withLengths = (others: Map<string, Known>): Names => ({ others, longest: longestOf(others.keys()) });

/** States, the places of 附2, and towns that the extract knows only under other names. */
function load(own: Guide['sisterCities']): Map<string, Known> {
  const all = new Map<string, Known>();
  const add = (key: string, country: string, more: { listed?: boolean; people?: number }) => {
    const known = all.get(key) ?? { countries: new Set<string>(), listed: false, people: 0 };
    known.countries.add(country);
    known.listed ||= more.listed === true;
    known.people = Math.max(known.people, more.people ?? 0);
    all.set(key, known);
  };
  for (const { key, country } of stateNames()) if (key.length > 2) add(key, country, { people: stateSize });
  for (const city of cityInMainland) add(city, 'CN', { people: stateSize });
  for (const [country, names] of Object.entries(cities))
    for (const name of names) add(placeKey(name), country, { people: stateSize });
  for (const region of regions) {
    for (const name of [...region.names, ...(more[region.place] ?? [])])
      add(placeKey(name), region.country, { listed: true });
  }
  for (const { foreignPlace, country, ours } of own)
    for (const name of [foreignPlace, ...ours.aliases, ...(ours.region?.names ?? [])])
      add(placeKey(name), countryByName(country)?.code ?? '', { listed: true });
  return all;
}

/** What is known of a name in one spelling; small towns only under their Chinese name. */
function knownAs(key: string, { others }: Names): Known | undefined {
  const other = others.get(key);
  const towns = placesOf(key).filter((place) => place.country !== 'CN' && (han.test(key) || isLarge(place)));
  if (towns.length === 0) return other;
  return {
    countries: new Set([...(other?.countries ?? []), ...towns.map(({ country }) => country)]),
    listed: other?.listed === true,
    people: Math.max(other?.people ?? 0, ...towns.map(({ population }) => population)),
  };
}

const han = /\p{Script=Han}/u;
const isLarge = ({ population, zh }: Place) => population >= 100_000 || (zh.length > 0 && population >= 20_000);

/** How long a name with this first sign may be. */
const reach = (first: string, { longest }: Names): number => Math.max(longestName(first), longest.get(first) ?? 0);

const sister =
  /结的|结了|结对|跟省里|友城|友好|友成|友市|姐妹|姊妹|结好|结对|结缘|附件?2|外方|对方|合作方|sister|twin|partner|city|province/;
const before = /(?:在|位于|来自|坐落于|设在|地处|和|跟|与|同|国|的|从|到|[,，、。;；(])$/u;
const behind =
  /^(?:大学|理工|工业|医科|科技|技术|国立|州立|市|省|州|府|郡|县|町|那边|那里|那头|方面|的|这边|这个|这里|这|地方|跟|和|与|哪|也|到底|属于|都|呢|吗|吧|有|行|或|是|算|在不在|能|可以|有没有|[,，、。;；?？)]|$)/u;
const kindBehind =
  /^(?:自治区|自治州|边疆区|特别市|广域市|共和国|大区|地区|联邦州|自治市|市(?![场政民长值])|州(?!立)|省(?![级里内])|县|郡|町|村|府|区(?!域|块|别)|道(?!路|理))/u;

/** 景德镇那个奥本 */
const ofSide =
  /(?:南昌|九江|景德镇|宜春|上饶|赣州|鹰潭|新余|吉安|萍乡|抚州|贵溪|井冈山|瑞昌|丰城|高安|樟树|德兴|月湖区)市?(?:的|那个?|这个?)$/u;

/** Signs between the parts of a foreign name are left out: the reading runs over the rest and keeps where it stood. */
function without(text: string): { plain: string; at: number[] } {
  const at: number[] = [];
  let plain = '';
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    if (
      /[-·•・.]/.test(sign) &&
      /\p{Script=Han}/u.test(text.charAt(i - 1)) &&
      /\p{Script=Han}/u.test(text.charAt(i + 1))
    )
      continue;
    plain += sign;
    at.push(i);
  }
  at.push(text.length);
  return { plain, at };
}

/** The towns and regions in a text in one spelling. */
export function placesIn(text: string, guide: Guide): Mention[] {
  const { plain, at } = without(text);
  const context = sister.test(text);
  const names = namesIn(guide);
  const found: Mention[] = [];
  for (let start = 0; start < plain.length; start++) {
    const hit = hanAt(plain, start, { context, names }) ?? latinAt(plain, start, { context, names });
    if (!hit) continue;
    const from = at[start] ?? start;
    const to = (at[hit.end - 1] ?? hit.end - 1) + 1;
    found.push({ is: 'place', ...asPlace(text.slice(from, to), hit.known, guide), start: from, end: to });
    start = hit.end - 1;
  }
  return found;
}

interface Hit {
  end: number;
  known: Known;
}

interface How {
  context: boolean;
  names: Names;
}

function hanAt(text: string, start: number, { context, names }: How): Hit | undefined {
  for (let length = Math.min(reach(text.charAt(start), names), text.length - start); length > 1; length--) {
    const name = text.slice(start, start + length);
    const known = knownAs(name, names);
    if (!known || !han.test(name)) continue;
    const end = start + length;
    const rest = text.slice(end);
    const kind = kindBehind.exec(rest)?.[0] ?? '';
    const country = countryBefore(text, start);
    if (!isMeant(name, known, { kind, country, lead: text.slice(0, start), rest, context })) continue;
    return { end: end + kind.length, known };
  }
  return undefined;
}

interface Around {
  kind: string;
  country: string | undefined;
  lead: string;
  rest: string;
  context: boolean;
}

function isMeant(name: string, known: Known, { kind, country, lead, rest, context }: Around): boolean {
  if (country !== undefined && known.countries.has(country)) return true;
  if (plainWords.has(name)) return known.listed && kind !== '' && kind !== '区';
  if (cityInMainland.has(name)) return /友城|友好城|姐妹|姊妹|附件?2/.test(lead + rest);
  if (known.listed)
    return (
      name.length > 2 ||
      kind !== '' ||
      context ||
      ofSide.test(lead) ||
      (before.test(lead) && behind.test(rest)) ||
      lead === ''
    );
  if (name.length > 2) return known.people >= 15_000 || context;
  if (wellKnown.has(name)) return true;
  if (known.people < 5000) return false;
  return (context && (behind.test(rest) || before.test(lead))) || (before.test(lead) && behind.test(rest));
}

/** The country that stands right before a name: 日本清水, 加纳的北部. */
function countryBefore(text: string, start: number): string | undefined {
  const lead = text.slice(0, start).replace(/(?:那边)?的?$/u, '');
  for (let length = Math.min(lead.length, 8); length > 1; length--) {
    const found = countryByName(lead.slice(-length));
    if (found) return found.code;
  }
  return undefined;
}

const letter = /[a-zà-ÿ]/;

function latinAt(text: string, start: number, { context, names }: How): Hit | undefined {
  if (!letter.test(text.charAt(start)) || letter.test(text.charAt(start - 1))) return undefined;
  const whole = /^[a-zà-ÿ'’. &-]+/.exec(text.slice(start))?.[0] ?? '';
  const parts = whole.split(/(?=[ ])/).slice(0, 5);
  for (let count = parts.length; count > 0; count--) {
    const written = parts
      .slice(0, count)
      .join('')
      .replace(/[ .'’-]+$/, '');
    const key = placeKey(written);
    if (key.length < 3 || plainLatin.has(key) || letter.test(text.charAt(start + written.length))) continue;
    const known = knownAs(key, names);
    if (!known || (!known.listed && known.people < (context ? 20_000 : 200_000))) continue;
    return { end: start + written.length, known };
  }
  return undefined;
}

/** The mention with every country in which it may lie and the pairs of 附2 that it may be or lie in. */
function asPlace(written: string, known: Known, guide: Guide): { name: string; countries: string[]; pairs: number[] } {
  const codes = [...known.countries];
  const own = codes.map((code) => {
    const country = countryByCode(code)?.zh;
    return country === undefined
      ? []
      : sisterCityMatches({ country, city: written }, pairsOf(guide)).map(({ no }) => no);
  });
  return { name: written, countries: codes, pairs: [...new Set(own.flat())] };
}

/** A great city or state that the table of towns knows only under other names. */
export function isFamous(name: string, code: string): boolean {
  const own: Readonly<Record<string, readonly string[]>> = cities;
  return own[code]?.includes(name) === true;
}
