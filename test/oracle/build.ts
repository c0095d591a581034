/** Turns a base and a list of choices into facts. */
import type { Base, Plain } from './bases.ts';
import { absent, allFactors, isCount, isPlain, isRelative, notKnown } from './factors.ts';

/** `[number of the factor, number of its value]`. */
export type Change = [number, number];
export type Draw = (below: number) => number;

export type Built = { facts: Plain; changes: Change[] };

/** The changes are made in the order of the factors; one that finds no place (its part is not known) is left out of `changes`. */
export function build(base: Base, wanted: readonly Change[], draw: Draw): Built {
  const facts = base.facts();
  const changes: Change[] = [];
  for (const change of [...wanted].sort(([one], [other]) => one - other)) {
    const chosen = new Set(changes.map(([factor]) => allFactors[factor]?.path.join('.') ?? ''));
    if (apply(facts, base, change, { chosen, draw })) changes.push(change);
  }
  return { facts, changes };
}

type Way = { chosen: Set<string>; draw: Draw };

function apply(facts: Plain, base: Base, [factor, number]: Change, { chosen, draw }: Way): boolean {
  const path = allFactors[factor]?.path ?? [];
  const value = allFactors[factor]?.values[number];
  const name = path.at(-1) ?? '';
  const place = placeOf(facts, base, path, chosen);
  if (place === undefined) return false;
  if (value === absent) delete place[name];
  else if (value === notKnown) forget(place, name, draw(3));
  else if (isCount(value)) place[name] = base.partners.slice(0, value.listed).map((each) => ({ ...each }));
  else if (isRelative(value)) place[name] = besideApplied(facts, value.ofApplied);
  else place[name] = structuredClone(value);
  return true;
}

/** Absent, null or "unknown". */
function forget(place: Plain, name: string, flavour: number): void {
  if (flavour === 0) delete place[name];
  else place[name] = flavour === 1 ? null : 'unknown';
}

function besideApplied(facts: Plain, more: number): number {
  const applied = isPlain(facts.funding) ? facts.funding.appliedWan : undefined;
  return typeof applied === 'number' ? Math.round((applied + more) * 10_000) / 10_000 : 100 + more;
}

/** The object in which the last name of the path stands. A part that the base does not have is made, one that was chosen away is not. */
function placeOf(facts: Plain, base: Base, path: string[], chosen: Set<string>): Plain | undefined {
  if (path[0] === 'partners' && path.length === 3) return partnerAt(facts, base, Number(path[1]), chosen);
  let place: Plain = facts;
  for (const [at, name] of path.slice(0, -1).entries()) {
    if (!isPlain(place[name])) {
      if (chosen.has(path.slice(0, at + 1).join('.'))) return undefined;
      place[name] = {};
    }
    const inner = place[name];
    if (!isPlain(inner)) return undefined;
    place = inner;
  }
  return place;
}

function partnerAt(facts: Plain, base: Base, at: number, chosen: Set<string>): Plain | undefined {
  const listed = facts.partners;
  if (!Array.isArray(listed)) return undefined;
  if (!chosen.has('partners')) {
    while (listed.length <= at) listed.push({ ...base.partners[listed.length] });
  }
  const partner: unknown = listed[at];
  return isPlain(partner) ? partner : undefined;
}

/** A choice in words, e.g. `lead.birthDate = "1965"`. */
export function words([factor, number]: Change): string {
  const { path, values } = allFactors[factor] ?? { path: ['?'], values: [] };
  const value = values[number];
  const said = value === notKnown ? 'not known' : value === absent ? 'absent' : JSON.stringify(value);
  return `${path.join('.')} = ${said}`;
}
