/** Covering arrays of strength two, greedily: rows of value numbers in which each two values of each two factors meet. */
import { allFactors } from './factors.ts';

/** One row: for each factor the number of its value, or -1 for "as in the base". */
export type Row = Int16Array;

/** Numbers below `below`, the same ones for the same seed (mulberry32). */
export function draws(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const sizes = allFactors.map(({ values }) => values.length);
const starts = sizes.map((_size, at) => sizes.slice(0, at).reduce((sum, size) => sum + size, 0));
/** All values of all factors, numbered through. */
const total = sizes.reduce((sum, size) => sum + size, 0);

/** A table of pairs of values that have met. */
class Pairs {
  readonly #met = new Uint8Array(total * total);
  met = 0;

  static readonly possible = sizes.reduce((sum, size, at) => sum + size * (total - (starts[at] ?? 0) - size), 0);

  has(factor: number, value: number, other: number, otherValue: number): boolean {
    return this.#met[((starts[factor] ?? 0) + value) * total + (starts[other] ?? 0) + otherValue] === 1;
  }

  /** Notes every pair of a row. */
  add(row: Row): void {
    const values = [...row].flatMap((value, factor) => (value < 0 ? [] : [(starts[factor] ?? 0) + value]));
    for (const one of values) {
      for (const other of values) {
        if (one === other || this.#met[one * total + other] === 1) continue;
        this.#met[one * total + other] = 1;
        if (one < other) this.met += 1;
      }
    }
  }
}

/** A whole covering array for one seed; what a row needs not decide stays as in the base. */
export function coveringArray(seed: number): Row[] {
  const draw = draws(seed);
  const pairs = new Pairs();
  const rows: Row[] = [];
  while (pairs.met < Pairs.possible) {
    const row = nextRow(pairs, draw);
    pairs.add(row);
    rows.push(row);
  }
  return rows;
}

function nextRow(pairs: Pairs, draw: (below: number) => number): Row {
  const row: Row = new Int16Array(sizes.length).fill(-1);
  const decided: number[] = [];
  const [first, firstValue, second, secondValue] = openPair(pairs, draw);
  row[first] = firstValue;
  row[second] = secondValue;
  decided.push(first, second);
  for (const factor of shuffled(draw)) {
    if ((row[factor] ?? -1) >= 0) continue;
    const value = bestValue(pairs, row, decided, factor, draw);
    if (value < 0) continue;
    row[factor] = value;
    decided.push(factor);
  }
  return row;
}

/** All factors in a drawn order. */
function shuffled(draw: (below: number) => number): number[] {
  const left = sizes.map((_size, at) => at);
  const order: number[] = [];
  while (left.length > 0) order.push(...left.splice(draw(left.length), 1));
  return order;
}

/** A pair that has not met yet; the search starts at a drawn factor so that rows differ between seeds. */
function openPair(pairs: Pairs, draw: (below: number) => number): [number, number, number, number] {
  const shift = draw(sizes.length);
  for (let step = 0; step < sizes.length; step += 1) {
    const factor = (step + shift) % sizes.length;
    for (let value = 0; value < (sizes[factor] ?? 0); value += 1) {
      for (let other = 0; other < sizes.length; other += 1) {
        if (other === factor) continue;
        for (let otherValue = 0; otherValue < (sizes[other] ?? 0); otherValue += 1) {
          if (!pairs.has(factor, value, other, otherValue)) return [factor, value, other, otherValue];
        }
      }
    }
  }
  throw new Error('every pair has met');
}

/** The value that meets the most decided values for the first time, or -1 if none meets any. */
function bestValue(pairs: Pairs, row: Row, decided: number[], factor: number, draw: (below: number) => number): number {
  const size = sizes[factor] ?? 0;
  const shift = draw(size);
  let best = -1;
  let most = 0;
  for (let step = 0; step < size; step += 1) {
    const value = (step + shift) % size;
    let fresh = 0;
    for (const other of decided) if (!pairs.has(factor, value, other, row[other] ?? 0)) fresh += 1;
    if (fresh > most) {
      most = fresh;
      best = value;
    }
  }
  return best;
}
