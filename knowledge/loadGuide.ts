/**
 * Reading a guide: a folder under `guides/` (see `guideSchema.ts`), read once at start; a case keeps the guide that it
 * began with, and an unknown guide is an error, never another year.
 */
import { readUnits } from './answer/readUnits.ts';
import type { Guide, GuideRules } from './guide.ts';
import { type Fault, folderOf, guideIds, readFolder } from './guideFolder.ts';
import { readRules } from './guideRules.ts';
import type { GuideFiles, Parameter } from './guideSchema.ts';

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
  const guide = build(source, files, { ...readRules(folder), answers: answers.units });
  if (isId) loaded.set(folderOrId, guide);
  return guide;
}

function build(source: string, files: GuideFiles, rules: GuideRules & Pick<Guide, 'answers'>): Guide {
  const { guide, ...lists } = files;
  const { source: _file, label: _label, ours, ...main } = guide;
  const find = (id: string): Parameter => {
    const parameter = main.parameters[id];
    if (!parameter) throw missing(guide.id, id, '没有这个参数');
    return parameter;
  };
  return {
    ...main,
    ...lists,
    ...rules,
    parameter: find,
    issuer: ours.issuer,
    source,
    date(id) {
      const parameter = find(id);
      if (parameter.unit !== 'date') throw missing(guide.id, id, '不是日期');
      return parameter.value;
    },
    amount(id) {
      const parameter = find(id);
      if (parameter.unit === 'date' || parameter.unit === 'years') throw missing(guide.id, id, '不是数');
      return parameter.value;
    },
    years(id) {
      const parameter = find(id);
      if (parameter.unit !== 'years') throw missing(guide.id, id, '不是年份列表');
      return parameter.value;
    },
  };
}

function missing(guide: string, id: string, problem: string): Error {
  return new Error(
    `指南 ${guide} 的 guide.json 里，parameters.${id} ${problem}。请补上或改正它，或改正用到它的规则，再运行 npm run guide:check。`,
  );
}

function sentence(folder: string, faults: readonly Fault[]): string {
  const listed = faults.map(({ file, path, problem }) => `${file}${path ? ` 的 ${path}` : ''}：${problem}`);
  return `指南文件夹 ${folder} 读不进来：${listed.join('；')}。请照 knowledge/guideSchema.ts 改正这些地方，再运行 npm run guide:check。`;
}
