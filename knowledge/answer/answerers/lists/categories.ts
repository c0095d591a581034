/** Which of the two kinds of projects a country belongs to, and whether a direction fits it. */

import { numeral } from '../../../fill.ts';
import type { Guide } from '../../../guide.ts';
import { categoryOfCountry } from '../../../places/category.ts';
import { type Country, countryByCode, spokenName } from '../../../places/country.ts';
import { deskSource, ruledSentence } from '../../../rulingWords.ts';
import { named } from '../../asked.ts';
import type { Citation, Draft } from '../../draft.ts';
import { tellsWork } from '../directions/told.ts';
import { type Frame, has, keepsTo, kindsOf, saying, speaks } from './frame.ts';
import { placesOf } from './where.ts';

const uses = [
  'list-category',
  'category-kind',
  'list-continent-of',
  'fits-direction',
  'list-fit',
  'international-organisation',
];

type Kind = 'europe-americas' | 'other-countries-regions';

/** The sentence of the guide that names the two kinds, or the one that says where 港澳 belong. */
function typeQuote(kind: Kind, { types }: Guide): Citation {
  const { clause = '', quote = '' } = types.find(({ id }) => id === kind) ?? {};
  return { clause, quote: quote.replace(/。$/, '') };
}

const kinds = (guide: Guide): Citation => typeQuote('europe-americas', guide);
const macao = (guide: Guide): Citation => typeQuote('other-countries-regions', guide);

function nameOf(kind: Kind, { types }: Guide): string {
  return types.find(({ id }) => id === kind)?.name ?? '';
}

const inEnglish = {
  'europe-americas': 'Europe and the Americas',
  'other-countries-regions': 'other countries and regions',
} as const;

export function categoryDrafts(frame: Frame): Draft[] {
  const { asked, guide } = frame;
  const codes = [
    ...new Set([
      ...named(asked, 'country').map(({ code }) => code),
      ...placesOf(asked, guide).flatMap(({ country }) => country?.code ?? []),
    ]),
  ];
  const direction = named(asked, 'direction');
  const about =
    has(asked, 'list-category', 'category-kind') ||
    (/欧洲|美洲|亚洲|非洲/.test(asked.text) && /算|属|归|哪/.test(asked.text));
  const lands = codes.flatMap((code) => countryByCode(code) ?? []);
  const whole = [...new Set(named(asked, 'continent').map(({ name }) => name))];
  if (
    lands.length === 0 &&
    direction.length > 0 &&
    whole.length > 0 &&
    keepsTo(asked, [...uses, 'dir-choose', 'v-direction', 'can-i-apply'])
  )
    return [
      draft(
        frame,
        whole.map((name) => continentFits(name, direction[0]?.number ?? 0, frame)),
        2.4,
      ),
    ];
  // 非洲的合作伙伴可以申报哪些方向
  if (lands.length === 0 && whole.length > 0 && seeksDirections(frame))
    return [
      draft(
        frame,
        whole.map((name) => continentFits(name, 0, frame)),
        asked.text.length < 30 ? 2.6 : 1.2,
      ),
    ];
  if (lands.length === 0) return [];
  if (direction.length > 0 && keepsTo(asked, [...uses, 'dir-choose', 'v-direction', 'can-i-apply']))
    return [
      draft(
        frame,
        lands.map((land) => fits(land, direction[0]?.number ?? 0, frame)),
        1.2,
      ),
    ];
  // 外方是日本的, 能报哪些方向
  if (seeksDirections(frame))
    return [
      draft(
        frame,
        lands.map((land) => belongs(land, frame)),
        asked.text.length < 30 ? 2.6 : 1.2,
      ),
    ];
  return about
    ? [
        draft(
          frame,
          lands.map((land) => belongs(land, frame)),
          0.5,
        ),
      ]
    : [];
}

/** 外方是日本的, 能报哪些方向: no work is told, and nothing of the lists is asked. */
function seeksDirections({ asked }: Frame): boolean {
  return (
    whichDirections.test(asked.text) &&
    !tellsWork(asked) &&
    !speaks(asked, 'city') &&
    !speaks(asked, 'base') &&
    !/协议|协定|备忘录|纪要|政府/.test(asked.text) &&
    keepsTo(asked, [
      ...uses,
      'dir-choose',
      'v-direction',
      'can-i-apply',
      'dir-list',
      'rank-word',
      'foreign-scientist',
      'v-partner',
      'overseas-word',
    ])
  );
}

const isRuled = (citation: Citation): boolean => !('clause' in citation);

const whichDirections =
  /(?:报|选|申报|走|挑|投|做)(?:得|到)?(?:哪|第几|什么|啥)|哪(?:些|几)?(?:个|条)?(?:方向|选题|题|类)|第几(?:个|号)?(?=到|方向|选题|题|$)|几号方向|(?:which|what) (?:directions?|topics?)/;

