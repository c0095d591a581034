/** Reading a guide folder from disk: every file parsed with its schema, every fault in one list. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type GuideFileName, type GuideFiles, guideSchemas } from './guideSchema.ts';

/** Something wrong in a guide folder: in which file, where in it (empty: the whole file), and what, in Chinese. */
export interface Fault {
  file: string;
  path: string;
  problem: string;
}

interface FolderReading {
  /** The call's text, byte for byte. */
  source: string;
  /** What is in the JSON files; absent when any of them has a fault. */
  files?: GuideFiles;
  faults: Fault[];
}

const guidesFolder = fileURLToPath(new URL('guides/', import.meta.url));

/** The ids of the guides that the project brings along: the folders under `knowledge/guides/`. */
export function guideIds(): string[] {
  return readdirSync(guidesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The folder of a known guide id, or the folder itself; throws with a sentence when there is neither. */
export function folderOf(folderOrId: string): string {
  if (guideIds().includes(folderOrId)) return join(guidesFolder, folderOrId);
  if (/[\\/]/.test(folderOrId) && existsSync(folderOrId)) return folderOrId;
  throw new Error(
    `没有名为“${folderOrId}”的指南：knowledge/guides/ 下有 ${guideIds().join('、')}。` +
      '请改正 GUIDE_ID（或文件夹路径），或先建好这个文件夹；不会改用别的年份。',
  );
}

/** Reads `source.txt` and every JSON file of the folder (`rules.json` apart). */
export function readFolder(folder: string): FolderReading {
  const faults: Fault[] = [];
  const read = <T>(name: GuideFileName, schema: z.ZodType<T>): T | undefined => {
    const parsed = readJson(folder, `${name}.json`, schema);
    if ('faults' in parsed) faults.push(...parsed.faults);
    return 'value' in parsed ? parsed.value : undefined;
  };
  const source = readText(folder, 'source.txt') ?? '';
  if (source === '') faults.push({ file: 'source.txt', path: '', problem: '文件不存在或是空的' });
  const guide = read('guide', guideSchemas.guide);
  const directions = read('directions', guideSchemas.directions);
  const agreements = read('agreements', guideSchemas.agreements);
  const sisterCities = read('sisterCities', guideSchemas.sisterCities);
  const bases = read('bases', guideSchemas.bases);
  const template = read('template', guideSchemas.template);
  const formChecks = read('formChecks', guideSchemas.formChecks);
  const cautions = read('cautions', guideSchemas.cautions);
  if (!guide || !directions || !agreements || !sisterCities || !bases || !template || !formChecks || !cautions)
    return { source, faults };
  const lists = { directions, agreements, sisterCities, bases, formChecks, cautions };
  return { source, faults, files: { guide, ...lists, template } };
}

/** Reads one JSON file of a guide folder with its schema. */
export function readJson<T>(folder: string, file: string, schema: z.ZodType<T>): { value: T } | { faults: Fault[] } {
  const content = readText(folder, file);
  if (content === undefined) return { faults: [{ file, path: '', problem: '文件不存在' }] };
  const json = parseJson(content);
  if (json === undefined) return { faults: [{ file, path: '', problem: '不是合法的 JSON' }] };
  const parsed = schema.safeParse(json, { error: z.locales.zhCN().localeError });
  if (parsed.success) return { value: parsed.data };
  return { faults: parsed.error.issues.map(({ path, message }) => ({ file, path: path.join('.'), problem: message })) };
}

function readText(folder: string, file: string): string | undefined {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
