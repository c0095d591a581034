/** All that the lists have on a country or place when the question asks for nothing particular: 芬兰呢, 外方在首尔能优先吗. */
import { countryByCode, spokenName } from '../../../places/country.ts';
import { named } from '../../asked.ts';
import type { Draft } from '../../draft.ts';
import { aboutCountry as agreementOf, blocsOf, distinct } from './agreements.ts';
import { belongs } from './categories.ts';
import { aboutPlace, type Said } from './cities.ts';
import { type Frame, has, keepsTo, kindsOf, saying, speaks } from './frame.ts';
import { bySide, pairsInCountry } from './pairs.ts';
import { placesOf } from './where.ts';

const uses = ['list-priority', 'equal-conditions', 'support-purpose'];
const both = [...uses, 'list-city', 'list-agreement', 'agreement', 'signing'];

export function overviewDrafts(frame: Frame): Draft[] {
  const { asked, guide } = frame;
  const wanted = speaks(asked, 'city') && (speaks(asked, 'agreement') || has(asked, 'agreement')) ? both : uses;
  if (!keepsTo(asked, wanted) || /多少|几[家所位]/.test(asked.text)) return [];
  const places = placesOf(asked, guide);
  const codes = [...new Set(named(asked, 'country').map(({ code }) => code))];
  const said = [
    ...places.flatMap((where) =>
      wanted === both && where.country
        ? [aboutPlace(where, [], frame), agreementOf(where.country.code, frame)]
        : [withCountry(aboutPlace(where, [], frame), where.country?.code, frame)],
    ),
    ...(places.length > 0 ? [] : codes.map((code) => aboutCountry(code, frame))),
  ];
  const own = new Set(['TW', 'HK', 'MO']);
  if (said.length === 0 || (places.length === 0 && codes.every((code) => own.has(code)))) return [];
  return [
    saying(frame, {
      id: 'overview',
      text: { zh: said.map(({ zh }) => zh).join('\n'), en: said.map(({ en }) => en).join('\n') },
      citations: said.flatMap(({ citations }) => citations).slice(0, 3),
      uses: [...wanted, ...kindsOf(asked)],
      bonus: wanted === both ? 1.2 : has(asked, ...uses) ? 0.3 : 0,
      suggestions: ['优先支持哪三类项目', '合作国家属于哪一类'],
    }),
  ];
}

/** What 附1 has of the country of a place, in one sentence. */
function withCountry(said: Said, code: string | undefined, frame: Frame): Said {
  const country = code === undefined ? undefined : countryByCode(code);
  if (!country) return said;
  const own = frame.guide.agreements.find(({ party }) => party === country.zh);
  const name = spokenName(country.zh);
  const blocs = blocsOf(country, frame.guide);
  const more = own
    ? `另外附1列有${name}的政府间协议（${distinct(own).length}份），在其框架下的项目也可同等条件下优先。`
    : blocs.length > 0
      ? `附1没有单列${name}，只有${blocs.map(({ ours }) => ours.label).join('、')}的条目，能否算由省科技厅认定。`
      : '';
  return { ...said, zh: said.zh + more };
}

function aboutCountry(code: string, frame: Frame): Said {
  const country = countryByCode(code);
  if (!country) return { zh: '', en: '', citations: [] };
  const agreement = agreementOf(code, frame);
  const pairs = pairsInCountry(frame.guide, code);
  const kind = belongs(country, frame);
  const name = spokenName(country.zh);
  const cities =
    pairs.length > 0 ? `附2友城有${pairs.length}对：${bySide(pairs)}。` : `附2友城清单里没有${name}的城市。`;
  return {
    zh: `${name}：${agreement.zh}\n${cities}\n${kind.zh}`,
    en: `${agreement.en} ${pairs.length} pairs in appendix 2. ${kind.en}`,
    citations: [...agreement.citations.slice(0, 1), kind.citation],
  };
}
