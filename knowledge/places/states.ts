import { z } from 'zod';
import { placeKey } from './han.ts';
import { regions } from './regions.ts';
import table from './states.json' with { type: 'json' };

/** What the states, provinces and prefectures of the countries of 附2 are called, with their GeoNames codes. */

const states = z.array(z.object({ code: z.string(), names: z.array(z.string()) })).parse(table);
const codesByCountry = new Map<string, Map<string, Set<string>>>();

/** The words that say what kind of place a name is; longer ones first. */
const kinds =
  '特别自治市|特别自治道|广域市|特别市|联邦州|自治州|自治区|自治市|共和国|边疆区|大区|地区|市|州|省|县|郡|区|町|村|镇|府|道|都';
const latinKinds =
  'state|province|prefecture|county|shire|oblast|krai|region|district|municipality|city|governorate|shi|ken';
const ending = new RegExp(`^(.+?)(${kinds}| (?:${latinKinds}))$`, 'u');

/** A key without its last word for a kind of place: 冈山县 → 冈山 and 县; 有田 → 有田 and no kind. */
export function splitKind(key: string): { stem: string; kind: string } {
  const found = ending.exec(key);
  return found?.[1] && found[2] ? { stem: found[1], kind: found[2].trim() } : { stem: key, kind: '' };
}

function add(country: string, name: string, codes: readonly string[]): void {
  const names = codesByCountry.get(country) ?? new Map<string, Set<string>>();
  codesByCountry.set(country, names);
  for (const key of [placeKey(name), splitKind(placeKey(name)).stem]) {
    const known = names.get(key) ?? new Set<string>();
    names.set(key, known);
    for (const code of codes) known.add(code);
  }
}

for (const { code, names } of states) for (const name of names) add(code.slice(0, 2), name, [code]);
for (const region of regions) {
  if (region.kind !== 'region') continue;
  const codes = region.codes.length > 0 ? region.codes : region.towns ? [region.towns.within] : [];
  if (codes.length > 0) for (const name of region.names) add(region.country, name, codes);
}

/** The codes of the state, province or listed district of this name in this country; empty when not known. */
export function stateCodes(name: string, country: string): readonly string[] {
  const key = placeKey(name);
  const names = codesByCountry.get(country);
  const found =
    names?.get(key) ?? names?.get(splitKind(key).stem) ?? names?.get(key.replace(/^(state|province|county) of /, ''));
  return found ? [...found] : [];
}

/** All names of states as keys, with their country, for reading free text. */
export function stateNames(): readonly { key: string; country: string }[] {
  return [...codesByCountry].flatMap(([country, names]) => [...names.keys()].map((key) => ({ key, country })));
}

/** The beginning of a Chinese key that names a state of this country (肯塔基州路易斯维尔 → 肯塔基州 and 路易斯维尔). */
export function leadingState(
  key: string,
  country: string,
): { state: string; rest: string; marked: boolean } | undefined {
  const names = codesByCountry.get(country);
  if (!names) return undefined;
  for (let end = Math.min(key.length - 1, 16); end > 0; end--) {
    const state = key.slice(0, end);
    const { stem, kind } = splitKind(state);
    if (kind !== '' && names.has(stem)) return { state, rest: key.slice(end), marked: true };
    if (end > 1 && names.has(state)) return { state, rest: key.slice(end), marked: false };
  }
  return undefined;
}
