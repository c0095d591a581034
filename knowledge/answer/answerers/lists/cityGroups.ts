/** Answers about many pairs of 附2: those of a side, of a country, of a continent. */
import type { SisterCity } from '../../../guideSchema.ts';
import { countryByCode, countryByName, spokenName } from '../../../places/country.ts';
import { cityAbove } from '../../entities/sides.ts';
import type { Frame } from './frame.ts';
import {
  byCountry,
  bySide,
  grouped,
  pairCitation,
  pairsInCountry,
  pairsOfSide,
  sideName,
  sidesOf,
  wholeList,
} from './pairs.ts';
import { partOf } from './regions.ts';
import type { Said } from './said.ts';

export function countryInEnglish(zh: string): string {
  return countryByName(zh)?.en[0] ?? zh;
}

/** The pairs of one side, of all countries or of some; a county without pairs is told of the city above it. */
export function aboutSide(
  side: string,
  { codes, continent }: { codes: readonly string[]; continent: string | undefined },
  { guide }: Frame,
): Said {
  const own = pairsOfSide(guide, side);
  if (own.length === 0) return noPairs(side, guide);
  const lands = codes.flatMap((code) => countryByCode(code)?.zh ?? []);
  const isMeant = (each: SisterCity) =>
    (lands.length === 0 || lands.includes(each.country)) &&
    (continent === undefined || each.ours.continent === continent);
  const kept = own.filter(isMeant);
  const limit = [...lands, ...(continent === undefined ? [] : [continent])].map(spokenName).join('、');
  const name = sideName(side);
  if (limit !== '' && kept.length === 0)
    return {
      zh: `${name}在附2里没有${limit}的友城。${name}一共有${own.length}对：${byCountry(own)}。`,
      en: `${side} has no sister city there in Annex 2. It has ${own.length} in all: ${latinOf(own)}.`,
      citations: own.slice(0, 1).map(pairCitation),
    };
  const all = limit === '' ? '' : `${name}一共有友城${own.length}对：${byCountry(own)}。`;
  const which = limit === '' ? '' : `${limit}的`;
  return {
    zh: `${name}有${which}友城${kept.length}对：${byCountry(kept)}。${all}`,
    en: `${side} has ${kept.length} sister ${kept.length > 1 ? 'cities' : 'city'}${limit === '' ? '' : ' there'}: ${latinOf(kept)}.`,
    citations: kept.slice(0, 1).map(pairCitation),
  };
}

function latinOf(pairs: readonly SisterCity[]): string {
  return pairs.map((each) => `${each.ours.latin ?? each.foreignPlace} (${countryInEnglish(each.country)})`).join(', ');
}

function noPairs(side: string, guide: Frame['guide']): Said {
  const above = cityAbove(side);
  const city = above === undefined ? [] : pairsOfSide(guide, above);
  const more = above !== undefined && city.length > 0 ? `它所在的${above}有${city.length}对：${byCountry(city)}。` : '';
  return {
    zh: `${side}不在附2的中方名单里，清单上没有它的友城。${more}附2的中方共${sidesOf(guide).length}个：${sidesOf(guide).join('、')}。`,
    en: `${side} is not in Annex 2: no sister city of its own is listed.${above !== undefined && city.length > 0 ? ` ${above}, to which it belongs, has ${city.length}: ${latinOf(city)}.` : ''}`,
    citations: [wholeList(guide)],
  };
}

/** The pairs of a country. */
export function aboutCountry(code: string, { guide }: Frame): Said {
  const country = countryByCode(code);
  const own = pairsInCountry(guide, code);
  const name = country ? spokenName(country.zh) : code;
  const [first] = own;
  if (!first)
    return {
      zh: `${name}不在附2友城清单里，清单上没有${name}的友城。不影响申报，只是没有友城这一项优先。`,
      en: `${country?.en[0] ?? code} is not in the sister-city list (Annex 2): no pair. It does not bar an application.`,
      citations: [wholeList(guide)],
    };
  const today = first.ours.countryToday === undefined ? '' : `（今名${first.ours.countryToday}）`;
  return {
    zh: `有，${first.country}${today}在附2里有${own.length}对友城：${bySide(own)}。`,
    en: `${country?.en[0] ?? code} has ${own.length} pair${own.length > 1 ? 's' : ''} in Annex 2: ${own.map((each) => `${each.ours.latin} (${each.jiangxiSide})`).join(', ')}.`,
    citations: own.slice(0, 2).map(pairCitation),
  };
}

export function aboutContinent(continent: string, { guide, asked }: Frame): Said {
  const part = partOf(asked.text);
  const own = guide.sisterCities.filter((each) =>
    part ? part.countries.has(each.country) : each.ours.continent === continent,
  );
  if (own.length === 0)
    return {
      zh: `附2友城里没有${part?.name ?? continent}的城市。不影响申报，只是没有友城这一项优先。`,
      en: 'Annex 2 has no pair there.',
      citations: [wholeList(guide)],
    };
  const lands = new Set(own.map(({ country }) => country));
  const text = guide.appendices.find(({ id }) => id === '附2')?.closing ?? '';
  return {
    zh: `附2友城里${part?.name ?? continent}有${own.length}对，涉及${lands.size}个国家：${grouped(own)}。`,
    en: `Annex 2 has ${own.length} pairs there, in ${lands.size} countries.`,
    citations: [{ clause: '附2', quote: text.split('。')[1] ?? text }],
  };
}
