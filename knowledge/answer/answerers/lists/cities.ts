/** Answers about 附2: whether a place is a sister city, whose, and what a side or a country has. */

import type { Guide } from '../../../guide.ts';
import type { SisterCity } from '../../../guideSchema.ts';
import { spokenName } from '../../../places/country.ts';
import { named } from '../../asked.ts';
import type { Draft } from '../../draft.ts';
import { aboutContinent, aboutCountry, aboutSide, countryInEnglish } from './cityGroups.ts';
import { codesOf, type Frame, has, kindsOf, saying, speaks } from './frame.ts';
import { bySide, pairCitation, pairsInCountry, sideName, sidesNamed, wholeList } from './pairs.ts';
import { priorityQuote } from './quotes.ts';
import type { Said } from './said.ts';
import { apart, placesOf, type Where, wronglyIn } from './where.ts';

const uses = [
  'list-city',
  'list-priority',
  'equal-conditions',
  'list-base-none',
  'list-local',
  'local-unit',
  'list-province',
  'one-or-several',
];

/** The drafts for what the question names; none when it names nothing that 附2 could have. */
export function cityDrafts(frame: Frame): Draft[] {
  const { asked, guide } = frame;
  const sides = [...new Set(named(asked, 'side').map(({ name }) => name))];
  const places = meant(apart(placesOf(asked, guide)), asked.text);
  const about = speaks(asked, 'city') || (sides.length > 0 && goesOn.test(asked.text));
  if (places.length > 0 && sides.length > 0 && sameLand.test(asked.text)) {
    const codes = codesOf(asked);
    if (codes.length > 0)
      return [
        draft(
          frame,
          'city.side',
          sides.map((side) => aboutSide(side, { codes, continent: undefined }, frame)),
        ),
      ];
  }
  if (places.length > 0) {
    const spoken = places.map((where) => aboutPlace(where, sides, frame));
    const ofOurs =
      places.some(({ listed, namesakes }) => listed.length + namesakes.length > 0) && sidesNamed(asked.text, guide);
    const wanted = has(asked, 'list-priority', 'list-province', 'list-local') && !has(asked, 'joint-lab');
    const ofWhom = places.some(({ listed }) => listed.length > 0) && whose.test(asked.text);
    if (!about && !wanted && sides.length === 0 && !ofOurs && !ofWhom) return [];
    return [draft(frame, 'city.place', spoken)];
  }
  if (!about) return [];
  const codes = codesOf(asked);
  const [continent] = named(asked, 'continent');
  if (sides.length > 0) {
    const spoken = sides.map((side) => aboutSide(side, { codes, continent: continent?.name }, frame));
    return [draft(frame, 'city.side', spoken)];
  }
  if (has(asked, 'list-province') && (codes.length > 0 || continent)) {
    return [draft(frame, 'city.side', [aboutSide('江西省', { codes, continent: continent?.name }, frame)])];
  }
  if (codes.length > 0) {
    const spoken = codes.map((code) => aboutCountry(code, frame));
    return [draft(frame, 'city.country', spoken)];
  }
  if (continent) {
    const all = [...new Set(named(asked, 'continent').map(({ name }) => name))];
    return [
      draft(
        frame,
        'city.continent',
        all.map((name) => aboutContinent(name, frame)),
      ),
    ];
  }
  return [];
}

/** 同一个国家还有没有另外一个: goes on from a pair to the others of its country. */
const sameLand =
  /(?:同一?个?|[那这该]一?个?)国家?[^,。;?!]{0,8}(?:还有|另|别的|其[他它]|第二)|(?:另|别的|其[他它])[^,。;?!]{0,8}同一?个?国/;

const lastOf = (name: string, text: string) => text.lastIndexOf(name.toLowerCase());

/** 不在路易维尔 is not asked about, and of 肯塔基的列克星敦 the town is. */
function meant(places: readonly Where[], text: string): Where[] {
  const numbers = (pairs: readonly SisterCity[]) => pairs.map(({ no }) => no);
  const kept = places.filter(
    ({ name, listed }) =>
      !new RegExp(`(?:不在|没在|并非在?|而非)${name.replace(/[^\p{L}]/gu, '.')}`, 'iu').test(text) &&
      !places.some(
        (other) =>
          numbers(other.within).some((no) => numbers(listed).includes(no)) &&
          lastOf(other.name, text) > lastOf(name, text),
      ),
  );
  return kept.length > 0 ? kept : [...places];
}

