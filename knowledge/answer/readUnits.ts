/** Reads the answers of a guide folder: `answers/*.json`, one file an area of the call. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, readJson } from '../guideFolder.ts';
import { type UnitRow, unitFile } from './unitSchema.ts';

/** All units of the folder, each with its file; none when it has no `answers/`. Faults: what a file has wrong, and ids that stand twice. */
export function readUnits(guideFolder: string): { units: (UnitRow & { file: string })[]; faults: Fault[] } {
  const folder = join(guideFolder, 'answers');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  const read = names.sort().map((name) => {
    const file = `answers/${name}`;
    const parsed = readJson(guideFolder, file, unitFile);
    if ('faults' in parsed) return { units: [], faults: parsed.faults };
    const { also = [], units } = parsed.value;
    return { units: units.map((row) => ({ ...row, file, any: [...(row.any ?? []), ...also] })), faults: [] };
  });
  const units = read.flatMap((each) => each.units);
  const twice = units.filter(({ id }, at) => units.findIndex((each) => each.id === id) !== at);
  return {
    units,
    faults: [
      ...read.flatMap((each) => each.faults),
      ...twice.map(({ file, id }) => ({ file, path: id, problem: '这个 id 出现了两次，请改其中一个' })),
    ],
  };
}
