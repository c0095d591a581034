/** Reads the answers of a guide folder: `answers/*.json`, one file an area of the call. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type UnitRow, unitFile } from './unitSchema.ts';

/** All units of the folder, none when it has no `answers/`; throws naming the file, and when an id stands twice. */
export function readUnits(guideFolder: string): readonly UnitRow[] {
  const folder = join(guideFolder, 'answers');
  if (!existsSync(folder)) return [];
  const units = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const parsed = unitFile.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      if (!parsed.success) throw new Error(`${join(folder, name)}: ${z.prettifyError(parsed.error)}`);
      const { also = [], units: rows } = parsed.data;
      return rows.map((row) => ({ ...row, any: [...(row.any ?? []), ...also] }));
    });
  const twice = units.find(({ id }, at) => units.findIndex((each) => each.id === id) !== at);
  if (twice) throw new Error(`${folder}: 回答“${twice.id}”写了两遍，请改其中一个的 id。`);
  return units;
}
