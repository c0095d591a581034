/** Each measure says what its quote says, and no figure of an indicator is left without a measure. */
import type { Fault } from '../guideFolder.ts';
import type { Direction, Measure } from '../guideSchema.ts';
import { type CheckedFolder, fault } from './folder.ts';
import { figure, findWhole, readMeasureQuote } from './measureQuote.ts';

type Indicator = Direction['indicators'][number];

export function checkMeasures({ files }: CheckedFolder): Fault[] {
  return files.directions.flatMap((direction, i) =>
    direction.indicators.flatMap((indicator, k) => {
      const path = `${i}.indicators.${k}`;
      const own = indicator.measures.flatMap((measure, m) =>
        wrongs(measure, indicator, direction).map(([field, problem]) =>
          fault('directions.json', `${path}.measures.${m}.${field}`, problem, measure.quote),
        ),
      );
      return [...own, ...uncovered(indicator, path)];
    }),
  );
}

function wrongs(measure: Measure, indicator: Indicator, direction: Direction): [keyof Measure, string][] {
  const { quote, condition, strength } = measure;
  const wrong: [keyof Measure, string][] = [];
  const read = readMeasureQuote(quote);
  if (!read) wrong.push(['quote', '读不出数量']);
  else
    for (const field of ['op', 'low', 'high', 'unit', 'highUnit'] as const)
      if (read[field] !== measure[field])
        wrong.push([field, `记的是 ${measure[field] ?? '（无）'}，引文是 ${read[field] ?? '（无）'}`]);
  if (findWhole(indicator.text, quote, 0) < 0) wrong.push(['quote', '不在这条指标里，或截掉了“以上”“不低于”之类的字']);
  if (condition && !direction.indicatorText.includes(condition)) wrong.push(['condition', '不在这个方向的考核指标里']);
  if (strength && !indicator.text.includes(strength)) wrong.push(['strength', '不在这条指标里']);
  return wrong;
}

/** Strikes out what measures and conditions quote; any figure that remains was forgotten. */
function uncovered({ text, measures }: Indicator, path: string): Fault[] {
  let rest = text;
  for (const { quote, condition } of measures) {
    rest = strike(rest, quote, findWhole(rest, quote, 0));
    if (condition) rest = strike(rest, condition, rest.indexOf(condition));
  }
  const left = figure.exec(rest)?.[0];
  return left === undefined ? [] : [fault('directions.json', path, `数字“${left}”没有对应的指标值`, text)];
}

function strike(text: string, part: string, index: number): string {
  if (index < 0) return text;
  return text.slice(0, index) + '＿'.repeat(part.length) + text.slice(index + part.length);
}
