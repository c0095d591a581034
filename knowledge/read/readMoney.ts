import { maxInput, type Reading } from '../reading.ts';
import { type Amount, amountsIn, spans } from './amountsIn.ts';
import { type About, chosenAmount, clauseAround, halfOf } from './moneyChoice.ts';
import { usualMoney } from './moneyForms.ts';
import { compact } from './normalise.ts';
import { sameAsApplied } from './sameAsApplied.ts';
import { settledOn } from './secondThoughts.ts';
import { isQuestion, isRough, saysUnknown } from './sureness.ts';

/** Which amount is asked for. Without it there may only be one. */
export interface MoneyContext {
  about?: About;
  /** Yuan applied for, where known: 1:1配套 says the same of one's own. */
  applied?: number | undefined;
}

type MoneyReading = Reading<number>;

const ask = (hint: string): MoneyReading => ({ is: 'ask', hint });
const oneFigure = ask('请写一个确定的数，例如 100 万元。');
const withUnit = ask('请带上单位再写一遍，例如 100 万元。');

const bound =
  /以上|以下|以内|至少|至多|最多|最少|不少于|不低于|不超过|不高于|不止|起码|超过|多于|少于|低于|高于|出头|将近|接近|之间|上[十百千]万?|下限|顶多/;
/** What a unit can give at least, or at most, is what it can give. */
const reach = /不会?[少低]于|以上|至少|最少|不少于|不低于|不止|起码|超过|多于|高于|最多|至多|顶多|出头/g;
const roughly = /左右|大概|大约|大致|差不多|上下|(?<![签合条纽预])约(?!定)/g;
const several =
  /[十百千万亿\d](?:多|余|几|来(?=[万亿元块个]))|[十百千]来(?![报写填申])|[几数][十百千万亿]|近[十百千\d一二两三四五六七八九]|小[一二两三四五六七八九十\d]/;
const negatedBefore = /(?:没有|没|不到|不足|不够|不满|不是|未到|还?缺|还?差|少|负|亏|欠|-)$/;
const harmless =
  /不(?:会?[少低]于|错|多|(?:成|是)问题|在话下|难|算多|含糊|用愁|变|少(?=[的了]|$)|打折)|没(?:有?(?:问题|事|变|压力|困难)|得问题)/g;
const negatedAfter = /^[元块]?[^,。;]{0,6}(?:没|不|难|悬)/;
const negatedClause = /没|不/;
const perPart = /每年|一年|每[个家期]|分别|各|\/年|每人|人均|按月/;
const ratio = /\d+(?:\.\d+)?%|[\d一](?::|比)[\d一](?!\d)|(?:一|1|两|2)?倍|百分之[一二三四五六七八九十百\d]+/g;
const shares = /%|倍|对等|同等|同额|比例|比一|比1/;
const nothing =
  /^(?:我们|单位|公司|企业|目前|暂时|现在)*(?:完全)?(?:没有?|无)(?:任何|什么)?(?:自有|自筹|配套)+(?:的)?(?:资金|经费|钱)?$|^(?:一分|一分钱|一毛)(?:钱)?(?:都|也)?没有?$|(?:一分|一毛)钱?(?:都|也)?(?:拿|出|掏)不(?:出|了|起)来?$|^(?:拿|出|掏)不(?:出|了|起)钱?$|^不(?:能)?(?:配套|自筹|出钱)$|^(?:没有?|无)(?:钱|资金|经费|配套|自筹)$|(?:没有?|无)(?:任何)?(?:自有|自筹|配套)(?:的)?(?:资金|经费|钱)?(?:来|能|可)?(?:配套?|安排|投入|出|可用)?$|(?:没有?|无)(?:钱|资金)(?:来|能|可)?(?:配套?|出|投)$|(?:配|出|拿|掏)不(?:起|出|了)(?:这?[笔个]?(?:配套|自筹|自有)?的?(?:钱|资金|经费))?来?$|^(?:账上|手头|公司|企业)*(?:没有?|无)(?:钱|资金)$|(?:没有?|无)这[笔个份]?(?:钱|资金|经费|预算)$/;
const pending = /等|融资|贷款|正在|打算|准备|争取|以后|到时/;

const undecided =
  /数[字目]?[^,。;]{0,3}出不来|[没未](?:有)?[算做编](?:完|好|清)|(?:数|数字|数目|准信|回话|答复)[^,。;]{0,4}没(?:有)?(?:拿到|到手|给|来|出|定|下)|没(?:有)?(?:拿到|等到|要到)[^,。;]{0,4}(?:数|准信|回话|答复)|(?:预算|数额?|金额)[^,。;]{0,8}(?:在|由)[^,。;]{0,6}(?:排|算|做|编|核|审|定)|[还没未](?:有)?(?:商量|算$)|没个?准[数头]?|[要得等][^,。;]{0,10}才[能会]?(?:定|知道|晓得)|没[跟和与][^,。;]{1,8}(?:谈|说|商量|讨论|汇报)|(?:还|正)在(?:测?算|编|做)(?:预算|经费)?|等[^,。;]{0,6}(?:定|批|决定)$|[没未](?:有)?(?:拍板|敲定|商定|定下|谈[好妥拢]|开会)|[听看等](?:我们)?(?:老板|领导|院里|校里|上面|财务|会上)[^,。;]{0,6}(?:的|意思|定|安排|说|批)?$/;

