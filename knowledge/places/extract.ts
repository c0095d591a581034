import { readFileSync, writeFileSync } from 'node:fs';
import { placeKey, simplify } from './han.ts';
import { regions } from './regions.ts';

/**
 * Makes `gazetteer.txt` from a GeoNames table (tab separated, as `cities500.txt`). Run by hand when the data are renewed:
 *
 *     node knowledge/places/extract.ts path/to/cities500.txt
 *
 * Kept are places with a Chinese name and at least 5,000 people, every place of at least 50,000, every place of at least 1,000
 * (and every seat of a municipality) inside a region of 附2, and, so that a name is never taken for unique, every place
 * of the same country that has the name of one of these. `moreNames.txt` adds names that GeoNames lacks.
 * A line is `Chinese names;…|Latin names;…|country|first.second.third level|population`.
 */

interface Row {
  zh: string[];
  latin: string[];
  country: string;
  admin: string;
  population: number;
  regional: boolean;
}

const chinese = /^[\p{Script=Han}·・‧－\-–—]+$/u;
const [source] = process.argv.slice(2);
if (source === undefined)
  throw new Error('Say where the GeoNames table is: node knowledge/places/extract.ts cities500.txt');

const more = new Map<string, string[]>();
for (const line of readFileSync(new URL('moreNames.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')) {
  const [country = '', ascii = '', names = ''] = line.split('|');
  more.set(`${country}|${ascii}`, names.split(';'));
}

const third = regions.flatMap((region) => region.codes).filter((code) => code.split('.').length > 3);
const listed = regions.filter((region) => region.kind === 'region');
const inside = (country: string, admin: string, ascii: string) =>
  listed.some(
    ({ codes, towns }) =>
      codes.some((code) => `${country}.${admin}.`.startsWith(`${code}.`)) ||
      (towns !== undefined && `${country}.${admin}.`.startsWith(`${towns.within}.`) && towns.names.includes(ascii)),
  );

function readRow(line: string): Row | undefined {
  const cell = line.split('\t');
  const [name = '', ascii = '', alternates = ''] = cell.slice(1, 4);
  const country = cell[8] ?? '';
  const levels = [cell[10] ?? '', cell[11] ?? '', cell[12] ?? ''];
  const full = levels.join('.').replace(/\.+$/, '');
  const admin = third.some((code) => `${country}.${full}.`.startsWith(`${code}.`))
    ? full
    : levels.slice(0, 2).join('.').replace(/\.+$/, '');
  const population = Number(cell[14]);
  const added = more.get(`${country}|${ascii}`) ?? [];
  const given = [
    ...added.filter((alt) => chinese.test(alt)),
    ...alternates.split(',').filter((alt) => chinese.test(alt)),
  ];
  const zh = shortest([...new Set(given.map((alt) => simplify(alt)))]);
  const regional = inside(country, admin, ascii) && (population >= 1000 || /^PPLA/.test(cell[7] ?? ''));
  return {
    zh,
    latin: [
      ...new Set([
        ascii,
        placeKey(name) === placeKey(ascii) ? ascii : name,
        ...added.filter((alt) => !chinese.test(alt)),
      ]),
    ],
    country,
    admin,
    population,
    regional,
  };
}

/** Leaves out 高松市 beside 高松; 有田町 alone stays. */
function shortest(names: string[]): string[] {
  return names.filter((name) => !/.[市町村区郡县]$/u.test(name) || !names.includes(name.slice(0, -1)));
}

const rows = readFileSync(source, 'utf8')
  .trim()
  .split('\n')
  .flatMap((line) => readRow(line) ?? []);
const kept = new Set(
  rows.filter((row) => row.regional || row.population >= 50_000 || (row.zh.length > 0 && row.population >= 5000)),
);
const names = new Set(
  [...kept].filter((row) => row.regional).map((row) => `${row.country}|${placeKey(row.latin[0] ?? '')}`),
);
for (const row of rows) if (names.has(`${row.country}|${placeKey(row.latin[0] ?? '')}`)) kept.add(row);

const text = [...kept]
  .map((row) => [row.zh.join(';'), row.latin.join(';'), row.country, row.admin, row.population].join('|'))
  .join('\n');
writeFileSync(new URL('gazetteer.txt', import.meta.url), `${text}\n`);
process.stdout.write(`${kept.size} places, ${Buffer.byteLength(text)} bytes\n`);
