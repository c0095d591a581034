/** The rules of a guide folder, if it has any: ids and parameters known, every quote word for word and in its clause. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, readJson } from '../guideFolder.ts';
import { type RuleRow, rulesFile } from '../ruleSchema.ts';
import { ruleOf } from '../rules/index.ts';
import { type CheckedFolder, fault, tally } from './folder.ts';

export function checkRules(folder: string, checked: CheckedFolder): Fault[] {
  if (!existsSync(join(folder, 'rules.json'))) return [];
  const read = readJson(folder, 'rules.json', rulesFile);
  if ('faults' in read) return read.faults;
  const { rules } = read.value;
  const twice = [...tally(rules.map(({ id }) => id))].filter(([, count]) => count > 1);
  return [
    ...twice.map(([id, count]) => fault('rules.json', id, `这个 id 出现了 ${count} 次`)),
    ...rules.flatMap((each) => [
      ...checkKnown(each, checked),
      ...checkQuotes(each, checked),
      ...checkParameterNames(each, checked),
    ]),
  ];
}

/** A rule that the guide leaves to code has an object of its id, and the parameters that this one needs. */
function checkKnown(row: RuleRow, { files }: CheckedFolder): Fault[] {
  try {
    const { parameters = [] } = ruleOf(row);
    return parameters
      .filter((name) => !Object.hasOwn(files.guide.parameters, name))
      .map((name) => fault('rules.json', row.id, '这条规则要用的参数，guide.json 里没有', name));
  } catch (error) {
    return [fault('rules.json', row.id, error instanceof Error ? error.message : String(error))];
  }
}

function checkQuotes({ id, clause, quotes }: RuleRow, { words, outline }: CheckedFolder): Fault[] {
  const texts = clause.split('；').map((name) => outline.get(name));
  return quotes.flatMap((quote, k) => {
    if (!words.includes(quote)) return [fault('rules.json', `${id}.quotes.${k}`, '原文里没有这些字', quote)];
    /** A clause that the outline does not know (方向五末行) may hold the quote. */
    const placed = texts.some((text) => text === undefined || text.includes(quote));
    return placed ? [] : [fault('rules.json', `${id}.quotes.${k}`, `“${clause}”里没有这句话`, quote)];
  });
}

const parameterFields = new Set(['parameter', 'min', 'max', 'times', 'confirmUntil']);

/** Names of parameters: in a rule's check, and in its words as `{p:…}`. */
function checkParameterNames(row: RuleRow, { files }: CheckedFolder): Fault[] {
  const names = textsOf(row, '').flatMap(({ key, text }) => {
    const inWords = [...text.matchAll(/\{p:([^}]+)\}/g)].map((match) => match[1] ?? '');
    return parameterFields.has(key) ? [text, ...inWords] : inWords;
  });
  return names
    .filter((name) => !Object.hasOwn(files.guide.parameters, name))
    .map((name) => fault('rules.json', row.id, 'guide.json 里没有这个参数', name));
}

function textsOf(value: unknown, key: string): { key: string; text: string }[] {
  if (typeof value === 'string') return [{ key, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([inner, each]) => textsOf(each, inner));
}
