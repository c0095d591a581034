/** Numbers run on without a gap, and nothing has the same id or name twice. */
import type { Fault } from '../guideFolder.ts';
import { type CheckedFolder, fault, tally } from './folder.ts';

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A number up to 99 as the call writes it: 19 is 十九. */
function numeralOf(number: number): string {
  const tens = Math.floor(number / 10);
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
  return `${ten}${digits[number % 10]}`;
}

export function checkNumbering({ files }: CheckedFolder): Fault[] {
  const { guide, directions, agreements, sisterCities, bases, template, formChecks } = files;
  const indicatorIds = directions.flatMap(({ number, indicators }, i) =>
    indicators.flatMap(({ id }, k) =>
      id === `${number}.${k + 1}`
        ? []
        : [fault('directions.json', `${i}.indicators.${k}.id`, `应为 ${number}.${k + 1}`, id)],
    ),
  );
  const numerals = directions.flatMap(({ number, numeral }, i) =>
    numeral === numeralOf(number)
      ? []
      : [fault('directions.json', `${i}.numeral`, `应为 ${numeralOf(number)}`, numeral)],
  );
  const sections = new Map<string, number>();
  const items = agreements.flatMap(({ section, item }, i) => {
    const place = (sections.get(section) ?? 0) + 1;
    sections.set(section, place);
    const expected = `（${numeralOf(place)}）`;
    return item === '' || item === expected ? [] : [fault('agreements.json', `${i}.item`, `应为 ${expected}`, item)];
  });
  return [
    ...runsOn(
      'directions.json',
      'number',
      directions.map(({ number }) => number),
    ),
    ...runsOn(
      'sisterCities.json',
      'no',
      sisterCities.map(({ no }) => no),
    ),
    ...runsOn(
      'bases.json',
      'no',
      bases.map(({ no }) => no),
    ),
    ...indicatorIds,
    ...numerals,
    ...items,
    ...unique(
      'directions.json',
      'title',
      directions.map(({ title }) => title),
    ),
    ...unique(
      'agreements.json',
      'no',
      agreements.map(({ no }) => no),
    ),
    ...unique(
      'bases.json',
      'name',
      bases.map(({ name }) => name),
    ),
    ...unique(
      'sisterCities.json',
      'foreignPlace',
      sisterCities.map((each) => `${each.jiangxiSide}—${each.foreignPlace}`),
    ),
    ...unique(
      'formChecks.json',
      'clause',
      formChecks.map(({ clause }) => clause),
    ),
    ...unique(
      'template.json',
      'warnings.id',
      template.warnings.map(({ id }) => id),
    ),
    ...unique(
      'guide.json',
      'sections.id',
      guide.sections.map(({ id }) => id),
    ),
    ...unique(
      'guide.json',
      'types.id',
      guide.types.map(({ id }) => id),
    ),
    ...unique(
      'guide.json',
      'appendices.id',
      guide.appendices.map(({ id }) => id),
    ),
  ];
}

function runsOn(file: string, field: string, numbers: readonly number[]): Fault[] {
  const at = numbers.findIndex((number, index) => number !== index + 1);
  return at < 0 ? [] : [fault(file, `${at}.${field}`, `编号应为 ${at + 1}，写的是 ${numbers[at]}`)];
}

function unique(file: string, field: string, values: readonly string[]): Fault[] {
  return [...tally(values)]
    .filter(([, count]) => count > 1)
    .map(([value, count]) => fault(file, field, `出现了 ${count} 次`, value));
}
