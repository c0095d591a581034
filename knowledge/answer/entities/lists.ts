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
  const { found, taken } = unitsIn(text, guide);
  const countries = countriesIn(text);
  const places = placesIn(text, guide);
  const abroad = [...countries, ...places].filter(isAbroad);
  // 海德堡大学 is a partner, never a host of a base
  const units = found.filter(
    (each) =>
      each.is !== 'unit' || isAskedOf.test(text.slice(each.end)) || !abroad.some((other) => begins(other, each)),
  );
  const free = (each: Span) => !taken.some((other) => overlap(each, other));
  const rest = [...countries, ...partiesIn(text), ...places, ...sidesIn(text, guide), ...continentsIn(text)].filter(
    free,
  );
  const kept: Mention[] = [];
  for (const each of rest.sort((one, other) => length(other) - length(one) || one.start - other.start))
    if (!kept.some((other) => overlap(each, other))) kept.push(each);
  const named = [...units, ...kept];
  return named.length > 0 ? named : unknownPlace(text);
}

/** 慕尼黑工业大学在名单里吗 */
const isAskedOf = /^(?:是不是|是否|在不在|算不算|属不属于|属于|在|是|算)/;

/** A country or town outside China. */
const isAbroad = (each: Mention) =>
  (each.is === 'country' && each.code !== 'CN') || (each.is === 'place' && !each.countries.includes('CN'));

const begins = (one: Span, other: Span) =>
  one.start >= other.start && one.start <= other.start + 1 && one.end < other.end;

const length = ({ start, end }: Span) => end - start;

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
