/** The cautions of a guide folder: every quote stands in its clause, and everything that one names is there. */
import type { CautionRow } from '../cautionSchema.ts';
import type { Guide } from '../guide.ts';
import type { Fault } from '../guideFolder.ts';
import { countryByName } from '../places/country.ts';
import { type CheckedFolder, fault, tally } from './folder.ts';

const wrong = (path: string, problem: string, found?: string): Fault => fault('cautions.json', path, problem, found);

/** What can be proved from the folder's lists; that the quotes are the call's words is proved with all others. */
export function checkCautions(checked: CheckedFolder): Fault[] {
  const { cautions } = checked.files;
  const twice = [...tally(cautions.map(({ id }) => id))].filter(([, count]) => count > 1);
  return [
    ...twice.map(([id, count]) => wrong(id, `这个 id 出现了 ${count} 次`)),
    ...cautions.flatMap((row) => [
      ...checkClauses(row, checked),
      ...checkLists(row, checked),
      ...checkParameters(row, checked),
      ...checkNames(row),
    ]),
  ];
}

function checkClauses({ id, clause, quotes }: CautionRow, { outline }: CheckedFolder): Fault[] {
  const names = clause.split('；');
  const texts = names.map((name) => outline.get(name));
  return [
    ...names.filter((name) => !outline.has(name)).map((name) => wrong(`${id}.clause`, '原文没有这一条', name)),
    ...quotes.flatMap((quote, k) =>
      texts.some((text) => text?.includes(quote)) ? [] : [wrong(`${id}.quotes.${k}`, `“${clause}”里没有这句话`, quote)],
    ),
  ];
}

/** Countries, entries of 附1 and 附2, and sides of 附2. */
function checkLists({ id, when }: CautionRow, { files }: CheckedFolder): Fault[] {
  const sides = files.sisterCities.map(({ jiangxiSide }) => jiangxiSide);
  return when.flatMap((condition, k) => {
    if (!('partner' in condition)) return [];
    const { in: within = [], notIn = [], entries = [], sideIsNot, agreement } = condition.partner;
    const list = agreement ? files.agreements : files.sisterCities;
    const at = `${id}.when.${k}`;
    return [
      ...[...within, ...notIn]
        .filter((name) => countryByName(name)?.zh !== name)
        .map((name) => wrong(at, '没有这个国家或地区', name)),
      ...entries
        .filter((no) => !list.some((each) => String(each.no) === no))
        .map((no) => wrong(at, '清单没有这一条', no)),
      ...(sideIsNot === undefined || sides.includes(sideIsNot) ? [] : [wrong(at, '附2没有这个中方', sideIsNot)]),
    ];
  });
}

function checkParameters({ id, when, words }: CautionRow, { files }: CheckedFolder): Fault[] {
  const named = [...JSON.stringify(words).matchAll(/\{p:([^}]+)\}/g)].map((match) => match[1] ?? '');
  const compared = when.flatMap((condition) => ('below' in condition ? [condition.below] : []));
  return [...named, ...compared]
    .filter((name) => !Object.hasOwn(files.guide.parameters, name))
    .map((name) => wrong(id, 'guide.json 里没有这个参数', name));
}

/** A text may name of the partner only what a condition on the partner finds. */
function checkNames({ id, when, words }: CautionRow): Fault[] {
  const partners = when.flatMap((condition) => ('partner' in condition ? [condition.partner] : []));
  const given = new Set(
    partners.flatMap(({ agreement, sisterCity, namesake }) => [
      'country',
      ...(agreement && !agreement.includes('none') ? ['bloc'] : []),
      ...(sisterCity || namesake ? ['pair', 'city'] : []),
    ]),
  );
  return [...JSON.stringify(words).matchAll(/\{(\w+)\}/g)]
    .map((match) => match[1] ?? '')
    .filter((name) => !given.has(name))
    .map((name) => wrong(id, '条件里没有可以填进这里的东西', `{${name}}`));
}

/** The facts and rules that conditions and texts name; `known` are the paths of facts. */
export function cautionFacts(guide: Guide, known: ReadonlySet<string>): Fault[] {
  const rules = new Set(guide.rules.map(({ row }) => row.id));
  return guide.cautions.flatMap(({ id, when, words }) => {
    const named = [...JSON.stringify(words).matchAll(/\{f:([^}]+)\}/g)].map((match) => match[1] ?? '');
    const asked = when.flatMap((condition) => ('fact' in condition ? [condition.fact] : []));
    const decided = when.flatMap((condition) => ('rules' in condition ? condition.rules : []));
    return [
      ...[...named, ...asked].filter((path) => !known.has(path)).map((path) => wrong(id, '没有这个事实', path)),
      ...decided.filter((rule) => !rules.has(rule)).map((rule) => wrong(id, '没有这条规则', rule)),
    ];
  });
}
