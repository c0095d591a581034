/** 一 第2段, 三（二）: amounts applied for, own funds and what is short. */

import { englishYuan } from '../../../languages/english.ts';
import { type Asked, named } from '../../asked.ts';
import type { AnswerFrame } from '../../draft.ts';
import { citedBy, englishRangeOf, type Judged, outcomeOf, rangeOf, yuan } from './verdict.ts';

export const moneyUses = [
  '@amount',
  'own-funds',
  'money',
  'grant-money',
  'grant-amount',
  'ask-more',
  'shortfall',
  'self-raise',
  'fund-verb',
  'per-project',
  'enterprise',
  'dir-finer-money',
  'budget',
  'ask-extent',
];
const ownBefore =
  /(?:自有资金?|自有|自筹|配套|自己(?:出|有|的)?|账上|手头|账户|公司(?:有|出|拿)|企业(?:有|出|拿)|能拿出?|拿得出|出得起|凑|own funds of|own|put in|contribute|invest|bring in|match with)[^,。;?\d]{0,8}$/;
const ownAfter =
  /^(?:元|块|钱|人民币)*的?(?:自有|自筹|配套)|^(?: ?(?:yuan|rmb|cny))* (?:of (?:our|its|their|my) own|of own funds|own funds|in matching|as matching|matching)/;
const appliedBefore = /(?:申请|申报|报了?|打算|准备|想要?|要|填|写)(?:的是|的|了|是)*[^,。;?\d]{0,4}$/;
const granted =
  /(?:批|给|拨|下来|实际|立项|到账|拿到|资助|只|批复)(?:了|下来|到|的)*[^,。;?\d]{0,5}$|(?:gets?|got|getting|receive|received|awarded|granted|approved?|given)(?: us| only| for| just| at)*(?: rmb| cny| yuan)? ?$/;
const grantedAfter = /^(?:元|块)?(?:批|下来|到账)/;
const short = /(?:少|差|缺|差额|缺口)(?:了|的|是|有)*[^,。;?\d]{0,3}$/;
const pointed = /(?:[那这]|剩下?的?|余下?的?)$/;
const totalOf = /(?:总投资|总预算|总经费|注册资本|注册资金|营收|产值|收入|利润|负债|投资|设备)[^,。;?\d]{0,5}$/;

export interface Amounts {
  applied?: number;
  own?: number;
  granted?: number;
  /** What is said to be short. */
  gap?: number;
}

/** 低于80万 means one that is less, 超过120万 one that is more. */
function bounded<A extends { yuan: number; start: number }>(amount: A, text: string): A {
  const before = text.slice(Math.max(0, amount.start - 18), amount.start);
  const step = lessThan.test(before) ? -10_000 : moreThan.test(before) ? 10_000 : 0;
  return { ...amount, yuan: amount.yuan + step };
}

const lessThan =
  /(?:低于|少于|不到|不足|不满|(?<!\b(?:no|not) )\b(?:(?:less|lower|fewer|smaller) than|under|below) ?(?:the )?)$/;
const moreThan =
  /(?<!不)(?:超过|高于|多于|大于)$|(?<!\b(?:no|not) )\b(?:(?:more|higher|greater|larger) than|over|above|beyond|exceed(?:s|ing)?) ?(?:the )?$/;

/** What a question tells of its sums. */
export function amountsOf(asked: Asked): Amounts {
  const out: Amounts = {};
  for (const { yuan: value, start, end } of named(asked, 'amount').map((each) => bounded(each, asked.text))) {
    const before = asked.text.slice(Math.max(0, start - 14), start);
    const after = asked.text.slice(end, end + 20);
    if (totalOf.test(before)) continue;
    if (short.test(before) || (out.granted !== undefined && pointed.test(before))) {
      out.gap ??= value;
      continue;
    }
    if (!/(?:申请|申报|报)$/.test(before) && (ownBefore.test(before) || ownAfter.test(after))) out.own ??= value;
    else if (!appliedBefore.test(before) && (granted.test(before) || grantedAfter.test(after))) out.granted ??= value;
    else if (out.applied === undefined) out.applied = value;
    else out.own ??= asked.concepts.has('own-funds') ? value : (out.own ?? value);
  }
  if (out.gap !== undefined) return out.granted === undefined ? {} : { granted: out.granted, gap: out.gap };
  return out;
}

/** So little beside an amount says that it is the one applied for (130万可不可以申). */
const shortest = 14;

/** 自己得备多少, 公司要掏几多: what the company has to bring. */
const ownAsked =
  /(?:自己|自个儿?|公司|企业|厂里?|咱们?|我们|我方|单位)(?:这边|那边|账上)?(?:还|得|要|须|需要?|应该|该|至少|起码|最少|最低|必须|先|另外|又)*(?:备|掏|出|拿|凑|配|贴|垫|搭|筹|准备|投)(?:出|上|齐|好|够)?(?:多少|几多|几何|好多)|(?:how much|what).{0,20}\b(?:put in|put up|contribute|bring|chip in|of our own)\b/;

