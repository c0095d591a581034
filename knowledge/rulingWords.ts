/** How a ruling is told: always with the day and who settled it, never as the guide. */
import { inChinese } from './calendar.ts';
import type { Ruled } from './guide.ts';

/** 「按咨询台答复（2026年11月23日，王敏）：……。」 */
export function ruledSentence({ option, date, by }: Pick<Ruled, 'option' | 'date' | 'by'>): string {
  return `按咨询台答复（${inChinese(date)}，${by}）：${option.says}`;
}

/** Where what staff published is cited from. */
export const deskSource = '咨询台答复';

/** 「咨询台答复（2026年11月23日）：……」 */
export function deskSentence(answer: string, date: string): string {
  return `${deskSource}（${inChinese(date)}）：${answer}`;
}
