/** Reading a guide's `openPoints.json`; a guide without one leaves nothing to be settled. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, readJson } from './guideFolder.ts';
import { type OpenPoint, openPointsFile } from './openPointSchema.ts';

export function readOpenPoints(folder: string): { points: readonly OpenPoint[]; faults: Fault[] } {
  if (!existsSync(join(folder, 'openPoints.json'))) return { points: [], faults: [] };
  const read = readJson(folder, 'openPoints.json', openPointsFile);
  return 'value' in read ? { points: read.value, faults: [] } : { points: [], faults: read.faults };
}
