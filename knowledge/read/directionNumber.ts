import { chineseNumber } from './chineseNumber.ts';

/** A direction that the text names by number. */
type Named =
  | { is: 'none' }
  /** `category`: 欧美 or other countries were named; `ordinal`: the n-th (欧美第三个), not the number n. */
  | { is: 'one'; number: number; ordinal: boolean; category?: string; rest: string }
  | { is: 'several' };

const numeral = '(\\d{1,3}|[一二三四五六七八九十]{1,4})';
/** What may follow a number that stands for a direction: not 方向一致, 第三代, 3维, 2型, 5-羟色胺, 2,4-二氯. */
const joint = `(?:、|,|和|或者?|还是|到|至|-|~|跟|与|及|以及|或是)(?:选题)?(?:方向)?第?${numeral.replace('(', '(?:')}(?=$|[号,、。;]|个|都|里|中|之间|方向)`;
const stop = `(?=$|[,、。:;](?!\\d)|(?<=[一二三四五六七八九十]),(?=\\d)|[的吧那这做报了(]|选题|方向|第|${joint})`;
/** 方向七工业精密测试那个: said without a pause, unless the numeral belongs to a word (方向一致, 方向三维). */
const wordGoesOn = '(?![\\d一二三四五六七八九十百千.\\-致样直定般起些共步旦律级类次带代维型相年期线来到至或种边面个])';
const patterns = [
  new RegExp(
    `(?:选题方向|方向|选题|编号|序号|题号)[,:]?(?:第|是|为|:|#|no[.,]*)* ?${numeral}号?(?:${stop}|${wordGoesOn}(?=[\\p{Script=Han}a-z]))`,
    'gu',
  ),
  new RegExp(`第 ?${numeral} ?(?:(?:个|号|条|项)?(?:选题方向|研究方向|选题|方向|题)|(?:个|号|条|项)${stop})`, 'g'),
  new RegExp(`(?<=^|[选报是填])第${numeral}(?=[,。:]|$)`, 'g'),
  new RegExp(`(?<![\\d.月])${numeral}号(?:(?:选题方向|选题|方向)|${stop})`, 'g'),
];
const bare = new RegExp(`^(?:我们|我|想|打算|准备|就|要|选|报|申报|填|是|选的是)*(?:no[.,]*)?${numeral}${stop}`);
const spanAfter = new RegExp(`^${joint}`);

const europeAmericas = /欧美|欧洲|美洲|欧、美/;
const otherCountries = /其他国家|其它国家|其他地区|港澳|亚洲|非洲|另一类|另外一类/;

function categoryOf(text: string): string | undefined {
  const first = europeAmericas.test(text);
  const second = otherCountries.test(text);
  if (first === second) return undefined;
  return first ? 'europe-americas' : 'other-countries-regions';
}

/** Finds 方向十一, 第5个方向, 5号, a number at the very beginning, 欧美第三个; longest numeral first, so never 一 for 十一. */
export function namedDirection(text: string): Named {
  const found: { number: number; start: number; end: number; ordinal: boolean }[] = [];
  let masked = text;
  for (const [index, pattern] of patterns.entries()) {
    for (const match of masked.matchAll(pattern)) {
      const number = chineseNumber(match[1] ?? '');
      if (number === undefined) continue;
      if (/^[一二三四五六七八九]{2,}$/.test(match[1] ?? '')) return { is: 'several' };
      found.push({ number, start: match.index, end: match.index + match[0].length, ordinal: index === 1 });
    }
    for (const { start, end } of found) masked = masked.slice(0, start) + '#'.repeat(end - start) + masked.slice(end);
  }
  if (found.length === 0) {
    const match = bare.exec(text);
    const number = chineseNumber(match?.[1] ?? '');
    if (/^[一二三四五六七八九]{2,}$/.test(match?.[1] ?? '')) return { is: 'several' };
    if (match && number !== undefined) found.push({ number, start: 0, end: match[0].length, ordinal: false });
  }
  const [first] = found;
  const unread = found.length > 0 && /方向 ?[\d一二三四五六七八九十]/.test(masked);
  if (first === undefined) return { is: 'none' };
  const differ = found.some(({ number, ordinal }) => number !== first.number || ordinal !== first.ordinal);
  if (differ || unread || found.some(({ end }) => spanAfter.test(text.slice(end)))) return { is: 'several' };
  const rest = text.slice(0, first.start) + text.slice(first.end);
  const category = categoryOf(text);
  return {
    is: 'one',
    number: first.number,
    ordinal: first.ordinal,
    rest,
    ...(category === undefined ? {} : { category }),
  };
}
