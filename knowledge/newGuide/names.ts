/** How things of the lists are called in the old call and in the new one: directions and their numbers, entries of 附1 to 附3. */
import { numeral } from '../fill.ts';
import type { GuideFiles } from '../guideSchema.ts';

export type Renamed = (text: string) => { text: string; gone: string[] };

/** @param words the new call, as people read it */
export function renaming(old: GuideFiles, now: GuideFiles, words: string): Renamed {
  const directions = new Map(
    old.directions.map(({ numeral: was, title }) => [
      was,
      now.directions.find((each) => each.title === title)?.numeral,
    ]),
  );
  const kinds = [...old.guide.types.map(({ id }) => id), undefined];
  const spans = new Map(kinds.map((kind): [string, string] => [spanOf(kind, old), spanOf(kind, now)]));
  const pairs = new Map(
    old.sisterCities.map((pair) => [
      String(pair.no),
      now.sisterCities.find(
        (each) =>
          each.foreignPlace === pair.foreignPlace &&
          each.country === pair.country &&
          each.jiangxiSide === pair.jiangxiSide,
      )?.no,
    ]),
  );
  const bases = new Map(
    old.bases.map(({ no, name }) => [String(no), now.bases.find((each) => each.name === name)?.no]),
  );
  const entries = new Map(
    old.agreements.map(({ no, ours }) => [no, now.agreements.find((each) => each.ours.label === ours.label)?.no]),
  );
  const there = new Set(namesOf(now));
  const names = namesOf(old).filter((name) => !there.has(name) && !words.includes(name));
  return (text) => {
    const gone: string[] = [];
    const to = (whole: string, became: string | number | undefined, write: (name: string) => string): string => {
      if (became === undefined) gone.push(whole);
      return became === undefined ? whole : write(String(became));
    };
    const said = text
      .replace(/方向[一二三四五六七八九十]+至[一二三四五六七八九十]+/g, (whole) =>
        to(whole, spans.get(whole), (span) => `<${span}>`),
      )
      .replace(/(?<!<)方向([一二三四五六七八九十]+)(?!至)/g, (whole, was: string) =>
        directions.has(was) ? to(whole, directions.get(was), (name) => `方向${name}`) : whole,
      )
      .replace(/(?<=附2 ?)第(\d+)对/g, (whole, was: string) => to(whole, pairs.get(was), (no) => `第${no}对`))
      .replace(/(?<=附3 ?)第(\d+)个/g, (whole, was: string) => to(whole, bases.get(was), (no) => `第${no}个`))
      .replace(/(?<=附1 ?)[一二]（[一二三四五六七八九十]+）/g, (whole) => to(whole, entries.get(whole), (no) => no))
      .replace(/[<>]/g, (sign) => (text.includes(sign) ? sign : ''));
    gone.push(...names.filter((name) => said.includes(name)));
    return { text: said, gone };
  };
}

/** The number of an entry of 附1 or 附2 in the new lists. */
export function entryNow(no: string, old: GuideFiles, now: GuideFiles): string | undefined {
  const agreement = old.agreements.find((each) => each.no === no);
  if (agreement) return now.agreements.find((each) => each.ours.label === agreement.ours.label)?.no;
  const pair = old.sisterCities.find((each) => String(each.no) === no);
  const same = now.sisterCities.find(
    (each) =>
      each.foreignPlace === pair?.foreignPlace &&
      each.country === pair.country &&
      each.jiangxiSide === pair.jiangxiSide,
  );
  return same && String(same.no);
}

function spanOf(kind: string | undefined, { directions }: GuideFiles): string {
  const own = directions
    .filter(({ categoryId }) => kind === undefined || categoryId === kind)
    .map(({ number }) => number);
  return own.length === 0 ? '' : `方向${numeral(Math.min(...own))}至${numeral(Math.max(...own))}`;
}

/** Names that nothing but the lists has. */
function namesOf({ directions, sisterCities, bases, agreements }: GuideFiles): string[] {
  const documents = agreements.flatMap((each) => each.documents.map((title) => title.replace(/[《》]/g, '')));
  const all = [
    ...directions.map(({ title }) => title),
    ...sisterCities.map(({ foreignPlace }) => foreignPlace),
    ...bases.flatMap(({ name, host, ours }) => [name, host, ours.hostToday ?? host]),
    ...documents,
  ];
  return [...new Set(all)].filter((name) => name.length > 2);
}
