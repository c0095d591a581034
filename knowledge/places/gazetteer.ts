import { readFileSync } from 'node:fs';
import { placeKey } from './han.ts';

/** A town of the GeoNames extract; `code` is its country and up to three levels joined by dots. */
export interface Place {
  zh: readonly string[];
  latin: readonly string[];
  country: string;
  code: string;
  population: number;
}

/** The lines of the table, and at which of them a name stands; a line becomes a place when it is looked up. */
interface Table {
  lines: readonly string[];
  rows: ReadonlyMap<string, number | readonly number[]>;
  places: (Place | undefined)[];
  /** How long a name with this first sign may be. */
  longest: ReadonlyMap<string, number>;
}

const file = new URL('gazetteer.txt', import.meta.url);
const townKind = /^(.{2,}?)(?:广域市|特别自治市|特别市|[市町村区郡县])$/u;
/** Names in the extract are in simplified characters already. */
const plainHan = /^\p{Script=Han}+$/u;
const plainLatin = /^[A-Za-z ]+$/;
let table: Table | undefined;

function load(): Table {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const rows = new Map<string, number | number[]>();
  const add = (key: string, row: number) => {
    const known = rows.get(key);
    if (known === undefined) rows.set(key, row);
    else if (typeof known === 'number') known === row || rows.set(key, [known, row]);
    else if (known.at(-1) !== row) known.push(row);
  };
  for (const [row, line] of lines.entries()) {
    const [zh = '', latin = ''] = line.split('|', 2);
    for (const name of [...(zh === '' ? [] : zh.split(';')), ...latin.split(';')]) {
      const key = keyOf(name);
      add(key, row);
      add(townKind.exec(key)?.[1] ?? key.replace(/(?: shi| city)$/, ''), row);
    }
  }
  return { lines, rows, places: [], longest: longestOf(rows.keys()) };
}

/** For each first sign the length of the longest of these words. */
export function longestOf(words: Iterable<string>): Map<string, number> {
  const longest = new Map<string, number>();
  for (const word of words) {
    const first = word.charAt(0);
    if (word.length > (longest.get(first) ?? 0)) longest.set(first, word.length);
  }
  return longest;
}

function keyOf(name: string): string {
  if (plainHan.test(name)) return name;
  return plainLatin.test(name) ? name.toLowerCase() : placeKey(name);
}

function readLine(line: string): Place {
  const [zh = '', latin = '', country = '', admin = '', population = '0'] = line.split('|');
  return {
    zh: zh === '' ? [] : zh.split(';'),
    latin: latin.split(';'),
    country,
    code: admin === '' ? country : `${country}.${admin}`,
    population: Number(population),
  };
}

/** The towns of this name, Chinese or Latin, in one country or anywhere; the table is read at first use. */
export function placesNamed(name: string, country?: string): readonly Place[] {
  const found = placesOf(placeKey(name));
  return country === undefined ? found : found.filter((place) => place.country === country);
}

/** The same by the key of a name, for texts that are in one spelling. */
export function placesOf(key: string): readonly Place[] {
  table ??= load();
  const { lines, rows, places } = table;
  const found = rows.get(key) ?? [];
  return (typeof found === 'number' ? [found] : found).map((row) => {
    places[row] ??= readLine(lines[row] ?? '');
    return places[row];
  });
}

/** How long the longest name with this first sign is, as a key; 0 when there is none. */
export function longestName(first: string): number {
  table ??= load();
  return table.longest.get(first) ?? 0;
}

/** Every town of the extract. */
export function allPlaces(): readonly Place[] {
  table ??= load();
  return table.lines.map(readLine);
}
