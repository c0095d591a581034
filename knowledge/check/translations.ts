/**
 * A guide's translations: every key is there, what is claimed whole lacks nothing, and no figure differs from the Chinese. A folder of a
 * language may be absent; a file in it may not be half done.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Fault, readJson } from '../guideFolder.ts';
import { guideTranslations } from '../languages/tables.ts';
import { rulesFile } from '../ruleSchema.ts';
import { sameFigures } from './figures.ts';
import type { CheckedFolder } from './folder.ts';

const languages = ['en'] as const;

/** Chinese by key, as `rules.json` and its like hold it: one level of ids, one of words. */
type ById = Readonly<Record<string, Readonly<Record<string, string | undefined>>>>;

export function checkTranslations(folder: string, { source, files }: CheckedFolder): Fault[] {
  return languages.flatMap((language) => {
    if (!existsSync(join(folder, language))) return [];
    const rules = readJson(folder, 'rules.json', rulesFile);
    if ('faults' in rules) return [];
    const zhRules: ById = Object.fromEntries([
      ...rules.value.rules.map(({ id, words }) => [id, words.zh]),
      ...rules.value.rows.map(({ id, zh }) => [`row:${id}`, zh]),
    ]);
    const zhCautions: ById = Object.fromEntries(files.cautions.map(({ id, words }) => [id, words.zh]));
    const told = (name: keyof typeof guideTranslations): string => `${language}/${name}.json`;
    return [
      ...whole(folder, told('rules'), guideTranslations.rules, zhRules, ['who']),
      ...whole(folder, told('cautions'), guideTranslations.cautions, zhCautions),
      ...titles(
        folder,
        told('directions'),
        files.directions.map(({ number, title }) => [String(number), title]),
      ),
      ...quotes(
        folder,
        told('quotes'),
        source,
        rules.value.rules.flatMap((row) => row.quotes),
      ),
    ];
  });
}

const han = /\p{Script=Han}/u;
const fault = (file: string, path: string, problem: string): Fault => ({ file, path, problem });

/** @param shared words that are translated by themselves, wherever they stand */
function whole(
  folder: string,
  file: string,
  shape: z.ZodType<Record<string, Record<string, string>>>,
  zh: ById,
  shared: readonly string[] = [],
): Fault[] {
  const read = readJson(folder, file, shape);
  if ('faults' in read) return read.faults;
  const own = read.value;
  const unknown = Object.keys(own).filter((id) => !(id in zh));
  return [
    ...unknown.map((id) => fault(file, id, '中文里没有这一条')),
    ...Object.entries(zh).flatMap(([id, words]) =>
      Object.entries(words).flatMap(([key, text]): Fault[] => {
        if (text === undefined || shared.includes(key)) return [];
        const said = own[id]?.[key];
        if (said === undefined) return [fault(file, `${id}.${key}`, '缺译文')];
        const [gaps, ownGaps] = [text, said].map((each) =>
          [...each.matchAll(/\{[^}]+\}/g)]
            .map(([gap]) => gap)
            .sort()
            .join(),
        );
        return [
          ...(gaps === ownGaps ? [] : [fault(file, `${id}.${key}`, '空格与中文的不同')]),
          ...(sameFigures(text, said) ? [] : [fault(file, `${id}.${key}`, '数字与中文的不同')]),
          ...(han.test(said) ? [fault(file, `${id}.${key}`, '译文里有中文')] : []),
        ];
      }),
    ),
  ];
}

function titles(folder: string, file: string, zh: readonly (readonly [string, string])[]): Fault[] {
  const read = readJson(folder, file, guideTranslations.directions);
  if ('faults' in read) return read.faults;
  const numbers = zh.map(([number]) => number);
  return [
    ...numbers.filter((number) => !read.value[number]).map((number) => fault(file, number, '缺译文')),
    ...Object.keys(read.value)
      .filter((number) => !numbers.includes(number))
      .map((number) => fault(file, number, '没有这个方向')),
  ];
}

/** Every quote that a rule rests on is translated; any other may be. */
function quotes(folder: string, file: string, source: string, needed: readonly string[]): Fault[] {
  const read = readJson(folder, file, guideTranslations.quotes);
  if ('faults' in read) return read.faults;
  const own = read.value;
  return [
    ...[...new Set(needed)].filter((quote) => own[quote] === undefined).map((quote) => fault(file, quote, '缺译文')),
    ...Object.entries(own).flatMap(([quote, said]) => [
      ...(source.includes(quote) ? [] : [fault(file, quote, '原文里没有这句话')]),
      ...(sameFigures(quote, said) ? [] : [fault(file, quote, '数字与中文的不同')]),
    ]),
  ];
}
