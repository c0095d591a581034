import { maxInput, type Reading } from '../reading.ts';
import { type Amount, amountsIn, spans } from './amountsIn.ts';
import { compact } from './normalise.ts';
import { isQuestion, isRough, saysUnknown } from './sureness.ts';

/** Which amount is asked for: the one applied for (省财政资金) or the unit's own (自有资金). Without it there may only be one. */
export interface MoneyContext {
  about?: 'applied' | 'own';
}

type MoneyReading = Reading<number>;

const ask = (hint: string): MoneyReading => ({ is: 'ask', hint });
const oneFigure = ask('请写一个确定的数，例如 100 万元。');
const withUnit = ask('请带上单位再写一遍，例如 100 万元。');

const bound =
  /以上|以下|以内|至少|至多|最多|最少|不少于|不低于|不超过|不高于|不止|起码|超过|多于|少于|低于|高于|出头|上限|下限|封顶|将近|接近|之间|上[十百千]万?/;
const several =
  /[十百千万亿\d](?:多|余|来|几)|[几数][十百千万亿]|近[十百千\d一二两三四五六七八九]|小[一二两三四五六七八九十\d]/;
const negatedBefore = /(?:没有|没|不到|不足|不够|不满|不是|未到|还?缺|还?差|少|负|亏|欠|-)$/;
const negatedAfter = /^[元块]?[^,。;]{0,6}(?:没(?!有?(?:问题|事))|不|难)/;
const negatedClause = /没(?!有?问题)|不/;
const perPart = /每年|一年|每[个家期]|分别|各|\/年|每人|人均|按月/;
const ratio = /%|倍|1:1|一比一|1比1|对等|同等|同额|比例/;
const nothing =
  /^(?:我们|单位|公司|企业|目前|暂时|现在)*(?:完全)?(?:没有?|无)(?:任何|什么)?(?:自有|自筹|配套)+(?:的)?(?:资金|经费|钱)?$|^(?:一分|一分钱|一毛)(?:钱)?(?:都|也)?没有?$|(?:一分|一毛)钱?(?:都|也)?(?:拿|出)不(?:出|了|起)来?$|^(?:拿|出)不(?:出|了|起)钱?$|^不(?:能)?(?:配套|自筹|出钱)$|^(?:没有?|无)(?:钱|资金|经费|配套|自筹)$/;

const applied = /申请|申报|省里|省财政|财政|省级|补助|资助|拨款|省科技厅|科技厅/g;
const own = /自有|自筹|配套|配|自己|(?:我们|我司)出|企业出|公司出|单位出|能出|拿出|自出/g;
/** Money that is neither: credit, loans, what others give. */
const others = /授信|贷款|借款|银行|外方|对方|投资方|市里|县里|区里/g;
const whole = /总|合计|一共|共计|全部|预算/g;

const tenThousand = 10_000;
/** More than this is a telephone number or a wrong unit. */
const mostYuan = 1_000_000_000;

function last(pattern: RegExp, text: string): number {
  let at = -1;
  for (const match of text.matchAll(pattern)) at = match.index;
  return at;
}

type Label = 'applied' | 'own' | 'whole' | 'others';

/** What the words before an amount (since the one before it) say that it is. */
function label(text: string, amounts: Amount[], index: number): Label | undefined {
  const before = text.slice(amounts[index - 1]?.end ?? 0, amounts[index]?.start);
  const places: [number, Label][] = [
    [last(others, before), 'others'],
    [last(whole, before), 'whole'],
    [last(applied, before), 'applied'],
    [last(own, before), 'own'],
  ];
  places.sort(([one], [other]) => other - one);
  const [nearest] = places;
  if (nearest !== undefined && nearest[0] >= 0) return nearest[1];
  // 剩下210我们自己出: the word may stand behind the amount.
  const after = /^[^,。;]*/.exec(text.slice(amounts[index]?.end, amounts[index + 1]?.start))?.[0] ?? '';
  if (last(own, after) >= 0) return 'own';
  return last(others, after) >= 0 ? 'others' : undefined;
}

function say(yuan: number): string {
  return yuan % 100 === 0 && yuan >= tenThousand ? `${yuan / tenThousand} 万元` : `${yuan} 元`;
}

/** A bare number: up to 9999 万元 is meant, from 100,000 元; between them nobody can tell. */
function bare(value: number, text: string): MoneyReading | undefined {
  if (value > mostYuan) return undefined;
  if (value === 0) return { is: 'value', value: 0 };
  if (value >= 1 && value < tenThousand && !/\d,\d{3}/.test(text) && !(value > 1900 && value < 2100)) {
    const yuan = Math.round(value * tenThousand);
    return Number.isInteger(value * 100) ? { is: 'value', value: yuan, echo: `按 ${value} 万元记。` } : oneFigure;
  }
  if (value >= 100_000 && Number.isInteger(value) && !/^[^,]*\d,\d{3}(?!,\d)/.test(text)) {
    return { is: 'value', value, echo: `按 ${say(value)}记。` };
  }
  return withUnit;
}

function figure(amount: Amount, original: string): MoneyReading | undefined {
  const { value } = amount;
  if (value === undefined) return oneFigure;
  if (amount.unit === 'none') return bare(value, original);
  if (!Number.isInteger(value)) return oneFigure;
  if (value === 0) return { is: 'value', value: 0 };
  if (value < tenThousand) return ask(`是 ${value} 元还是 ${value} 万元？请带上单位再写一遍。`);
  if (value > mostYuan) return ask(`${say(value)}太多了，请再看一下单位，例如 100 万元。`);
  return { is: 'value', value };
}

/** 100,150 may be two numbers; 1,000,000 and 1,000,000元 are one. */
function joinThousands(text: string): string {
  return text.replace(/(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])/g, (row) => row.replaceAll(',', ''));
}

