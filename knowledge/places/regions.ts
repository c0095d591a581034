import { z } from 'zod';
import { placeKey } from './han.ts';
import table from './regions.json' with { type: 'json' };

/**
 * Where the foreign places of 附2 lie today. `codes` are GeoNames codes, country and up to three levels joined by dots:
 * what the state, county or district covers (`region`), or where the city itself lies (`city`; none where the list does not tell).
 */
export const regionShape = z.strictObject({
  /** As 附2 prints it. */
  place: z.string().min(1),
  country: z.string().length(2),
  kind: z.enum(['region', 'city']),
  codes: z.array(z.string()),
  /** Short Chinese forms, other transliterations and Latin names. */
  names: z.array(z.string()),
  /** Names that look like this place and are not it. */
  notNames: z.array(z.string()).optional(),
  /** The word that must follow the name, where another word makes it another place (有田町, 有田市). */
  suffix: z.string().optional(),
  /** Towns by name where GeoNames has no code for the district. */
  towns: z.object({ within: z.string(), names: z.array(z.string()) }).optional(),
  source: z.string(),
});

export type Region = z.infer<typeof regionShape>;

/** The places of 附2 that are known, whatever number a year's list gives them. */
export const regions: readonly Region[] = z.array(regionShape).parse(table);

const byPlace = new Map(regions.map((region) => [keyOf(region.place, region.country), region]));

/** Where a place that 附2 prints lies today; none when the table does not have it. `country` is a code. */
export function regionOf(place: string, country: string): Region | undefined {
  return byPlace.get(keyOf(place, country));
}

function keyOf(place: string, country: string): string {
  return `${country} ${placeKey(place)}`;
}

/** Whether the dotted GeoNames code `code` is `outer` or lies inside it. */
export function liesIn(code: string, outer: string): boolean {
  return code === outer || code.startsWith(`${outer}.`);
}
