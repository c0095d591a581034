/** Directions that a text names by number: 方向七, 第7个方向, 7号, 方向VII, direction 7, 十一和十二两个. */
import { chineseNumber } from '../../read/chineseNumber.ts';
import type { Span } from '../asked.ts';

export type Numbered = Span & { number: number };

const numeral =
  '(\\d{1,3}|[二贰]?[十拾][一二三四五六七八九壹贰叁肆伍陆柒捌玖]?|[一二三四五六七八九壹贰叁肆伍陆柒捌玖]|[ivx]{1,5}(?![a-z]))';
const english =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
/** 方向一致, 方向三维, 方向一直: a single numeral belongs to a word. */
const wordOf = /^[致样直定般起些共步旦律级类次带维型相期线种家边面个]/;
/** 方向1.5 is no direction. */
const wordGoesOn = '(?![\\d二三四五六七八九十百千.\\-年]|一(?!共|起|般|直|定))';
const joiner = '(?:、|,|和|与|跟|及|以及|还有|或者?|还是|同|比|&|\\+|\\/|and|or|vs) ?(?:选题)?(?:方向|第)? ?';
const range = '(?:到|至|-|~) ?(?:选题)?(?:方向|第)? ?';

const patterns = [
  new RegExp(
    `(?:选题方向|方向|选题|课题编号|编号)[,:"“]?(?:第|是|为|:|#|no[.,]*)* ?${numeral}[号"”]?${wordGoesOn}`,
    'gu',
  ),
  new RegExp(`(?:direction|directions|topic|topics)(?: no\\.?| number| #| nr\\.?)? ?#?${numeral}(?![a-z\\d])`, 'gu'),
  new RegExp(`(?:direction|topic)s?(?: no\\.?| number)? (${english.join('|')})(?![a-z])`, 'gu'),
  new RegExp(`第 ?${numeral} ?(?:个|号|条|项|大)?(?:选题方向|研究方向|申报方向|选题|方向|课题|题)`, 'gu'),
  new RegExp(`(?<![\\d.月年])${numeral} ?(?:号|#)(?:选题方向|选题|方向|课题|题)`, 'gu'),
  new RegExp(`(?<![\\d.月年附])${numeral}号(?=$|[,。?的是要有那这]|考核|指标|研究|立)`, 'gu'),
  new RegExp(
    `(?<![\\d.月年])${numeral}(?=(?:${joiner}${numeral.replace('(', '(?:')})+(?:号|这|那)?(?:两|三|几)?个?(?:选题)?(?:方向|选题))`,
    'gu',
  ),
];
/** 第七个研究什么: without the word 方向, only where nothing else is counted. */
const ordinal = new RegExp(`第 ?${numeral} ?(?:个|号)(?=$|[,。?的是要叫做写有研考属]|指标|立项)`, 'gu');
const elsewhere = /附\d|附[一二三四五件]|基地|友城|城市|协议|清单|单位|对|国家|条件|步|条款|问题/;
/** Two numerals at the very beginning: 十一和十二两个都问. */
const bare = new RegExp(
  `^(?:那|那么|换成|还有|再看|再问)?第?${numeral}(?=$|(?:、|,|和|与|跟|还是|或)(?:${numeral})?|[的呢]|号)`,
  'u',
);

const roman = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

function numberOf(written: string): number | undefined {
  if (english.includes(written)) return english.indexOf(written) + 1;
  const tens = /^x(?=[ivx])/.test(written) ? 10 : 0;
  const latin = roman.indexOf(tens > 0 ? written.slice(1) : written);
  if (latin > 0) return tens + latin;
  if (/^[一二三四五六七八九]{2,}$/.test(written)) return undefined;
  return chineseNumber(written.replace(/^0+(?=\d)/, ''));
}

function startsIn(text: string): Numbered[] {
  const found: Numbered[] = [];
  const take = (pattern: RegExp) => {
    for (const match of text.matchAll(pattern)) {
      const number = numberOf(match[1] ?? '');
      const start = match.index;
      const end = start + match[0].length;
      if (match[1]?.length === 1 && wordOf.test(text.slice(end))) continue;
      if (number !== undefined && !found.some((each) => each.start < end && start < each.end))
        found.push({ number, start, end });
    }
  };
  for (const pattern of patterns) take(pattern);
  if (found.length === 0 && !elsewhere.test(text)) take(ordinal);
  const first = found.length === 0 && !/^\d{1,3}(?:万|岁|年|月|个|家|篇|项|%|\.)/.test(text) ? bare.exec(text) : null;
  const number = first && numberOf(first[1] ?? '');
  if (first && number)
    found.push({ number, start: 0, end: first[0].indexOf(first[1] ?? '') + (first[1] ?? '').length });
  return found;
}

/** What follows a numeral: 方向十一和十二, 方向一到十. */
function carriedOn(text: string, from: Numbered): Numbered[] {
  const found: Numbered[] = [];
  let last = from;
  for (;;) {
    const rest = text.slice(last.end);
    const span = new RegExp(`^${range}${numeral}${behindOrWord}`, 'u').exec(rest);
    const next = span ?? new RegExp(`^${joiner}${numeral}${behindOrWord}`, 'u').exec(rest);
    const number = next && numberOf(next[1] ?? '');
    if (!next || !number || number > 99) return found;
    const place = { start: last.end, end: last.end + next[0].length };
    if (span)
      for (let one = last.number + 1; one < number && one < last.number + 30; one += 1)
        found.push({ number: one, ...place });
    last = { number, ...place };
    found.push(last);
  }
}

const behindOrWord = `(?:号|方向)?(?=$|[,、。:;?!的这那个两号和与跟及或还同都要有叫做分各哪属考研立是呢合更对贴适比能]|选题|方向|论文|专利|有|在|发明|指标| )(?!月|万|年|岁|篇|项|家)`;

/** In the order of the text, each number once; numbers that no guide has are kept, so that they can be denied. */
export function numberedDirections(text: string): Numbered[] {
  const all = startsIn(text).flatMap((each) => [each, ...carriedOn(text, each)]);
  const once = all.filter(({ number }, at) => all.findIndex((each) => each.number === number) === at);
  return once.sort((one, other) => one.start - other.start);
}
