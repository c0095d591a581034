/** 附2 as a whole: how many pairs, with whom, by side, country and continent, the most, the n-th. */
import type { SisterCity } from '../../../guideSchema.ts';
import { named } from '../../asked.ts';
import type { Draft } from '../../draft.ts';
import { type Frame, has } from './frame.ts';
import {
  byCountry,
  continentsLine,
  pairCitation,
  pairNumbered,
  pairsOfSide,
  sideName,
  sidesOf,
  wholeList,
} from './pairs.ts';
import { counts, most, total } from './total.ts';

const byPlace = /哪些市|哪几个市|哪些地方|哪些城市和|哪些设区市|各市|各地|中方|哪些县|每个市|设区市|哪个市|哪个地方/;
const byLand = /哪些国家|哪几个国家|几个国家|多少个?国家|国家有哪些|哪国|各国|涉及.{0,4}国家|哪个国家/;
const byContinent = /洲|五大/;

/** 友城合计多少对: nothing else can be meant. */
const allPairs =
  /(?:友城|友好城市|姐妹城市?|姊妹城市?)[^,。?;]{0,8}(?:一共|合计|总共|总计|共计|总数|共有?|加起来)[^,。?;]{0,6}(?:多少|几|$|[,。?;])|(?:一共|合计|总共|总计|共计|全省|全江西|江西省?|咱们?省|我省|省里)[^,。?;]{0,10}(?:多少|几)(?:对|个|座)?[^,。?;]{0,4}(?:友城|友好城市|姐妹城|姊妹城)/;

/** 其中省一级占多少, 分布在多少个国家: beside the whole, in whose answer it stands. */
const sharesOf = /占|其中|里头?有多少|(?:多少|几)个?国家/;

export function cityTotals(frame: Frame): Draft[] {
  const { asked, guide } = frame;
  const uses = ['list-city', 'list-province', 'list-local', 'local-unit', 'list-most'];
  const { pairs, countries, continents } = guide.counts;
  const number = pairNo(asked.text);
  if (number !== undefined) return [numbered(frame, number)];
  const provincial = pairsOfSide(guide, '江西省');
  const split = Object.entries(continents)
    .map(([name, count]) => `${name}${count}对`)
    .join('，');
  const found: Draft[] = [];
  if (most.test(asked.text)) found.push(...mostDrafts(frame, uses));
  if (
    has(asked, 'list-province') ||
    /江西省.{0,4}(?:友城|友好城市).{0,3}(?:名单|清单|有哪|都有|列)|江西省一共(?!.{0,4}国)/.test(asked.text)
  )
    found.push(
      total(frame, {
        id: 'city.province',
        zh: `附2共${pairs}对友城（${countries}个国家），其中江西省本级（省级）${provincial.length}对：${byCountry(provincial)}。`,
        en: `Of the ${pairs} pairs in Annex 2, ${provincial.length} are of the province itself: ${provincial.map((each) => each.ours.latin).join(', ')}.`,
        citations: [wholeList(guide)],
        uses,
        bonus: 0.3,
      }),
    );
  if (/县级|县市|区县|县区|县一级|区一级|市辖区/.test(asked.text)) found.push(countiesDraft(frame, uses));
  if (byLand.test(asked.text) && !most.test(asked.text) && named(asked, 'continent').length === 0)
    found.push(landsDraft(frame, uses));
  if (byPlace.test(asked.text) && !most.test(asked.text))
    found.push(
      total(frame, {
        id: 'city.sides',
        zh: `附2的中方共${sidesOf(guide).length}个：${sidesOf(guide)
          .map((side) => `${sideName(side)}${pairsOfSide(guide, side).length}对`)
          .join('、')}，合计${pairs}对。`,
        en: `${sidesOf(guide).length} sides in Jiangxi have sister cities, ${pairs} pairs in all.`,
        citations: [wholeList(guide)],
        uses,
        bonus: 0.3,
      }),
    );
  const oneContinent =
    named(asked, 'continent').length > 0 && !/五大|各大?洲|[哪几]个?大?洲|按洲|一共|总共|合计/.test(asked.text);
  if (!oneContinent && (counts.test(asked.text) || byContinent.test(asked.text) || has(asked, 'list-whole')))
    found.push(
      total(frame, {
        id: 'city.total',
        zh: `附2一共${pairs}对友城，涉及世界五大洲的${countries}个国家，其中省级${provincial.length}对。按洲分：${split}。`,
        en: `${pairs} pairs with ${countries} countries, ${provincial.length} of them of the province itself: Asia 27, Europe 44, the Americas 22, Africa 11, Oceania 4.`,
        citations: [wholeList(guide), continentsLine(guide)],
        uses,
        ...(allPairs.test(asked.text) &&
        named(asked, 'continent').length === 0 &&
        !most.test(asked.text) &&
        (!has(asked, 'list-province') || sharesOf.test(asked.text))
          ? { bonus: 2.2, sure: true }
          : { bonus: 0.1 }),
      }),
    );
  if (/哪些|名单|清单|列|有谁|全部|都有/.test(asked.text) && found.length === 0)
    found.push(
      total(frame, {
        id: 'city.list',
        zh: `附2一共${pairs}对友城（${countries}个国家），太多，按中方说：${sidesOf(guide)
          .map((side) => `${sideName(side)}${pairsOfSide(guide, side).length}对`)
          .join('、')}。您可以问某个市、某个国家或某个洲有哪些。`,
        en: `${pairs} pairs with ${countries} countries; ask for one city or country.`,
        citations: [wholeList(guide)],
        uses,
      }),
    );
  return found;
}