const tenThousand = 10_000;
/** More than this is a telephone number or a wrong unit. */
const mostYuan = 1_000_000_000;

function say(yuan: number): string {
  return yuan % 100 === 0 && yuan >= tenThousand ? `${yuan / tenThousand} 万元` : `${yuan} 元`;
}

const saidBack = (yuan: number): MoneyReading => ({ is: 'value', value: yuan, echo: `按 ${say(yuan)}记。` });

/** A bare number: up to 9999 万元 is meant, from 100,000 元; between them nobody can tell. */
function bare(value: number, text: string): MoneyReading | undefined {
  if (value > mostYuan) return undefined;
  if (value === 0) return { is: 'value', value: 0 };
  if (value >= 1 && value < tenThousand && !/\d,\d{3}/.test(text) && !(value > 1900 && value < 2100)) {
    const yuan = Math.round(value * tenThousand);
    return Number.isInteger(value * 100) ? { is: 'value', value: yuan, echo: `按 ${value} 万元记。` } : oneFigure;
  }
  if (value >= 100_000 && Number.isInteger(value) && !/^[^,]*\d,\d{3}(?!,\d)/.test(text)) return saidBack(value);
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

/** A space between words parts clauses as a comma does. */
function spaced(text: string): string {
  return text
    .slice(0, maxInput + 1)
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})|(?<=[\d万元])\s+(?=[我自省剩企公随都财])/gu, ',');
}

/** 100万，够不够？ still gives an amount. */
function withoutQuestions(text: string): string {
  if (!isQuestion(text)) return text;
  const parts = text.split(/(?<=[,。;!?])/).filter((part) => !isQuestion(part.replace(/[,。;!]$/, '')));
  const said = parts.join('').replace(/[,。;]$/, '');
  const money = amountsIn(said).some(({ unit, value }) => unit !== 'other' && value !== undefined);
  return money && !/如果|要是|假如|合适|该报/.test(text) ? said : text;
}

function severalHint(about: About | undefined): MoneyReading {
  if (about === 'own') return ask('请只写自有资金，例如 100 万元。');
  if (about === 'applied') return ask('请只写申请的省财政资金，例如 100 万元。');
  return ask('请只写一个金额，例如 100 万元。');
}

/** Doubt in a clause of its own that speaks of more, of the rest or of what comes later leaves the amount alone. */
function inDoubt(text: string): boolean {
  return text
    .split(/[,。;]/)
    .some(
      (part) =>
        saysUnknown(part) &&
        !/^(?:再多|不够|多的|其[他它余]|别的|贷款|借款|授信|银行|政府|注册资本|设备|场地|剩|余下|明细|具体|怎么|以后|到账|后面|更多)/.test(
          part,
        ),
    );
}

/**
 * Reads an amount of money, in whole yuan: 100万, 100w, 120个, 1.2M, 一百二十万, 1,000,000元; a bare 100 means 万元 and is said back,
 * as is 100万左右. Spans, foreign money and shares are asked about, as are bounds unless they say what the unit can give; 没有自有资金 is 0.
 */
export function readMoney(text: string, { about, applied }: MoneyContext = {}): MoneyReading | undefined {
  const original = compact(spaced(settledOn(text)));
  if (original === '') return undefined;
  if (about === 'own' && applied !== undefined && sameAsApplied(original))
    return { is: 'value', value: applied, echo: `与申请的一样多，按 ${say(applied)}记。` };
  const plain = withoutQuestions(usualMoney(original));
  if (isQuestion(plain)) return undefined;
  const unshared = plain.replace(ratio, (share) => '#'.repeat(share.length));
  const amounts = amountsIn(unshared);
  const money = amounts.filter(({ unit }) => unit !== 'other');
  const parts = plain.split(/[,。;]/);
  const none =
    parts.some((part) => nothing.test(part)) &&
    (money.length === 0 || (parts.every((part) => nothing.test(part)) && money.every(({ value }) => (value ?? 2) < 2)));
  if (none && !pending.test(plain))
    return about === 'applied' ? ask('请写打算申请多少，例如 100 万元。') : { is: 'value', value: 0 };
  if (inDoubt(plain) || undecided.test(plain) || /(?:在|还要?)(?:讨论|商量|研究|谈)/.test(plain))
    return money.length === 0 ? { is: 'unknown' } : oneFigure;
  if (money.length === 0) {
    if (shares.test(plain) || ratio.test(plain)) return ask('请直接写金额，例如 100 万元。');
    const said = /^(?:没有?|无|不)$|万|元|资金|配套|自筹|钱|拿不出/.test(plain);
    return said ? ask('请写一个金额，例如 100 万元；一分没有就写 0。') : undefined;
  }
  if (shares.test(plain) && money.every(({ unit }) => unit === 'none')) return ask('请直接写金额，例如 100 万元。');
  if (money.some(({ unit }) => unit === 'foreign') || /[$€£]|us/.test(plain))
    return ask('请按人民币写，例如 100 万元。');
  const half = halfOf(unshared, money, about);
  if (half !== undefined) return saidBack(half);
  if (/[\d万][^,。;]{0,12}(?:要|出|拿|给|申请|承担|配)一?半/.test(unshared)) return oneFigure;
  return readChosen(unshared, amounts, original, about);
}

