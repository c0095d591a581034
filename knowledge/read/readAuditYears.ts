import type { Reading } from '../reading.ts';
import { hanDates } from './hanDates.ts';
import { compact } from './normalise.ts';
import { isQuestion, isRough, saysUnknown } from './sureness.ts';

/** Accounting years with an audit report, and whether each holds all three statements (absent: not said). */
export interface AuditYears {
  years: number[];
  statements?: boolean;
}

type AuditReading = Reading<AuditYears>;

const ask = (hint: string): AuditReading => ({ is: 'ask', hint });

const otherAudit = /税审|税务|汇算|内审|内部审计|自己做|自己编|专项审计|验资|离任|财务报表就/;
const never =
  /没有?(?:请|找|做|委托|经)过?(?:会计师)?事务所|从来?没有?(?:做过?|请过?|审过?)(?:审计|事务所)?|没有?经过?审计/;
const statementNames = '(?:资产负债表?|损益表?|利润表?|现金流量?表?|所有者权益变动表)';
const allStatements =
  /(?:三张|3张|三个|三大|三份|3个)(?:财务)?报?表?(?:全部|都|也|全)*(?:是?全|齐|在|有|完整)了?|(?:报表|表)(?:都|也|全部|是)*(?:齐全|全|齐|完整)了?|三表(?:都|俱|全)*(?:齐全|齐|全|在|有)/;
const lacking = new RegExp(
  `(?:缺|少|没有?|差|还缺|不含|没含)(?:了|一张|1张|那张|张)?${statementNames}|${statementNames}(?:没有?|缺|还没|不在|没做)(?:了|出)?|(?:缺|少)(?:了)?(?:一|1|两|2)张(?:表)?|(?:只有|就)(?:一|1|两|2)张表?|(?:报?表|三表)(?:都)?(?:不全|不齐|不完整|没齐)`,
);

const notThere = /没有?|还没|未|无|缺|差|少|不全|在审|正在|还在|在做|在出|没出|快了|马上|下[个周]?[月周]|即将|准备/;
const there =
  /有|审过|审了|审完|审计过|审计了|出了|出来了|做了|做过|做好|齐|全|已审|具备|ok|可以提供|能提供|拿到|(?:事务所|会计师)[^,]{0,4}(?:审|出|做)的|^的?(?:才)?是的?$/;
const both =
  /(?:[两2二]个?(?:会计)?(?:年度?|份)的?|[两2二]份|每年|年年|近[两三23]年的?|前[两2]年的?)(?:审计)?(?:报告)?(?:全部|都|也|全|均)*(?:有|审|出|做|齐|在|全|完)|(?:都|全|均)(?:已经?)?(?:有|审过|审了|审完|出了|做了|做过|齐|在|做好|ok)|^有?[两2二](?:个?年度?|份)的?$|^(?:会计师)?(?:事务所)?(?:审过|审|审完|做|做过|出)(?:的|了|过了)$|^(?:有|有了|有的|齐了|齐全|齐|都全|全|全了|是|是的|对)$/;
const noneAtAll =
  /(?:都|全|一[个份年](?:都|也)|两年都|均)(?:还)?(?:没|无|未)|^(?:暂时|目前|现在)?(?:还)?(?:没有?|无|没审|没做|没出|未审)(?:做|审|出|过)?(?:审计)?(?:过|报告|的|了)?$|^(?:事务所|会计师)*正在[^,]{0,5}(?:审|做|出)|^(?:正?在审|审计中|还在审|正在(?:审|做|审计)|在做|在出)/;
const onlyOne = /(?:[只就仅](?:有|是|做了|审了|出了)?|一共)(?:一|1)(?:年|份|个)|^(?:一|1)(?:年|份)的?$/;
const notAll = /(?:不是?|没|未必|并非|不一定)(?:[两2]年|[两2]份)?都/;
const founding = /成立|注册|登记|创办|开业|办的?执照/;
const only = /手头(?:上)?(?:是|就|只)|手里(?:是|就|只)|只有|仅有?|就只?有|就只|只[审做出]|只是/;

/** Years as typed: 2021, 21年, 二〇二一年; a pair or a span of them counts as one group. */
function yearPattern(asked: readonly number[]): RegExp {
  const short = asked.map((year) => String(year % 100).padStart(2, '0')).join('|');
  return new RegExp(`(?<!\\d)(?:(20\\d\\d)|(${short}))(?!\\d)(?:年度?|财年)?`, 'g');
}

const auditWord = /审|报告|报表|张表|事务所|年度|两年|[两2二]个?年|近[三3]年|每年|年年/;
const generic =
  /^(?:我们|我司|公司|单位|企业|目前|现在|暂时|反正|就是|但是?|只是|还)*(?:有|没|无|是的?$|对$|齐|都|全|均|[一1两2二]份|[只就仅]|除了|其[他它余])/;

