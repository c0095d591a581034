/** 一 第2段 with 三（二）: what a company's project comes to, support and own funds together. */
import { englishYuan } from '../../../languages/english.ts';
import type { Asked } from '../../asked.ts';
import type { AnswerFrame } from '../../draft.ts';
import { amountsOf, moneyUses } from './money.ts';
import { citedBy, type Judged, yuan } from './verdict.ts';

const together =
  /盘子|一共|总共|合计|加起来|加一起|加在一[起块]|合起来|合在一[起块]|拢共|总额|总投入|总规模|总经费|总资金|总数|\b(?:total|altogether|in all|combined)\b/;
const ownPart = /自己|自筹|自有|自备|配套|自个|公司的钱|企业的钱|\b(?:own|matching)\b/;
const grantPart =
  /财政|省里|省厅|厅里|资助|政府|补助|国家|公家|上面|申请|申报|按最|\b(?:grant|support|subsidy|apply)\b/;
const most = /最高|顶格|上限|满额|封顶|最多|拉满|\b(?:maximum|most|full)\b/;
const least = /最低|下限|最少的?报|\bminimum\b/;

/** 按最高的报，财政加自己的一共多少: the sum, and how it is made. */
export function judgedTotal(asked: Asked, { guide }: AnswerFrame): Judged[] {
  const { text } = asked;
  if (!together.test(text) || !ownPart.test(text) || !grantPart.test(text)) return [];
  const { applied, own, granted } = amountsOf(asked);
  if (own !== undefined || granted !== undefined) return [];
  const ratio = guide.amount('unit.matchingRatio');
  const [low, high] = [guide.amount('funding.min'), guide.amount('funding.max')];
  const asks = applied ?? (most.test(text) ? high : least.test(text) ? low : undefined);
  const sum = (amount: number) => yuan(amount * (1 + ratio));
  const englishSum = (amount: number) => englishYuan(amount * (1 + ratio));
  const made = (amount: number) =>
    `申报${yuan(amount)}，企业自有资金至少也要${yuan(amount * ratio)}，合计至少${sum(amount)}（${yuan(amount)}＋${yuan(amount * ratio)}）`;
  const common = {
    id: 'funding.total',
    tone: 'plain' as const,
    citation: citedBy('unit.matching-funds', guide),
    uses: [...moneyUses, 'lead-age', 'limits', 'lab-detail', 'ask-count'],
    suggestion: '批下来比申请的少，差额谁出',
  };
  if (asks !== undefined)
    return [
      {
        ...common,
        zh: `至少${sum(asks)}：${made(asks)}。这是按“${ratio}倍以上”算出来的，指南没有写这个总数`,
        en: `At least ${englishSum(asks)}: ${englishYuan(asks)} applied for and at least ${englishYuan(asks * ratio)} of own funds (computed; the guide does not name the sum)`,
      },
    ];
  return [
    {
      ...common,
      zh: `至少${sum(low)}到${sum(high)}，看申报多少：${made(low)}；${made(high)}。这是按“${ratio}倍以上”算出来的`,
      en: `At least ${englishSum(low)} to ${englishSum(high)}, by what is applied for: own funds of at least ${ratio === 1 ? 'the same amount' : `${ratio} times the amount`} come on top (computed)`,
    },
  ];
}
