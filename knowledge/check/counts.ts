/** Counts: what is recorded, what the call declares, and what `guide.json` expects all agree. */
import type { Fault } from '../guideFolder.ts';
import { type CheckedFolder, fault, tally } from './folder.ts';

export function checkCounts(folder: CheckedFolder): Fault[] {
  return [...checkExpected(folder), ...checkClosing(folder), ...checkDeclared(folder), ...checkBases(folder)];
}

function checkExpected({ files }: CheckedFolder): Fault[] {
  const { directions, agreements, sisterCities, bases } = files;
  const { counts } = files.guide;
  const documents = agreements.flatMap((each) => each.documents);
  const indicators = directions.flatMap((each) => each.indicators);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
  const byCategory = tally(directions.map((each) => each.categoryId));
  const rows: [file: string, what: string, counted: number, expected: number][] = [
    ...Object.entries(counts.directions).map(([id, expected]): [string, string, number, number] => {
      return ['directions.json', `${id} 的方向`, byCategory.get(id) ?? 0, expected];
    }),
    ['directions.json', '拟立项数', sum(directions.map((each) => each.quota)), counts.projects],
    ['directions.json', '考核指标', indicators.length, counts.indicators],
    ['directions.json', '指标值', sum(indicators.map((each) => each.measures.length)), counts.measures],
    ['agreements.json', '附1 的条目', agreements.length, counts.agreements],
    ['agreements.json', '附1 的文件', documents.length, counts.documents],
    ['agreements.json', '附1 不同的文件', new Set(documents).size, counts.distinctDocuments],
    ['sisterCities.json', '友城', sisterCities.length, counts.pairs],
    ['sisterCities.json', '中方', new Set(sisterCities.map((each) => each.jiangxiSide)).size, counts.jiangxiSides],
    ['sisterCities.json', '国家', new Set(sisterCities.map((each) => each.country)).size, counts.countries],
    ['bases.json', '基地', bases.length, counts.bases],
    ['bases.json', '依托单位', new Set(bases.map((each) => each.host)).size, counts.hosts],
  ];
  return rows
    .filter(([, , counted, expected]) => counted !== expected)
    .map(([file, what, counted, expected]) =>
      fault(file, '', `${what}数出 ${counted} 个，guide.json 的 counts 记 ${expected} 个`),
    );
}

/** The paragraph that closes 附2 declares pairs, countries, provincial pairs and pairs by continent. */
function checkClosing({ files }: CheckedFolder): Fault[] {
  const { counts, appendices } = files.guide;
  const closing = appendices.find((each) => each.id === '附2')?.closing ?? '';
  const stated = (pattern: RegExp): number => Number(pattern.exec(closing)?.[1]);
  const expected: [what: string, stated: number, expected: number][] = [
    ['国家', stated(/(\d+)个国家/), counts.countries],
    ['友城', stated(/建立了(\d+)对/), counts.pairs],
    ...Object.entries(counts.continents).map(([continent, count]): [string, number, number] => {
      return [continent, stated(new RegExp(`[，。]${continent}(\\d+)对`)), count];
    }),
  ];
  const wrong = expected
    .filter(([, printed, count]) => printed !== count)
    .map(([what, printed, count]) => fault('guide.json', 'counts', `${what}记 ${count}，附2 末段写 ${printed}`));
  const provincial = files.sisterCities.filter((each) => each.jiangxiSide === '江西省').length;
  if (stated(/省级(\d+)对/) !== provincial)
    wrong.push(fault('sisterCities.json', '', `省级友城数出 ${provincial} 对，与附2 末段不符`));
  const byContinent = tally(files.sisterCities.map((each) => each.ours.continent));
  for (const [continent, count] of Object.entries(counts.continents))
    if (byContinent.get(continent) !== count)
      wrong.push(
        fault('sisterCities.json', '', `${continent}数出 ${byContinent.get(continent) ?? 0} 对，应为 ${count} 对`),
      );
  return wrong;
}

/** Each 中方 has as many pairs as it declares, and each country lies in one continent. */
function checkDeclared({ files }: CheckedFolder): Fault[] {
  const sides = tally(files.sisterCities.map((each) => each.jiangxiSide));
  const continents = new Map(files.sisterCities.map((each) => [each.country, each.ours.continent]));
  const seen = new Set<string>();
  return files.sisterCities.flatMap(({ jiangxiSide, declaredCount, declared, country, ours }, i) => {
    const first = !seen.has(jiangxiSide);
    seen.add(jiangxiSide);
    const wrong = (path: string, problem: string): Fault => fault('sisterCities.json', `${i}.${path}`, problem);
    return [
      ...(sides.get(jiangxiSide) === declaredCount
        ? []
        : [wrong('declaredCount', `${jiangxiSide}写 ${declaredCount} 对，数出 ${sides.get(jiangxiSide)} 对`)]),
      ...(first === (declared !== undefined) ? [] : [wrong('declared', '只在每个中方的第一对写')]),
      ...(declared === undefined || Number(/\d+/.exec(declared)?.[0]) === declaredCount
        ? []
        : [wrong('declared', `“${declared}”与 declaredCount ${declaredCount} 不符`)]),
      ...(continents.get(country) === ours.continent ? [] : [wrong('ours.continent', `${country}分在两个洲`)]),
    ];
  });
}

/** The call counts its bases twice: in 二 and in the heading of 附3. */
function checkBases({ files }: CheckedFolder): Fault[] {
  const { counts, appendices, priorities } = files.guide;
  const heading = appendices.find((each) => each.id === '附3')?.title ?? '';
  const quote = priorities.find((each) => each.kind === 'base-or-joint-lab')?.quote ?? '';
  return [heading, quote]
    .filter((text) => Number(/(\d+)家/.exec(text)?.[1]) !== counts.bases)
    .map((text) => fault('guide.json', 'counts.bases', `记 ${counts.bases} 个，与原文不符`, text));
}
