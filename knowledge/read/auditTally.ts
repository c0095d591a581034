/** Which accounting years a text says have, or have not, an audit report. */

/** Audits of something else than the year's accounts by an accountant. */
export const otherAudit = /税审|税务|汇算|内审|内部审计|自己[做编出]|代账|代理记账|专项审计|验资|离任|财务报表就/;

const notThere =
  /约了|进场|排队|遗失|丢了|找不[到着]|没了|不见|没有?|还没|未|无|缺|差|少|不全|在审|正在|还在|在做|在出|没出|快了|马上|下[个周]?[月周]|即将|准备(?![好齐完妥])|才[能会]?出|要到/;
const there =
  /现成|^的?(?:那份|报告)?(?:就|也|都)?在(?:我|会计|财务|老板)?(?:这|那)?(?:手[上里头边]|柜|抽屉|这里|这儿)|(?:头一?|第[一1]|首)[回次年度]+[^,没未]{0,3}(?:请|找|做|审|经|由)|才?开始(?:请|找|做|审|有)(?!.*没)|刚刚?(?:出|做|审|拿|好)(?!不)|有|审过|审了|审完|审计过|审计了|出了|出来了|做了|做过|做好|齐|全|已审|具备|ok|可以提供|能提供|拿到|(?:事务所|会计师)[^,]{0,4}(?:审|出|做)的|出具|取得|完成|[开办]好|已经?出|(?:报告|的|都|也)在$|^在$|^的?(?:才)?是的?$/;
const both =
  /^(?:审计)?报告(?:都|也|是)?(?:全|齐)全?(?:的|了)?$|^(?:我们|公司|单位)*有(?:年度)?审计(?:报告)?的?$|^(?:年度)?(?:审计报告|审计|报告)(?:是|都|也|肯定|倒)*(?:有|做了|出了)的?$|^(?:我们|公司|单位)*有[两2二](?:个?年度?|份|本)的?(?:审计|年度)*报告的?$|(?:连续|最?近)[三3两2]年(?:都|均)?(?:审|做)|[两2二]个?年(?:年度|度|的|财务|会计|报告|报表)*(?:都|均|也)?(?:是|由|请|找|经)[^,]{0,14}(?:(?:审|做|出)(?:具|计)?(?:的|过|了|报告)|审计$)|[两2]年[^,]{0,6}(?:必审|审过|审了)|(?:每年|年年)(?:都|必)?(?:(?:请|找|由|经|有)[^,]{0,10})?审|审计?[了过]?[两2]年|[两2]年(?:度|的)*报告(?:俱|都|均|全)在|[两2]年(?:都|均)(?:这样|一样|如此)|^(?:都|全|均)[^,没未不]{0,10}(?:审|出具?|做)(?:了|过|的|完)$|(?:[两2二]个?(?:会计)?(?:年度?|份)的?|[两2二]份|每年|年年|近[两三23]年的?|前[两2]年的?)(?:审计)?(?:报告)?(?:全部|都|也|全|均)*(?:有|审|出|做|齐|在|全|完)|[两2]本[^,]{0,4}在|[两2][份本](?:报告)?[^,]{0,3}(?:都|均|全)[^,没未不]{0,3}(?:翻|看|核|查|收|存|拿|见)|(?:都|全|均)(?:是)?(?:已经?)?(?:有|[开办做搞弄]好|[已做]?完成?|审过|审了|审完|出了|做了|做过|齐|在|做好|ok)|^有?[两2二](?:个?年度?|份)的?$|^(?:会计师)?(?:事务所)?(?:审过|审|审完|做|做过|出)(?:的|了|过了)$|^(?:有|有了|有的|有的有的|齐的|齐了|齐全|齐|都全|全|全了|是|是的|对)$/;
const noneAtAll =
  /^(?:更|再)?(?:之前|以前|此前|早先|往前|前面|早些年)(?:的|几年|那年)?(?:都|就|也)?(?:没有?|无|未)(?:审|做|请|出|有)?过?(?:的|了)?$|^(?:正规|正式|年度|真正|独立|会计师)?(?:的)?(?:年度)?审计(?:报告)?(?:都|也|还|是|倒)*(?:没有?|无|未)(?:做|出|有|搞)?过?$|^(?:我们|现在|目前|暂时)*(?:手[里头上边]|这边|公司里?)(?:都|也|目前|现在|暂时)*(?:还)?(?:没有?|无)(?:的|了|呢|报告)?$|(?:都|全|一[个份年](?:都|也)|两年都|均)(?:还)?(?:没|无|未)|^(?:(?:财务|会计|老板)(?:那边)?[说讲]|我们|公司|单位|暂时|目前|现在)*(?:还)?(?:没有?|无|没审|没做|没出|未审)(?:做|审|出|过)?(?:审计|来)?(?:过|报告|的|了)?$|^(?:事务所|会计师)*正在[^,]{0,5}(?:审|做|出)|^(?:正?在审|审计中|还在审|正在(?:审|做|审计)|在做|在出)|^报告(?:还)?(?:在出|没出|没好)/;
