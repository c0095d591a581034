/**
 * Reading a guide: a folder under `guides/` (see `guideSchema.ts`), read once at start; a case keeps the guide that it
 * began with, and an unknown guide is an error, never another year.
 */
import { readUnits } from './answer/readUnits.ts';
import type { Guide, GuideRules } from './guide.ts';
import { type Fault, folderOf, guideIds, readFolder } from './guideFolder.ts';
import { readRules } from './guideRules.ts';
import type { GuideFiles } from './guideSchema.ts';
import { readOpenPoints } from './openPoints.ts';
import { parametersOf } from './parameters.ts';

const loaded = new Map<string, Guide>();

/**
 * Reads and validates a guide by its id (kept for the next call) or its folder (a path, read anew each time).
 * Throws a sentence that names the file, the place and what to do; never falls back to another guide.
 */
export function loadGuide(folderOrId: string): Guide {
  const known = loaded.get(folderOrId);
  if (known) return known;
  const folder = folderOf(folderOrId);
  const { source, files, faults } = readFolder(folder);
  if (!files || faults.length > 0) throw new Error(sentence(folder, faults));
  const isId = guideIds().includes(folderOrId);
  if (isId && files.guide.id !== folderOrId)
    throw new Error(sentence(folder, [{ file: 'guide.json', path: 'id', problem: `应与文件夹同名（${folderOrId}）` }]));
  const answers = readUnits(folder);
  if (answers.faults.length > 0) throw new Error(sentence(folder, answers.faults));
  const points = readOpenPoints(folder);
  if (points.faults.length > 0) throw new Error(sentence(folder, points.faults));
  const guide = build(source, files, { ...readRules(folder), answers: answers.units, openPoints: points.points });
  if (isId) loaded.set(folderOrId, guide);
  return guide;
}

function build(source: string, files: GuideFiles, rules: GuideRules & Pick<Guide, 'answers' | 'openPoints'>): Guide {
  const { guide, ...lists } = files;
  const { source: _file, label: _label, draft: _draft, ours, ...main } = guide;
  return { ...main, ...lists, ...rules, ...parametersOf(guide.id, main.parameters), issuer: ours.issuer, source };
}

function sentence(folder: string, faults: readonly Fault[]): string {
  const listed = faults.map(({ file, path, problem }) => `${file}${path ? ` 的 ${path}` : ''}：${problem}`);
  return `指南文件夹 ${folder} 读不进来：${listed.join('；')}。请照 knowledge/guideSchema.ts 改正这些地方，再运行 npm run guide:check。`;
}
