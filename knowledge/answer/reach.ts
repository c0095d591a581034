/** How far a sentence of the guide reaches: the kind of figure that is asked for, and what is asked to be done otherwise. */
import { phraseIn } from '../language.ts';
import type { Asked, Span } from './asked.ts';
import type { Draft } from './draft.ts';
import { weightOf } from './lexicon.ts';

interface Figure {
  asks: RegExp;
  says: RegExp;
}

const many = '(?:多少|几)(?:[十百千万]|个)?';
const of = (measures: string, says: string): Figure => ({
  asks: new RegExp(`${many}(?:${measures})`),
  says: new RegExp(says),
});

/** What is asked for by its measure, and what a sentence that tells it holds. */
const figures: readonly Figure[] = [
  {
    asks: /多长时间|多久|几天|几个?小时|几个月|多少个?月|几周|多少天|有多长|多长$/,
    says: /[\d一二三五]\s*(?:年|个月|天|日|小时|周岁)|months|多长|期限|有效期/,
  },
  { asks: /百分之几|百分之多少|几成|占多少|占几/, says: /[%％倍半]|比例|占/ },
  of('亩|平方|公顷|平米', '亩|平方|公顷'),
  of('次|回|趟|轮', '[\\d一二三四五六七八九十两] ?次|次以上|不限'),
  of('页|字', '页|字'),
  of('只|头|匹|尾|羽|例(?!如)', '只|头|例'),
  { asks: /加几分|得几分|多少分(?!之)|几分(?!之|钟)/, says: /加分|分值|\d分/ },
  { asks: /到几期|推到.{0,4}期|第几期/, says: /[一二三Ⅰ-Ⅲ]期/ },
  {
    asks: /什么时候|啥时候|何时|几时|哪天|哪一天|几月几号|哪一年|哪年|(?:^|[.?!;,:] ?|\band )when\b(?! (?:the|a|an|we|our|it|he|she|they)\b[^?]*,)|\bwhat date\b/,
    says: /\d年|\d日|\d月|年|日期|时间|期|起|前|后|dates?\b|\d{4}|before|after|at any time/,
  },
  {
    asks: /从哪一?天|从什么时候(?:开始)?算|起算|从何时|从几号|which (?:calendar )?date|from what date|start counting/,
    says: /起|之日|日期|开始日|\d日|dates?\b/,
  },
  {
    asks: /(?:跟|和|与|拿|比|相对|相比)(?:于)?(?:谁|什么|啥|哪)[^,，]{0,12}(?:比|基准|参照)|基准|参照(?:物|谁|什么)|按(?:哪|什么|啥)(?:个|种|套)?(?:国标|标准|方法|口径)/,
    says: /基准|相比|对照|参照|标准|基础上|现有|传统/,
  },
  {
    asks: /几月几号|几号(?:之前|以前|前)|(?:哪一?天|什么时候|几月)(?:之前|以前|前|为止)/,
    says: /\d\s*[月日]|日期|时间|期限/,
  },
  { asks: /多大(?:的)?(?:样本|规模|面积|容量|体量)|样本量/, says: /样本|规模|例|面积/ },
  {
    asks: /(?:存|收集|采集|装|容纳|保存|覆盖|饲养|抽|训练|标注)(?:得|到|够|上)?(?:多少|几)/,
    says: /样本|份|采集|收集|覆盖/,
  },
  { asks: /第几(?:作者|署名|位作者)|(?:署名|作者)[^,，]{0,6}第几/, says: /第[一二三1-3]/ },
  { asks: /多少度|几度(?!电)|多少摄氏|几摄氏/, says: /度|℃/ },
  { asks: /到(?:第)?[一二三四](?:期|阶段)[^,，]{0,3}还是/, says: /[一二三Ⅰ-Ⅲ]期/ },
  {
    asks: /影响因子|(?:几|哪)个?区(?!别|域|分)|哪(?:类|级|种|本|个)?(?:期刊|刊物|杂志)/,
    says: /影响因子|区|期刊/,
  },
  {
    asks: /最高|最多|上限|封顶|至多|\bmaximum\b|\bat most\b/,
    says: /不超过|上限|最[多高]|以内|[-—~]\d|不高于|不限|\d个|no |not |up to/,
  },
  {
    asks: /哪家机构|什么机构|哪个机构|哪一?级|哪个部门|哪个科室|哪个处室/,
    says: /部门|厅|局|机构|事务所|推荐单位|主管|学校|高校|医院|级/,
  },
];

/** Whether a clause asks for a kind of figure that what is told does not hold. */
export function lacksFigure({ text }: Asked, { start, end }: Span, told: string): boolean {
  const said = text.slice(start, end);
  return figures.some(({ asks, says }) => asks.test(said) && !says.test(told));
}

/** All that a draft tells: its own words and the sentences that it quotes. */
export function toldBy({ text, citations }: Draft): string {
  return [phraseIn(text, 'zh'), ...citations.map(({ quote }) => quote)].join('\n');
}

const why = /为什么|为啥|为何|凭什么|凭啥|啥理由|什么理由|什么道理|什么原因|\bwhy\b|\bthe reason\b/;
const reasons = /因为|由于|为了|旨在|(?<!项)目的|以便|\bbecause\b|in order to|so that/;

/** Whether a clause asks for a reason, and what is told gives none: the call states what is required, seldom why. */
export function lacksReason({ text }: Asked, { start, end }: Span, told: string): boolean {
  return why.test(text.slice(start, end)) && !reasons.test(told);
}

const may = '(?:能不能|能否|可不可以|可以|可否|允许|准不准|准|会不会|让不让|能|想|要是|干脆|是不是)';
const otherwise =
  '砍|减掉|减少|调低|调减|往下调|核减|放弃|合并|合在一起|合起来|挪|匀|改成|改为|改用|换成|推迟|通融|商量|放宽|补交|后补|缓交|转让|继承|沿用|共用|叠加|互换|拆成|拆开|分开报|打折|折价|抵掉|豁免|免掉|免交|省掉|跳过|退回|取消';
const variation = new RegExp(`${may}.{0,12}?(${otherwise})`, 'g');

/** Whether a clause asks to do otherwise than the rule, in a way of which the draft knows nothing. */
export function asksOtherThan(draft: Draft, asked: Asked, { start, end }: Span, told: string): boolean {
  return [...asked.text.slice(start, end).matchAll(variation)].some(({ index, 0: whole, 1: act = '' }) => {
    const at = start + index + whole.length - act.length;
    const known = asked.touched.some(
      (each) =>
        each.start < at + act.length &&
        at < each.end &&
        weightOf(each.concept) > 0 &&
        draft.uses.includes(each.concept),
    );
    return !known && !told.includes(act.slice(0, 2));
  });
}
