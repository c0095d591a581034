/** A city that has the name of a place of 附2 and is not that place: 林肯 in the United States. */
import { countryByCode, countryByName } from './country.ts';
import { readPlaceText } from './placeText.ts';
import { countriesWith, type SisterPair, sisterCityMatches } from './sisterCity.ts';

/**
 * The pairs of 附2 that the name of a partner's city would mean in another country, or in its own without the state that
 * was named; none when the city itself belongs to a pair.
 */
export function namesakePairs(place: { country: string; city: string }, pairs: readonly SisterPair[]): SisterPair[] {
  const country = countryByName(place.country);
  if (!country || sisterCityMatches(place, pairs).length > 0) return [];
  const { name } = readPlaceText(place.city, country.code);
  if (name === '') return [];
  return countriesWith(name, pairs).flatMap((code) => {
    const there = { country: countryByCode(code)?.zh ?? '', city: name };
    const meant = sisterCityMatches(there, pairs).filter(({ status }) => status === 'listed');
    return pairs.filter(({ no }) => meant.some((match) => match.no === no));
  });
}
