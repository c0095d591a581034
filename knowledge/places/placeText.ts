import { countryByName } from './country.ts';
import { placesNamed } from './gazetteer.ts';
import { placeKey } from './han.ts';
import { leadingState, splitKind, stateCodes } from './states.ts';

/**
 * A city as a person writes it, taken apart: 肯塔基州路易斯维尔, Louisville, KY and 路易斯维尔（肯塔基州） are all
 * the name 路易斯维尔 in a place whose codes are `US.KY`.
 */
export interface PlaceText {
  name: string;
  /** GeoNames codes of the states or districts that were named and are known. */
  codes: readonly string[];
  /** A state or district was named that is not in our table. */
  unknownState: boolean;
}

const longest = 120;

/** Takes apart the text of a city of the country with this code. */
export function readPlaceText(text: string, country: string): PlaceText {
  const plain = text.slice(0, longest).normalize('NFKC').trim();
  const remarks = [...plain.matchAll(/\(([^()]*)\)/g)].flatMap((match) => splitParts(match[1] ?? ''));
  const parts = splitParts(plain.replace(/\([^()]*\)?/g, ' '));
  const { name, others } = chooseName(
    parts.filter((part) => !isCountry(part, country)),
    country,
  );
  const inner = peel(name, country);
  const stated = [...remarks, ...others, ...inner.states].filter((part) => !isCountry(part, country));
  const found = stated.map((part) => codesOf(part, country));
  const codes = narrowest(found.flat());
  return { name: inner.name, codes, unknownState: codes.length === 0 && found.length > 0 };
}

function splitParts(text: string): string[] {
  return text
    .split(/[,，、;；/|]+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u)
    .map((part) => part.trim().replace(/\s+\d{4,6}(?:-\d+)?$/, ''))
    .filter((part) => part !== '');
}

function isCountry(part: string, country: string): boolean {
  const found = countryByName(part);
  if (!found || found.code !== country) return false;
  return stateCodes(part, country).length === 0 && placesNamed(part, country).length === 0;
}

/** Chinese goes from the large to the small, Latin script from the small to the large; a known state is never the name beside another part. */
function chooseName(parts: readonly string[], country: string): { name: string; others: string[] } {
  if (parts.length <= 1) return { name: parts[0] ?? '', others: [] };
  const candidates = parts.filter(
    (part) => stateCodes(part, country).length === 0 || placesNamed(part, country).length > 0,
  );
  const marked = candidates.filter((part) => !/[州省道]$|(?:state|province|county)$/iu.test(part));
  const pool = marked.length > 0 ? marked : candidates.length > 0 ? candidates : parts;
  const name = (/\p{Script=Han}/u.test(parts[0] ?? '') ? pool.at(-1) : pool[0]) ?? '';
  return { name, others: parts.filter((part) => part !== name) };
}

/** Takes the country and the states off the front of a Chinese name, and the state off the end of a Latin one. */
function peel(text: string, country: string): { name: string; states: string[] } {
  let name = placeKey(text);
  const states: string[] = [];
  for (let round = 0; round < 4; round++) {
    const next = /\p{Script=Han}/u.test(name) ? peelChinese(name, country) : peelLatin(name, country);
    if (!next) break;
    name = next.name;
    if (next.state !== undefined) states.push(next.state);
  }
  return { name, states };
}

interface Peeled {
  name: string;
  state?: string;
}

function peelChinese(name: string, country: string): Peeled | undefined {
  if (isKnown(name, country)) return undefined;
  for (let end = Math.min(name.length - 2, 10); end > 1; end--) {
    if (/^[市州省县郡区町府道]/u.test(name.slice(end))) continue;
    if (countryByName(name.slice(0, end))?.code === country) return { name: name.slice(end).replace(/^的/, '') };
  }
  const lead = leadingState(name, country);
  if (lead && (lead.marked || isKnown(lead.rest, country)) && !/^[市州省县郡区町府道]/u.test(lead.rest)) {
    return { name: lead.rest, state: lead.state };
  }
  const district = /^.{1,8}?[郡县区](?=.{2,}$)/u.exec(name)?.[0];
  if (district && (/[郡].{1,8}[町村]$/u.test(name) || isKnown(name.slice(district.length), country))) {
    return { name: name.slice(district.length) };
  }
  const city = /^.{2,8}?市(?=.{2,}[区町]$)/u.exec(name)?.[0];
  return city && isKnown(city, country) ? { name: city } : undefined;
}

function peelLatin(name: string, country: string): Peeled | undefined {
  if (isKnown(name, country)) return undefined;
  const words = name.split(' ');
  for (let from = 1; from < words.length; from++) {
    const tail = words.slice(from).join(' ');
    if (stateCodes(tail, country).length > 0) return { name: words.slice(0, from).join(' '), state: tail };
    if (countryByName(tail)?.code === country) return { name: words.slice(0, from).join(' ') };
  }
  return undefined;
}

function isKnown(key: string, country: string): boolean {
  return (
    placesNamed(key, country).length > 0 ||
    placesNamed(splitKind(key).stem, country).length > 0 ||
    stateCodes(key, country).length > 0
  );
}

/** The codes of a state; failing that, of the only town of this name (路易斯维尔 in 奥克莫尼，路易斯维尔). */
function codesOf(part: string, country: string): readonly string[] {
  const states = stateCodes(part, country);
  if (states.length > 0) return states;
  const towns = new Set(placesNamed(splitKind(placeKey(part)).stem, country).map((place) => place.code));
  return towns.size === 1 ? [...towns] : [];
}

function narrowest(codes: readonly string[]): readonly string[] {
  return codes.filter((code) => !codes.some((other) => other !== code && other.startsWith(`${code}.`)));
}
