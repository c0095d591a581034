import { maxInput, type Reading } from '../reading.ts';
import { auditNow } from './auditNow.ts';
import { statementsIn } from './auditStatements.ts';
import {
  count,
  decide,
  foreign,
  founding,
  groups,
  notAll,
  onlyOne,
  otherAudit,
  sayYears,
  type Tally,
} from './auditTally.ts';
import { hanDates } from './hanDates.ts';
import { compact } from './normalise.ts';
import { isQuestion, isRough, saysUnknown } from './sureness.ts';
import { saysUnknown as saysOpen } from './tidy.ts';

/** Accounting years with an audit report, and whether each holds all three statements (absent: not said). */
export interface AuditYears {
  years: number[];
  statements?: boolean;
}

type AuditReading = Reading<AuditYears>;

const ask = (hint: string): AuditReading => ({ is: 'ask', hint });

const never =
  /没有?(?:请|找|做|委托|经)过?(?:会计师事务所|事务所|会计师)|从来?没有?(?:做过?|请过?|审过?)(?:审计|事务所)?|没有?经过?审计|(?:不|没有?)(?:做|搞|弄)过?审计/;
/** What will be done says nothing of what is there. */
const plan = /准备(?![好齐完妥])|打算|计划|下个?月|月底|下半年|马上|到时|以后|补[做审上]?|争取|年底/;
const allThere =
  /^(?:(?:财务|会计|老板)(?:那边)?(?:说|讲)(?:是)?)?(?:[是对]的?,)?(?:(?:[两2]个?年|[两2]份|(?:审计)?报告)?[都全均]?有的?,)?(?:[两2]年|[两2]份|报告|三张表|全部|样样|都|也|全|均|是)*(?:齐的?|齐了|齐全的?|齐备的?|齐活了?|都全的?|完整的?|全的|全了|全有|一应俱全|[全整成]套的?|一样不[少缺差]|不缺|啥都有|什么都有|一个不[少缺落])$/;
const passedOn = /归[^,]{1,4}管|问了?再|问(?:一下|下)?财务/;

/**
 * Reads which of the asked accounting years have an audit report, and whether the three statements are there.
 * A report in the making does not count; tax and internal audits, and years that stay open, are asked about.
 */
export function readAuditYears(text: string, asked: readonly number[], today?: string): AuditReading | undefined {
  const plain = auditNow(stated(inClauses(ordinal(named(inChinese(spaced(text)), today), asked))));
  if (plain !== '' && isOpen(plain)) return { is: 'unknown' };
  if (plain === '' || isQuestion(plain)) return undefined;
  const statements = statementsIn(plain);
  const rest = withoutPlans(withoutOther(statements.rest, asked), asked);
  const lacks = statements.complete === false;
  // 齐的 answers both halves of the question.
  const complete = statements.complete === true || (!lacks && allThere.test(plain));
  const none: AuditReading = { is: 'value', value: { years: [] }, echo: `按 ${sayYears(asked)} 年度都没有记。` };
  if (never.test(rest) && groups(rest, asked).said.length === 0) return none;
  if (
    rest.split(/[,。;]/).some((clause) => otherAudit.test(clause) && groups(clause, asked).said.length === 0) &&
    !ownNamed(rest, asked)
  )
    return ask('要会计师事务所出的年度审计报告，哪几个年度有？');
  if (notAll.test(plain)) return ask(`请逐年写清楚，例如：${sayYears(asked)} 年度都有。`);
  if (saysUnknown(rest) || passedOn.test(rest))
    return /\d/.test(rest) ? ask(`请只写能确定的，例如：${asked.at(-1)} 年度有。`) : { is: 'unknown' };
  if (isRough(rest) || rest.split(/[,。;]/).some((part) => /[去今前]年|上年/.test(part) && !founding.test(part)))
    return ask(`请写明年度，例如：${sayYears(asked)} 年度都有。`);
  if (onlyOne.test(rest) && !/\d{2}/.test(rest)) return ask(`是哪一个年度的？例如 ${asked.at(-1)} 年度。`);
  const clauses = rest.split(/[,。;()]/).filter((clause) => !/^[的了]*$|^(?:别啰嗦|快点|下一[个题])/.test(clause));
  if (clauses.some(foreign) && !/审|报告|报表|事务所|表/.test(plain)) return undefined;
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
  const parted = text
    .replace(/(?<!条|合)约了/g, '排队了')
    .replace(/(?<=审计|报告)(?:都|也)?没有?问题/g, '都有')
    // 都有，哪份都没落下: two negatives make a yes.
    .replace(
      /(?:一[样份张个本年]|样样|[哪那][样份年本张]|什么|啥)?(?:都|也)?(?:没有?|不|未)(?:缺|少|落下?|漏下?|差)(?:的|什么)?(?=$|[,。;])/g,
      '齐全',
    )
    .replace(/(?<=审计|报告)(?=表[倒都也是])/g, ',')
    .replace(/(?:标准)?无保留(?:意见)?/g, '')
    .replace(/-{2,}|\.{2,}/g, ',')
    .replace(/(?<=[的了有过])(?=里[面头]|三[张个]报?表)/g, ',')
    .replace(/(?<=[的了])(?=只有|倒是|不过|但是?|就是|惟|唯)|(?<=[^,。;])(?=不过|但是|其中)/g, ',');
  const again = /^.*?(?:(?:哦|噢|啊|呃)?不对|说错了?|更正(?:一下)?)[,。:](?=.*(?:\d|年))/.exec(parted)?.[0];
  return again === undefined ? parted : parted.slice(again.length);
}

