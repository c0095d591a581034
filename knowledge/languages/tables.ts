/**
 * What is translated, read from folders: `languages/<language>/` holds the texts of the programme by table,
 * `guides/<guide>/<language>/` those of a guide by the ids of its own files. Another language is another folder.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Languages beside Chinese: the folders here. */
export type OtherLanguage = 'en';

const here = fileURLToPath(new URL('./', import.meta.url));
const guides = fileURLToPath(new URL('../guides/', import.meta.url));

const read = (path: string): unknown => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);

const tables = new Map<string, unknown>();

/** The table of this name in a language, as its file holds it; undefined where there is none. */
export function tableOf(language: OtherLanguage, name: string): unknown {
  const path = join(here, language, `${name}.json`);
  if (!tables.has(path)) tables.set(path, read(path));
  return tables.get(path);
}

export const flat = z.record(z.string(), z.string());
const wordsById = z.record(z.string(), flat);

/** The shapes of the files that a guide's folder of translations may hold. */
export const guideTranslations = {
  /** By rule id, or `row:` and the id of a shared row: the keys of its Chinese words. */
  rules: wordsById,
  /** By caution id. */
  cautions: wordsById,
  /** By the quote itself, word for word. */
  quotes: flat,
  /** By direction number: its title. */
  directions: flat,
  /** By the name as it is printed. */
  names: flat,
  /** By the question that is offered, without its question mark. */
  suggestions: flat,
};

const ruleFile = z.object({
  rules: z.array(z.object({ id: z.string(), words: z.object({ zh: flat }) })),
  rows: z.array(z.object({ id: z.string(), zh: flat })),
});
const cautionFile = z.array(z.object({ id: z.string(), words: z.object({ zh: flat }) }));
const directionFile = z.array(z.object({ number: z.number(), title: z.string() }));
const cityFile = z.array(z.object({ foreignPlace: z.string(), ours: z.object({ latin: z.string().optional() }) }));

export type Pair = readonly [zh: string, translated: string];

/** What a guide's folder says in Chinese, with its translation. */
export function pairsOfGuide(folder: string, language: OtherLanguage): Pair[] {
  const own = <T>(name: string, shape: z.ZodType<T>): T | undefined =>
    shape.optional().parse(read(join(folder, language, `${name}.json`)));
  if (!existsSync(join(folder, language))) return [];
  const { rules, rows } = ruleFile.parse(read(join(folder, 'rules.json')));
  const zhRules: [string, Record<string, string>][] = [
    ...rules.map(({ id, words }): [string, Record<string, string>] => [id, words.zh]),
    ...rows.map(({ id, zh }): [string, Record<string, string>] => [`row:${id}`, zh]),
  ];
  const cautions = cautionFile.parse(read(join(folder, 'cautions.json')) ?? []);
  const directions = directionFile.parse(read(join(folder, 'directions.json')));
  const titles = own('directions', guideTranslations.directions) ?? {};
  const cities = cityFile.parse(read(join(folder, 'sisterCities.json')) ?? []);
  return [
    ...Object.entries(own('quotes', guideTranslations.quotes) ?? {}),
    ...Object.entries(own('suggestions', guideTranslations.suggestions) ?? {}),
    ...Object.entries(own('names', guideTranslations.names) ?? {}),
    ...together(zhRules, own('rules', guideTranslations.rules) ?? {}),
    ...together(
      cautions.map(({ id, words }) => [id, words.zh]),
      own('cautions', guideTranslations.cautions) ?? {},
    ),
    ...directions.flatMap(({ number, title }): Pair[] => {
      const found = titles[number];
      return found === undefined ? [] : [[title, found]];
    }),
    ...cities.flatMap(({ foreignPlace, ours }): Pair[] => (ours.latin ? [[foreignPlace, ours.latin]] : [])),
  ];
}

function together(
  zh: readonly (readonly [string, Record<string, string>])[],
  translated: Record<string, Record<string, string>>,
): Pair[] {
  return zh.flatMap(([id, words]) =>
    Object.entries(words).flatMap(([key, text]): Pair[] => {
      const found = translated[id]?.[key];
      return found === undefined ? [] : [[text, found]];
    }),
  );
}

/** The folders of all guides. */
export const guideFolders = (): string[] => readdirSync(guides).map((id) => join(guides, id));
