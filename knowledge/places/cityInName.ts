/** The town with which a unit's name begins （费萨拉巴德农业大学）, where it is a town of that country and no state. */
import type { Country } from './country.ts';
import { placesNamed } from './gazetteer.ts';
import { stateCodes } from './states.ts';

const least = 50_000;
/** 华盛顿大学, 迈阿密大学: in the USA names tell little of the town. */
const vague = new Set(['US']);

/** A likely town, to be said back; undefined where names tell little. */
export function cityInName(name: string, country: Country): string | undefined {
  if (vague.has(country.code)) return undefined;
  for (let end = Math.min(name.length - 2, 8); end > 1; end--) {
    const head = name.slice(0, end);
    if (stateCodes(head, country.code).length > 0) return undefined;
    if (placesNamed(head, country.code).some((place) => place.population >= least)) return head;
  }
  return undefined;
}