function readChosen(
  text: string,
  amounts: Amount[],
  original: string,
  about: About | undefined,
): MoneyReading | undefined {
  const money = amounts.filter(({ unit }) => unit !== 'other');
  const whole = money.filter((amount) => !perPart.test(clauseAround(amount, text)));
  if (whole.length === 0) return spans(amounts, text) ? oneFigure : ask('请写整个项目的总数，例如 100 万元。');
  const chosen = chosenAmount(text, whole, about);
  if (chosen === undefined) return spans(amounts, text) || vague(text, about) ? oneFigure : severalHint(about);
  const clause = clauseAround(chosen, text);
  const inClause = amountsIn(clause.replace('#', chosen.typed));
  if (spans(inClause, clause.replace('#', chosen.typed)) || vague(clause.replace('#', chosen.typed), about))
    return oneFigure;
  const before = text.slice(0, chosen.start);
  const after = text.slice(chosen.end).replace(harmless, (words) => '#'.repeat(words.length));
  const lead = (/[^,。;]*$/.exec(before)?.[0] ?? '').replace(harmless, '');
  const atLeast = about === 'own' && /(?:不会?少于|不会?低于|不止|至少|最少)$/.test(before);
  if (!atLeast && (negatedBefore.test(before) || negatedClause.test(lead) || negatedAfter.test(after)))
    return oneFigure;
  if (before.endsWith('.') || /\.\d{3}/.test(chosen.typed)) return oneFigure;
  if (chosen.unit === 'none' && !bareAlone(before, after, amounts)) return undefined;
  const read = figure(chosen, original);
  if (read?.is !== 'value') return read;
  if (about === 'applied' && read.value === 0) return oneFigure;
  const inferred = clause.match(roughly) !== null || clause.match(reach) !== null;
  return inferred && read.echo === undefined ? saidBack(read.value) : read;
}

/** Bounds and guesses beside the amount; 至少 and 最多 are fine for what the unit can give, 左右 for any plan. */
function vague(clause: string, about: About | undefined): boolean {
  const said = clause.replace(roughly, '');
  const bounded = about === 'own' ? said.replace(reach, '') : said;
  return bound.test(bounded) || several.test(bounded) || isRough(said);
}

/** A bare number counts only as the whole answer or behind a word for money. */
function bareAlone(before: string, after: string, amounts: Amount[]): boolean {
  const words =
    /^(?:[,。;#]|是|就|的|能|可以|可|出|打算|准备|想|报|资金|经费|金额|共|为|:|申请|申报|自有|自筹|配套|配|省里|财政|预算|总|投入|¥|rmb|人民币|也|还|大概|约|差不多|先|按|写|填|拿|掏|至少|最多|顶多|起码|我们|公司|企业|单位|那|老板说了?|领导说了?)*$/;
  const previous = amounts.findLast(({ end }) => end <= before.length);
  const lead = before.slice(previous?.end ?? 0);
  const said =
    words.test(lead) ||
    /(?:[报申要出配拿掏投写填按给批拨说讲筹改]|申请|钱|资金|配套|自筹|自有|改成|改为|变成|的(?:数|钱)?(?=是)|合起来|加起来|一共|总共|统共|凑|[压降减调砍]到|定[成的了为在]?|上限走,|顶格)(?:个|到|也就|就|为|是)?$/.test(
      lead,
    ) ||
    (/^(?:[^,。;]*[,。;])+(?:剩下|那?就|最后|现在|也是|顶格|按|大概|就是)?$/.test(lead) && !/[年月]/.test(lead));
  return (
    said &&
    (after === '' ||
      /^[,。;#(]|^(?:我们|公司|企业|单位|学校|自己|自筹)*出?$|^(?:吧|对|就|左右|上下|差不多|以上|可以|够|算|报|来|没|写|填|定|要|拿|给|了(?=$|[,。;]))/.test(
        after,
      ))
  );
}
