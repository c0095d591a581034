import { countryByName } from './country.ts';
import { type Place, placesNamed } from './gazetteer.ts';
import { placeKey } from './han.ts';
import { type PlaceText, readPlaceText } from './placeText.ts';
import { liesIn, type Region, regionOf } from './regions.ts';
import { splitKind, stateCodes } from './states.ts';

/** One row of 附2 as the matcher needs it. */
export interface SisterPair {
  no: number;
  foreignPlace: string;
  country: string;
  aliases: readonly string[];
  /** Where it lies, for a place that `regions.json` does not have. */
  region?: Omit<Region, 'place' | 'country'> | undefined;
}

/** `listed`: the place itself stands in 附2; `within`: it lies in a listed state, province, county or former region. */
export interface SisterMatch {
  no: number;
  status: 'listed' | 'within';
}

interface Listed extends Region {
  no: number;
  keys: ReadonlySet<string>;
  /** The kind of place that 附2 prints: 市, 町, 郡, 大区 … or nothing. */
  printedKind: string;
}

const dominance = 5;
const townKinds = new Set(['市', '町', '村', '镇', '广域市', '特别市', 'city', 'shi']);

/**
 * The pairs of 附2 that a partner's city belongs to, in the order of the list. The country must be the same; a state named
 * before, after or in （） decides between places of one name; a bare name that several towns share proves nothing
 * unless one of them is five times as large as every other.
 */
export function sisterCityMatches(
  place: { country: string; city: string },
  pairs: readonly SisterPair[],
): SisterMatch[] {
  const country = countryByName(place.country);
  if (!country) return [];
  const rows = rowsIn(country.code, pairs);
  if (rows.length === 0) return [];
  const whole = placeKey(place.city.slice(0, 120));
  const printed = rows.find((row) => row.printed === whole);
  const text: PlaceText = printed
    ? { name: whole, codes: [], unknownState: false }
    : readPlaceText(place.city, country.code);
  if (text.name === '') return [];
  const towns = townsOf(text, country.code);
  const listed = rows.filter((row) => isListed(row, text, towns));
  const around = { towns, listed, country: country.code };
  return rows.flatMap((row): SisterMatch[] => {
    if (listed.includes(row)) return [{ no: row.no, status: 'listed' }];
    return isWithin(row, text, around) ? [{ no: row.no, status: 'within' }] : [];
  });
}

type Row = Listed & { printed: string };
const rowsByPairs = new WeakMap<readonly SisterPair[], ReadonlyMap<string | undefined, Row[]>>();

/** The codes of the countries in which a pair has this name (a `placeKey`), wherever the place of that name lies. */
export function countriesWith(name: string, pairs: readonly SisterPair[]): string[] {
  const found = [...rowsByCountry(pairs)].filter(([, rows]) => rows.some((row) => named(row, name)));
  return found.flatMap(([code]) => code ?? []);
}

function rowsIn(code: string, pairs: readonly SisterPair[]): readonly Row[] {
  return rowsByCountry(pairs).get(code) ?? [];
}

/** The rows of a list by the country in which they lie; worked out once for each list. */
function rowsByCountry(pairs: readonly SisterPair[]): ReadonlyMap<string | undefined, Row[]> {
  let byCountry = rowsByPairs.get(pairs);
  if (!byCountry) {
    const grouped = Map.groupBy(pairs, (pair) => countryByName(pair.country)?.code);
    byCountry = new Map([...grouped].map(([country, own]) => [country, own.map(withRegion)]));
    rowsByPairs.set(pairs, byCountry);
  }
  return byCountry;
}

