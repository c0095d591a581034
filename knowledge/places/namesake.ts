/** A city that has the name of a place of 附2 and is not that place: 林肯 in the United States. */
import { countryByName } from './country.ts';
import { readPlaceText } from './placeText.ts';
import { type SisterPair, sisterCityMatches } from './sisterCity.ts';

/**
 * The pairs of 附2 that the name of a partner's city would mean in another country, or in its own without the state that
 * was named; none when the city itself belongs to a pair.
 */
export function namesakePairs<Pair extends SisterPair>(
  place: { country: string; city: string },
  pairs: readonly Pair[],
): Pair[] {
  const country = countryByName(place.country);
  if (!country || sisterCityMatches(place, pairs).length > 0) return [];
  const { name } = readPlaceText(place.city, country.code);
  if (name === '') return [];
  const lands = [...new Set(pairs.map((pair) => pair.country))];
  return lands.flatMap((land) => {
    const meant = sisterCityMatches({ country: land, city: name }, pairs).filter(({ status }) => status === 'listed');
    return pairs.filter(({ no }) => meant.some((match) => match.no === no));
  });
}
