import { type Country, countryByCode, countryByName } from './country.ts';
import { placesNamed } from './gazetteer.ts';
import { placeKey } from './han.ts';
import { regions } from './regions.ts';
import { splitKind, stateCodes, stateNames } from './states.ts';

/** In which countries a place of this name may lie. */
export interface Candidate {
  country: Country;
  /** People of the largest town of this name; a state counts as a great city. */
  weight: number;
  listed: boolean;
}

const stateWeight = 1_000_000;
const clearly = 10;
/** GeoNames lacks Chinese names of some great cities, so a small town of a Chinese name is no proof. */
const enough = { chinese: 100_000, latin: 50_000 };
const towns = new Set(['市', '町', '村', '镇', '']);
const mainland = new Set(
  '北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 内蒙古 广西 西藏 宁夏 新疆 南昌 九江 景德镇 萍乡 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 赣江新区 井冈山 庐山 瑞金 瑞昌 丰城 高安 樟树 德兴 贵溪 共青城'.split(
    ' ',
  ),
);
/** Names of listed regions that are also plain words. */
const generic = new Set(['北部', '中央', '自由', '西北', '首都', '北海']);
const stateCountries = new Map<string, Set<string>>();
for (const { key, country } of stateNames())
  stateCountries.set(key, (stateCountries.get(key) ?? new Set()).add(country));
const listedNames = new Map<string, Set<string>>();
for (const region of regions) {
  for (const name of region.names) {
    const key = placeKey(name);
    if (!region.notNames?.includes(name)) listedNames.set(key, (listedNames.get(key) ?? new Set()).add(region.country));
  }
}

/** The Chinese province or the city of Jiangxi that the text begins with (江西财经大学 → 江西). */
export function mainlandStart(text: string): string | undefined {
  return [...mainland].find((name) => text.startsWith(name));
}

/** Every country that has a place of this name, the most likely first. */
export function placeCandidates(name: string): Candidate[] {
  const key = placeKey(name);
  const { stem, kind } = splitKind(key);
  const weights = new Map<string, number>();
  const raise = (code: string, weight: number) => weights.set(code, Math.max(weights.get(code) ?? 0, weight));
  for (const form of new Set(key.length > 2 && kind !== '' ? [key, stem] : [key])) {
    if (mainland.has(form)) raise('CN', 10 * stateWeight);
    for (const code of listedNames.get(form) ?? []) raise(code, 1);
    if (form.length > 2 || kind !== '' || /^\p{Script=Han}{2}$/u.test(form)) {
      for (const code of stateCountries.get(form) ?? []) raise(code, stateWeight);
    }
  }
  const forms = towns.has(kind) || (weights.size === 0 && key.length > 2) ? [key, stem] : [key];
  for (const place of forms.flatMap((form) => (form.length > 1 ? placesNamed(form) : [])))
    raise(place.country, place.population);
  if (/\p{Script=Han}/u.test(name)) raiseNamesakes(forms, weights);
  const same = countryByName(name);
  if (same && weights.size > 0) raise(same.code, stateWeight);
  const found = [...weights].flatMap(([code, weight]) => {
    const country = countryByCode(code);
    const listed = listedNames.get(key)?.has(code) === true || listedNames.get(stem)?.has(code) === true;
    return country ? [{ country, weight, listed }] : [];
  });
  return found.sort((a, b) => b.weight - a.weight);
}

/** The same Latin name elsewhere: GeoNames does not give every 伯明翰 its Chinese name. */
function raiseNamesakes(forms: readonly string[], weights: Map<string, number>): void {
  for (const place of forms.flatMap((form) => (form.length > 1 ? placesNamed(form) : []))) {
    if (place.population < 20_000 || ['CN', 'JP', 'KR', 'TW', 'VN'].includes(place.country)) continue;
    for (const twin of placesNamed(place.latin[0] ?? '')) {
      weights.set(twin.country, Math.max(weights.get(twin.country) ?? 0, twin.population));
    }
  }
}

/** The one country that is meant: a great or listed place, ten times as large as elsewhere, and nothing listed elsewhere. */
export function clearCountry(name: string, candidates: readonly Candidate[]): Country | undefined {
  const [first, second] = candidates;
  if (!first || generic.has(placeKey(name))) return undefined;
  const least = /\p{Script=Han}/u.test(name) ? enough.chinese : enough.latin;
  const short = /^\p{Script=Han}{1,2}$/u.test(placeKey(name));
  if (first.weight < least && (!first.listed || (short && first.weight < 1000))) return undefined;
  if (!second) return first.country;
  if (candidates.slice(1).some((other) => other.listed && !first.listed)) return undefined;
  return first.weight >= clearly * second.weight ? first.country : undefined;
}

/** Whether the country has a state, a listed place or a town of this name. */
export function isPlaceOf(name: string, country: string): boolean {
  const key = placeKey(name);
  const { stem, kind } = splitKind(key);
  const forms = key.length > 2 && kind !== '' ? [key, stem] : [key];
  return forms.some(
    (form) =>
      placesNamed(form, country).length > 0 ||
      listedNames.get(form)?.has(country) === true ||
      stateCodes(form, country).length > 0,
  );
}
