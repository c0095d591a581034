/** The parties, countries, places, Jiangxi sides, hosts, bases and other units that a text names; the longest name wins. */
import type { Guide } from '../../guide.ts';
import type { Mention, Span } from '../asked.ts';
import { continentsIn, countriesIn, partiesIn } from './countries.ts';
import { unitsIn } from './hosts.ts';
import { placesIn } from './places.ts';
import { sidesIn } from './sides.ts';
import { unknownPlace } from './unknownPlace.ts';

/** In the order of the text, none inside another. */
export function listMentions(text: string, guide: Guide): Mention[] {
  const { found: units, taken } = unitsIn(text, guide);
  const free = (each: Span) => !taken.some((other) => overlap(each, other));
  const rest = [
    ...countriesIn(text),
    ...partiesIn(text),
    ...placesIn(text, guide),
    ...sidesIn(text, guide),
    ...continentsIn(text),
  ].filter(free);
  const kept: Mention[] = [];
  for (const each of rest.sort((one, other) => length(other) - length(one) || one.start - other.start))
    if (!kept.some((other) => overlap(each, other))) kept.push(each);
  const named = [...units, ...kept];
  return named.length > 0 ? named : unknownPlace(text);
}

const length = ({ start, end }: Span) => end - start;

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
