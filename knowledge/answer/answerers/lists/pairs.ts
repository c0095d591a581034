/** Pairs of 附2 in words. */
import type { Guide } from '../../../guide.ts';
import type { SisterCity } from '../../../guideSchema.ts';
import { countryByName } from '../../../places/country.ts';
import type { Citation } from '../../draft.ts';

/** 附2's own summary, word for word as the guide has it. */
export function wholeList(guide: Guide): Citation {
  const text = guide.appendices.find(({ id }) => id === '附2')?.closing ?? '';
  return { clause: '附2', quote: text.split('。')[0] ?? text };
}

export function continentsLine(guide: Guide): Citation {
  const text = guide.appendices.find(({ id }) => id === '附2')?.closing ?? '';
  return { clause: '附2', quote: text.split('。')[1] ?? text };
}

export function pairCitation(pair: SisterCity): Citation {
  return { clause: `附2 第${pair.no}对`, quote: pair.foreignPlace };
}

/** 江西省 in 附2 is the province itself. */
export function sideName(side: string): string {
  return side === '江西省' ? '江西省（省级）' : side;
}

/** 黑森州（江西省）、派尼区（南昌市）: for one country. */
export function bySide(pairs: readonly SisterCity[]): string {
  return pairs.map((each) => `${each.foreignPlace}（${each.jiangxiSide}）`).join('、');
}

/** 尚州市（韩国）、罕斯维尔市（美国）: for one side. */
export function byCountry(pairs: readonly SisterCity[]): string {
  return pairs.map((each) => `${each.foreignPlace}（${each.country}）`).join('、');
}

/** 德国3对（黑森州、派尼区、沃尔泽伦市）；…: for a continent. */
export function grouped(pairs: readonly SisterCity[]): string {
  return [...Map.groupBy(pairs, ({ country }) => country)]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([country, own]) => `${country}${own.length}对（${own.map(({ foreignPlace }) => foreignPlace).join('、')}）`)
    .join('；');
}

export function pairsInCountry(guide: Guide, code: string): SisterCity[] {
  return guide.sisterCities.filter((each) => countryByName(each.country)?.code === code);
}

export function pairsOfSide(guide: Guide, side: string): SisterCity[] {
  return guide.sisterCities.filter((each) => each.jiangxiSide === side);
}

/** The sides of 附2, each once, in its order. */
export function sidesOf(guide: Guide): string[] {
  return [...new Set(guide.sisterCities.map(({ jiangxiSide }) => jiangxiSide))];
}

export function pairNumbered(guide: Guide, no: number): SisterCity | undefined {
  return guide.sisterCities.find((each) => each.no === no);
}

/** 赣州那个不伦瑞克: a side's short name right before a place. */
export function sidesNamed(text: string, guide: Guide): boolean {
  return sidesOf(guide).some((side) =>
    new RegExp(`${side.replace(/[市区]$/u, '')}市?(?:的|那|这|和|跟|与|配|对应|结)`, 'u').test(text),
  );
}