function withRegion(pair: SisterPair): Row {
  const code = countryByName(pair.country)?.code ?? '';
  const region = pair.region ?? regionOf(pair.foreignPlace, code);
  const not = new Set((region?.notNames ?? []).map(placeKey));
  const printed = placeKey(pair.foreignPlace);
  const names = [
    pair.foreignPlace,
    ...pair.aliases.map((alias) => alias.replace(/[（(].*$/u, '').replace(/^.*\s/u, '')),
  ];
  const keys = [...names, ...(region?.names ?? [])].map(placeKey).filter((key) => !not.has(key));
  const { stem, kind } = splitKind(printed);
  const base = region ?? { kind: 'city' as const, codes: [], names: [], source: '' };
  return {
    ...base,
    no: pair.no,
    place: pair.foreignPlace,
    country: code,
    printed,
    printedKind: kind,
    keys: new Set([...keys, stem]),
  };
}

/** The towns that the text may mean: of this name, in the state that was named if one was. */
function townsOf({ name, codes }: PlaceText, country: string): readonly Place[] {
  const { stem, kind } = splitKind(name);
  const exact = placesNamed(name, country);
  const loose = kind === '' || townKinds.has(kind) || exact.length === 0 ? placesNamed(stem, country) : [];
  const fitting = [...new Set([...exact, ...loose, ...[...exact, ...loose].flatMap(namesakes)])].filter(
    (town) => kind === '' || town.zh.length === 0 || fitsKind(town, stem, kind),
  );
  return codes.length === 0 ? fitting : fitting.filter((town) => codes.some((code) => liesIn(town.code, code)));
}

/** Towns of the same Latin name, which the Chinese name means as well; in Japan and Korea the characters tell. */
function namesakes(town: Place): readonly Place[] {
  const [latin] = town.latin;
  if (latin === undefined || town.country === 'JP' || town.country === 'KR') return [];
  return placesNamed(latin, town.country);
}

function fitsKind(town: Place, stem: string, kind: string): boolean {
  if (kind === '市' || !townKinds.has(kind))
    return !town.zh.some((name) => /[町村]$/u.test(name) && splitKind(name).stem === stem);
  return true;
}

function isListed(row: Listed, text: PlaceText, towns: readonly Place[]): boolean {
  if (!named(row, text.name)) return false;
  if (row.kind === 'region') {
    if (text.codes.length > 0 && row.codes.length > 0 && !overlap(text.codes, row.codes)) return false;
    const { kind } = splitKind(text.name);
    const asTown = kind === '' || townKinds.has(kind);
    const printed = text.name === placeKey(row.names[0] ?? '') + row.printedKind;
    return printed || !asTown || !towns.some((town) => town.population >= 5000 || covers(row, town));
  }
  if (text.codes.length > 0) return overlap(text.codes, row.codes);
  return !text.unknownState || placesNamed(splitKind(text.name).stem, row.country).length <= 1;
}

function named(row: Listed, name: string): boolean {
  if (row.keys.has(name)) return row.suffix === undefined || !row.notNames?.some((not) => placeKey(not) === name);
  const { stem, kind } = splitKind(name);
  if (kind === '' || !row.keys.has(stem) || row.notNames?.some((not) => placeKey(not) === name)) return false;
  if (row.kind === 'region') return !townKinds.has(kind) || row.printedKind === '市' || hasTown(row, stem);
  if (row.country === 'JP' || row.country === 'KR')
    return kind === row.printedKind || row.printedKind === '' || kind === 'city' || kind === 'shi';
  return townKinds.has(kind);
}

/** A region's name with 市 is the town of that name, which is looked for below; without such a town it is nothing. */
function hasTown(row: Listed, stem: string): boolean {
  return placesNamed(stem, row.country).length > 0;
}

interface Around {
  towns: readonly Place[];
  listed: readonly Listed[];
  country: string;
}

function isWithin(row: Listed, text: PlaceText, { towns, listed, country }: Around): boolean {
  if (row.kind !== 'region' || (row.codes.length === 0 && row.towns === undefined)) return false;
  if (listed.some((other) => locations(other).some((code) => coversCode(row, code)))) return true;
  if (listed.length > 0 && text.codes.length === 0) return false;
  if (text.codes.length > 0 && text.codes.every((code) => coversCode(row, code))) return !contradicted(text, country);
  if (towns.length === 0) return isInnerState(row, text, country);
  if (text.unknownState || text.codes.length > 0) return towns.every((town) => covers(row, town));
  const [largest] = [...towns].sort((a, b) => b.population - a.population);
  const rest = towns.filter((town) => !covers(row, town));
  return (
    rest.length === 0 ||
    (largest !== undefined &&
      covers(row, largest) &&
      rest.every((town) => town.population * dominance <= largest.population))
  );
}

/** Where a listed place lies: its own codes, or what surrounds it where it has none. */
function locations(row: Listed): readonly string[] {
  return row.codes.length > 0 ? row.codes : row.towns ? [row.towns.within] : [];
}

/** The only town of this name is a great city in another state: 纳什维尔（肯塔基州）, 全罗南道光州. */
function contradicted({ name, codes }: PlaceText, country: string): boolean {
  const towns = [...placesNamed(name, country), ...placesNamed(splitKind(name).stem, country)];
  const great = towns.some((town) => town.population >= 500_000);
  return great && !towns.some((town) => codes.some((code) => liesIn(town.code, code)));
}

/** The place is itself a state or district inside the region: 马恩省 in the former 香槟阿登. */
function isInnerState(row: Listed, { name }: PlaceText, country: string): boolean {
  const codes = stateCodes(name, country);
  return (
    codes.length > 0 &&
    codes.every((code) => coversCode(row, code)) &&
    !row.notNames?.some((not) => placeKey(not) === name)
  );
}

function covers(row: Listed, town: Place): boolean {
  if (coversCode(row, town.code)) return true;
  const { towns } = row;
  return (
    towns !== undefined && liesIn(town.code, towns.within) && town.latin.some((name) => towns.names.includes(name))
  );
}

function coversCode(row: Listed, code: string): boolean {
  return row.codes.some((outer) => liesIn(code, outer));
}

function overlap(some: readonly string[], others: readonly string[]): boolean {
  return some.some((code) => others.some((other) => liesIn(code, other) || liesIn(other, code)));
}
