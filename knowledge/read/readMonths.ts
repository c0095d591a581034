import { maxInput, type Reading } from '../reading.ts';
import { amountsIn, spans } from './amountsIn.ts';
import { usualForms } from './dateForms.ts';
import { hanDates } from './hanDates.ts';
import { countedInDigits } from './latin.ts';
import { spanOfDates } from './monthsBetween.ts';
import { compact } from './normalise.ts';
import { settledOn } from './secondThoughts.ts';
import { isQuestion, isRough, saysUnknown } from './sureness.ts';

type MonthsReading = Reading<number>;

const ask = (hint: string): MonthsReading => ({ is: 'ask', hint });
const oneSpan = ask('请写一个确定的时长，例如 3 年或者 36 个月。');
const oneLength = ask('请写时长，例如 3 年或者 36 个月。');
const longest = 120;

const bound =
  /最[长短]|[之以]内|以[上下]|至少|至多|最多|最少|不少于|不超过|不止|起码|超过|不到|不满|出头|将近|接近|[年月]多|[年月]余|多[年个]|几[年个]|[年月]内/;
const past =
  /都有|都没|审|报告|年了(?!吧)|月了|已经?|合作|以前|之前|[年月][前后]|干了|做了|认识|成立|每|第[\d一二三四五六七八九十]/;