/** 贵溪市, 月湖区 and the like: neither the province nor a city of its own district. */
const ofDistrict = [
  '江西省',
  ...'南昌 九江 景德镇 宜春 上饶 赣州 鹰潭 新余 吉安 萍乡 抚州'.split(' ').map((name) => `${name}市`),
];

function countiesDraft(frame: Frame, uses: readonly string[]): Draft {
  const own = frame.guide.sisterCities.filter(({ jiangxiSide }) => !ofDistrict.includes(jiangxiSide));
  const sides = [...Map.groupBy(own, ({ jiangxiSide }) => jiangxiSide)];
  return total(frame, {
    id: 'city.counties',
    zh: `附2里县级市、区结的友城有${own.length}对：${sides.map(([side, pairs]) => `${side}${pairs.length}对（${pairs.map(({ foreignPlace }) => foreignPlace).join('、')}）`).join('；')}。`,
    en: `${own.length} pairs are of county-level cities and districts: ${sides.map(([side, pairs]) => `${side} ${pairs.length}`).join(', ')}.`,
    citations: [wholeList(frame.guide)],
    uses,
    bonus: 2.4,
  });
}

function landsDraft(frame: Frame, uses: readonly string[]): Draft {
  const { guide } = frame;
  const lands = [...Map.groupBy(guide.sisterCities, ({ country }) => country)].sort(
    ([, one], [, other]) => other.length - one.length,
  );
  return total(frame, {
    id: 'city.lands',
    zh: `友城涉及${lands.length}个国家，共${guide.counts.pairs}对：${lands.map(([country, own]) => `${country}${own.length}`).join('、')}（数字是对数）。`,
    en: `Sister cities lie in ${lands.length} countries, ${guide.counts.pairs} pairs.`,
    citations: [wholeList(guide)],
    uses,
    bonus: 0.3,
  });
}

function mostDrafts(frame: Frame, uses: readonly string[]): Draft[] {
  const { asked, guide } = frame;
  const by = /国|countr/.test(asked.text) ? 'country' : /洲/.test(asked.text) ? 'continent' : 'side';
  const [continent] = named(asked, 'continent');
  const meant = guide.sisterCities.filter(({ ours }) => continent === undefined || ours.continent === continent.name);
  const groups = [...Map.groupBy(meant, (each) => key(each, by))].filter(([name]) => name !== '江西省');
  const sizes = groups.map(([, own]) => own.length);
  const size = /最少/.test(asked.text) ? Math.min(...sizes) : Math.max(...sizes);
  const names = groups.filter(([, own]) => own.length === size).map(([name]) => name);
  const also = by === 'side' ? `（省级另有${pairsOfSide(guide, '江西省').length}对）` : '';
  const word = /最少/.test(asked.text) ? '最少' : '最多';
  return [
    total(frame, {
      id: 'city.most',
      zh: `${continent?.name ?? ''}友城${word}的是${names.join('、')}，${names.length > 1 ? '各' : ''}${size}对${also}。`,
      en: `${names.join(', ')}: ${size} pairs.`,
      citations: [wholeList(guide)],
      uses,
      bonus: 0.6,
    }),
  ];
}

function key(each: SisterCity, by: 'country' | 'continent' | 'side'): string {
  if (by === 'country') return each.country;
  return by === 'continent' ? each.ours.continent : each.jiangxiSide;
}

function pairNo(text: string): number | undefined {
  const hit = /(?:第|序号|编号|no\.? ?|number )(\d{1,3})/.exec(text)?.[1];
  return hit === undefined ? undefined : Number(hit);
}

function numbered(frame: Frame, no: number): Draft {
  const pair = pairNumbered(frame.guide, no);
  const zh = pair
    ? `附2第${no}对是${pair.country}${pair.foreignPlace}，${sideName(pair.jiangxiSide)}的友城。`
    : `附2没有第${no}对，清单一共${frame.guide.counts.pairs}对。`;
  return total(frame, {
    id: 'city.numbered',
    zh,
    en: pair ? `No. ${no} is ${pair.ours.latin}, of ${pair.jiangxiSide}.` : `There is no pair ${no}.`,
    citations: [pair ? pairCitation(pair) : wholeList(frame.guide)],
    uses: ['list-city', 'format-word', '@direction'],
    bonus: 1,
  });
}
