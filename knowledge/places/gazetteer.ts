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

const file = new URL('gazetteer.txt', import.meta.url);
const townKind = /^(.{2,}?)[市町村区郡县]$/u;
let index: Map<string, Place[]> | undefined;
let all: Place[] = [];

function load(): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  all = readFileSync(file, 'utf8').trim().split('\n').map(readLine);
  for (const place of all) {
    const keys = new Set([...place.zh, ...place.latin].map(placeKey));
    for (const key of [...keys]) keys.add(townKind.exec(key)?.[1] ?? key.replace(/(?: shi| city)$/, ''));
    for (const key of keys) {
      const known = places.get(key);
      if (known) known.push(place);
      else places.set(key, [place]);
    }
  }
  return places;
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
  index ??= load();
  const found = index.get(placeKey(name)) ?? [];
  return country === undefined ? found : found.filter((place) => place.country === country);
}

/** Every town of the extract. */
export function allPlaces(): readonly Place[] {
  index ??= load();
  return all;
}