export function judgedMoney(asked: Asked, frame: AnswerFrame): Judged[] {
  const { guide } = frame;
  const asksOwn = asked.concepts.has('own-funds') || ownAsked.test(asked.text);
  const { applied, own, granted: got, gap } = amountsOf(asked);
  const concerns = [
    'own-funds',
    'ask-more',
    'grant-amount',
    'money',
    'shortfall',
    'self-raise',
    'apply',
    'can-i-apply',
    'ask-extent',
    'fund-verb',
    'grant-money',
  ];
  if (
    (applied === undefined && own === undefined && got === undefined) ||
    !(asksOwn || asked.text.length < shortest || concerns.some((each) => asked.concepts.has(each)))
  )
    return [];
  const judged: Judged[] = [];
  const ratio = guide.amount('unit.matchingRatio');
  const matching = { id: 'unit.matching-funds', citation: citedBy('unit.matching-funds', guide), uses: moneyUses };
  const missing = gap ?? (applied !== undefined && got !== undefined ? applied - got : 0);
  if (got !== undefined && missing > 0 && !asked.concepts.has('own-funds'))
    return [
      {
        id: 'funding.shortfall-self',
        citation: citedBy('funding.shortfall-self', guide),
        uses: moneyUses,
        tone: 'plain',
        zh: `差额${yuan(missing)}由项目承担单位自筹配套解决`,
        en: `The shortfall of ${englishYuan(missing)} must be raised by the unit itself`,
      },
    ];
  const notCompany =
    !asked.concepts.has('enterprise') &&
    ['academic-unit', 'hospital', 'public-staff'].some((each) => asked.concepts.has(each));
  if (notCompany && asksOwn) return [];
  if (applied !== undefined && own !== undefined) {
    const outcome = outcomeOf(
      'unit.matching-funds',
      { 'unit.kind': 'enterprise', 'funding.applied': applied, 'unit.ownFunds': own },
      guide,
    );
    const need = applied * ratio;
    judged.push(
      outcome === 'met'
        ? {
            ...matching,
            tone: 'good',
            zh: `符合：企业自有资金须为申报金额${ratio}倍以上，申请${yuan(applied)}至少要${yuan(need)}，${yuan(own)}达到了`,
            en: `Yes, own funds of at least ${englishYuan(need)} are needed for ${englishYuan(applied)}`,
          }
        : {
            ...matching,
            tone: 'bad',
            zh: `不够：企业自有资金须为申报金额${ratio}倍以上，申请${yuan(applied)}至少要${yuan(need)}，还差${yuan(need - own)}`,
            en: `No, an enterprise needs own funds of at least ${ratio} ${ratio === 1 ? 'time' : 'times'} the amount applied for, here ${englishYuan(need)}`,
          },
    );
  } else if (asksOwn && applied !== undefined) {
    const need = applied * ratio;
    judged.push({
      ...matching,
      tone: 'plain',
      zh: `至少${yuan(need)}：企业申报，自有资金须为项目申报金额的${ratio}倍以上`,
      en: `At least ${englishYuan(need)}: an enterprise needs own funds of at least ${ratio} ${ratio === 1 ? 'time' : 'times'} the amount applied for`,
    });
  } else if (own !== undefined)
    return [
      {
        ...matching,
        tone: 'plain',
        zh: `自有资金${yuan(own)}，申报金额就不能超过${yuan(own / ratio)}：企业自有资金须为申报金额${ratio}倍以上，支持额度为每项${rangeOf(guide)}`,
        en: `With ${englishYuan(own)} of own funds an enterprise can apply for at most ${ratio === 1 ? 'that amount' : englishYuan(own / ratio)}`,
      },
    ];
  if (applied !== undefined) judged.push(...inRange(applied, judged.length > 0, frame));
  return judged;
}

/** Whether the amount lies within the support for one project; told beside another judgement only when it does not. */
function inRange(applied: number, beside: boolean, { guide }: AnswerFrame): Judged[] {
  const outcome = outcomeOf('funding.range', { 'funding.applied': applied }, guide);
  const common = {
    id: 'funding.range',
    citation: citedBy('funding.range', guide),
    uses: moneyUses,
    suggestion: '企业要配套多少自有资金',
  };
  const range = `支持额度为每项${rangeOf(guide)}`;
  if (outcome === 'met')
    return beside
      ? []
      : [
          {
            ...common,
            tone: 'good',
            zh: `符合：省财政${range}，${yuan(applied)}在这个范围内`,
            en: `Yes, support is ${englishRangeOf(guide)} per project, and ${englishYuan(applied)} lies within`,
          },
        ];
  const low = applied < guide.amount('funding.min');
  return [
    {
      ...common,
      tone: beside ? 'plain' : 'bad',
      zh: `${beside ? '另外，' : '不符合：'}省财政${range}，${yuan(applied)}${low ? '低于下限' : '超过上限'}`,
      en: `${beside ? 'Besides, ' : 'No, '}support is ${englishRangeOf(guide)} per project`,
    },
  ];
}
