/** The answers of a guide folder: every quote stands in the call, and everything that a row names is there. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lexicon } from '../answer/lexicon.ts';
import { lexiconFile } from '../answer/lexiconSchema.ts';
import { readUnits } from '../answer/readUnits.ts';
import type { UnitRow } from '../answer/unitSchema.ts';
import { type Fault, readJson } from '../guideFolder.ts';
import type { CheckedFolder } from './folder.ts';

type Row = UnitRow & { file: string };

/** Faults of schema, quotes, clauses, concepts, neighbours and parameters. */
export function checkAnswers(folder: string, { source, outline, files }: CheckedFolder): Fault[] {
  const { units, faults } = readUnits(folder);
  const ids = new Set(units.map(({ id }) => id));
  const own = existsSync(join(folder, 'lexicon.json')) ? readJson(folder, 'lexicon.json', lexiconFile) : { faults: [] };
  const more = 'value' in own ? own.value.concepts : [];
  const concepts = new Set([...lexicon().rows, ...more].map(({ id }) => id));
  const parameters = new Set(Object.keys(files.guide.parameters));
  const found = (row: Row): [path: string, problem: string][] => [
    ...(row.quotes ?? []).filter((quote) => !source.includes(quote)).map(missing('quotes', '原文里没有这句话')),
    ...(row.clause?.split('；') ?? [])
      .filter((name) => !outline.has(name) && !row23.test(name))
      .map(missing('clause', '原文没有这一条')),
    ...conceptsOf(row)
      .filter((concept) => !concept.startsWith('@') && !concepts.has(concept))
      .map(missing('all/any/not', '词表里没有这个概念')),
    ...[row.nearest ?? []]
      .flat()
      .filter((id) => !ids.has(id))
      .map(missing('nearest', '没有这一条回答')),
    ...[...JSON.stringify(row.words).matchAll(/\{p:([^}]+)\}/g)]
      .map(([, name = '']) => name)
      .filter((name) => !parameters.has(name))
      .map(missing('words', 'guide.json 里没有这个参数')),
  ];
  return [
    ...faults,
    ...('faults' in own ? own.faults : []),
    ...units.flatMap((row) =>
      found(row).map(([path, problem]) => ({ file: row.file, path: `${row.id}.${path}`, problem })),
    ),
  ];
}

/** A row of 附2 or 附3, as we count them. */
const row23 = /^附[23] 第\d+[对个]$/;

const conceptsOf = ({ all, any = [], not = [] }: UnitRow): string[] => [...new Set([...all.flat(), ...any, ...not])];

const missing =
  (path: string, problem: string) =>
  (found: string): [string, string] => [path, `${problem}：${found}`];
