/** The directions of 五 and what each wants. One that is printed as in the old call keeps what was written by hand about it. */
import type { Outline } from '../check/outline.ts';
import { numeral } from '../fill.ts';
import type { Direction, GuideFiles } from '../guideSchema.ts';
import { indicatorsOf } from './indicators.ts';

interface Read {
  directions: Direction[];
  /** Directions whose figures were split up by rule alone, and those for which words are to be written. */
  bySplitting: string[];
  withoutTerms: string[];
}

export function directionsOf(outline: Outline, old: GuideFiles, types: GuideFiles['guide']['types']): Read {
  const titles = [...outline].filter(([name]) => /^五 选题方向[一二三四五六七八九十]+$/.test(name));
  const kinds = kindsIn(outline, types);
  const bySplitting: string[] = [];
  const withoutTerms: string[] = [];
  const directions = titles.map(([clause, title], at): Direction => {
    const number = at + 1;
    const printed = clause.replace('五 选题方向', '');
    const content = outline.get(`${clause}（研究内容）`) ?? '';
    const indicatorText = outline.get(`${clause}（考核指标）`) ?? '';
    const before = old.directions.find((each) => each.title === title);
    const same = before?.indicatorText === indicatorText;
    const kind = kinds.get(printed) ?? types[0];
    const ours = oursOf(before, { content, indicatorText });
    if (!same) bySplitting.push(`方向${numeral(number)}`);
    if (!ours?.terms) withoutTerms.push(`方向${numeral(number)}`);
    return {
      number,
      numeral: printed,
      title,
      categoryId: kind?.id ?? 'other-countries-regions',
      category: kind?.name ?? '',
      content,
      contentItems: before?.content === content ? before.contentItems : itemsOf(content),
      indicatorText,
      indicators: same ? renumbered(before.indicators, number) : indicatorsOf(indicatorText, number),
      ...quotaOf(clause, outline),
      ...(ours && { ours }),
    };
  });
  return { directions, bySplitting, withoutTerms };
}

/** Terms are words of the field and stay with the title; misprints only where they are printed again. */
function oursOf(before: Direction | undefined, now: { content: string; indicatorText: string }): Direction['ours'] {
  if (!before?.ours) return undefined;
  const { slips = [], ...rest } = before.ours;
  const kept = slips.filter(({ printed }) => now.content.includes(printed) || now.indicatorText.includes(printed));
  return { ...rest, ...(kept.length > 0 && { slips: kept }) };
}

const renumbered = (indicators: Direction['indicators'], number: number): Direction['indicators'] =>
  indicators.map((each, at) => ({ ...each, id: `${number}.${at + 1}` }));

const itemsOf = (content: string): string[] =>
  content
    .replace(/。$/, '')
    .split(/[；;]/)
    .filter((item) => item !== '');

/** Under which heading each direction stands, by its numeral. */
function kindsIn(
  outline: Outline,
  types: GuideFiles['guide']['types'],
): Map<string, GuideFiles['guide']['types'][number]> {
  const kinds = new Map<string, GuideFiles['guide']['types'][number]>();
  let [kind] = types;
  for (const line of (outline.get('五') ?? '').split('\n')) {
    kind = types.find(({ heading, name }) => line === heading + name) ?? kind;
    const printed = /^选题方向([一二三四五六七八九十]+)：/.exec(line)?.[1];
    if (printed !== undefined && kind) kinds.set(printed, kind);
  }
  return kinds;
}

/** What each direction gets: its own line, or what 一 gives the others. */
function quotaOf(clause: string, outline: Outline): Pick<Direction, 'quota' | 'quotaQuote'> {
  const own = outline.get(`${clause}（立项数）`);
  const all = [...outline].filter(([name]) => name.startsWith('一 ')).map(([, text]) => text);
  const rest = all.flatMap((text) => /(?:其余|每个|各)[^，。；]{0,12}立项\d+个/.exec(text)?.[0] ?? []);
  const quotaQuote = own ?? rest[0] ?? '';
  return { quota: Number(/(\d+)个/.exec(quotaQuote)?.[1] ?? 0), quotaQuote };
}
