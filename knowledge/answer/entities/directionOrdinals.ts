/** Directions counted inside one kind of projects: 欧美第三个, 其他国家那类的第一个方向, 最后一个方向. */
import type { Guide } from '../../guide.ts';
import { chineseNumber } from '../../read/chineseNumber.ts';
import type { Numbered } from './directionNumbers.ts';

const kinds: readonly (readonly [string, RegExp])[] = [
  ['europe-americas', /(?:欧美|欧洲|美洲|第一类)[^,。?方第]{0,8}/],
  ['other-countries-regions', /(?:其他国家|其它国家|其他类|港澳|亚洲|非洲|第二类|另一类)[^,。?方第]{0,10}/],
];
const numeral =
  '(?:第(\\d{1,2}|[一二三四五六七八九十]{1,2})|(最后一?|末尾|(?<![那这另前里外上下两])头一?|(?<!那|这)首))(?![堆边那面部几])';

export function categoryOrdinals(text: string, guide: Guide): Numbered[] {
  for (const [categoryId, kind] of kinds) {
    const found = new RegExp(`${kind.source}${numeral}(?:个|项|条)?(?:选题)?(?:方向|选题)?`, 'u').exec(text);
    const within = guide.directions.filter((each) => each.categoryId === categoryId);
    if (found) return picked(found, within);
  }
  const last = /(?:最后一?|末尾一?|倒数第一)个?(?:选题)?(?:方向|选题)/.exec(text);
  return last ? picked([last[0], undefined, '最后'], guide.directions, last.index) : [];
}

function picked(
  found: readonly (string | undefined)[] & { index?: number },
  within: Guide['directions'],
  start = found.index ?? 0,
): Numbered[] {
  const [whole = '', numeral, word] = found;
  const at =
    word === undefined ? (chineseNumber(numeral ?? '') ?? 0) - 1 : /^[最末]/.test(word) ? within.length - 1 : 0;
  const direction = within[at];
  return direction ? [{ number: direction.number, start, end: start + whole.length }] : [];
}