const negated = /不是|没有|并非|不做|不想|不用|不要|不写|不止|而非/;
const guide = /指南|按要求|规定/;
/** The length of something else, or of a piece of it: left aside where another one is given. */
const aside =
  /最后|前面?[一二两三半\d#]|后面?[一二两三半\d#]|余下|剩下|第[一二三四五\d]|每|一年一|延|另外|总规划|总体|整体规划|远期|以前|之前|前期|已经|协议|合同|原来|原计划|本来|原先|起初|一开始|指南|人家|别人|合作|质保|模版|模板|结题|考核|建设期|以后|之后|头[一二两\d#]|分[一二两三四五\d]期|太[长短久]|怕|担心|不够|不完|来不及/;
const open =
  /视情况|看情况|可以?延|再延|或者?|还是(?!写|报|按|做|定)|不行(?:就|再)|要么|可能|(?:以后|到时候?|批了|回头|看看)再说/;
const changed = /改[成为到]|那就|最终|最后定/;
const settledIn =
  /一共|总共|合计|加起来|共计|总计|改[成为]|改到|现在|最后定|最终|那就|定[成为的了]|就(?:写|报|做|按|定)|申报的是|这次|本项目|本次|项目|执行期|实施期|申报书/;

const hanNumber = '[一二两三四五六七八九十廿卅]{1,3}|[壹贰叁肆伍陆柒捌玖拾]{1,3}';
const piece = new RegExp(
  `(?<![\\d.第上下拾佰])(?!0\\d)(\\d{1,3}(?:\\.\\d)?|${hanNumber}|半)个?(半)? ?(周年|整?年度?|years?|yrs?|y|个?月|months?|mos?)(?![a-z代级])(半|零|又|加|,)?`,
  'g',
);
/** Years of the calendar: 2023年, 明年1月, 24、25、26年. */
const calendar =
  /\d{4}年?(?:\d{1,2}月)?(?:\d{1,2}[日号])?|[今明后去前]年(?:\d{1,2}月)?(?:\d{1,2}[日号])?|(?:\d{2}[、,])+\d{2}年|[〇零一二三四五六七八九]{4}年|(?<=[到至从自])(?:2\d|3\d)年(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:初|底|末|年底)?/g;

/** One length in months: 3年, 两年半, 36个月, 半年, 24 months. */
function monthsOf([whole, amount = '', half, unit = '', after]: RegExpMatchArray): number | undefined {
  const value = amount === '半' ? 0.5 : amountsIn(amount)[0]?.value;
  if (value === undefined || /^[一二三四五六七八九]{2,}$/.test(amount)) return undefined;
  if (unit === '月' && !whole.includes('个') && value < 12) return undefined;
  const years = /年|y/.test(unit);
  const months = (value + (half || (years && after === '半') ? 0.5 : 0)) * (years ? 12 : 1);
  return Number.isInteger(months) ? months : undefined;
}

/** 2年6个月 is one length; 3年（36个月） says the same twice; two different lengths are none. */
function lengths(text: string): { months: number | undefined; rest: string } | undefined {
  const found = [...text.matchAll(piece)];
  const [first] = found;
  if (first === undefined) return undefined;
  const rest = text.replace(piece, (whole) => '#'.repeat(whole.length));
  const each = found.map(monthsOf);
  if (each.some((months) => months === undefined)) return { months: undefined, rest };
  const [one = 0, two] = each;
  if (two === undefined) return { months: one, rest };
  const together = /^#+$/.test(rest.slice(first.index, (found[1]?.index ?? 0) + (found[1]?.[0].length ?? 0)));
  if (each.length === 2 && together && one % 12 === 0 && two < 12) return { months: one + two, rest };
  return { months: each.every((months) => months === one) ? one : undefined, rest };
}

/** A bare number: 1–6 can only be years, from 12 to 72 months. */
function bare(text: string): MonthsReading | undefined {
  const whole = amountsIn(text)[0];
  if (whole === undefined || whole.typed !== text || whole.value === undefined) return undefined;
  const { value } = whole;
  if (!Number.isInteger(value) || value > 1000) return undefined;
  if (value >= 1 && value <= 6)
    return { is: 'value', value: value * 12, echo: `按 ${value} 年（${value * 12} 个月）记。` };
  if (value >= 12 && value <= 72) return { is: 'value', value, echo: `按 ${value} 个月记。` };
  return ask('请带上单位，例如 3 年或者 36 个月。');
}

interface Clause {
  text: string;
  /** Without the years of the calendar. */
  masked: string;
  months: number | undefined;
  rest: string;
}

/** 开头写的两年，后来改了，三年: what was changed no longer counts. */
function asChanged(text: string): string {
  const at =
    [...text.matchAll(/(?:后来|现在?|最后|之后|又)(?:又|都|才|给)?改(?:了|成|为|到|(?=[\d一二两三四五]))/g)].at(-1)
      ?.index ?? 0;
  const rest = text.slice(at);
  return at > 0 && lengths(rest) !== undefined ? rest : text;
}

/** The clauses that give a length; those about a piece of the time or another paper only where no other does. */
function clauses(text: string): Clause[] {
  const found = text
    .replace(/(?<=半|月|年)(?=最后|其中|然后|后面)/g, ',')
    .split(/[,。;!()]/)
    .flatMap((part) => {
      const masked = part.replace(calendar, (years) => '@'.repeat(years.length));
      const said = lengths(masked);
      return said === undefined ? [] : [{ text: part, masked, ...said }];
    });
  const own = found.filter(
    ({ text: said, rest }) =>
      !((aside.test(rest + said) && !changed.test(said)) || (negated.test(said) && !/不要?延/.test(said))),
  );
  if (own.length === 0) return found;
  const settled = own.filter(({ text: said }) => settledIn.test(said));
  // 科研处说最多三年，就改成三年.
  if (settled.some(({ text: said }) => changed.test(said))) return settled;
  const one = new Set(own.map(({ months }) => months)).size === 1;
  return one || settled.length === 0 ? own : settled;
}

/** A piece of the time only (最后半年, 后面两年), or a sum that is not named. */
const pieces = /最后#|[前后头]面?#|余下|剩下|延|(?:加|合)起来(?!.*#)/;

/** What takes a length its meaning away, in its own clause. */
function doubtful({ text, masked, rest, months }: Clause): MonthsReading | undefined {
  const rough = text.replace(/左右|大概|大约|大致|差不多|前后|的样子|光景/g, '');
  const over = !settledIn.test(text) && past.test(rest.replace(/已经?(?=定|商|跟|和|写)/g, ''));
  if (over || /[年月][之以]?[前后]/.test(text)) return ask('这里问的是项目实施期，请写时长，例如 3 年。');
  if (/^(?:\d|[一二三四五六七八九十])月$/.test(text)) return ask('是几个月吗？请写成 3 年或者 36 个月。');
  if (
    bound.test(text) ||
    (pieces.test(rest) && !changed.test(text)) ||
    /怕|担心|不够|来不及/.test(text) ||
    negated.test(text) ||
    isRough(rough) ||
    spans(amountsIn(masked), masked)
  )
    return oneSpan;
  if (/#(?:半|[一二三四五六七八九十])|[\d一二两三四五六七八九十廿卅]#/.test(rest) || /个半年/.test(text))
    return oneSpan;
  const others = rest.replace(/\d+(?:\.\d+)?(?:万|元|人|%|项|期|次|个课题|个阶段|月[份起]?|号|日)/g, '');
  return months === undefined || /\d/.test(others) || months < 1 || months > longest ? oneSpan : undefined;
}

/** 3年吧，指南不是写死3年么: what is asked in another clause takes nothing away. */
function stated(text: string): string {
  if (!isQuestion(text)) return text;
  const parts = text.split(/(?<=[,。;!?])/).filter((part) => !isQuestion(part.replace(/[,。;!]$/, '')));
  return parts.some((part) => lengths(part) !== undefined) ? parts.join('') : text;
}

/** A space between words parts clauses as a comma does. */
function spaced(text: string): string {
  return text.slice(0, maxInput + 1).replace(/(?<=[\p{Script=Han}])\s+(?=[我项省申指按协其不])/gu, ',');
}

/**
 * Reads how long a project runs, in months: 3年, 两年半, 36个月, 24 months, 2023年6月到2026年5月 (counted, said back).
 * Spans, bounds and lengths that are over already are asked about. `today` is needed for 今年7月到后年6月.
 */
export function readMonths(text: string, today = '0000-01-01'): MonthsReading | undefined {
  const plain = asChanged(stated(usualForms(hanDates(compact(spaced(settledOn(countedInDigits(text)))))).text));
  if (plain === '' || isQuestion(plain)) return undefined;
  const about = /[年月]|month|years?|yrs?|期/.test(plain) && !/周?岁|出生/.test(plain);
  const said = clauses(plain);
  const [first] = said;
  if (
    saysUnknown(plain) &&
    (first === undefined || said.some((clause) => saysUnknown(clause.text)) || /定|确/.test(plain))
  )
    return /\d|[一二两三四五六七八九十]年/.test(plain) ? oneSpan : { is: 'unknown' };
  if (/^(?:这个|时间|年限|周期)?(?:还|正)在(?:定|商量|讨论|研究|谈|想)$/.test(plain)) return { is: 'unknown' };
  const alone = bare(plain);
  if (alone !== undefined) return alone;
  const span = spanOfDates(plain, Number(today.slice(0, 4)));
  const counted: MonthsReading | undefined =
    span?.months === undefined || span.months < 1 || span.months > longest
      ? undefined
      : { is: 'value', value: span.months, echo: `按 ${span.months} 个月记。` };
  if (first === undefined) return counted ?? noLength(plain, about, span !== undefined);
  // 协议写24个月，申报书写三年，没对上.
  if (
    /[没未不](?:有)?(?:对上|一致|统一|相符|吻合)|对不(?:上|齐)|不一样|打架/.test(plain) &&
    lengths(plain)?.months === undefined
  )
    return oneSpan;
  if (open.test(plain.replace(/可能(?:的话)?[^,]*$/, ''))) return oneSpan;
  for (const clause of said) {
    const hint = doubtful(clause);
    if (hint !== undefined) return counted ?? hint;
  }
  const months = first.months ?? 0;
  if (said.some((clause) => clause.months !== months)) return oneSpan;
  if (counted?.is === 'value' && counted.value !== months) return oneSpan;
  const rough = said.some((clause) => isRough(clause.text));
  return { is: 'value', value: months, ...(rough ? { echo: `按 ${months} 个月记。` } : {}) };
}

function noLength(plain: string, about: boolean, dated: boolean): MonthsReading | undefined {
  if (dated && /[-~到至]/.test(plain) && (plain.match(/\d{4}/g) ?? []).length > 1)
    return ask('这段时间一共多少个月？例如 36 个月。');
  if (bound.test(plain) && about) return oneSpan;
  return guide.test(plain) || /年|个月/.test(plain) || dated ? oneLength : undefined;
}