export const onlyOne = /(?:[只就仅](?:有|是|做了|审了|出了)?|一共)(?:一|1)(?:年|份|个)|^有?(?:一|1)(?:年|份)的?$/;
export const notAll = /(?:不是?|没|未必|并非|不一定)(?:[两2]年|[两2]份)?都/;
export const founding = /成立|注册|登记|创办|开业|先开|开张|办的?执照/;
const only =
  /^(?:就|仅|光|单)是?$|手头(?:上)?(?:是|就|只)|手里(?:是|就|只)|只有|仅有?|就只?有|就只|只[审做出]|只(?:找|拿|收|翻|看)到|只是|只能(?:提供|拿出?|给)/;

/** Years as typed: 2021, 21年, 二〇二一年; a pair or a span of them counts as one group. */
function yearPattern(asked: readonly number[]): RegExp {
  const short = asked.map((year) => String(year % 100).padStart(2, '0')).join('|');
  return new RegExp(`(?<!\\d)(?:(20\\d\\d)|(${short}))(?!\\d)(?:年度?|财年)?`, 'g');
}

const auditWord = /会所|才能?出|没出|出了|审|报告|报表|张表|事务所|年度|两年|[两2二]个?年|近[三3]年|每年|年年/;
const generic =
  /^(?:一[年份个]|(?:财务|会计|老板|办公室)(?:那边|他们)?(?:说|讲)|我们|我司|公司|单位|企业|目前|现在|暂时|反正|就是|但是?|只是|还)*(?:有|没|无|是的?$|对$|齐|都|全|均|[一1两2二]份|[只就仅]|除了|其[他它余]|[不没未](?:有)?(?:缺|少|差|落|漏)|样样|哪[份年本])/;

/** A clause that speaks of something else (独立法人，2021年批的实验室) takes the meaning from a bare 有 beside it. */
export function foreign(clause: string): boolean {
  if (auditWord.test(clause) || founding.test(clause)) return false;
  const words = clause.replace(/20\d\d|\d\d|年|的|[、和跟与]/g, '');
  return (
    words.replace(/^(?:财务|会计|老板|办公室)(?:那边|他们)?(?:说|讲)/, '').length > 6 ||
    (!generic.test(clause) && !/\d\d/.test(clause))
  );
}

export interface Said {
  years: number[];
  text: string;
  start: number;
}

/** The years of one clause with the words that belong to each: 22年的有21年的没有. */
export function groups(clause: string, asked: readonly number[]): { head: string; said: Said[] } {
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

export interface Tally {
  has: Set<number>;
  lacks: Set<number>;
  restHas: boolean;
  restLacks: boolean;
  /** 都有 or 都没有 was said of all years. */
  all: boolean;
  unclear: boolean;
}

/** What one clause says of the years in it; a clause about the founding of the company says nothing of reports. */
export function count(clause: string, asked: readonly number[], tally: Tally): void {
  const { head, said } = groups(clause, asked);
  if (said.length === 0) {
    const none = noneAtAll.test(clause);
    if (none) tally.restLacks = true;
    else if (both.test(clause)) tally.restHas = true;
    if (/都|全|均|一[份个年]/.test(clause) && !founding.test(clause) && !/其[他它余]|别的/.test(clause))
      tally.all = true;
    return;
  }
  if (founding.test(clause) && !/报告|审/.test(clause)) {
    // 2021年公司还没成立: there can be no report of that year.
    if (/没|未|不存在/.test(clause)) for (const { years } of said) mark(tally.lacks, years);
    return;
  }
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

export function decide(tally: Tally, asked: readonly number[]): { years: number[] } | { hint: string } {
  const { has, lacks } = tally;
  const example = `例如：${sayYears(asked)} 年度都有`;
  const exception = tally.all && (tally.restHas ? asked.some((year) => lacks.has(year)) : has.size > 0);
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

export function sayYears(years: readonly number[]): string {
  return years.join('、');
}