/** 南海郡出现了两回, 是跟我省哪两个地方: beside a listed place. */
const whose =
  /(?:我|咱们?|本|俺们?)省.{0,6}(?:哪|谁|什么|啥)|江西.{0,4}(?:哪|谁|什么)|(?:单子|清单|名单|表)[上里中]|结的?(?:对|好|缘)?(?=[,。?]|$)|(?:哪|谁).{0,8}(?:结|对应)|归省|省(?:里|级|本级)的?还是(?:哪个|哪一个)?市|which (?:city|jiangxi|place)/;

/** 那萍乡呢, 叫什么, 在哪国: only pairs have such. */
const goesOn = /呢.{0,14}(?:几[对个]|哪(?:个)?国|叫(?:什么|啥)|哪几|哪些|只有一)/;

function draft(frame: Frame, id: string, spoken: readonly Said[]): Draft {
  return saying(frame, {
    id,
    text: { zh: spoken.map(({ zh }) => zh).join('\n'), en: spoken.map(({ en }) => en).join('\n') },
    citations: spoken.flatMap(({ citations }) => citations).slice(0, 3),
    uses: [...uses, ...kindsOf(frame.asked), ...(/友好往来/.test(frame.asked.text) ? ['visits'] : [])],
    bonus: 0.5,
    list: 'city',
    suggestions: ['友城项目怎么优先', '一共有多少对友城'],
  });
}

/** Hessen (Jiangxi Province), Peine (Nanchang). */
const inLatin = (pairs: readonly SisterCity[]): string =>
  pairs.map(({ ours, jiangxiSide }) => `${ours.latin} (${jiangxiSide})`).join(', ');

const wholeOf = ({ foreignPlace, country, no }: SisterCity) => `${country}${foreignPlace}（附2第${no}对）`;

/** Whether a place is in 附2; `sides` are the places of Jiangxi that the question asks about. */
export function aboutPlace(where: Where, sides: readonly string[], frame: Frame): Said {
  const { listed, within } = where;
  const { guide } = frame;
  if (listed.length > 0)
    return where.doubtful
      ? whichOne(where, guide)
      : isListed(where, { sides, wrong: wronglyIn(where, frame), guide, others: othersIn(where, frame) });
  if (within.length > 0) return liesWithin(where, guide);
  return notListed(where, frame);
}

/** 德国的友城是不是只有黑森州. */
const onlyThat = /只有|仅有|唯一|就只|只剩|\bonly\b/;

/** Of a country all of whose pairs are asked about, those besides this place; undefined where that is not asked. */
function othersIn({ listed }: Where, { asked, guide }: Frame): SisterCity[] | undefined {
  const [first] = listed;
  const [land] = named(asked, 'country');
  if (!first || !land || !onlyThat.test(asked.text)) return undefined;
  const pairs = pairsInCountry(guide, land.code);
  if (!pairs.includes(first)) return undefined;
  return pairs.filter(({ foreignPlace }) => foreignPlace !== first.foreignPlace);
}

interface AskedOf {
  others: readonly SisterCity[] | undefined;
  sides: readonly string[];
  wrong: string | undefined;
  guide: Guide;
}