/** 有没有我不好说: what is left open, and nothing else said. */
function isOpen(text: string): boolean {
  const parts = text.split(/[,。;]/);
  return (
    parts.some((part) => /(?:有没有|做没做|审没审|全不全|齐不齐|几[份年])/.test(part) && saysOpen(part)) &&
    !parts.some((part) => /审|报告|表|年|[^没]有|全|齐/.test(part) && !saysOpen(part))
  );
}

/** Whether the three statements are in the reports, when only that is asked. */
export function readStatements(text: string): Reading<boolean> | undefined {
  const plain = auditNow(stated(inClauses(named(inChinese(spaced(text)), undefined))));
  if (plain === '' || isQuestion(plain)) return undefined;
  const { complete } = statementsIn(plain);
  return complete === undefined ? undefined : { is: 'value', value: complete };
}

/** 二一二二, 21、22年: two years in a row by their last two digits. */
const rowOfYears =
  /(?<![〇零一二三四五六七八九\d])(?:二([一二三四五六七八九])[、和]?二([一二三四五六七八九])|2([1-9])[、和]?2([1-9]))(?=[两2]?年|都|[两2]份)(?:[两2]年)?/g;

/** 去年、前年 counted from today, 廿一年 and the like as digits; normalised. */
function named(text: string, today: string | undefined): string {
  const pair = compact(text).replace(rowOfYears, (whole, ...signs: (string | undefined)[]) => {
    const [first = 0, second = 0] = signs
      .slice(0, 4)
      .flatMap((sign) => (sign === undefined ? [] : [Number(sign) || '〇一二三四五六七八九'.indexOf(sign)]));
    return second === first + 1 ? `202${first}、202${second}年` : whole;
  });
  const plain = hanDates(pair).replace(/(?<![\p{Script=Han}][做拿搞弄])得(?=\d{2,4}年|[一1]份|[一1]年的)/gu, '只有');
  if (today === undefined) return plain;
  const year = Number(today.slice(0, 4));
  return plain
    .replace(/大前年(?:度)?/g, `${year - 3}年`)
    .replace(/前年(?:度)?(?!度)/g, `${year - 2}年`)
    .replace(/今年(?=的|度|还)/g, `${year}年`)
    .replace(/(?:去年|上年|上一年)(?:度)?/g, `${year - 1}年`);
}

/** 头一年没审: the earlier of the years asked about. */
function ordinal(text: string, asked: readonly number[]): string {
  const [first, last] = [asked[0], asked.at(-1)];
  if (first === undefined || last === undefined || first === last) return text;
  return text
    .replace(/头一年|(?<!\d)第[一1]年|前(?:面)?那一?年/g, `${first}年`)
    .replace(/(?<!\d)第[二2]年|后(?:面)?(?:那|一|那一)年/g, `${last}年`);
}

/** Spaces between Chinese words part clauses as commas do. */
function spaced(text: string): string {
  return text.slice(0, maxInput + 1).replace(/(?<=[^表\P{Script=Han}])\s+(?=\p{Script=Han})/gu, ',');
}

const english: readonly (readonly [RegExp, string])[] = [
  [/\b(?:full|complete|all(?: the)?(?: three)?) (?:financial )?statements\b/gi, '三张表全'],
  [/\b(?:were |was |are |is )?audited\b(?! reports?)/gi, '审过了'],
  [/audit(?:ed)? reports?/gi, '审计报告'],
  [/balance sheets?/gi, '资产负债表'],
  [/(?:income|p&l|profit(?: and loss)?) statements?/gi, '利润表'],
  [/cash ?flows?(?: statements?)?/gi, '现金流量表'],
  [/\b(?:both|all) (?:years|of them)\b/gi, '两年都有'],
  [/\b(?:for|in) both\b/gi, ''],
  [/\bboth\b/gi, '都'],
  [/\bincluded\b/gi, '都在'],
  [/\b(?:yes|available)\b/gi, '有'],
  [/\s*\band\b\s*/gi, '和'],
];

function inChinese(text: string): string {
  if (!/[a-z]{3}/i.test(text)) return text;
  return english.reduce((said, [words, chinese]) => said.replace(words, chinese), text);
}

/** 都有，够不够用？: what is asked in another clause takes nothing away. */
function stated(text: string): string {
  if (!isQuestion(text)) return text;
  const parts = text.split(/(?<=[,。;!?])/).filter((part) => !isQuestion(part.replace(/[,。;!]$/, '')));
  return parts.some((part) => /审|报告|[两2]年/.test(part)) && !/如果|要是/.test(text) ? parts.join('') : text;
}

/** What is planned for later is left out where something is said of now. */
function withoutPlans(text: string, asked: readonly number[]): string {
  const parts = text.split(/(?<=[,。;])/);
  const left = parts.filter(
    (part) => !plan.test(part) || groups(part, asked).said.length > 0 || /没|未|在审|正在|有/.test(part),
  );
  return left.length > 0 && left.length < parts.length ? left.join('') : text;
}

/** 税务审计年年做，事务所的审计没做: the other audit is left out where the right one is spoken of. */
function withoutOther(text: string, asked: readonly number[]): string {
  const parts = text.split(/(?<=[,。;])/);
  const other = (part: string) =>
    otherAudit.test(part) && !/会计师事务所/.test(part) && groups(part, asked).said.length === 0;
  const left = parts.filter((part) => !other(part) && !/^有是有/.test(part));
  return left.some((part) => /审计|事务所|报告/.test(part)) ? left.join('') : text;
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
