import { z } from 'zod';
import type { Country } from './country.ts';

export const placeCategories = ['europe-americas', 'other-countries-regions', 'unclear', 'taiwan', 'mainland'] as const;

const rulingShape = z.object({
  code: z.string(),
  category: z.enum(placeCategories),
  reason: z.string().min(1),
  basis: z.enum(['guide', 'ours']),
});

/** Which of the guide's two kinds of projects a country belongs to where geography alone does not tell, and why. */
export const rulingsShape = z.array(rulingShape);

export type CategoryRuling = z.infer<typeof rulingShape>;
export type PlaceCategory = CategoryRuling['category'];

/** The ruling for this country if there is one, else Europe and the Americas against all others. */
export function categoryOfCountry(country: Country, rulings: readonly CategoryRuling[]): PlaceCategory {
  const ruling = rulings.find(({ code }) => code === country.code);
  if (ruling) return ruling.category;
  return country.continent === 'europe' || country.continent === 'americas'
    ? 'europe-americas'
    : 'other-countries-regions';
}
