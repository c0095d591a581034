/** A place that a question names: in which country it is meant, and what 附2 has of it. */
import type { Guide } from '../../../guide.ts';
import type { SisterCity } from '../../../guideSchema.ts';
import { type Country, countryByCode, spokenName } from '../../../places/country.ts';
import { placesNamed } from '../../../places/gazetteer.ts';
import { placeKey } from '../../../places/han.ts';
import { namesakePairs } from '../../../places/namesake.ts';
import { sisterCityMatches } from '../../../places/sisterCity.ts';
import { splitKind } from '../../../places/states.ts';
import { pairsOf } from '../../../priority.ts';
import { type Asked, type Mention, named } from '../../asked.ts';
import { isFamous } from '../../entities/places.ts';
import { asWritten, type Frame } from './frame.ts';
import { pairNumbered } from './pairs.ts';

export interface Where {
  /** As the person wrote it. */
  name: string;
  country: Country | undefined;
  listed: readonly SisterCity[];
  /** Pairs whose state or province the place lies in. */
  within: readonly SisterCity[];
  /** Pairs of the same name in another country than the one that is meant. */
  namesakes: readonly SisterCity[];
  /** No country was said, and places of this name lie elsewhere too. */
  elsewhere: boolean;
  /** The name means a greater place elsewhere at least as often as the listed one. */
  doubtful: boolean;
}

/** One place in two spellings (不伦瑞克, 布伦瑞克) is told of once. */
export function apart(places: readonly Where[]): Where[] {
  const pairs = ({ listed, namesakes }: Where) => [...listed, ...namesakes].map(({ no }) => no).join();
  return places.filter(
    (each, at) =>
      pairs(each) === '' ||
      places.findIndex((other) => pairs(other) === pairs(each) && other.country === each.country) === at,
  );
}

/** 索拉洛郡是墨西哥的吧: the country that is asked about where the listed place lies in another. */
export function wronglyIn({ listed }: Where, { asked }: Frame): string | undefined {
  const lands = named(asked, 'country');
  const own = lands.some(({ code }) => listed.some(({ country }) => country === countryByCode(code)?.zh));
  const said = lands.find(({ start }) => /(?:是|属于|归|算)$/u.test(asked.text.slice(0, start)));
  const zh = said && !own ? countryByCode(said.code)?.zh : undefined;
  return zh === undefined ? undefined : spokenName(zh);
}

type PlaceMention = Extract<Mention, { is: 'place' }>;

/** Every place of the question, a name once. */
export function placesOf(asked: Asked, guide: Guide): Where[] {
  const seen = new Set<string>();
  return named(asked, 'place').flatMap((place) => {
    if (seen.has(place.name)) return [];
    seen.add(place.name);
    return [whereIs(place, asked, guide)];
  });
}

function whereIs(place: PlaceMention, asked: Asked, guide: Guide): Where {
  const said = countrySaid(place, asked);
  const written = asWritten(asked, place.name);
  if (said) return inCountry(place.name, written, said, guide);
  const candidates = place.countries.flatMap((code) => countryByCode(code) ?? []);
  const all = candidates.map((country) => inCountry(place.name, written, country, guide));
  const hit = all.find(({ listed }) => listed.length > 0);
  if (hit) {
    const here = people(place.name, hit.country?.code);
    const there = Math.max(
      0,
      ...candidates.filter((each) => each !== hit.country).map(({ code }) => people(place.name, code)),
    );
    const printed = hit.listed.some(({ foreignPlace }) => sameName(foreignPlace, place.name));
    return {
      ...hit,
      elsewhere: candidates.length > 1,
      doubtful:
        !printed &&
        (there > here || candidates.some((each) => each !== hit.country && isFamous(place.name, each.code))),
    };
  }
  const [largest] = [...all].sort(
    (one, other) => people(place.name, other.country?.code) - people(place.name, one.country?.code),
  );
  return (
    largest ?? {
      name: written,
      country: undefined,
      listed: [],
      within: [],
      namesakes: [],
      elsewhere: false,
      doubtful: false,
    }
  );
}

function sameName(printed: string, name: string): boolean {
  const [one, other] = [placeKey(printed), placeKey(name)];
  return one === other || splitKind(one).stem === splitKind(other).stem;
}

function people(name: string, code: string | undefined): number {
  const own = [...placesNamed(name, code), ...placesNamed(splitKind(placeKey(name)).stem, code)];
  const twins = own.flatMap((each) => placesNamed(each.latin[0] ?? '', code));
  return Math.max(0, ...[...own, ...twins].map(({ population }) => population));
}

/** The country right beside the place, or the only one of its countries that the question names. */
function countrySaid(place: PlaceMention, asked: Asked): Country | undefined {
  const all = named(asked, 'country');
  const beside = all.find(({ start, end }) => {
    const gap = end <= place.start ? asked.text.slice(end, place.start) : asked.text.slice(place.end, start);
    return gap.length <= 4 && /^(?:的|那边的?|[ ,，、(]|in)*$/.test(gap);
  });
  const among = all.filter(({ code }) => place.countries.includes(code));
  const chosen = among[0] ?? beside ?? (all.length === 1 && place.pairs.length === 0 ? all[0] : undefined);
  return chosen && countryByCode(chosen.code);
}

function inCountry(name: string, written: string, country: Country, guide: Guide): Where {
  const there = { country: country.zh, city: name };
  const matches = sisterCityMatches(there, pairsOf(guide));
  const pairs = (status: 'listed' | 'within') =>
    matches.filter((each) => each.status === status).flatMap(({ no }) => pairNumbered(guide, no) ?? []);
  const namesakes = namesakePairs(there, pairsOf(guide)).flatMap(({ no }) => pairNumbered(guide, no) ?? []);
  return {
    name: written,
    country,
    listed: pairs('listed'),
    within: pairs('within'),
    namesakes: namesakes.filter((each) => each.country !== country.zh),
    elsewhere: false,
    doubtful: false,
  };
}
