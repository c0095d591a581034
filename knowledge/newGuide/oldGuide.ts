/** The guide from which a new one takes over: its files as they stand in the folder, not as a guide is made of them. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { unitFile } from '../answer/unitSchema.ts';
import { readFolder, readJson } from '../guideFolder.ts';
import type { GuideFiles } from '../guideSchema.ts';
import { type OpenPoint, openPointsFile } from '../openPointSchema.ts';
import { type CategoryRuling, rulingsShape } from '../places/category.ts';
import { type PlainQuestion, plainQuestions } from '../plainQuestion.ts';
import { rulesFile } from '../ruleSchema.ts';

/** Folders of texts in other languages. */
const otherLanguages = ['en'];

export interface OldGuide {
  source: string;
  files: GuideFiles;
  rules: z.infer<typeof rulesFile>;
  rulings: readonly CategoryRuling[];
  openPoints: readonly OpenPoint[];
  questions: readonly PlainQuestion[];
  /** By file name. */
  answers: ReadonlyMap<string, z.infer<typeof unitFile>>;
  /** Texts in other languages, by file (`en/rules.json`). */
  tables: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
}

/** Reads a guide folder that is known to be in order. Throws a sentence where it is not. */
export function readOldGuide(folder: string): OldGuide {
  const { source, files, faults } = readFolder(folder);
  const [fault] = faults;
  if (!files || fault) throw new Error(`上一份指南 ${folder} 读不进来：${fault?.file ?? ''} ${fault?.problem ?? ''}`);
  const read = <T>(file: string, schema: z.ZodType<T>): T => {
    const parsed = readJson(folder, file, schema);
    if ('value' in parsed) return parsed.value;
    throw new Error(`上一份指南的 ${join(folder, file)} 读不进来：${parsed.faults[0]?.problem ?? ''}`);
  };
  const orNone = <T>(file: string, schema: z.ZodType<T[]>): T[] =>
    existsSync(join(folder, file)) ? read(file, schema) : [];
  const answers = existsSync(join(folder, 'answers')) ? readdirSync(join(folder, 'answers')) : [];
  const translated = otherLanguages
    .filter((name) => existsSync(join(folder, name)))
    .flatMap((name) =>
      readdirSync(join(folder, name))
        .filter((file) => file.endsWith('.json'))
        .map((file) => `${name}/${file}`),
    );
  return {
    source,
    files,
    rules: read('rules.json', rulesFile),
    rulings: read('rulings.json', rulingsShape),
    openPoints: orNone('openPoints.json', openPointsFile),
    questions: orNone('questions.json', z.array(plainQuestions)),
    tables: new Map(translated.map((file) => [file, read(file, z.record(z.string(), z.unknown()))])),
    answers: new Map(
      answers
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => [name, read(`answers/${name}`, unitFile)]),
    ),
  };
}
