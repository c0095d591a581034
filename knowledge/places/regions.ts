import { z } from 'zod';
import table from './regions.json' with { type: 'json' };

/**
 * Where the foreign places of 附2 lie today. `codes` are GeoNames codes, country and up to three levels joined by dots:
 * what the state, county or district covers (`region`), or where the city itself lies (`city`; none where the list does not tell).
 */
const regionShape = z.object({
  no: z.number().int(),
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

/** All 108 places of 附2, by number. */
export const regions: readonly Region[] = z.array(regionShape).parse(table);

/** Whether the dotted GeoNames code `code` is `outer` or lies inside it. */
export function liesIn(code: string, outer: string): boolean {
  return code === outer || code.startsWith(`${outer}.`);
}
