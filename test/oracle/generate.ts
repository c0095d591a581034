/** More than 100,000 sets of facts, the same ones each time: bases bent in one, two, three and many places. */
import { type Base, bases, everythingApplies, type Plain } from './bases.ts';
import { build, type Change, type Draw, words } from './build.ts';
import { allFactors } from './factors.ts';
import { elsewhere, europeAmericas, hosts, leftOpen, sisterCities } from './lists.ts';
import { coveringArray, draws } from './pairwise.ts';

export type Generated = {
  stage: 'base' | 'single' | 'array' | 'pair' | 'triple' | 'many' | 'places' | 'hosts';
  base: string;
  /** What took effect, as numbers (none for places and hosts). */
  changes: Change[];
  /** How the facts differ from the base, in words. */
  difference: () => string[];
  facts: Plain;
};

const arraySeeds = [1, 2, 3, 4, 5, 6];
const tripleCount = 15_000;
const manyCount = 10_000;

export function* generate(): Generator<Generated> {
  const draw = draws(20230601);
  for (const base of bases) yield bent('base', base, [], draw);
  for (const base of bases) for (const change of everyChange()) yield bent('single', base, [change], draw);
  yield* fromArrays(draw);
  yield* everyPair(draw);
  for (let count = 0; count < tripleCount; count += 1) yield bent('triple', drawnBase(draw), drawn(3, draw), draw);
  for (let count = 0; count < manyCount; count += 1) yield bent('many', drawnBase(draw), scattered(draw), draw);
  yield* throughPlaces();
  yield* throughHosts();
}

function bent(stage: Generated['stage'], base: Base, wanted: Change[], draw: Draw): Generated {
  const { facts, changes } = build(base, wanted, draw);
  return { stage, base: base.name, changes, difference: () => changes.map(words), facts };
}

function* everyChange(): Generator<Change> {
  for (const [factor, { values }] of allFactors.entries()) {
    for (const value of values.keys()) yield [factor, value];
  }
}

/** Covering arrays over each base: what a row leaves open stays as the base has it. */
function* fromArrays(draw: Draw): Generator<Generated> {
  for (const seed of arraySeeds) {
    for (const row of coveringArray(seed)) {
      const wanted = [...row.entries()].filter(([, value]) => value >= 0);
      for (const base of bases) yield bent('array', base, wanted, draw);
    }
  }
}

/** All pairs once more, each alone in a case that is ready otherwise and in which every rule applies. */
function* everyPair(draw: Draw): Generator<Generated> {
  for (const one of everyChange()) {
    for (const other of everyChange()) {
      if (one[0] < other[0]) yield bent('pair', everythingApplies, [one, other], draw);
    }
  }
}

function drawnBase(draw: Draw): Base {
  return bases[draw(bases.length)] ?? everythingApplies;
}

function drawnChange(factor: number, draw: Draw): Change {
  return [factor, draw(allFactors[factor]?.values.length ?? 1)];
}

function drawn(count: number, draw: Draw): Change[] {
  const taken = new Set<number>();
  while (taken.size < count) taken.add(draw(allFactors.length));
  return [...taken].map((factor) => drawnChange(factor, draw));
}

/** Each factor changed with a chance of one in ten up to all of them. */
function scattered(draw: Draw): Change[] {
  const chance = [10, 25, 50, 100][draw(4)] ?? 50;
  const taken = [...allFactors.keys()].filter(() => draw(100) < chance);
  return taken.map((factor) => drawnChange(factor, draw));
}

function placed(base: Base, partners: Plain[], direction: number | null): Generated {
  const facts = { ...base.facts(), partners, direction };
  const said = partners.map(({ countryOrRegion, city }) => `${countryOrRegion} ${city}`);
  return {
    stage: 'places',
    base: base.name,
    changes: [],
    difference: () => [`${said.join(', ')}, ${direction}`],
    facts,
  };
}

/** Every place with every direction, every two places, and every listed city in its country and in another one. */
function* throughPlaces(): Generator<Generated> {
  const places = [...europeAmericas, ...elsewhere, ...leftOpen, null];
  const base = bases[1] ?? everythingApplies;
  const at = (countryOrRegion: string | null, city: string | null = null): Plain => {
    return { ...base.partners[0], countryOrRegion, city };
  };
  for (const place of places) {
    for (let direction = 1; direction <= 19; direction += 1) yield placed(base, [at(place)], direction);
    yield placed(base, [at(place)], null);
    for (const other of places) yield placed(base, [at(place), at(other)], (places.indexOf(other) % 19) + 1);
  }
  for (const [country, city] of sisterCities) {
    for (const where of [country, country === '韩国' ? '日本' : '韩国', '香港', '台湾', null]) {
      yield placed(base, [at(where, city)], 11);
      yield placed(base, [at(where, city.replace(/市$/u, '')), at(country, city)], 1);
    }
  }
}

function* throughHosts(): Generator<Generated> {
  for (const base of bases) {
    for (const name of [...Object.keys(hosts), '景德镇陶瓷大学', '南昌大学第二附属医院']) {
      for (const jointLab of ['none', 'existing', 'planned', 'unknown']) {
        const facts = base.facts();
        const unit = { ...(facts.unit as Plain), name }; // a base always has a unit
        const difference = () => [`unit.name = ${name}`, `jointLab = ${jointLab}`];
        yield { stage: 'hosts', base: base.name, changes: [], difference, facts: { ...facts, unit, jointLab } };
      }
    }
  }
}
