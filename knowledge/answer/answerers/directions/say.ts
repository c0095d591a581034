/** How a direction is spoken of, and the clauses of its parts. */
import type { Guide } from '../../../guide.ts';
import type { Citation } from '../../draft.ts';

export type Direction = Guide['directions'][number];
export type Indicator = Direction['indicators'][number];

/** 方向七“工业精密测试测量技术及装备研发” */
export const named = ({ numeral, title }: Direction) => `方向${numeral}“${title}”`;
export const namedInEnglish = ({ number, title }: Direction) => `direction ${number} (${title})`;

export const indicatorClause = ({ numeral }: Direction) => `五 选题方向${numeral}（考核指标）`;
export const contentClause = ({ numeral }: Direction) => `五 选题方向${numeral}（研究内容）`;

export function categoryQuote(direction: Direction, guide: Guide): Citation {
  const first = guide.types[0]?.id === direction.categoryId;
  return { clause: '五', quote: `（${first ? '一' : '二'}）${direction.category}` };
}

export function quotaQuote({ quotaQuote, numeral }: Direction, { funding }: Guide): Citation {
  const ownLine = quotaQuote.startsWith('立项数');
  return { clause: ownLine ? `五 选题方向${numeral}（立项数）` : funding.quota.clause, quote: quotaQuote };
}

/** A question to offer: which direction gets more projects than the others, if one does. */
export function quotaQuestion({ directions }: Guide): string {
  const most = Math.max(...directions.map(({ quota }) => quota));
  return most > 1 ? `哪个方向立项${most}个` : '每个方向拟立项几个';
}

/** Where the partner has to be, by the name of the kind of projects. */
export function partnerPlace({ categoryId }: Direction): string {
  return categoryId === 'europe-americas' ? '欧洲、美洲国家' : '欧洲、美洲以外的国家和地区（含港澳）';
}

export function partnerPlaceInEnglish({ categoryId }: Direction): string {
  return categoryId === 'europe-americas'
    ? 'Europe or the Americas'
    : 'a country or region outside Europe and the Americas';
}

/** The numbers as a row: 方向七、方向十二. */
export const row = (directions: readonly Direction[]) => directions.map(({ numeral }) => `方向${numeral}`).join('、');

const ends = /[；;。，、]+$/;
export const bare = (text: string) => text.replace(ends, '');
export const linked = (indicators: readonly Indicator[]) => indicators.map(({ text }) => bare(text)).join('；');
