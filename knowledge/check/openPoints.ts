/** The open points of a guide: every quote stands in its clause, and every rule, caution, answer, parameter and country that one names is there. */

import type { Guide } from '../guide.ts';
import type { Fault } from '../guideFolder.ts';
import type { Effect, OpenPoint } from '../openPointSchema.ts';
import { countryByCode } from '../places/country.ts';
import { fault, tally } from './folder.ts';
import { outlineOf, wordsOf } from './outline.ts';

/** Answers that are made by code, and may say that something is open. */
const computed = ['category.both+residual'];

const wrong = (path: string, problem: string, found?: string): Fault => fault('openPoints.json', path, problem, found);

/** Only for a guide that was read without a fault; `known` are the paths of facts. */
export function openPointFaults(guide: Guide, known: ReadonlySet<string>): Fault[] {
  const points = guide.openPoints;
  const outline = outlineOf(wordsOf(guide.source));
  const asks = points.flatMap(({ ask }) => ask);
  return [
    ...twice(points.map(({ id }) => id)).map((id) => wrong(id, '这个 id 出现了两次')),
    ...twice(asks).map((question) => wrong('ask', '这个问法出现了两次', question)),
    ...points.flatMap((point) => [
      ...quoteFaults(point, outline),
      ...nameFaults(point, guide, known),
      ...twice(point.options.map(({ id }) => id)).map((id) => wrong(`${point.id}.options`, '选项的 id 出现了两次', id)),
      ...point.options.flatMap(({ id, effects }) =>
        effects.flatMap((effect) =>
          effectFaults(effect, guide).map(([problem, name]) => wrong(`${point.id}.${id}`, problem, name)),
        ),
      ),
    ]),
  ];
}

const twice = (values: readonly string[]): string[] =>
  [...tally(values)].filter(([, count]) => count > 1).map(([value]) => value);

function quoteFaults({ id, clause, quotes }: OpenPoint, outline: ReadonlyMap<string, string>): Fault[] {
  const names = clause.split('；');
  return [
    ...names.filter((name) => !outline.has(name)).map((name) => wrong(`${id}.clause`, '原文没有这一条', name)),
    ...quotes
      .filter((quote) => !names.some((name) => outline.get(name)?.includes(quote)))
      .map((quote) => wrong(`${id}.quotes`, `“${clause}”里没有这句话`, quote)),
  ];
}

function nameFaults(point: OpenPoint, guide: Guide, known: ReadonlySet<string>): Fault[] {
  const missing = (names: readonly string[] | undefined, has: (name: string) => boolean, problem: string): Fault[] =>
    (names ?? []).filter((name) => !has(name)).map((name) => wrong(point.id, problem, name));
  const conditions = (point.when ?? []).flat();
  const facts = conditions.flatMap((condition) => ('fact' in condition ? [condition.fact] : []));
  const rules = conditions.flatMap((condition) => ('rules' in condition ? condition.rules : []));
  return [
    ...missing(facts, (path) => known.has(path), '没有这个事实'),
    ...missing([...(point.rules ?? []), ...rules], (id) => hasRule(id, guide), '没有这条规则'),
    ...missing(point.cautions, (id) => guide.cautions.some((each) => each.id === id), 'cautions.json 里没有这一条'),
    ...missing(
      point.answers,
      (id) => computed.includes(id) || guide.answers.some((each) => each.id === id),
      'answers/ 里没有这一条回答',
    ),
    ...missing(point.country === undefined ? [] : [point.country], isCountry, '没有这个国家或地区'),
  ];
}

const hasRule = (id: string, { rules }: Guide): boolean => rules.some(({ row }) => row.id === id);
const isCountry = (code: string): boolean => countryByCode(code) !== undefined;

function effectFaults(effect: Effect, guide: Guide): [problem: string, name: string][] {
  switch (effect.kind) {
    case 'own-day':
    case 'parameter':
      return guide.parameters[effect.parameter]?.unit === 'date'
        ? []
        : [['guide.json 里没有这个日期参数', effect.parameter]];
    case 'category':
      return isCountry(effect.country) ? [] : [['没有这个国家或地区', effect.country]];
    case 'outcome':
      return hasRule(effect.rule, guide) ? [] : [['没有这条规则', effect.rule]];
    case 'audits-waived':
      return effect.rules.filter((id) => !hasRule(id, guide)).map((id) => ['没有这条规则', id]);
    case 'choice': {
      const check = guide.rules.find(({ row }) => row.id === effect.rule)?.row.check;
      return check?.kind === 'choice' ? [] : [['没有这条按选项判断的规则', effect.rule]];
    }
    default:
      return [];
  }
}