function isListed(where: Where, { sides, wrong, guide, others }: AskedOf): Said {
  const { listed, within, name } = where;
  const [first] = listed;
  if (!first) throw new Error('a listed place has a pair');
  const owners = listed.map(({ jiangxiSide }) => sideName(jiangxiSide)).join('和');
  const numbers = listed.map(({ no }) => `第${no}对`).join('、');
  const asked = sides.find((side) => !listed.some(({ jiangxiSide }) => jiangxiSide === side));
  const also = within.length > 0 ? `它还位于清单所列的${within.map(wholeOf).join('、')}内。` : '';
  const same =
    first.foreignPlace === name || first.foreignPlace.startsWith(name)
      ? ''
      : `“${name}”对应清单上的${first.foreignPlace}。`;
  const check = where.elsewhere ? `请核对国家：清单上的是${first.country}的这一个。` : '';
  const more = others && others.length > 0 ? `${spokenName(first.country)}在清单上的还有${bySide(others)}。` : '';
  const alone = others?.length === 0 ? `${spokenName(first.country)}在清单上的友城只有这里。` : '';
  const yes = more ? '不是只有这一个' : '是的';
  const verdict =
    asked === undefined
      ? `${wrong === undefined ? yes : `不是${wrong}的`}，${first.country}${first.foreignPlace}是${owners}的友城（附2${numbers}）。${more}${alone}`
      : `${first.country}${first.foreignPlace}与${asked}没有结对，是${owners}的友城（附2${numbers}）。`;
  return {
    zh: `${verdict}${same}${also}${check}同等条件下，与友城开展科技合作的项目优先支持。`,
    en: `${wrong !== undefined ? '' : more ? 'Not the only one. ' : 'Yes. '}${name} (${first.ours.latin}, ${countryInEnglish(first.country)}) is a sister city of ${listed.map(({ jiangxiSide }) => jiangxiSide).join(' and ')} (Annex 2, no. ${listed.map(({ no }) => no).join(', ')}).${more ? ` Also listed for that country: ${inLatin(others ?? [])}.` : ''} Other things being equal, such projects have priority.`,
    citations: [...listed.map(pairCitation), ...priorityQuote('sister-city', guide)].slice(0, 3),
  };
}

function liesWithin({ name, country, within }: Where, guide: Guide): Said {
  const land = country ? `（${spokenName(country.zh)}）` : '';
  return {
    zh: `${name}${land}本身不在附2友城清单里，但它位于清单所列的${within.map((each) => `${wholeOf(each)}，${sideName(each.jiangxiSide)}的友城`).join('；')}。指南没有写友城下面的地方算不算，由省科技厅认定。`,
    en: `${name} itself is not in the sister-city list (Annex 2), but it lies in a listed region: ${within.map((each) => `${each.ours.latin ?? each.foreignPlace} (no. ${each.no}, ${each.jiangxiSide})`).join('; ')}. Whether that counts is for the provincial science department to decide.`,
    citations: [...within.map(pairCitation), ...priorityQuote('sister-city', guide)].slice(0, 3),
  };
}

function whichOne({ name, listed }: Where, guide: Guide): Said {
  const [first] = listed;
  if (!first) throw new Error('a listed place has a pair');
  return {
    zh: `要看是哪一国的：清单上的是${wholeOf(first)}，${sideName(first.jiangxiSide)}的友城；别的国家叫“${name}”的地方不在附2友城清单里。`,
    en: `It depends on the country: listed is ${first.ours.latin} in ${countryInEnglish(first.country)} (no. ${first.no}, ${first.jiangxiSide}); a place called ${name} elsewhere is not in the list.`,
    citations: [pairCitation(first), ...priorityQuote('sister-city', guide)],
  };
}

function notListed({ name, country, namesakes }: Where, { guide, asked }: Frame): Said {
  const code = country?.code;
  const own = code === undefined ? [] : pairsInCountry(guide, code);
  const land = country && country.zh !== name ? `（${spokenName(country.zh)}）` : '';
  const same =
    namesakes.length > 0
      ? `清单上同名或相近的是${namesakes.map((each) => `${wholeOf(each)}，${sideName(each.jiangxiSide)}的友城`).join('；')}。`
      : '';
  const others =
    country === undefined || code === 'CN'
      ? ''
      : own.length > 0
        ? `${spokenName(country.zh)}在清单上的${own.length}对是：${bySide(own)}。`
        : `清单里也没有${spokenName(country.zh)}的城市。`;
  const effect = has(asked, 'list-priority') ? '所以不能按友城优先；' : '';
  return {
    zh: `${name}${land}不在附2友城清单里。${same}${others}${effect}不在清单不影响申报，只是没有友城这一项优先。`,
    en: `No. ${name}${country ? ` (${country.en[0]})` : ''} is not in the sister-city list (Annex 2).${own.length > 0 ? ` Listed for that country: ${inLatin(own)}.` : ''} It does not bar an application; it only gives no priority.`,
    citations: [wholeList(guide), ...priorityQuote('sister-city', guide)],
  };
}
