import { chineseNumber } from '../knowledge/read/chineseNumber.ts';

/** A small number as people write it in a list: 3, 三, 十二; 1 to 99. */
export function numberIn(text: string): number | undefined {
  const number = chineseNumber(text.normalize('NFKC').trim());
  return number !== undefined && Number.isInteger(number) && number >= 1 && number <= 99 ? number : undefined;
}