function choose(text: string, amounts: Amount[], about: MoneyContext['about']): Amount | undefined {
  const money = amounts.filter(({ unit }) => unit !== 'other');
  const labelled = money.map((amount, index) => ({ amount, is: label(text, money, index) }));
  const [only] = labelled;
  const same = new Set(
    money.map((amount) =>
      amount.unit === 'none' && (amount.value ?? 0) < tenThousand ? (amount.value ?? 0) * tenThousand : amount.value,
    ),
  );
  if (labelled.length > 1 && same.size === 1 && only)
    return labelled.find(({ amount }) => amount.unit === 'yuan')?.amount ?? only.amount;
  if (labelled.length === 1 && only) {
    const otherMatter = about !== undefined && only.is !== undefined && only.is !== about && only.is !== 'whole';
    return otherMatter ? undefined : only.amount;
  }
  if (about === undefined || labelled.some((one) => one.is === undefined)) return undefined;
  const fitting = labelled.filter((one) => one.is === about);
  return fitting.length === 1 ? fitting[0]?.amount : undefined;
}

/** A space between words parts clauses as a comma does. */
function spaced(text: string): string {
  return text
    .slice(0, maxInput)
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})|(?<=[\d万])\s+(?=[我自省剩企公])/gu, ',');
}

/** 本来想报一百二，后来压到八十五: only what was settled in the end counts. */
function settled(text: string): string {
  const end = /^.*(?:本来|之前|原来|原先|起初|一开始|最初|开始).{0,20}?(?:后来|现在|最后|改成|改为|[压降减调]到)/.exec(
    text,
  )?.[0];
  return end === undefined ? text : text.slice(end.length);
}

function severalHint(about: MoneyContext['about']): MoneyReading {
  if (about === 'own') return ask('请只写自有资金，例如 100 万元。');
  if (about === 'applied') return ask('请只写申请的省财政资金，例如 100 万元。');
  return ask('请只写一个金额，例如 100 万元。');
}

/**
 * Reads an amount of money, in whole yuan: 100万, 100w, 一百二十万, 1,000,000元, 95.5万; a bare 100 means 万元 and is said back.
 * Spans, bounds, rough figures, foreign money and shares are asked about; 没有自有资金 is 0.
 */
export function readMoney(text: string, { about }: MoneyContext = {}): MoneyReading | undefined {
  const original = compact(settled(spaced(text)));
  if (original === '') return undefined;
  const plain = joinThousands(original)
    .replace(/^(?:要)?多少钱?[啊呀呢嘛哦]*,(?=.*\d|.*[一二三四五六七八九十百])/, '')
    .replace(/(?<=\d)\.00(?!\d)/g, '')
    .replace(/\((?:单位:?)?(万元|元|万)\)/g, '$1')
    .replace(/(?<=\d) (?=w(?![a-z]))/g, '');
  if (isQuestion(plain)) return undefined;
  if (nothing.test(plain) || plain.split(/[,。;]/).every((part) => nothing.test(part)))
    return about === 'applied' ? ask('请写打算申请多少，例如 100 万元。') : { is: 'value', value: 0 };
  const amounts = amountsIn(plain);
  const money = amounts.filter(({ unit }) => unit !== 'other');
  if (saysUnknown(plain)) return money.length === 0 ? { is: 'unknown' } : oneFigure;
  if (ratio.test(plain)) return ask('请直接写金额，例如 100 万元。');
  if (money.length === 0) {
    const about = /^(?:没有?|无|不)$|万|元|资金|配套|自筹|钱/.test(plain);
    return about ? ask('请写一个金额，例如 100 万元；一分没有就写 0。') : undefined;
  }
  if (money.some(({ unit }) => unit === 'foreign') || /[$€£]|us/.test(plain))
    return ask('请按人民币写，例如 100 万元。');
  if (spans(amounts, plain) || bound.test(plain) || several.test(plain) || isRough(plain)) return oneFigure;
  if (perPart.test(plain)) return ask('请写整个项目的总数，例如 100 万元。');
  const chosen = choose(plain, amounts, about);
  if (chosen === undefined) return severalHint(about);
  const before = plain.slice(0, chosen.start);
  const after = plain.slice(chosen.end);
  const clause = /[^,。;]*$/.exec(before)?.[0] ?? '';
  if (negatedBefore.test(before) || negatedClause.test(clause) || negatedAfter.test(after)) return oneFigure;
  if (before.endsWith('.') || /\.\d{3}/.test(chosen.typed)) return oneFigure;
  if (chosen.unit === 'none' && !bareAlone(before, after, amounts)) return undefined;
  const read = figure(chosen, original);
  return about === 'applied' && read?.is === 'value' && read.value === 0 ? oneFigure : read;
}

/** A bare number counts only as the whole answer or behind a word for money. */
function bareAlone(before: string, after: string, amounts: Amount[]): boolean {
  const words =
    /^(?:[,。;]|是|就|的|能|可以|可|出|打算|准备|想|报|资金|经费|金额|共|为|:|申请|申报|自有|自筹|配套|配|省里|财政|预算|总|投入|¥|rmb|人民币)*$/;
  const previous = amounts.findLast(({ end }) => end <= before.length);
  const lead = before.slice(previous?.end ?? 0);
  const said =
    words.test(lead) ||
    /(?:[报要出配拿]|申请|钱|资金|改成|改为|变成|定[成的了]?)(?:个|到|也就|就|为)?$/.test(lead) ||
    /^(?:[^,。;]*[,。;])?剩下$/.test(lead);
  return said && (after === '' || /^[,。;]|^(?:我们|公司|企业|单位|学校|自己|自筹)*出?$|^吧?对?就/.test(after));
}
