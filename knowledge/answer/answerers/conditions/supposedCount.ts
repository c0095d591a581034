/** 一共18个方向对吧, 国合基地不是12家吗: a number of things that somebody takes for the guide's. */
import type { Guide } from '../../../guide.ts';
import { chineseNumber, hanNumeral } from '../../../read/chineseNumber.ts';
import type { Citation } from '../../draft.ts';
import { wholeList } from '../lists/pairs.ts';
import { titleQuote } from '../lists/quotes.ts';
import { citedBy } from './verdict.ts';

interface Counted {
  id: string;
  /** The thing that is counted, behind its number or before it. */
  of: RegExp;
  count: (guide: Guide) => number;
  zh: (count: number) => string;
  en: (count: number) => string;
  quote: (guide: Guide) => Citation | undefined;
}

const figure = `(\\d{1,3}|[${hanNumeral}]{1,4})`;
const either = (unit: string, thing: string): RegExp =>
  new RegExp(
    `(?<![第每])${figure}${unit}(?:${thing})|(?:${thing})(?:一共|总共|共|不是|是|有|只|才|要|得|都|须|必须)*${figure}${unit}(?=以上|以内|吗|么|嘛|吧|对|是|呢|[,，?？]|$)`,
    'u',
  );

const counted: readonly Counted[] = [
  {
    id: 'supposed.directions',
    of: either('(?:个|条|大)?', '(?:选题|研究)?方向|选题'),
    count: ({ directions }) => directions.length,
    zh: (count) => `一共${count}个选题方向`,
    en: (count) => `${count} directions in all`,
    quote: ({ types: [first] }) => first && { clause: '五', quote: `${first.heading}${first.name}` },
  },
  {
    id: 'supposed.cities',
    of: either('(?:对|个|座)', '友城|友好城市|姐妹城市'),
    count: ({ sisterCities }) => sisterCities.length,
    zh: (count) => `一共${count}对友城`,
    en: (count) => `${count} pairs of sister cities in all`,
    quote: wholeList,
  },
  {
    id: 'supposed.bases',
    of: either('(?:家|个)', '(?:国家级)?(?:国合|国际科技合作|国际合作)?基地'),
    count: ({ counts: { bases } }) => bases,
    zh: (count) => `一共${count}家国家级国际科技合作基地`,
    en: (count) => `${count} bases in all`,
    quote: (guide) => titleQuote('附3', guide)[0],
  },
  {
    id: 'supposed.partners',
    of: either('(?:家|个)', '外方|国外单位|境外单位|外国单位|国(?:\\(境\\))?外(?:合作|参与)?单位'),
    count: () => 1,
    zh: (count) => `至少联合${count}家国（境）外参与单位`,
    en: (count) => `at least ${count} overseas participating unit`,
    quote: (guide) => citedBy('partner.exists', guide),
  },
];

/** What the guide counts of it, and whether the number that is told is that one. */
export function supposedCount(text: string, guide: Guide) {
  for (const { id, of, count, zh, en, quote } of counted) {
    const [, before, behind] = of.exec(text) ?? [];
    const told = chineseNumber(before ?? behind ?? '');
    const citation = quote(guide);
    if (told === undefined || !citation || /一共\S{0,3}几|欧|美洲|其他国家|省级|市级/.test(text)) continue;
    const right = count(guide);
    return { id, citation, same: told === right, zh: zh(right), en: en(right) };
  }
  return undefined;
}
