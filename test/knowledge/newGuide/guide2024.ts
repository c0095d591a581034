/**
 * The call of an invented year 2024, made into a guide as a person would: the command on the text, then the data files of `byHand/`.
 * Rows of these files stand in for those of the same id, number or code, or are added; objects are laid on top.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderOf } from '../../../knowledge/guideFolder.ts';
import { newGuide } from '../../../knowledge/newGuide/newGuide.ts';
import { readOldGuide } from '../../../knowledge/newGuide/oldGuide.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

export const text2024 = (): string => readFileSync(join(here, 'source2024.txt'), 'utf8');

/** The folder as `guide:new` leaves it; in a temporary folder. */
export function draft2024(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'guide-')), 'jx-intl-2024');
  const { files } = newGuide(
    { text: text2024(), id: 'jx-intl-2024', year: 2024 },
    readOldGuide(folderOf('jx-intl-2023')),
  );
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

/** The folder of the finished guide; in a temporary folder. */
export function guide2024(): string {
  const folder = draft2024();
  finish(folder);
  return folder;
}

/** What a person does by hand: data alone. */
export function finish(folder: string): void {
  for (const file of readdirSync(join(here, 'byHand'), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.json')) continue;
    const byHand: unknown = JSON.parse(readFileSync(join(here, 'byHand', file), 'utf8'));
    const there = readdirSync(folder, { recursive: true, encoding: 'utf8' }).includes(file);
    if (!there) cpSync(join(here, 'byHand', file), join(folder, file));
    else write(folder, file, laidOn(read(folder, file), byHand));
  }
  const { draft: _draft, ...guide } = read(folder, 'guide.json') as Record<string, unknown>; // it is an object
  write(folder, 'guide.json', { ...guide, counts: guide.counts });
  rmSync(join(folder, 'pending'), { recursive: true });
  // in Chinese alone: what is translated would have to be translated whole
  rmSync(join(folder, 'en'), { recursive: true, force: true });
}

const read = (folder: string, file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const write = (folder: string, file: string, value: unknown): void =>
  writeFileSync(join(folder, file), JSON.stringify(value, null, 1));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const keyOf = (row: unknown): unknown => (isObject(row) ? (row.id ?? row.no ?? row.number ?? row.code) : undefined);

function laidOn(below: unknown, above: unknown): unknown {
  if (Array.isArray(below) && Array.isArray(above)) {
    if (!above.every(isObject)) return above;
    const kept = below.map((row: unknown) => {
      const own = above.find((each) => keyOf(each) === keyOf(row));
      return own === undefined ? row : laidOn(row, own);
    });
    return [...kept, ...above.filter((each) => !below.some((row: unknown) => keyOf(row) === keyOf(each)))];
  }
  if (!isObject(below) || !isObject(above)) return above;
  const keys = new Set([...Object.keys(below), ...Object.keys(above)]);
  return Object.fromEntries(
    [...keys].map((key) => [
      key,
      key in above ? (key in below ? laidOn(below[key], above[key]) : above[key]) : below[key],
    ]),
  );
}
