/** Which category the partners' places make an application, and whether a direction belongs to it (guide 一, 五). */
import type { Facts, Partner } from './facts.ts';
import type { Guide } from './guide.ts';
import { categoryOfCountry } from './places/category.ts';
import { countryByName } from './places/country.ts';

export type Category = 'europe-americas' | 'other-countries-regions' | 'mixed' | 'unclear';
/** Where a partner is: a category, or why there is none. */
export type Place = 'europe-americas' | 'other-countries-regions' | 'taiwan' | 'unclear' | 'unknown';

/**
 * The partners that count for category and priorities: all but those registered in the mainland, as far as known;
 * one whose country is given as 中国 counts only when it is said to be registered overseas.
 */
export function overseasPartners(facts: Pick<Facts, 'partners'>): Partner[] {
  return (facts.partners ?? []).filter(
    ({ registeredOverseas, country }) => registeredOverseas ?? (country === undefined || !isMainland(country)),
  );
}

function isMainland(country: string): boolean {
  return countryByName(country)?.mainland === true;
}

/** The place of one partner. An international organisation has none (the guide does not say). */
export function placeOf(partner: Partner, guide: Guide): Place {
  const country = partner.country === undefined ? undefined : countryByName(partner.country);
  const category = country && categoryOfCountry(country, guide.rulings);
  if (!category) return 'unknown';
  if (category === 'taiwan') return category;
  if (partner.kind === 'international-organisation' && !guide.laid?.readings.organisationsByCountry) return 'unclear';
  return category === 'mainland' ? 'unclear' : category;
}

/** The category that the partners make together. */
export function categoryOf(facts: Pick<Facts, 'partners'>, guide: Guide): Category {
  const places = new Set(overseasPartners(facts).map((partner) => placeOf(partner, guide)));
  const europe = places.has('europe-americas');
  const other = places.has('other-countries-regions');
  // A ruling on both categories settles nothing while one more place is not known.
  if (europe && other) return guide.laid?.readings.bothCategories && places.size > 2 ? 'unclear' : 'mixed';
  if (places.size !== 1) return 'unclear';
  if (europe) return 'europe-americas';
  return other ? 'other-countries-regions' : 'unclear';
}

/** Whether there are overseas partners in both categories. */
export function inBothCategories(facts: Pick<Facts, 'partners'>, guide: Guide): boolean {
  const places = overseasPartners(facts).map((partner) => placeOf(partner, guide));
  return places.includes('europe-americas') && places.includes('other-countries-regions');
}

/** Whether the direction belongs to the category; `unclear` while either is not known. */
export function directionAllowed(category: Category, direction: number | undefined, guide: Guide): boolean | 'unclear' {
  const both = guide.laid?.readings.bothCategories;
  if (direction === undefined || category === 'unclear') return 'unclear';
  if (category === 'mixed' && both === 'none') return false;
  if (category === 'mixed' && both === 'direction') return guide.directions.some((each) => each.number === direction);
  if (category === 'mixed') return 'unclear';
  return guide.directions.some((each) => each.number === direction && each.categoryId === category);
}