/** A clause that speaks of something else (独立法人，2021年批的实验室) takes the meaning from a bare 有 beside it. */
function foreign(clause: string): boolean {
  if (auditWord.test(clause) || founding.test(clause)) return false;
  const words = clause.replace(/20\d\d|\d\d|年|的|[、和跟与]/g, '');
  return words.length > 6 || (!generic.test(clause) && !/\d\d/.test(clause));
}

interface Said {
  years: number[];
  text: string;
  start: number;
}

/** The years of one clause with the words that belong to each: 22年的有21年的没有. */
function groups(clause: string, asked: readonly number[]): { head: string; said: Said[] } {
  const said: Said[] = [];
  let head = clause;
  let lastEnd = 0;
  for (const match of clause.matchAll(yearPattern(asked))) {
    const year = Number(match[1] ?? 2000 + Number(match[2]));
    const glue = clause.slice(lastEnd, match.index);
    const previous = said.at(-1);
    if (previous === undefined) head = clause.slice(0, match.index);
    if (previous && /^(?:的?(?:、|和|跟|与|及|以及|-|~|到|至|\/|,|\.| )?)$/.test(glue)) {
      previous.years.push(...(/[-~到至]/.test(glue) ? span(previous.years.at(-1) ?? year, year) : [year]));
    } else {
      if (previous) previous.text = glue;
      said.push({ years: [year], text: '', start: match.index });
    }
    lastEnd = match.index + match[0].length;
    const current = said.at(-1);
    if (current) current.text = clause.slice(lastEnd);
  }
  return { head, said };
}

function span(from: number, to: number): number[] {
  return to > from && to - from < 10 ? Array.from({ length: to - from }, (_, step) => from + step + 1) : [to];
}

interface Tally {
  has: Set<number>;
  lacks: Set<number>;
  restHas: boolean;
  restLacks: boolean;
  /** 都有 or 都没有 was said of all years. */
  all: boolean;
  unclear: boolean;
}

/** What one clause says of the years in it; a clause about the founding of the company says nothing of reports. */
function count(clause: string, asked: readonly number[], tally: Tally): void {
  const { head, said } = groups(clause, asked);
  if (said.length === 0) {
    const none = noneAtAll.test(clause);
    if (none) tally.restLacks = true;
    else if (both.test(clause)) tally.restHas = true;
    if (/都|全|均|一[份个年]/.test(clause) && !/其[他它余]|别的/.test(clause)) tally.all = true;
    return;
  }
  if (founding.test(clause) && !/报告|审/.test(clause)) return;
  for (const { years, text } of said) {
    const words = said.length === 1 ? head + text : text;
    if (said.length > 1 && (there.test(head) || notThere.test(head))) tally.unclear = true;
    if (/除了?|以外|之外/.test(head)) {
      mark(tally.lacks, years);
      if (!/没|缺/.test(text)) tally.restHas = true;
      else tally.unclear = true;
    } else if (/还?[差缺少]/.test(head) && !notThere.test(text)) {
      mark(tally.lacks, years);
      tally.restHas = true;
    } else if (otherAudit.test(words)) {
      mark(tally.lacks, years);
    } else if (notThere.test(words) && !only.test(head)) {
      mark(tally.lacks, years);
    } else if (only.test(head) && !notThere.test(text)) {
      mark(tally.has, years);
      tally.restLacks = true;
    } else if (there.test(words) || said.length + years.length > 2) {
      mark(tally.has, years);
    }
  }
}

function mark(set: Set<number>, years: readonly number[]): void {
  for (const year of years) set.add(year);
}

function sayYears(years: readonly number[]): string {
  return years.join('、');
}

function decide(tally: Tally, asked: readonly number[]): { years: number[] } | { hint: string } {
  const { has, lacks } = tally;
  const example = `例如：${sayYears(asked)} 年度都有`;
  const exception = tally.all && (tally.restHas ? lacks.size > 0 : has.size > 0);
  const contradiction = exception || [...has].some((year) => lacks.has(year)) || (tally.restHas && tally.restLacks);
  if (tally.unclear || contradiction) return { hint: `请逐年写清楚，${example}。` };
  const open = asked.filter((year) => !has.has(year) && !lacks.has(year));
  if (open.length > 0 && !tally.restHas && !tally.restLacks) {
    return { hint: `${sayYears(open)} 年度的审计报告有没有？` };
  }
  const years = new Set(has);
  if (tally.restHas) mark(years, open);
  return { years: [...years].sort((one, other) => one - other) };
}

/**
 * Reads which of the asked accounting years have an audit report, and whether the three statements are there.
 * A report in the making does not count; tax and internal audits, and years that stay open, are asked about.
 */
