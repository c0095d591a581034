/** 附2 and 附3 of a call, row by row. A place or host of the old list keeps what was written by hand about it. */
import type { Base, GuideFiles, SisterCity } from '../guideSchema.ts';
import { countryByName } from '../places/country.ts';
import { regionOf } from '../places/regions.ts';
import { rowsFrom } from './sourceText.ts';

type Appendix = GuideFiles['guide']['appendices'][number];

interface Table {
  title: string;
  columns: string[];
  rows: string[][];
  rest: string;
}

/** The table of an appendix; no rows where it is not one of four columns. */
function tableOf(words: string, name: string): Table {
  const [head = '', title = ''] = new RegExp(`^\\s*${name}\\s*\\n\\s*(\\S[^\\n]*)\\n`, 'm').exec(words) ?? [];
  const start = words.search(new RegExp(`^\\s*${name}\\s*\\n`, 'm'));
  const { rows, rest } = rowsFrom(start < 0 ? '' : words.slice(start + head.length));
  const [columns = [], ...others] = rows;
  return { title: title.trim(), columns, rows: others, rest };
}

interface Pairs {
  appendix: Appendix;
  sisterCities: SisterCity[];
  notes: string[];
}

const continentNames = { asia: '亚洲', europe: '欧洲', americas: '美洲', africa: '非洲', oceania: '大洋洲' } as const;

export function sisterCitiesOf(words: string, old: GuideFiles): Pairs {
  const { title, columns, rows, rest } = tableOf(words, '附2');
  const closing = /^\s*([^\n]*友好城市关系[^\n]*)/.exec(rest)?.[1]?.trim();
  const notes: string[] = [];
  let side = { name: '', count: 0 };
  const sisterCities = rows.map(([no = '', jiangxi = '', foreignPlace = '', country = '']): SisterCity => {
    const [name = '', declared] = jiangxi.split('\n').map((line) => line.trim());
    if (name !== '') side = { name, count: Number(/\d+/.exec(declared ?? '')?.[0] ?? 0) };
    const same = old.sisterCities.filter((each) => each.foreignPlace === foreignPlace && each.country === country);
    const before = same.find((each) => each.jiangxiSide === side.name) ?? same[0];
    if (!before) notes.push(newPlace(no, foreignPlace, country));
    return {
      no: Number(no),
      jiangxiSide: side.name,
      declaredCount: side.count,
      ...(declared !== undefined && { declared }),
      foreignPlace,
      country,
      ours: before?.ours ?? oursOf(foreignPlace, country, old),
    };
  });
  const gone = old.sisterCities.filter((each) => !sisterCities.some((pair) => samePlace(pair, each)));
  if (gone.length > 0)
    notes.push(`不再列：${gone.map(({ foreignPlace, country }) => `${foreignPlace}（${country}）`).join('、')}。`);
  return { appendix: { id: '附2', title, columns, ...(closing !== undefined && { closing }) }, sisterCities, notes };
}

const samePlace = (one: SisterCity, other: SisterCity): boolean =>
  one.foreignPlace === other.foreignPlace && one.country === other.country && one.jiangxiSide === other.jiangxiSide;

function newPlace(no: string, place: string, country: string): string {
  const code = countryByName(country)?.code;
  if (code === undefined) return `第${no}对 ${place}：不认识国名“${country}”，请核对原文。`;
  return regionOf(place, code)
    ? `新列第${no}对 ${place}（${country}）：地点是认识的，请核对 ours.latin。`
    : `新列第${no}对 ${place}（${country}）：不知道这个地方在哪里。请在 sisterCities.json 写 ours.latin（拉丁字母写的名字）和 ours.region（国家以下的代码、别名、出处，写法同 knowledge/places/regions.json）。`;
}

function oursOf(place: string, country: string, old: GuideFiles): SisterCity['ours'] {
  const found = countryByName(country);
  const known = found && regionOf(place, found.code);
  const latin = known?.names.find((name) => /^\p{Script=Latin}/u.test(name)) ?? '';
  const same = old.sisterCities.find((each) => each.country === country)?.ours;
  const continent =
    same?.continent ?? (found ? continentNames[found.continent as keyof typeof continentNames] : undefined);
  return {
    continent: continent ?? '亚洲',
    latin,
    aliases: [],
    ...(same?.countryToday !== undefined && { countryToday: same.countryToday }),
  };
}

interface Bases {
  appendix: Appendix;
  bases: Base[];
  notes: string[];
}

const hostKinds: readonly (readonly [RegExp, string])[] = [
  [/大学$|学院$/, '高校'],
  [/公司$|集团$|厂$/, '企业'],
  [/管理委员会$|办公室$/, '管理机构'],
  [/院$|所$|中心$|站$/, '事业单位'],
];

export function basesOf(words: string, old: GuideFiles): Bases {
  const { title, columns, rows } = tableOf(words, '附3');
  const notes: string[] = [];
  const bases = rows.map(([no = '', name = '', type = '', host = '']): Base => {
    const before =
      old.bases.find((each) => each.name === name && each.host === host) ??
      old.bases.find((each) => each.host === host);
    const hostKind = before?.ours.hostKind ?? hostKinds.find(([form]) => form.test(host))?.[1] ?? '';
    if (!before) notes.push(`新列第${no}个 ${name}（${host}）：依托单位按“${hostKind}”记，请核对 ours.hostKind。`);
    const { note, hostToday } = before?.ours ?? {};
    return {
      no: Number(no),
      name,
      type,
      host,
      ours: {
        hostKind,
        ...(hostToday !== undefined && { hostToday }),
        ...(note !== undefined && before?.name === name && { note }),
      },
    };
  });
  const gone = old.bases.filter(({ name }) => !bases.some((each) => each.name === name));
  if (gone.length > 0) notes.push(`不再列：${gone.map(({ name }) => name).join('、')}。`);
  return { appendix: { id: '附3', title, columns }, bases, notes };
}