function draft(frame: Frame, said: readonly { zh: string; en: string; citation: Citation }[], bonus: number): Draft {
  const citations = said.map(({ citation }) => citation);
  return saying(frame, {
    ...(citations.some(isRuled) && { published: true as const }),
    id: 'category.country',
    text: { zh: said.map(({ zh }) => zh).join('\n'), en: said.map(({ en }) => en).join('\n') },
    citations: citations.filter((each, at) => citations.findIndex(({ quote }) => quote === each.quote) === at),
    uses: [...uses, '@direction', 'dir-choose', 'v-direction', 'can-i-apply', ...kindsOf(frame.asked)],
    bonus,
    suggestions: ['两类项目分别有哪些方向', '港澳合作项目报哪一类'],
  });
}

function spanOf(category: Kind, { guide }: Frame): [first: number, last: number] {
  const numbers = guide.directions.filter(({ categoryId }) => categoryId === category).map(({ number }) => number);
  return [Math.min(...numbers), Math.max(...numbers)];
}

function directionsOf(category: Kind, frame: Frame): string {
  const [first, last] = spanOf(category, frame);
  return `方向${numeral(first)}至${numeral(last)}`;
}

/** The kind a country belongs to, in a sentence. */
export function belongs(country: Country, frame: Frame): { zh: string; en: string; citation: Citation } {
  const { guide } = frame;
  const category = categoryOfCountry(country, guide.rulings);
  const name = spokenName(country.zh);
  const en = country.en[0] ?? name;
  const ruled = guide.laid?.ruled.find(({ point }) => point.country === country.code);
  if (ruled)
    return {
      zh: ruledSentence(ruled),
      en: `The department has ruled on ${en}.`,
      citation: { source: deskSource, date: ruled.date, quote: ruled.option.says },
    };
  const reason = guide.rulings.find(({ code }) => code === country.code)?.reason;
  if (category === 'mainland')
    return {
      zh: `${name}内地的单位不算境外合作方，不能作为国（境）外参与单位。`,
      en: 'A unit of the mainland is no overseas partner.',
      citation: kinds(guide),
    };
  if (category === 'taiwan' || category === 'unclear')
    return {
      zh: `${name}属于哪一类，指南没有写，要请省科技厅确认。${reason ?? ''}`,
      en: `The guide does not say to which kind ${en} belongs; the science department must confirm.`,
      citation: category === 'taiwan' ? macao(guide) : kinds(guide),
    };
  const isMacao = country.code === 'HK' || country.code === 'MO';
  return {
    zh: `${name}属于“${nameOf(category, guide)}”，可选${directionsOf(category, frame)}。${reason ?? ''}`,
    en: `${en} belongs to “${nameOf(category, guide)}” (${inEnglish[category]}): directions ${spanOf(category, frame).join(' to ')}.`,
    citation: isMacao ? macao(guide) : kinds(guide),
  };
}

/** 方向四能不能找非洲的: a continent belongs to one of the two kinds. */
function continentFits(name: string, number: number, frame: Frame): { zh: string; en: string; citation: Citation } {
  const category = name === '欧洲' || name === '美洲' ? 'europe-americas' : 'other-countries-regions';
  const direction = frame.guide.directions.find((each) => each.number === number);
  const same = direction?.categoryId === category;
  const own = `${name}国家属于“${nameOf(category, frame.guide)}”（${directionsOf(category, frame)}）`;
  return {
    zh: !direction
      ? `${own}。`
      : same
        ? `可以，类别对得上：${own}，方向${direction.numeral}也在这一类。其他条件另看。`
        : `对不上：${own}，方向${direction.numeral}属于“${nameOf(direction.categoryId, frame.guide)}”，不能按这个方向报。`,
    en: direction
      ? `${same ? 'Yes, the kinds agree' : 'No, the kinds differ'}: direction ${number} belongs to “${nameOf(direction.categoryId, frame.guide)}” (${inEnglish[direction.categoryId]}).`
      : `Partners there belong to “${nameOf(category, frame.guide)}” (${inEnglish[category]}): directions ${spanOf(category, frame).join(' to ')}.`,
    citation: kinds(frame.guide),
  };
}

function fits(country: Country, number: number, frame: Frame): { zh: string; en: string; citation: Citation } {
  const category = categoryOfCountry(country, frame.guide.rulings);
  const direction = frame.guide.directions.find((each) => each.number === number);
  const said = belongs(country, frame);
  if (!direction || (category !== 'europe-americas' && category !== 'other-countries-regions')) return said;
  const name = spokenName(country.zh);
  const same = direction.categoryId === category;
  const zh = same
    ? `可以，类别对得上：${name}属于“${nameOf(category, frame.guide)}”，方向${direction.numeral}也在这一类（${directionsOf(category, frame)}）。其他条件另看。`
    : `对不上：${name}属于“${nameOf(category, frame.guide)}”（${directionsOf(category, frame)}），方向${direction.numeral}属于“${nameOf(direction.categoryId, frame.guide)}”，不能按这个方向报。`;
  return {
    ...said,
    zh: isRuled(said.citation) ? `${zh}${said.zh}` : zh,
    en: same ? `Yes, the kinds agree. ${said.en}` : `No, ${said.en} Direction ${number} is of the other kind.`,
  };
}