export function readAuditYears(text: string, asked: readonly number[]): AuditReading | undefined {
  const plain = inClauses(hanDates(compact(text)));
  if (plain === '' || isQuestion(plain)) return undefined;
  if (never.test(plain) && groups(plain, asked).said.length === 0)
    return { is: 'value', value: { years: [] }, echo: `按 ${sayYears(asked)} 年度都没有记。` };
  if (
    plain.split(/[,。;]/).some((clause) => otherAudit.test(clause) && groups(clause, asked).said.length === 0) &&
    !ownNamed(plain, asked)
  )
    return ask('要会计师事务所出的年度审计报告，哪几个年度有？');

  if (notAll.test(plain)) return ask(`请逐年写清楚，例如：${sayYears(asked)} 年度都有。`);
  const lacks = lacking.test(plain);
  const complete = !lacks && (allStatements.test(plain) || namesAll(plain));
  const rest = withoutDoubts(plain.replace(lacking, '').replace(allStatements, ''));
  if (saysUnknown(rest)) return /\d/.test(rest) ? ask('请只写能确定的，例如：2022 年度有。') : { is: 'unknown' };
  if (isRough(rest) || /[去今前]年|上年/.test(rest)) return ask(`请写明年度，例如：${sayYears(asked)} 年度都有。`);
  if (onlyOne.test(rest) && !/\d{2}/.test(rest)) return ask(`是哪一个年度的？例如 ${asked.at(-1)} 年度。`);
  const clauses = rest.split(/[,。;()]/).filter((clause) => !/^[的了]*$|^(?:别啰嗦|快点|下一[个题])/.test(clause));
  if (clauses.some(foreign) && !/审|报告|报表|事务所/.test(plain)) return undefined;
  const tally: Tally = {
    has: new Set(),
    lacks: new Set(),
    restHas: false,
    restLacks: false,
    all: false,
    unclear: false,
  };
  for (const clause of clauses) count(clause, asked, tally);
  const silent = tally.has.size + tally.lacks.size === 0 && !tally.restHas && !tally.restLacks && !tally.unclear;
  if (silent) {
    if (lacks) return ask('哪几个年度有审计报告？请这样写：两年都有，缺现金流量表。');
    if (complete) return ask('哪几个年度有审计报告？请这样写：两年都有，三张表全。');
    const named = groups(rest, asked).said.flatMap(({ years }) => years);
    if (named.length === 0 && !/审计|报告|报表/.test(rest)) return undefined;
    if (founding.test(rest) || named.length === 0) return ask(`${sayYears(asked)} 年度的审计报告，哪一年的有？`);
  }
  const decided = silent ? { hint: `${sayYears(asked)} 年度的审计报告，哪一年的有？` } : decide(tally, asked);
  if ('hint' in decided) return ask(decided.hint);
  const value: AuditYears = { years: decided.years, ...(lacks || complete ? { statements: complete } : {}) };
  const inferred = inferredEcho(rest, decided.years, asked);
  return { is: 'value', value, ...(inferred === undefined ? {} : { echo: inferred }) };
}

/** 两年都有——哦不对，22年…: a correction replaces what it follows; 只有 begins a clause of its own. */
function inClauses(text: string): string {
  const parted = text.replace(/-{2,}|\.{2,}/g, ',').replace(/(?<=[的了])(?=只有|倒是|不过|但是?|就是)/g, ',');
  const again = /^.*?(?:(?:哦|噢|啊|呃)?不对|说错了?|更正(?:一下)?)[,。:](?=.*(?:\d|年))/.exec(parted)?.[0];
  return again === undefined ? parted : parted.slice(again.length);
}

/** 里头几张表我没翻过: that doubt is about the statements, not about the years. */
function withoutDoubts(text: string): string {
  const parts = text.split(/(?<=[,。;])/);
  const at = parts.findIndex((part) => saysUnknown(part) && /表/.test(part));
  return at > 0 && parts.slice(at + 1).every((part) => saysUnknown(part)) ? parts.slice(0, at).join('') : text;
}

function namesAll(text: string): boolean {
  return /资产负债/.test(text) && /损益|利润/.test(text) && /现金流/.test(text) && !/没|未|缺|差|少/.test(text);
}

/** A year whose report is said to be an accountant's beside another audit (22年是内审，21年的是). */
function ownNamed(text: string, asked: readonly number[]): boolean {
  const clauses = text.split(/[,。;]/);
  return clauses.some((clause) => otherAudit.test(clause) && groups(clause, asked).said.length > 0);
}

/** 有 and 没有 alone leave open whether both years are meant: say back what was recorded. */
function inferredEcho(text: string, years: readonly number[], asked: readonly number[]): string | undefined {
  if (/都|两|全|均|只|仅|就/.test(text) || asked.every((year) => text.includes(String(year % 100)))) return undefined;
  if (years.length === 0) return `按 ${sayYears(asked)} 年度都还没有记。`;
  return `按 ${sayYears(years)} 年度有记。`;
}
